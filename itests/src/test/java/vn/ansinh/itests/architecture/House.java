package vn.ansinh.itests.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The house as docs/architecture.md states it and as the compiled bundles are. */
final class House {

    private static final Set<String> FACES = Set.of("api", "spi", "port");

    private final Path root;
    private final Map<String, Room> rooms = new LinkedHashMap<>();

    /** A room: folder, root package and the rooms it may use. */
    record Room(String folder, Path path, String rootPackage, Set<String> mayUse) {
        boolean owns(String packageName) {
            return packageName.equals(rootPackage) || packageName.startsWith(rootPackage + ".");
        }

        boolean shows(String packageName) {
            String tail = packageName.substring(packageName.lastIndexOf('.') + 1);
            return FACES.contains(tail);
        }
    }

    House(Path root) {
        this.root = root;
        Map<String, Set<String>> table = table(read(root.resolve("docs/architecture.md")));
        for (Map.Entry<String, Set<String>> row : table.entrySet()) {
            Path path = root.resolve("bundles").resolve(row.getKey());
            rooms.put(
                    row.getKey(), new Room(row.getKey(), path, symbolicName(path), row.getValue()));
        }
    }

    List<Room> rooms() {
        return List.copyOf(rooms.values());
    }

    /** Folders of bundles on disk that the table does not name. */
    Set<String> unlisted() {
        try (Stream<Path> files = Files.walk(root.resolve("bundles"), 3)) {
            return files.filter(p -> p.endsWith("bnd.bnd"))
                    .map(p -> root.resolve("bundles").relativize(p.getParent()).toString())
                    .filter(folder -> !rooms.containsKey(folder))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JavaClasses classes(Room room) {
        return new ClassFileImporter().importPath(room.path().resolve("target/classes"));
    }

    /** Uses of our own classes that the table does not allow, in words. */
    List<String> breaches(Room room, Iterable<JavaClass> classes) {
        Set<String> found = new TreeSet<>();
        for (JavaClass javaClass : classes) {
            javaClass.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                    .filter(target -> target.getPackageName().startsWith("vn.ansinh."))
                    .forEach(target -> breach(room, javaClass, target).ifPresent(found::add));
        }
        return new ArrayList<>(found);
    }

    private Optional<String> breach(Room room, JavaClass from, JavaClass target) {
        String packageName = target.getPackageName();
        Optional<Room> owner =
                rooms.values().stream()
                        .filter(r -> r.owns(packageName))
                        .max(Comparator.comparingInt(r -> r.rootPackage().length()));
        if (owner.isEmpty()) {
            return Optional.of(from.getName() + " uses " + target.getName() + ", of no room");
        }
        if (owner.get().equals(room)) {
            return Optional.empty();
        }
        boolean allowed =
                room.mayUse().contains(owner.get().folder())
                        || (room.mayUse().contains("core api")
                                && owner.get().folder().startsWith("core/"));
        if (!allowed) {
            return Optional.of(
                    room.folder() + " may not use " + owner.get().folder() + ": " + from.getName());
        }
        if (!owner.get().shows(packageName)) {
            return Optional.of(from.getName() + " uses the inside " + target.getName());
        }
        return Optional.empty();
    }

    static Map<String, Set<String>> table(String markdown) {
        Map<String, Set<String>> table = new LinkedHashMap<>();
        for (String line : markdown.split("\n")) {
            String[] cells = line.split("\\|");
            if (line.startsWith("|") && cells.length == 4 && cells[1].contains("/")) {
                Set<String> mayUse =
                        Arrays.stream(cells[3].split(","))
                                .map(String::strip)
                                .filter(name -> !name.equals("–"))
                                .collect(Collectors.toSet());
                table.put(cells[1].strip(), mayUse);
            }
        }
        return table;
    }

    static String symbolicName(Path bundle) {
        return read(bundle.resolve("bnd.bnd"))
                .lines()
                .filter(line -> line.startsWith("Bundle-SymbolicName:"))
                .map(line -> line.substring(line.indexOf(':') + 1).split(";")[0].split("\\\\")[0])
                .map(String::strip)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(bundle + " has no symbolic name"));
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
