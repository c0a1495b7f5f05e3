package vn.ansinh.bundles.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.objectweb.asm.ClassReader;
import org.osgi.framework.Version;
import vn.ansinh.activation.api.Intake.Offer;
import vn.ansinh.assessment.api.Engine;
import vn.ansinh.law.vietnam.VietnamLaw;
import vn.ansinh.locality.api.Locality;
import vn.ansinh.locality.kit.Main;

/**
 * Every bad bundle that we know by name, from its bytes to the code and sentence that people read:
 * what its manifest says is read first, then the real kit runs on it in a real child process. A
 * bundle with any finding is refused and the version before goes on ({@code ReleaseServiceTest}).
 */
class BadBundlesTest {

    private static final String CASES =
            "id,title,month,known_on,birth,sex,death,facts,signed_on,component,ground,amount,source\n"
                    + "A1,Không có căn cứ,2026-03,2026-03-15,1980-01-01,,,,,MONTHLY,-,0,giả lập\n";
    private static final String TABLE =
            """
            title|DANH SÁCH
            subtitle|
            column|so|Số|NUMBER
            row||6
            """;

    /** A locality on the law of the State; its ground asks what is given. */
    private static final String PLACE =
            """
            package t;
            import java.time.LocalDate;
            import java.util.List;
            import vn.ansinh.locality.api.*;
            public class Place implements Locality {
                public Place() { %s }
                public LocalityProfile profile() {
                    return new LocalityProfile("thu", "Xã Thử", "xã", "UBND", "vietnam",
                        List.of("vietnam"), LocalDate.of(2025, 7, 1), null, List.of(), "Thử",
                        "ỦY BAN NHÂN DÂN", List.of(), List.of());
                }
                public LawLayer layer() {
                    return new LawLayer() {
                        public String code() { return "thu"; }
                        public String parent() { return "vietnam"; }
                        public List<ParameterRow> rows() { return List.of(%s); }
                        public List<Ground> grounds() { return List.of(%s); }
                    };
                }
            %s
            }
            """;

    private static final String ROWS =
            """
            row("ground.thu", "on"), row("coefficient.thu", "1.5")""";
    private static final String GROUND =
            """
            new Ground("thu", "Nhóm thử", Component.MONTHLY, "rate.standard", false,
                List.of(new Condition("thu", "có lý do", Citation.of("Văn bản giả lập", "1", "", ""),
                    (facts, law, on, lossOn) -> %s)),
                (facts, law, on, lossOn) -> "coefficient.thu")""";
    private static final String ROW =
            """
            static ParameterRow row(String key, String value) {
                LocalDate day = LocalDate.of(2025, 7, 1);
                return new ParameterRow(key, value, "", "none", "vietnam",
                    java.time.YearMonth.of(2025, 7), null, day, day,
                    Citation.of("Văn bản giả lập", "1", "", ""), Confidence.KNOWN, "");
            }
            static boolean loop() { while (true) { } }
            static boolean hog() { return new byte[500_000_000].length == 1; }
            static boolean fail() { throw new IllegalStateException("thử"); }""";

    private static final String FORM =
            """
            package t;
            import java.util.List;
            import vn.ansinh.locality.api.*;
            public class Form implements ReportFormat {
                public String code() { return "T-1"; }
                public String localityCode() { return "thu"; }
                public String title() { return "Danh sách"; }
                public ReportTable compute(ReportInput input) { %s
                    return new ReportTable("DANH SÁCH", "",
                        List.of(new ReportTable.Column("so", "Số", ReportTable.Kind.NUMBER, 10)),
                        List.of(new ReportTable.Row("", List.of((long) input.paymentLines().size()%s))),
                        List.of(), List.of(), List.of(), List.of());
                }
            }
            """;

    private static byte[] law;

    @TempDir Path folder;

    private final Map<String, String> headers = TestJars.headers("1.0.0");
    private final Map<String, String> sources = new LinkedHashMap<>();
    private final Map<String, String> resources = new LinkedHashMap<>();

    @BeforeAll
    static void readTheLaw() throws IOException {
        law = Files.readAllBytes(TestJars.place(VietnamLaw.class));
    }

    /** A bundle to which nothing can be objected. */
    private void good() {
        headers.put("Ansinh-Bundle", "locality; code=thu; parent=vietnam; class=t.Place");
        place("", "", "");
        sources.put("t.Form", FORM.formatted("", ""));
        resources.put("golden/cases.csv", CASES);
        resources.put("golden/reports/T-1.txt", TABLE);
    }

