package vn.ansinh.locality.api;

import static org.assertj.core.api.Assertions.assertThat;

import aQute.bnd.differ.Baseline;
import aQute.bnd.differ.DiffPluginImpl;
import aQute.bnd.osgi.Builder;
import aQute.bnd.osgi.Jar;
import aQute.bnd.osgi.Processor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The contract as it is now against every released one (folder {@code released} beside the module):
 * what a bundle was built against stays, and what is new moves the versions. The rest of the tests
 * changes a copy of the sources and expects to be stopped.
 */
class ReleasedContractTest {

    private static final Path MODULE = Path.of("").toAbsolutePath();
    private static final Path SOURCES = MODULE.resolve("src/main/java");
    private static final Path RELEASED = MODULE.resolveSibling("released");
    private static final String PACKAGE = "vn/ansinh/locality/api/";

    @TempDir Path folder;

    @Test
    void keepsWhatWasReleased() throws Exception {
        assertThat(faults(MODULE.resolve("target/classes"), RELEASED)).isEmpty();
    }

    /** Facts are recorded by these names: a kind or value that goes would leave them unreadable. */
    @Test
    void keepsEveryKindOfFactThatWasReleased() throws Exception {
        int kinds = 0;
        for (Path jar : jars(RELEASED)) {
            try (JarFile file = new JarFile(jar.toFile());
                    InputStream in =
                            file.getInputStream(file.getEntry(PACKAGE + "fact-kinds.csv"))) {
                List<String> lines =
                        new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
                for (String line : lines.subList(1, lines.size())) {
                    String[] fields = line.split(",", 4);
                    FactKind kind = FactKinds.find(fields[0]);
                    assertThat(kind).as(fields[0]).isNotNull();
                    assertThat(kind.format().name()).as(fields[0]).isEqualTo(fields[1]);
                    if (!fields[2].isEmpty()) {
                        assertThat(kind.values().keySet()).contains(fields[2].split("\\|"));
                    }
                    kinds++;
                }
            }
        }
        assertThat(kinds).isGreaterThan(50);
    }

    @Test
    void aReleaseThatIsMissingFails() throws Exception {
        assertThat(faults(MODULE.resolve("target/classes"), folder))
                .containsExactly("no released contract in " + folder);
    }

    @Test
    void aMethodTakenAwayIsNoticed() throws Exception {
        Path changed =
                changed(
                        "Facts.java",
                        """
                            default int ageEndingBefore(LocalDate day) {
                                return ageEnding(day.minusDays(1));
                            }
                        """,
                        "");
        assertThat(faults(changed, RELEASED)).anyMatch(fault -> fault.contains("MAJOR"));
    }

    @Test
    void aComponentInTheMiddleOfARecordIsNoticed() throws Exception {
        Path changed =
                changed(
                        "LocalityProfile.java",
                        "String kind, String source) {",
                        "String kind, String since, String source) {");
        assertThat(faults(changed, RELEASED)).anyMatch(fault -> fault.contains("MAJOR"));
    }

    @Test
    void aNewMethodMovesTheVersion() throws Exception {
        Path changed =
                changed(
                        "ReportFormat.java",
                        "    String title();\n",
                        "    String title();\n\n    default String note() { return \"\"; }\n");
        assertThat(faults(changed, RELEASED))
                .anyMatch(fault -> fault.contains("MINOR"))
                .noneMatch(fault -> fault.contains("MAJOR"));
    }

    @Test
    void aRecordThatKeepsItsConstructorMayGrow() throws Exception {
        Path changed =
                changed(
                        "ReportTable.java",
                        "record Signature(String capacity, String name) {\n",
                        """
                        record Signature(String capacity, String name, String place) {
                            public Signature(String capacity, String name) {
                                this(capacity, name, "");
                            }
                        """);
        assertThat(faults(changed, RELEASED))
                .anyMatch(fault -> fault.contains("MINOR"))
                .noneMatch(fault -> fault.contains("MAJOR"));
    }

