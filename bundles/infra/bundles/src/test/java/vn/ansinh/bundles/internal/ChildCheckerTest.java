package vn.ansinh.bundles.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import vn.ansinh.assessment.api.Engine;
import vn.ansinh.law.vietnam.VietnamLaw;
import vn.ansinh.locality.api.Locality;
import vn.ansinh.locality.kit.Main;

/** The real kit in a real child process, on jars that behave and jars that do not. */
class ChildCheckerTest {

    @TempDir Path folder;
    private Duration limit = Duration.ofSeconds(30);

    private List<String> check(byte[] jar, byte[]... layers) {
        Settings settings = new Settings(folder, limit, limit, 128, limit, limit);
        List<Path> path =
                List.of(
                        TestJars.place(Locality.class),
                        TestJars.place(Engine.class),
                        TestJars.place(Main.class),
                        TestJars.place(ClassReader.class));
        return new ChildChecker(() -> settings, () -> path, folder).check(jar, List.of(layers));
    }

    /** As if the kit's own reading of byte code had let something through: a kit that does this. */
    private List<String> checkWithKit(String body) throws IOException {
        String kit =
                "package vn.ansinh.locality.kit; public class Main {"
                        + " public static void main(String[] args) throws Exception { %s } }";
        Path jar = Files.createTempFile("kit", ".jar");
        try {
            Files.write(
                    jar,
                    TestJars.jar(
                            Map.of(), Map.of("vn.ansinh.locality.kit.Main", kit.formatted(body))));
            Settings settings = new Settings(folder, limit, limit, 128, limit, limit);
            return new ChildChecker(() -> settings, () -> List.of(jar), folder)
                    .check(new byte[0], List.of());
        } finally {
            Files.delete(jar);
        }
    }

    private List<String> checkPlace(String constructor) {
        return check(
                TestJars.jar(
                        TestJars.headers("1.0.0"), Map.of("t.Place", TestJars.place(constructor))));
    }

    @AfterEach
    void nothingIsLeftBehind() {
        assertThat(folder).isEmptyDirectory();
        assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void theNationalLawPasses() throws IOException {
        assertThat(check(Files.readAllBytes(TestJars.place(VietnamLaw.class)))).isEmpty();
    }

    @Test
    void aGoldenCaseThatFailsIsAFinding() throws IOException {
        byte[] law = spoilGolden(Files.readAllBytes(TestJars.place(VietnamLaw.class)));
        assertThat(check(law)).isNotEmpty().allSatisfy(f -> assertThat(f).contains("golden"));
    }

    @Test
    void aLawThatIsMissingBelowIsAFinding() {
        assertThat(checkPlace("")).isNotEmpty();
    }

    @Test
    void aConstructorThatHangsIsEnded() {
        limit = Duration.ofSeconds(3);
        assertThat(checkPlace("while (true) { }"))
                .containsExactly("TIME: kiểm tra chạy quá 3 giây nên đã bị dừng");
    }

    @Test
    void whatReachesOutIsRefusedBeforeItRuns() {
        assertThat(checkPlace("System.exit(0);"))
                .containsExactly("BYTE_CODE: t.Place: không được gọi java.lang.System.exit");
    }

    @Test
    void exitWithSuccessIsNotPassing() throws IOException {
        assertThat(checkWithKit("System.exit(0);"))
                .singleElement()
                .asString()
                .contains("không chạy đến cuối (mã kết thúc 0)");
    }

    @Test
    void aMemoryHogIsEnded() {
        assertThat(checkPlace("List.of(new byte[500_000_000]);"))
                .containsExactly("MEMORY: kiểm tra cần quá 128 MB bộ nhớ nên đã bị dừng");
    }

    @Test
    void aConstructorThatThrowsIsAFinding() {
        assertThat(checkPlace("if (true) throw new IllegalStateException(\"thử \\\"nháy\\\"\");"))
                .anySatisfy(f -> assertThat(f).contains("thử \"nháy\""));
    }

    @Test
    void aFindingMayBeLong() {
        String throwing =
                "if (true) throw new IllegalStateException(\"\\\"dài\\\" \".repeat(10_000));";
        assertThat(checkPlace(throwing))
                .anySatisfy(
                        finding ->
                                assertThat(finding)
                                        .startsWith("CLASS: t.Place: hỏng khi dựng: ")
                                        .endsWith("\"dài\" \"dài\" ")
                                        .hasSizeGreaterThan(60_000));
    }

    @Test
    void whatSaysTooMuchIsEnded() throws IOException {
        assertThat(checkWithKit("while (true) System.out.println(\"nói mãi\");"))
                .singleElement()
                .asString()
                .contains("không chạy đến cuối")
                .hasSizeLessThan(1000);
    }

    @Test
    void theEnvironmentOfTheContainerIsNotTheJarsAffair() throws IOException {
        assertThat(System.getenv()).isNotEmpty();
        assertThat(
                        checkWithKit(
                                "throw new IllegalStateException(\"env=\" + System.getenv(\"PATH\"));"))
                .anySatisfy(f -> assertThat(f).contains("env=null"));
    }

    /** The same jar with another amount in every golden case that pays one. */
    private static byte[] spoilGolden(byte[] jar) throws IOException {
        int spoilt = 0;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(jar));
                ZipOutputStream to = new ZipOutputStream(out)) {
            for (ZipEntry e = from.getNextEntry(); e != null; e = from.getNextEntry()) {
                byte[] content = from.readAllBytes();
                if (e.getName().startsWith("golden/") && e.getName().endsWith(".csv")) {
                    String text = new String(content, StandardCharsets.UTF_8);
                    spoilt += text.contains("540000") ? 1 : 0;
                    content = text.replace("540000", "550000").getBytes(StandardCharsets.UTF_8);
                }
                to.putNextEntry(new ZipEntry(e.getName()));
                to.write(content);
            }
        }
        assertThat(spoilt).isPositive();
        return out.toByteArray();
    }
}