    private void place(String constructor, String rows, String ground) {
        sources.put("t.Place", PLACE.formatted(constructor, rows, ground, ROW));
    }

    /** What people read of the bundle. */
    private List<String> findings() {
        byte[] jar = TestJars.jar(headers, sources, resources);
        Offer offer = new JarReader(new Version("0.1.0")).read(TestJars.sha256(jar), jar);
        if (!offer.findings().isEmpty()) {
            return offer.findings();
        }
        Duration limit = Duration.ofSeconds(15);
        Settings settings = new Settings(folder, limit, limit, 128, limit, limit);
        List<Path> path =
                List.of(
                        TestJars.place(Locality.class),
                        TestJars.place(Engine.class),
                        TestJars.place(Main.class),
                        TestJars.place(ClassReader.class));
        return new ChildChecker(() -> settings, () -> path, folder).check(jar, List.of(law));
    }

    /** Negative control of all that follows. */
    @Test
    void aGoodOnePasses() {
        good();
        assertThat(findings()).isEmpty();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Export-Package | t | MANIFEST: gói không được có Export-Package: t",
                "Fragment-Host | vn.ansinh.payment | MANIFEST: gói không được có Fragment-Host: vn.ansinh.payment",
                "DynamicImport-Package | * | MANIFEST: gói không được có DynamicImport-Package: *",
                "Import-Package | vn.ansinh.locality.api, x;resolution:=optional | MANIFEST: gói không được nhập tuỳ chọn (optional): [x]",
                "Import-Package | vn.ansinh.locality.api, not.there | MANIFEST: gói chỉ được nhập vn.ansinh.locality.api, không được nhập not.there",
                "Import-Package | java.util | MANIFEST: gói phải nhập vn.ansinh.locality.api",
                "Import-Package | vn.ansinh.locality.api;version=\"[2.0,3)\" | MANIFEST: gói cần vn.ansinh.locality.api phiên bản [2.0,3), hệ thống có 0.1.0: hãy dựng lại gói với hợp đồng đó",
            })
    void whatTheManifestSays(String header, String value, String sentence) {
        good();
        headers.put(header, value);
        assertThat(findings()).contains(sentence);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "if (true) throw new IllegalStateException(\"thử\"); | CLASS: t.Place: hỏng khi dựng: java.lang.IllegalStateException: thử",
                "while (true) { } | TIME: kiểm tra chạy quá 15 giây nên đã bị dừng",
                "hog(); | MEMORY: kiểm tra cần quá 128 MB bộ nhớ nên đã bị dừng",
                "System.exit(0); | BYTE_CODE: t.Place: không được gọi java.lang.System.exit",
            })
    void whatTheConstructorDoes(String constructor, String sentence) {
        good();
        place(constructor, "", "");
        assertThat(findings()).containsExactly(sentence);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "loop() | TIME: kiểm tra chạy quá 15 giây nên đã bị dừng",
                "hog() | MEMORY: kiểm tra cần quá 128 MB bộ nhớ nên đã bị dừng",
                "fail() | hỏng khi xét: java.lang.IllegalStateException: thử",
            })
    void whatARuleDoes(String rule, String sentence) {
        good();
        place("", ROWS, GROUND.formatted(rule));
        assertThat(findings()).anySatisfy(f -> assertThat(f).contains(sentence));
        place("", ROWS, GROUND.formatted("false"));
        assertThat(findings()).as("the same ground without it").isEmpty();
    }

    @Test
    void aReportThatIsNotItsGolden() {
        good();
        sources.put("t.Form", FORM.formatted("", " + 1"));
        assertThat(findings()).containsExactly("REPORT: T-1: dòng 4: cần «row||6», ra «row||7»");
        resources.put("golden/reports/T-1.txt", TABLE.replace("||6", "||7"));
        assertThat(findings()).isEmpty();
        resources.put("golden/reports/T-2.txt", TABLE);
        assertThat(findings())
                .containsExactly(
                        "REPORT: T-2: có mẫu đối chiếu nhưng gói không có mẫu báo cáo này");
    }

    @Test
    void aReportThatFailsOrDoesNotComeBack() {
        good();
        sources.put(
                "t.Form",
                FORM.formatted(
                        "if (input.changes().isEmpty()) throw new ArithmeticException();", ""));
        assertThat(findings())
                .containsExactly(
                        "REPORT: T-1: hỏng khi lập báo cáo: java.lang.ArithmeticException");
        sources.put("t.Form", FORM.formatted("while (input != null) { }", ""));
        assertThat(findings()).containsExactly("TIME: kiểm tra chạy quá 15 giây nên đã bị dừng");
    }
}
