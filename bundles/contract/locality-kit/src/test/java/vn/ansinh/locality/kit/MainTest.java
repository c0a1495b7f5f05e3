package vn.ansinh.locality.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.ansinh.locality.api.BundleHeader;

class MainTest {

    private static final String HEADER = String.join(",", GoldenCase.COLUMNS) + "\n";
    private static final String CASE =
            "A1,82 tuổi,2025-03,2025-03-15,1943-01-01,,,pension.dong=0@2020-01-01,,"
                    + "MONTHLY,old,150000,văn bản giả lập điều 1\n"
                    + "A2,79 tuổi,2025-03,2025-03-15,1946-01-01,,,,,MONTHLY,-,0,văn bản giả lập\n";

    @TempDir Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void aSoundBundlePassesAndItsDigestIsSaid() throws Exception {
        assertThat(check("SampleLaw", HEADER + CASE)).isZero();
        assertThat(text(out)).matches("\\{\"checked\":\"[0-9a-f]{64}\"}\\s*");
        assertThat(text(err)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "SampleLaw$PaysTheDead,PROBE,trả cho người đã chết",
        "SampleLaw$NotTotal,PROBE,hỏng khi xét",
        "SampleLaw$Broken,CLASS,hỏng khi dựng",
        "SampleLaw$Unlinked,CLASS,hỏng khi hỏi",
        "Finding,CLASS,không có lớp public với hàm dựng",
        "Nowhere,CLASS,không có lớp public",
    })
    void aFaultIsAFindingOfOneLine(String name, String kind, String message) throws Exception {
        assertThat(check(name, HEADER + CASE)).isEqualTo(1);
        assertThat(text(out).lines())
                .allMatch(line -> line.startsWith("{\"") && line.endsWith("\"}"))
                .anyMatch(line -> line.contains("\"" + kind + "\"") && line.contains(message));
    }

    @ParameterizedTest
    @CsvSource({
        "150000,160000,cần old 160000 đồng, ra old 150000 đồng",
        "1943-01-01,1950-01-01,ra không có gì",
        "MONTHLY,WEEKLY,dòng 2",
        "2025-03-15,15/3/2025,dòng 2",
        "pension.dong=0,pension.dong,căn cứ phải là tên=giá trị",
        "văn bản giả lập điều 1,,source để trống",
    })
    void aCaseThatIsWrongOrUnreadableIsFound(String was, String is, String message)
            throws Exception {
        String cases = CASE.replaceFirst(was, is == null ? "" : is);
        assertThat(check("SampleLaw", HEADER + cases)).isEqualTo(1);
        assertThat(text(out)).contains(message);
    }

    @Test
    void whatCannotRunIsNotPassed() {
        assertThat(run("--candidate", folder.resolve("none.jar").toString())).isEqualTo(2);
        assertThat(run()).isEqualTo(2);
        assertThat(text(out)).isEmpty();
        assertThat(text(err)).contains("none.jar").contains("--candidate");
    }

    @Test
    void aFindingIsWrittenAsJson() {
        assertThat(new Finding(Finding.Kind.LAW, null, "a \"b\"\\\n").json())
                .isEqualTo(
                        "{\"kind\":\"LAW\",\"where\":\"\",\"message\":\"a \\\"b\\\"\\\\\\u000a\"}");
    }

    @Test
    void aLocalityHasNoUnitTwiceAndNoRowForElsewhere() throws Exception {
        String header = "locality; code=place; class=vn.ansinh.locality.kit.SamplePlace";
        assertThat(pack(header, HEADER + CASE)).isEqualTo(1);
        assertThat(text(out).lines())
                .hasSize(3)
                .anyMatch(line -> line.contains("hai đơn vị cùng mã: Thôn 2 (giả lập)"))
                .anyMatch(line -> line.contains("lãnh thổ 'elsewhere' không thuộc địa phương"));
    }

    @Test
    void theHeadersParentIsTheLayers() throws Exception {
        String header = "law; code=sample; parent=other; class=vn.ansinh.locality.kit.SampleLaw";
        assertThat(pack(header, HEADER + CASE)).isEqualTo(1);
        assertThat(text(out)).contains("dựa trên '' nhưng tiêu đề ghi parent=other");
    }

    @Test
    void mutationNamesTheChangesNoCaseNotices() throws Exception {
        assertThat(check("SampleLaw", HEADER + CASE)).isZero();
        try (BundleFile bundle = BundleFile.jar(folder.resolve("candidate.jar"))) {
            Mutation mutation = new Mutation(bundle, List.of());
            assertThat(mutation.failing()).isEmpty();
            Mutation.Result result = mutation.run();
            assertThat(result.mutants()).isGreaterThan(result.survivors().size());
            // the case of March 2025 notices every value, and no date in 2024
            assertThat(result.survivors())
                    .noneMatch(change -> change.contains(": value"))
                    .anyMatch(change -> change.startsWith("rate.standard = 100000 từ 2024-01"))
                    .anyMatch(change -> change.endsWith(": applies_from 2024-02"));
        }
    }

    private int check(String name, String golden) throws Exception {
        return pack("law; code=sample; class=vn.ansinh.locality.kit." + name, golden);
    }

    private int pack(String header, String golden) throws Exception {
        Path jar = folder.resolve("candidate.jar");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue(BundleHeader.NAME, header);
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream pack = new JarOutputStream(file, manifest)) {
            pack.putNextEntry(new JarEntry("golden/cases.csv"));
            pack.write(golden.getBytes(StandardCharsets.UTF_8));
            pack.closeEntry();
        }
        return run("--candidate", jar.toString());
    }

    private int run(String... args) {
        return Main.run(
                args,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
