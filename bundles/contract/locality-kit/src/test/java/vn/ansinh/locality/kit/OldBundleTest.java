package vn.ansinh.locality.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ansinh.assessment.api.DatedFact;
import vn.ansinh.assessment.api.Engine;
import vn.ansinh.assessment.api.Engines;
import vn.ansinh.assessment.api.PolicySnapshot;
import vn.ansinh.assessment.api.PolicySnapshot.Due;
import vn.ansinh.locality.api.Component;
import vn.ansinh.locality.api.Locality;
import vn.ansinh.locality.api.LocalityProfile;
import vn.ansinh.locality.api.ReportFormat;
import vn.ansinh.locality.api.ReportInput;
import vn.ansinh.locality.api.ReportTable;

/**
 * Bundles that were built against contract 1.0.0, as binaries (src/test/fixtures), under the
 * contract and the kit of today. DỮ LIỆU GIẢ LẬP.
 */
class OldBundleTest {

    private static final Path OLD =
            Path.of("").toAbsolutePath().resolve("src/test/fixtures/contract-1.0.0");
    private static final Path LAW = OLD.resolve("law.jar");
    private static final Path PLACE = OLD.resolve("place.jar");
    private static final YearMonth MONTH = YearMonth.of(2026, 3);
    private static final LocalDate KNOWN = LocalDate.of(2026, 3, 15);

    @TempDir Path folder;

    @Test
    void theyPassTheKit() throws Exception {
        try (BundleFile law = BundleFile.jar(LAW);
                BundleFile place = BundleFile.jar(PLACE)) {
            assertThat(new LocalityKit().check(law, List.of())).isEmpty();
            assertThat(new LocalityKit().check(place, List.of(law))).isEmpty();
        }
    }

    /** Negative control: the kit does read these jars. */
    @Test
    void withoutItsLawThePlaceDoesNotPass() throws Exception {
        try (BundleFile place = BundleFile.jar(PLACE)) {
            assertThat(new LocalityKit().check(place, List.of())).isNotEmpty();
        }
    }

    @Test
    void theyAnswerAsTheyDid() throws Exception {
        Files.copy(LAW, folder.resolve("law.jar"));
        Files.copy(PLACE, folder.resolve("place.jar"));
        try (LawFolder laws = new LawFolder(folder)) {
            PolicySnapshot policy = laws.law("noi-gia-lap");
            assertThat(dues(policy, 1985, "disability.degree", "SEVERE"))
                    .containsExactly("MONTHLY GL.1 450000");
            assertThat(dues(policy, 1960, "disability.degree", "SEVERE"))
                    .containsExactly("MONTHLY GL.1 600000");
            assertThat(dues(policy, 1950, "supporter", "NOBODY"))
                    .containsExactly("MONTHLY GL.3 750000");
            assertThat(dues(policy, 1985, "children.births", "2014-01-12+2016-01-12+2018-01-12"))
                    .containsExactly("CARE GL.2 900000");
            assertThat(dues(policy, 1985, "disability.degree", "MILD")).isEmpty();
        }
    }

    @Test
    void theReportHasItsCells() throws Exception {
        try (BundleFile place = BundleFile.jar(PLACE)) {
            Locality locality = make(place, "OldPlace", Locality.class);
            assertThat(locality.profile().units().get(1).name())
                    .isEqualTo("Thôn 2, \"Đông\" (giả lập)");
            assertThat(locality.plan().bodies().get(0).roles())
                    .containsExactly("COMMUNE_OFFICER", "PAYMENT_PREPARER");
            ReportTable table =
                    make(place, "OldReport", ReportFormat.class).compute(input(locality.profile()));
            assertThat(table.subtitle()).isEqualTo("Xã Giả Lập, 2 thôn");
            assertThat(table.rows().get(0).cells())
                    .containsExactly(
                            1L,
                            "GL-T01|Nguyễn Văn Thử|1985|GL.1|Nhóm giả lập 1|MONTHLY|300000|10|20"
                                    + "|ACCOUNT|Lê Thị Nhận|99990001|Ngân hàng Giả Lập|5|1/QĐ-GL",
                            "003085000001",
                            new BigDecimal("1.50"),
                            450_000L,
                            LocalDate.of(2026, 3, 9));
            assertThat(table.rows().get(1).cells().get(1))
                    .isEqualTo("GL-T02|Trần Thị Mẫu|GL.2|CARE|0|100|NEW|2/QĐ-GL|2026-03");
            assertThat(table.rows().get(1).cells().get(4)).isEqualTo(300_000L);
            assertThat(table.totals().get(4)).isEqualTo(450_000L);
        }
    }

    /** They are what they say: built against 1.0, and from the sources beside them. */
    @Test
    void theyImportTheContractOfThen() throws Exception {
        for (Path jar : List.of(LAW, PLACE)) {
            try (JarFile file = new JarFile(jar.toFile())) {
                assertThat(file.getManifest().getMainAttributes().getValue("Import-Package"))
                        .contains("vn.ansinh.locality.api;version=\"[1.0,2)\"");
                String part = jar.getFileName().toString().replace(".jar", "");
                try (Stream<Path> sources = Files.walk(OLD.resolve(part))) {
                    for (Path source :
                            sources.filter(p -> p.toString().endsWith(".java")).toList()) {
                        String name = OLD.resolve(part).relativize(source).toString();
                        assertThat(file.getEntry(name.replace(".java", ".class"))).isNotNull();
                    }
                }
            }
        }
    }

    private static <T> T make(BundleFile place, String name, Class<T> type) throws Exception {
        return type.cast(
                place.load("vn.ansinh.fixture.place." + name).getConstructor().newInstance());
    }

    private static List<String> dues(
            PolicySnapshot policy, int birthYear, String kind, String value) throws IOException {
        Engine engine = Engines.standard();
        LocalDate birth = LocalDate.of(birthYear, 5, 5);
        DatedFact fact = new DatedFact(kind, value, birth, null, birth);
        List<Due> dues =
                policy.decide(
                                engine.facts(birth, birth, "MALE", null, List.of(fact), KNOWN),
                                MONTH,
                                KNOWN)
                        .dues();
        return dues.stream()
                .map(due -> due.component() + " " + due.groundCode() + " " + due.amountDong())
                .toList();
    }

    private static ReportInput input(LocalityProfile profile) {
        ReportInput.PaymentLineView line =
                new ReportInput.PaymentLineView(
                        "GL-T01",
                        "Thôn 1 (giả lập)",
                        "Nguyễn Văn Thử",
                        "003085000001",
                        1985,
                        "GL.1",
                        "Nhóm giả lập 1",
                        Component.MONTHLY,
                        150,
                        300_000,
                        450_000,
                        10,
                        20,
                        "ACCOUNT",
                        "Lê Thị Nhận",
                        "99990001",
                        "Ngân hàng Giả Lập",
                        5,
                        "1/QĐ-GL");
        ReportInput.ChangeView change =
                new ReportInput.ChangeView(
                        "GL-T02",
                        "Thôn 2 (giả lập)",
                        "Trần Thị Mẫu",
                        "003185000002",
                        "GL.2",
                        Component.CARE,
                        0,
                        100,
                        0,
                        300_000,
                        "NEW",
                        "2/QĐ-GL",
                        MONTH);
        return new Input(profile, MONTH, LocalDate.of(2026, 3, 9), List.of(line), List.of(change));
    }

    private record Input(
            LocalityProfile locality,
            YearMonth month,
            LocalDate issuedOn,
            List<PaymentLineView> paymentLines,
            List<ChangeView> changes)
            implements ReportInput {}
}