    /** Everything a bundle can see says what it is; the types say who calls it when. */
    @Test
    void everyPublicMemberIsExplained() throws Exception {
        assertThat(unexplained("", "")).isEmpty();
        assertThat(unexplained("    /** Who reports. */\n", ""))
                .singleElement()
                .asString()
                .startsWith("ReportInput.java");
    }

    private List<String> unexplained(String was, String is) throws IOException {
        Path sources = Files.createTempDirectory(folder, "explained");
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        List<Path> copies = copies(sources, "ReportInput.java", was, is);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(said, null, null)) {
            List<String> options = new ArrayList<>(arguments(sources.resolve("classes")));
            options.addAll(List.of("-Xdoclint:all/public", "-Xmaxwarns", "5000"));
            assertThat(
                            compiler.getTask(
                                            null,
                                            files,
                                            said,
                                            options,
                                            null,
                                            files.getJavaFileObjectsFromPaths(copies))
                                    .call())
                    .isTrue();
        }
        // parameters and results are explained where the name does not say it
        return said.getDiagnostics().stream()
                .filter(one -> !one.getMessage(Locale.ROOT).startsWith("no @"))
                .map(one -> Path.of(one.getSource().getName()).getFileName() + ": " + one)
                .toList();
    }

    /** What does not fit, one line a package: delta, version, and the version it needs. */
    private static List<String> faults(Path classes, Path released) throws Exception {
        List<Path> jars = jars(released);
        if (jars.isEmpty()) {
            return List.of("no released contract in " + released);
        }
        List<String> faults = new ArrayList<>();
        for (Path older : jars) {
            try (Builder builder = new Builder();
                    Processor processor = new Processor();
                    Jar before = new Jar(older.toFile())) {
                builder.setProperties(MODULE.resolve("bnd.bnd").toFile());
                builder.addClasspath(classes.toFile());
                builder.setProperty("-includepackage", "vn.ansinh.locality.api");
                Jar now = builder.build();
                assertThat(builder.getErrors()).isEmpty();
                Baseline baseline = new Baseline(processor, new DiffPluginImpl());
                baseline.baseline(now, before, null).stream()
                        .filter(info -> info.mismatch)
                        .forEach(
                                info ->
                                        faults.add(
                                                "%s: %s %s against %s %s, needs %s"
                                                        .formatted(
                                                                older.getFileName(),
                                                                info.packageName,
                                                                info.newerVersion,
                                                                info.olderVersion,
                                                                info.packageDiff.getDelta(),
                                                                info.suggestedVersion)));
            }
        }
        return faults;
    }

    private static List<Path> jars(Path released) throws IOException {
        try (Stream<Path> found = Files.list(released)) {
            return found.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        }
    }

    /** The contract compiled with one change to a copy of its sources. */
    private Path changed(String file, String was, String is) throws IOException {
        Path classes = folder.resolve("classes");
        List<String> arguments = new ArrayList<>(arguments(classes));
        copies(folder.resolve("sources"), file, was, is)
                .forEach(copy -> arguments.add(copy.toString()));
        Path table = classes.resolve(PACKAGE + "fact-kinds.csv");
        Files.createDirectories(table.getParent());
        Files.copy(MODULE.resolve("src/main/resources/" + PACKAGE + "fact-kinds.csv"), table);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        assertThat(compiler.run(null, null, null, arguments.toArray(new String[0]))).isZero();
        return classes;
    }

    private static List<String> arguments(Path classes) throws IOException {
        Files.createDirectories(classes);
        String classPath = System.getProperty("java.class.path");
        return List.of("-proc:none", "-d", classes.toString(), "-cp", classPath);
    }

    private static List<Path> copies(Path folder, String file, String was, String is)
            throws IOException {
        List<Path> copies = new ArrayList<>();
        try (Stream<Path> found = Files.list(SOURCES.resolve(PACKAGE))) {
            for (Path source : found.toList()) {
                String text = Files.readString(source);
                if (source.endsWith(file)) {
                    assertThat(text).contains(was);
                    text = text.replace(was, is);
                }
                Path copy = folder.resolve(PACKAGE).resolve(source.getFileName().toString());
                Files.createDirectories(copy.getParent());
                copies.add(Files.writeString(copy, text));
            }
        }
        return copies;
    }
}
