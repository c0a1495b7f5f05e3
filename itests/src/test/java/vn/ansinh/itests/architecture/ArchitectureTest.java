package vn.ansinh.itests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.ansinh.itests.architecture.House.Room;

/** The code keeps to the room table of docs/architecture.md. */
class ArchitectureTest {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final House HOUSE = new House(ROOT);
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Za-z][A-Za-z0-9.]*)}");

    static List<Room> rooms() {
        return HOUSE.rooms();
    }

    static List<Room> coreRooms() {
        return rooms().stream().filter(r -> r.folder().startsWith("core/")).toList();
    }

    @Test
    void everyBundleOnDiskIsARoomOfTheTable() {
        assertThat(HOUSE.unlisted()).isEmpty();
        assertThat(rooms()).hasSizeGreaterThan(20);
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void usesOnlyWhatTheTableAllows(Room room) {
        assertThat(HOUSE.breaches(room, HOUSE.classes(room))).isEmpty();
    }

    /** Negative control: the check sees a breach when there is one. */
    @Test
    void noticesARoomThatReachesTooFar() {
        Room platform =
                rooms().stream().filter(r -> r.folder().equals("core/platform")).findFirst().get();
        var foreign =
                new ClassFileImporter()
                        .importPath(ROOT.resolve("bundles/core/payment/target/classes"));

        assertThat(HOUSE.breaches(platform, foreign))
                .anyMatch(line -> line.startsWith("core/platform may not use core/payment"));
    }

    @ParameterizedTest
    @MethodSource("coreRooms")
    void coreIsPlainJava(Room room) {
        List<String> found = new ArrayList<>();
        for (JavaClass javaClass : HOUSE.classes(room)) {
            javaClass.getDirectDependenciesFromSelf().stream()
                    .map(d -> d.getTargetClass().getPackageName())
                    .filter(
                            name ->
                                    name.matches(
                                            "(org\\.osgi|javax\\.persistence|javax\\.ws|java\\.sql"
                                                    + "|javax\\.sql|org\\.hibernate|java\\.net\\.http"
                                                    + "|javax\\.servlet)(\\..*)?"))
                    .filter(name -> !name.startsWith("org.osgi.annotation"))
                    .forEach(name -> found.add(javaClass.getName() + " uses " + name));
        }
        assertThat(found).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void exportsOnlyFaces(Room room) throws IOException {
        try (JarFile jar = new JarFile(jar(room).toFile())) {
            String exports = jar.getManifest().getMainAttributes().getValue("Export-Package");
            if (exports == null) {
                return;
            }
            assertThat(exports.replaceAll("\"[^\"]*\"", "").split(","))
                    .allMatch(
                            export ->
                                    room.shows(export.split(";")[0])
                                            && room.owns(export.split(";")[0]));
        }
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void blueprintWiresOnlyTheEdge(Room room) throws IOException {
        int limit = room.folder().startsWith("localities/") ? 25 : 60;
        for (Path xml : files(room.path().resolve("src/main/resources/OSGI-INF/blueprint"))) {
            List<String> lines = Files.readAllLines(xml);
            assertThat(lines).as(xml.toString()).hasSizeLessThanOrEqualTo(limit);
            assertThat(lines)
                    .as("every reference of " + xml + " has a timeout")
                    .noneMatch(l -> l.contains("<reference ") && !l.contains("timeout=\""));
        }
    }

    @Test
    void packagesOfTheStoreDoNotUseEachOther() {
        List<String> found = new ArrayList<>();
        for (JavaClass from :
                new ClassFileImporter()
                        .importPath(ROOT.resolve("bundles/infra/store/target/classes"))) {
            String own = from.getPackageName();
            if (own.endsWith(".internal") || own.endsWith(".api")) {
                continue;
            }
            from.getDirectDependenciesFromSelf().stream()
                    .map(d -> d.getTargetClass().getPackageName())
                    .filter(p -> p.startsWith("vn.ansinh.store."))
                    .filter(p -> !p.equals(own) && !p.endsWith(".internal"))
                    .forEach(p -> found.add(from.getName() + " uses " + p));
        }
        assertThat(found).isEmpty();
    }

    @Test
    void noCoreInfraOrEdgeFileNamesALocalityOrCarriesARate() throws IOException {
        List<String> found = new ArrayList<>();
        for (String folder : List.of("core", "infra", "edges", "contract")) {
            for (Path file : files(ROOT.resolve("bundles").resolve(folder))) {
                String path = file.toString().replace('\\', '/');
                // The public lists of units hold every place of the country; a bank is named for
                // two.
                if (path.contains("/src/main/")
                        && !path.contains("/db/units/")
                        && !path.endsWith("/banks.csv")
                        && path.matches(".*\\.(java|xml|sql|csv|jte)")) {
                    for (String line : Files.readAllLines(file)) {
                        if (PlaceWords.in(line)) {
                            found.add(file.getFileName() + ": " + line.strip());
                        }
                    }
                }
            }
        }
        assertThat(found).isEmpty();
    }

    /** Negative control: the words are found where they do stand. */
    @Test
    void theWordsAreFoundWhereTheyStand() throws IOException {
        List<String> silent = new ArrayList<>();
        for (Room room : rooms()) {
            boolean place = room.folder().startsWith("law/") || room.folder().startsWith("localit");
            boolean any = false;
            for (Path file : files(room.path().resolve("src/main"))) {
                any |= House.read(file).lines().anyMatch(PlaceWords::in);
            }
            if (place && !any && !room.folder().endsWith("/generic")) {
                silent.add(room.folder());
            }
        }
        assertThat(silent).isEmpty();
        assertThat(PlaceWords.in("long due = 540_000L * 2;")).isTrue();
        assertThat(PlaceWords.in("if (code.equals(\"tu-ky\")) {")).isTrue();
        assertThat(PlaceWords.in("int pages = 1540000;")).isFalse();
    }

    /** config/ is the only home of settings: both sides know the same keys. */
    @Test
    void configurationAndBlueprintKnowTheSameKeys() throws IOException {
        List<String> faults = new ArrayList<>();
        for (Room room : rooms()) {
            TreeSet<String> asked = new TreeSet<>();
            // The files of a bundle are one container: what one names, all may read.
            StringBuilder wiring = new StringBuilder();
            for (Path xml : files(room.path().resolve("src/main/resources/OSGI-INF/blueprint"))) {
                wiring.append(House.read(xml));
            }
            if (wiring.indexOf("persistent-id=\"" + room.rootPackage() + "\"") >= 0) {
                PLACEHOLDER.matcher(wiring).results().forEach(m -> asked.add(m.group(1)));
            }
            Path file = ROOT.resolve("config/" + room.rootPackage() + ".cfg");
            if (asked.isEmpty() && !Files.exists(file)) {
                continue;
            }
            Properties given = new Properties();
            if (Files.exists(file)) {
                try (var reader = Files.newBufferedReader(file)) {
                    given.load(reader);
                }
            }
            for (String key : asked) {
                if (!given.containsKey(key)) {
                    faults.add(room.rootPackage() + ": config/ lacks " + key);
                }
            }
            String sources = sources(room);
            for (String key : given.stringPropertyNames()) {
                // A group such as postgresql.* is read by its prefix.
                String group = key.substring(0, key.indexOf('.') + 1);
                boolean read =
                        asked.contains(key)
                                || sources.contains("\"" + key + "\"")
                                || (!group.isEmpty() && sources.contains("\"" + group + "\""));
                if (!read) {
                    faults.add(room.rootPackage() + ": nobody reads " + key);
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    private static String sources(Room room) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Path file : files(room.path().resolve("src/main/java"))) {
            text.append(House.read(file));
        }
        return text.toString();
    }

    private static Path jar(Room room) throws IOException {
        return files(room.path().resolve("target")).stream()
                .filter(p -> p.getParent().endsWith("target"))
                .filter(p -> p.toString().toLowerCase(Locale.ROOT).endsWith("-snapshot.jar"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no jar of " + room.folder()));
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).toList();
        }
    }
}
