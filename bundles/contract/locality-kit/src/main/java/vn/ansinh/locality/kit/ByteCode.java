package vn.ansinh.locality.kit;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * What the classes of a bundle may touch: their own package, the contract, and of the JDK what
 * computes. No threads, files, network, reflection, clock, randomness, native code and no field
 * that could remember: the same question must have the same answer in every JVM. Read from the
 * class files before any of them is loaded; whatever a class reaches stands in its constant pool.
 */
final class ByteCode {

    private static final String CONTRACT = "vn/ansinh/locality/api/";

    /** Packages of the JDK that only compute, without their sub-packages. */
    private static final Set<String> PACKAGES =
            Set.of(
                    "java/lang/",
                    "java/lang/annotation/",
                    "java/math/",
                    "java/text/",
                    "java/time/",
                    "java/time/chrono/",
                    "java/time/format/",
                    "java/time/temporal/",
                    "java/util/",
                    "java/util/function/",
                    "java/util/regex/",
                    "java/util/stream/");

    /** Classes outside these packages that the compiler itself puts in, or that carry an error. */
    private static final Set<String> BESIDES =
            Set.of(
                    "java/io/IOException",
                    "java/io/Serializable",
                    "java/io/UncheckedIOException",
                    "java/lang/invoke/CallSite",
                    "java/lang/invoke/LambdaMetafactory",
                    "java/lang/invoke/MethodHandle",
                    "java/lang/invoke/MethodHandles",
                    "java/lang/invoke/MethodHandles$Lookup",
                    "java/lang/invoke/MethodType",
                    "java/lang/invoke/SerializedLambda",
                    "java/lang/invoke/StringConcatFactory",
                    "java/lang/invoke/TypeDescriptor",
                    "java/lang/runtime/ObjectMethods",
                    "java/nio/charset/Charset",
                    "java/nio/charset/StandardCharsets");

    /** Classes inside these packages that do more than compute. */
    private static final Set<String> REFUSED =
            Set.of(
                    "java/lang/ClassLoader",
                    "java/lang/InheritableThreadLocal",
                    "java/lang/Module",
                    "java/lang/ModuleLayer",
                    "java/lang/Process",
                    "java/lang/ProcessBuilder",
                    "java/lang/ProcessHandle",
                    "java/lang/Runtime",
                    "java/lang/SecurityManager",
                    "java/lang/Shutdown",
                    "java/lang/StackWalker",
                    "java/lang/Thread",
                    "java/lang/ThreadGroup",
                    "java/lang/ThreadLocal",
                    "java/time/Clock",
                    "java/time/InstantSource",
                    "java/util/Calendar",
                    "java/util/Date",
                    "java/util/Formatter",
                    "java/util/GregorianCalendar",
                    "java/util/Random",
                    "java/util/ResourceBundle",
                    "java/util/Scanner",
                    "java/util/ServiceLoader",
                    "java/util/SplittableRandom",
                    "java/util/TimeZone",
                    "java/util/Timer",
                    "java/util/TimerTask",
                    "java/util/WeakHashMap");

    /** Classes of which only these members may be used. */
    private static final Map<String, Set<String>> ONLY =
            Map.of(
                    "java/lang/System",
                    Set.of("arraycopy", "lineSeparator"),
                    "java/lang/Class",
                    Set.of(
                            "cast",
                            "desiredAssertionStatus",
                            "getName",
                            "getSimpleName",
                            "isInstance"),
                    "java/lang/invoke/MethodHandles",
                    Set.of());

    /** Members that read the clock, the machine or chance, or start threads, of any class. */
    private static final Set<String> MEMBERS =
            Set.of(
                    "java/util/Locale.setDefault",
                    "java/util/UUID.randomUUID",
                    "java/util/Collections.shuffle",
                    "java/lang/Math.random",
                    "java/lang/StrictMath.random",
                    "java/lang/Object.wait",
                    "java/lang/Object.notify",
                    "java/lang/Object.notifyAll",
                    "java/lang/Object.finalize",
                    "java/time/ZoneId.systemDefault");

    private static final Pattern NAMED = Pattern.compile("L([^;<>]+);");
    private static final int CLASS = 7;
    private static final int FIELD = 9;
    private static final int METHOD = 10;
    private static final int INTERFACE_METHOD = 11;
    private static final int NAME_AND_TYPE = 12;
    private static final int METHOD_TYPE = 16;

