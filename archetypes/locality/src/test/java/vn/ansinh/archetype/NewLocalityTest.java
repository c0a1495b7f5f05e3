package vn.ansinh.archetype;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.ansinh.locality.kit.BundleFile;
import vn.ansinh.locality.kit.Finding;
import vn.ansinh.locality.kit.LawFolder;
import vn.ansinh.locality.kit.LocalityKit;

class NewLocalityTest {

    private static final Path ROOT = Path.of("").toAbsolutePath().resolve("../..").normalize();
    private static final String THANH_TRI_NOT = "00454";

    @TempDir Path home;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void theLawsAreThere() throws IOException {
        for (String law : List.of("vietnam", "ha-noi", "hai-duong", "hai-phong")) {
            pack(ROOT.resolve("bundles/law/" + law), law);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dong-anh | Xã Đông Anh | xa | ha-noi | 00454 | | | 975000",
                "ba-dinh | Phường Ba Đình | phường | ha-noi | 00004 | | | 975000",
                "ly-son | Đặc khu Lý Sơn | dac-khu | vietnam | 21548 | | | 750000",
                "hai-an | Phường Hải An | phuong | hai-phong | 11413 | none | | 1050000",
            })
    void theProjectIsGreenAtOnce(
            String code,
            String name,
            String level,
            String law,
            String units,
            String former,
            String from,
            String amount)
            throws Exception {
        Path project = write(code, name, level, law, units, former, from);
        assertThat(check(project, law)).isEmpty();
        assertThat(Files.readString(project.resolve("src/main/resources/golden/cases.csv")))
                .contains(",5.6," + amount + ",");
        assertThat(Files.readAllLines(blueprint(project))).hasSizeLessThanOrEqualTo(25);
        assertThat(project.resolve("sample/people-2026-03.csv")).exists();
        noPlaceholderIsLeft(project);
    }

    @Test
    void aDistrictOfBeforeHasAllItsCommunes() throws Exception {
        List<String> communes =
                new Units(false)
                        .ofDistrict("Huyện Gia Lộc", "Tỉnh Hải Dương").stream()
                                .map(Units.Commune::code)
                                .toList();
        assertThat(communes).hasSizeGreaterThan(10);
        Path project =
                write(
                        "gia-loc",
                        "Huyện Gia Lộc",
                        "huyen",
                        "hai-phong",
                        String.join(",", communes),
                        null,
                        "1997-01-01");
        assertThat(check(project, "hai-phong")).isEmpty();
        assertThat(Files.readString(source(project, "Place.java")))
                .contains("List.of(\"vietnam\", \"hai-duong\", \"hai-phong\", CODE)")
                .contains("LocalDate.of(2025, 6, 30)");
        assertThat(Files.readString(project.resolve("src/main/resources/golden/cases.csv")))
                .contains(",5.6,825000,");
        assertThat(project.resolve("sample/people-2025-03.csv")).exists();
    }

