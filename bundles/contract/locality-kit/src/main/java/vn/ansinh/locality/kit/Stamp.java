package vn.ansinh.locality.kit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import vn.ansinh.locality.api.BundleHeader;
import vn.ansinh.locality.api.CsvTable;

/**
 * Makes the jar of one commune from the bundle that serves any: {@code --generic generic.jar
 * --profile profile.csv --out commune.jar}. The classes stay byte for byte; who the commune is (its
 * {@code profile.csv}) and the manifest that says so are exchanged. What comes out is a jar like
 * any other: archived by its digest, checked, approved, withdrawn alone. Exit status: 0 made, 2
 * not.
 */
public final class Stamp {

    private static final String PROFILE = "/profile.csv";

    /** Cases that hold only where no province pays more; they go with a province's law. */
    private static final String FLOOR = BundleHeader.GOLDEN_FOLDER + "floor.csv";

    private static final String STATE = "vietnam";
    private static final List<String> COLUMNS = List.of("key", "value");

    private Stamp() {}

    public static void main(String[] args) {
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        try {
            Path out = Path.of(option(args, "--out"));
            make(Path.of(option(args, "--generic")), Path.of(option(args, "--profile")), out);
        } catch (IOException | IllegalArgumentException e) {
            err.println("không đóng được gói: " + e.getMessage());
            System.exit(2);
        }
    }

    /**
     * Makes the jar.
     *
     * @param generic the bundle that serves any commune
     * @param profile who the commune is, in the format of that bundle's README
     * @param out the jar to write; must not be there yet
     * @throws IllegalArgumentException with every fault of the profile, or when the jar is not a
     *     locality bundle with a profile
     * @throws IOException when a file cannot be read or written
     */
    public static void make(Path generic, Path profile, Path out) throws IOException {
        byte[] table = Files.readAllBytes(profile);
        String code = value(table, "code");
        String law = value(table, "law");
        try (JarFile jar = new JarFile(generic.toFile());
                OutputStream file = Files.newOutputStream(out, StandardOpenOption.CREATE_NEW);
                JarOutputStream stamped = new JarOutputStream(file, manifest(jar, code, law))) {
            boolean found = false;
            for (JarEntry entry : Collections.list(jar.entries())) {
                String name = entry.getName();
                boolean left = name.equals(FLOOR) && !law.equals(STATE);
                if (entry.isDirectory() || name.equals(JarFile.MANIFEST_NAME) || left) {
                    continue;
                }
                JarEntry copy = new JarEntry(name);
                // the same profile makes the same jar
                copy.setTime(entry.getTime());
                stamped.putNextEntry(copy);
                if (name.endsWith(PROFILE)) {
                    found = true;
                    stamped.write(table);
                } else {
                    stamped.write(jar.getInputStream(entry).readAllBytes());
                }
                stamped.closeEntry();
            }
            if (!found) {
                throw new IllegalArgumentException(generic + " không có profile.csv");
            }
        }
    }

    private static Manifest manifest(JarFile jar, String code, String law) throws IOException {
        Manifest manifest = new Manifest(jar.getManifest());
        Attributes main = manifest.getMainAttributes();
        String header = String.valueOf(main.getValue(BundleHeader.NAME));
        if (!header.startsWith(BundleHeader.KIND_LOCALITY + ";")) {
            throw new IllegalArgumentException("không phải gói của địa phương: " + header);
        }
        main.putValue(
                BundleHeader.NAME,
                header.replaceFirst("code=[^;]*", "code=" + code)
                        .replaceFirst("parent=[^;]*", "parent=" + law));
        String name = main.getValue("Bundle-SymbolicName");
        main.putValue("Bundle-SymbolicName", name + "." + code.replace("-", ""));
        return manifest;
    }

    private static String value(byte[] table, String key) {
        List<String> faults = new ArrayList<>();
        List<String> found =
                CsvTable.read(new ByteArrayInputStream(table), COLUMNS, faults).stream()
                        .filter(line -> line.fields().get(0).equals(key))
                        .map(line -> line.fields().get(1).strip())
                        .toList();
        if (found.size() != 1 || !found.get(0).matches("[a-z][a-z0-9-]{1,39}")) {
            faults.add("cần đúng một dòng " + key + " với một mã");
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", faults));
        }
        return found.get(0);
    }

    private static String option(String[] args, String name) {
        for (int i = 0; i + 1 < args.length; i += 2) {
            if (args[i].equals(name)) {
                return args[i + 1];
            }
        }
        throw new IllegalArgumentException(
                "cần: --generic generic.jar --profile profile.csv --out commune.jar");
    }
}