    private ByteCode() {}

    /** What the bundle's classes touch that they may not. */
    static List<Finding> check(BundleFile bundle) throws IOException {
        Map<String, InputStream> classes = bundle.classFiles();
        Set<String> own = classes.keySet();
        List<Finding> findings = new ArrayList<>();
        for (Map.Entry<String, InputStream> file : classes.entrySet()) {
            String name = file.getKey().replace('/', '.');
            try (InputStream in = file.getValue()) {
                ClassReader reader = new ClassReader(in);
                Set<String> faults = new TreeSet<>();
                touched(reader, own, faults);
                kept(reader, faults);
                faults.forEach(f -> findings.add(new Finding(Finding.Kind.BYTE_CODE, name, f)));
            } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
                findings.add(
                        new Finding(
                                Finding.Kind.BYTE_CODE,
                                name,
                                "không đọc được lớp (cần Java 17 trở xuống): " + e.getMessage()));
            }
        }
        return findings;
    }

    /** Everything the constant pool names. */
    private static void touched(ClassReader reader, Set<String> own, Set<String> faults) {
        char[] buffer = new char[reader.getMaxStringLength()];
        for (int i = 1; i < reader.getItemCount(); i++) {
            int at = reader.getItem(i);
            if (at == 0) {
                continue; // second half of a long
            }
            switch (reader.readByte(at - 1)) {
                case CLASS -> type(reader.readUTF8(at, buffer), own, faults);
                case METHOD_TYPE -> types(reader.readUTF8(at, buffer), own, faults);
                case NAME_AND_TYPE -> types(reader.readUTF8(at + 2, buffer), own, faults);
                case FIELD, METHOD, INTERFACE_METHOD -> {
                    int named = reader.getItem(reader.readUnsignedShort(at + 2));
                    member(reader.readClass(at, buffer), reader.readUTF8(named, buffer), faults);
                }
                default -> {
                    // numbers, texts, dynamic calls: what these name is listed above
                }
            }
        }
    }

    private static void type(String name, Set<String> own, Set<String> faults) {
        if (name.startsWith("[")) {
            types(name, own, faults);
        } else if (!own.contains(name) && !allowed(name)) {
            faults.add("không được dùng " + name.replace('/', '.'));
        }
    }

    private static void types(String descriptor, Set<String> own, Set<String> faults) {
        Matcher named = NAMED.matcher(descriptor);
        while (named.find()) {
            type(named.group(1), own, faults);
        }
    }

    private static boolean allowed(String name) {
        String outer = name.contains("$") ? name.substring(0, name.indexOf('$')) : name;
        return BESIDES.contains(name)
                || name.startsWith(CONTRACT)
                || PACKAGES.contains(name.substring(0, name.lastIndexOf('/') + 1))
                        && !REFUSED.contains(outer);
    }

    private static void member(String owner, String name, Set<String> faults) {
        boolean only = ONLY.containsKey(owner) && !ONLY.get(owner).contains(name);
        // Of java.time everything may be asked for now, of streams everything may be parallel.
        boolean clock = owner.startsWith("java/time/") && name.equals("now");
        boolean threads = name.equals("parallelStream") || name.equals("parallel");
        if (only || clock || threads || MEMBERS.contains(owner + "." + name)) {
            faults.add("không được gọi " + owner.replace('/', '.') + "." + name);
        }
    }

    /** Native code, and fields that could remember an answer. */
    private static void kept(ClassReader reader, Set<String> faults) {
        reader.accept(
                new ClassVisitor(Opcodes.ASM9) {
                    @Override
                    public FieldVisitor visitField(
                            int access, String name, String type, String generic, Object value) {
                        boolean constant = (access & Opcodes.ACC_FINAL) != 0;
                        if ((access & Opcodes.ACC_STATIC) != 0 && !constant) {
                            faults.add("trường static «" + name + "» phải là final");
                        }
                        return null;
                    }

                    @Override
                    public MethodVisitor visitMethod(
                            int access, String name, String type, String generic, String[] thrown) {
                        if ((access & Opcodes.ACC_NATIVE) != 0) {
                            faults.add("phương thức native «" + name + "»");
                        }
                        return null;
                    }
                },
                ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    }
}