    /** Negative control: the kit does find what is wrong in a written project. */
    @Test
    void aWrongAmountInAWrittenProjectIsFound() throws Exception {
        Path project = write("dong-anh", "Xã Đông Anh", "xa", "ha-noi", "00454", null, null);
        Path cases = project.resolve("src/main/resources/golden/cases.csv");
        Files.writeString(cases, Files.readString(cases).replace("975000", "974000"));
        assertThat(check(project, "ha-noi"))
                .extracting(Finding::message)
                .anyMatch(message -> message.contains("cần 5.6 974000 đồng, ra 5.6 975000 đồng"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Đông Anh | Xã Đông Anh | xa | ha-noi | 00454 | | --code: «Đông Anh» phải là",
                "vietnam | Xã Đông Anh | xa | ha-noi | 00454 | | --code: mã «vietnam» đã có",
                "new | Xã Đông Anh | xa | ha-noi | 00454 | | --code: «new» là từ dành riêng",
                "x-y | Xã Đông Anh | tinh | ha-noi | 00454 | | --level: không có cấp «tinh»",
                "x-y | Xã Đông Anh | phuong | ha-noi | 00454 | | --level: Xã Đông Anh là xã",
                "x-y | Xã Đông Em | xa | ha-noi | 00454 | | --name: mã 00454 là «Xã Đông Anh»",
                "x-y | Xã Đông Anh | xa | ha-tay | 00454 | | --parent: không có luật «ha-tay»",
                "x-y | Xã Đông Anh | xa | vietnam | 00454 | | cần --parent ha-noi",
                "x-y | Đặc khu Lý Sơn | dac-khu | ha-noi | 21548 | | không áp dụng ở",
                "x-y | Xã Đông Anh | xa | ha-noi | 99999 | | mã 99999 không có trong danh mục",
                "x-y | Xã Đông Anh | xa | ha-noi | 00454,00454 | | --units: mã 00454 ghi hai lần",
                "x-y | Xã Đông Anh | xa | ha-noi | 00454,00508 | | chỉ có một mã",
                "x-y | Phường Hải An | phuong | hai-phong | 11413 | | --former: Thành phố Hải Phòng gộp",
                "x-y | Xã Đông Anh | xa | ha-noi | 00454 | none | --former: chỉ dùng cho",
                "x-y | Huyện Đông Anh | huyen | ha-noi | 00457 | | --from: huyện đã kết thúc",
                "x-y | Huyện Đông Anh | huyen | ha-noi | 00457 | | Huyện Đông Anh còn các đơn vị 00454",
                "x-y | Huyện Đông Anh | quan | ha-noi | 00457 | | --level: Huyện Đông Anh không phải quận",
            })
    void aFaultIsNamedAndNothingWritten(
            String code,
            String name,
            String level,
            String law,
            String units,
            String former,
            String fault)
            throws Exception {
        assertThat(run(code, name, level, law, units, former, null)).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains(fault);
        assertThat(home.resolve("project")).doesNotExist();
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        assertThat(
                        NewLocality.run(
                                new String[] {
                                    home.toString(),
                                    "--code",
                                    "ha-noi",
                                    "--level",
                                    "phuong",
                                    "--parent",
                                    "ha-tay",
                                    "--units",
                                    THANH_TRI_NOT,
                                    "--colour",
                                    "red"
                                },
                                stream(out),
                                stream(err)))
                .isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .hasSize(7)
                .contains(
                        "Chưa tạo gói; cần sửa 6 chỗ:",
                        "  không có tùy chọn --colour",
                        "  thiếu --name",
                        "  thiếu --out",
                        "  --code: mã «ha-noi» đã có địa phương hoặc luật dùng");
    }

    @Test
    void aFolderWithFilesIsLeftAlone() throws Exception {
        Path project = Files.createDirectories(home.resolve("project"));
        Files.writeString(project.resolve("mine.txt"), "mine");
        assertThat(run("dong-anh", "Xã Đông Anh", "xa", "ha-noi", "00454", null, null))
                .isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("đã có tệp");
        try (Stream<Path> files = Files.list(project)) {
            assertThat(files).hasSize(1);
        }
    }

    /** The written POM stands alone; what it pins is what the platform itself is built with. */
    @Test
    void pluginsAndLibrariesAreThePlatforms() throws Exception {
        String written =
                Files.readString(
                        ROOT.resolve(
                                "archetypes/locality/src/main/resources/vn/ansinh/archetype/project/pom.xml"));
        String root = Files.readString(ROOT.resolve("pom.xml"));
        List<MatchResult> pins =
                Pattern.compile(
                                "<artifactId>([a-z-]+)</artifactId>\\s*<version>([0-9.]+)</version>")
                        .matcher(written)
                        .results()
                        .toList();
        int compared = 0;
        for (MatchResult pin : pins) {
            if (pin.group(1).matches("maven-.*|asm")) {
                assertThat(root)
                        .containsPattern(
                                "<artifactId>%s</artifactId>\\s*<version>%s</version>"
                                        .formatted(pin.group(1), Pattern.quote(pin.group(2))));
                compared++;
            }
        }
        assertThat(compared).isEqualTo(4);
        for (String property : List.of("junit", "assertj", "bnd")) {
            String version = root.split("<" + property + ".version>")[1].split("<")[0];
            assertThat(pins).extracting(pin -> pin.group(2)).contains(version);
        }
    }

    private Path write(
            String code,
            String name,
            String level,
            String law,
            String units,
            String former,
            String from) {
        int status = run(code, name, level, law, units, former, from);
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(status).isZero();
        return home.resolve("project");
    }

    private int run(
            String code,
            String name,
            String level,
            String law,
            String units,
            String former,
            String from) {
        List<String> args = new ArrayList<>(List.of(home.toString(), "--code", code));
        args.addAll(List.of("--name", name, "--level", level, "--parent", law, "--units", units));
        args.addAll(List.of("--out", home.resolve("project").toString()));
        if (former != null) {
            args.addAll(List.of("--former", former));
        }
        if (from != null) {
            args.addAll(List.of("--from", from));
        }
        return NewLocality.run(args.toArray(new String[0]), stream(out), stream(err));
    }

    /** Compiles the project, its tests too, and gives what the kit finds. */
    private List<Finding> check(Path project, String law) throws Exception {
        compile(project.resolve("src/main/java"), project.resolve("target/classes"), "");
        compile(
                project.resolve("src/test/java"),
                project.resolve("target/test-classes"),
                ":" + project.resolve("target/classes"));
        Path resources = project.resolve("src/main/resources");
        for (Path file : files(resources)) {
            Path copy = project.resolve("target/classes").resolve(resources.relativize(file));
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
        }
        try (LawFolder laws = new LawFolder(home.resolve("localities"));
                BundleFile candidate = BundleFile.module(project)) {
            return new LocalityKit().check(candidate, laws.upTo(law));
        }
    }

    private static void compile(Path sources, Path classes, String more) throws IOException {
        List<String> arguments = new ArrayList<>();
        arguments.addAll(List.of("-proc:none", "-Xlint:all", "-Werror", "--release", "17"));
        arguments.addAll(List.of("-cp", System.getProperty("java.class.path") + more));
        arguments.addAll(List.of("-d", classes.toString()));
        files(sources).forEach(file -> arguments.add(file.toString()));
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int status =
                ToolProvider.getSystemJavaCompiler()
                        .run(null, said, said, arguments.toArray(new String[0]));
        assertThat(status).as(said.toString(StandardCharsets.UTF_8)).isZero();
    }

    private static void noPlaceholderIsLeft(Path project) throws IOException {
        for (Path file : files(project.resolve("src"))) {
            assertThat(Files.readString(file))
                    .as(file.toString())
                    .doesNotContainPattern("@[a-z]+@");
        }
        assertThat(Files.readString(project.resolve("pom.xml"))).doesNotContainPattern("@[a-z]+@");
        assertThat(Files.readString(project.resolve("README.md")))
                .doesNotContainPattern("@[a-z]+@");
    }

    private static Path blueprint(Path project) {
        return project.resolve("src/main/resources/OSGI-INF/blueprint/locality.xml");
    }

    private static Path source(Path project, String name) throws IOException {
        return files(project.resolve("src/main/java")).stream()
                .filter(file -> file.endsWith(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).toList();
        }
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    /** The jar of a law, from its module. */
    private void pack(Path module, String law) throws IOException {
        Path classes = module.resolve("target/classes");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        for (String line : Files.readAllLines(module.resolve("bnd.bnd"))) {
            String[] header = line.split(": ", 2);
            manifest.getMainAttributes().putValue(header[0], header[1]);
        }
        Path jar = Files.createDirectories(home.resolve("localities")).resolve(law + ".jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream packed = new JarOutputStream(file, manifest)) {
            for (Path path : files(classes)) {
                String name = classes.relativize(path).toString().replace('\\', '/');
                if (!name.equals(JarFile.MANIFEST_NAME)) {
                    packed.putNextEntry(new JarEntry(name));
                    packed.write(Files.readAllBytes(path));
                    packed.closeEntry();
                }
            }
        }
    }
}
