package vn.ansinh.locality.tuky;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.ansinh.assessment.api.DatedFact;
import vn.ansinh.assessment.api.Engine;
import vn.ansinh.assessment.api.Engines;
import vn.ansinh.assessment.api.PolicySnapshot;
import vn.ansinh.law.haiduong.HaiDuongLaw;
import vn.ansinh.law.haiphong.HaiPhongLaw;
import vn.ansinh.law.vietnam.VietnamLaw;
import vn.ansinh.locality.api.Component;
import vn.ansinh.locality.api.Facts;
import vn.ansinh.locality.api.LocalityProfile;
import vn.ansinh.locality.api.ReportInput;
import vn.ansinh.locality.api.ReportInput.ChangeView;
import vn.ansinh.locality.api.ReportInput.PaymentLineView;
import vn.ansinh.locality.api.ReportTable;
import vn.ansinh.locality.kit.BundleFile;
import vn.ansinh.locality.kit.LocalityKit;

/** The kit, the profile and the report, typed by hand. DỮ LIỆU GIẢ LẬP. */
class TuKyTest {

    @Test
    void passesTheKit() throws Exception {
        BundleFile candidate = BundleFile.module(Path.of("").toAbsolutePath());
        List<BundleFile> below =
                List.of(
                        BundleFile.of(VietnamLaw.class),
                        BundleFile.of(HaiDuongLaw.class),
                        BundleFile.of(HaiPhongLaw.class));
        assertThat(new LocalityKit().check(candidate, below)).isEmpty();
    }

    @Test
    void hasTheUnitsOf2023AndNamesWhoAnswersNow() {
        LocalityProfile profile = new TuKy().profile();
        assertThat(profile.units()).hasSize(23);
        assertThat(profile.units())
                .filteredOn(unit -> !unit.code().matches("11[0-9]{3}"))
                .hasSize(6)
                .allSatisfy(unit -> assertThat(unit.source()).contains("chưa đọc được"));
        assertThat(profile.validTo()).isEqualTo("2025-06-30");
        assertThat(profile.succeededBy()).hasSize(6);
        assertThat(profile.warnings()).anyMatch(warning -> warning.contains("đều đang hưởng"));
    }

    /** A fall that comes from a change of law and an open row: the decision names the row. */
    @Test
    void whoFellIn2025IsToldTheRowIsOpen() {
        Engine engine = Engines.standard();
        PolicySnapshot law =
                engine.compile(
                        List.of(
                                new Engine.Layer(new VietnamLaw(), ""),
                                new Engine.Layer(new HaiDuongLaw(), ""),
                                new Engine.Layer(new HaiPhongLaw(), ""),
                                new Engine.Layer(new TuKy().layer(), "")),
                        new TuKy().profile().territories());
        LocalDate known = LocalDate.of(2026, 1, 15);
        List<DatedFact> facts = new ArrayList<>();
        facts.add(fact("pension.dong", "0", "2020-01-01"));
        facts.add(fact("poverty.national", "NONE", "2020-01-01"));
        facts.add(fact("socialPension.requested", "TRANSFERRED", "2025-07-01"));
        LocalDate birth = LocalDate.of(1943, 1, 1);
        Facts person = engine.facts(birth, birth, "", null, facts, known);

        assertThat(law.assess(person, YearMonth.of(2025, 6), known).warnings()).isEmpty();
        assertThat(law.assess(person, YearMonth.of(2025, 7), known).warnings())
                .anyMatch(w -> w.contains("rate.socialPension") && w.contains("giảm 50.000"));
        assertThat(law.assess(person, YearMonth.of(2026, 1), known).warnings())
                .noneMatch(w -> w.contains("giảm 50.000"));
    }

    private static DatedFact fact(String kind, String value, String from) {
        LocalDate day = LocalDate.parse(from);
        return new DatedFact(kind, value, day, null, day);
    }

    @Test
    void groupsAddUpFromStartToEnd() {
        List<PaymentLineView> lines =
                List.of(
                        line("5.6", Component.MONTHLY, 150, 380_000, "CASH"),
                        line("5.6", Component.MONTHLY, 150, 380_000, "ACCOUNT"),
                        line("5.6", Component.MONTHLY, 200, 380_000, "CASH"),
                        line("NQ01.poor-older", Component.MONTHLY, 200, 380_000, "CASH"));
        List<ChangeView> changes =
                List.of(
                        change("5.6", 150, 200, "COEFFICIENT"),
                        change("5.6", 150, 0, "DEATH"),
                        change("NQ01.poor-older", 0, 200, "NEW"),
                        change("5.6", 150, 150, "RATE"));
        ReportTable table = new GroupSummary().compute(new Input(lines, changes));

        assertThat(table.rows().stream().map(ReportTable.Row::cells))
                .containsExactly(
                        List.of("5.6", new BigDecimal("1.50"), 4L, 0L, 2L, 2L, 1_140_000L),
                        List.of("5.6", new BigDecimal("2.00"), 0L, 1L, 0L, 1L, 760_000L),
                        List.of(
                                "NQ01.poor-older",
                                new BigDecimal("2.00"),
                                0L,
                                1L,
                                0L,
                                1L,
                                760_000L));
        assertThat(table.totals()).containsExactly("Tổng cộng", null, 4L, 2L, 2L, 4L, 2_660_000L);
    }

    private static PaymentLineView line(
            String ground, Component component, int coefficient, long rate, String channel) {
        return new PaymentLineView(
                "U1",
                "Đơn vị 1",
                "Nguyễn Văn Giả Lập",
                "001040000011",
                1950,
                ground,
                "nhóm " + ground,
                component,
                coefficient,
                rate,
                rate * coefficient / 100,
                0,
                0,
                channel,
                "Nguyễn Văn Giả Lập",
                "",
                "",
                0,
                "1/QĐ-UBND");
    }

    private static ChangeView change(String ground, int before, int now, String reason) {
        return new ChangeView(
                "U1",
                "Đơn vị 1",
                "Nguyễn Văn Giả Lập",
                "001040000011",
                ground,
                Component.MONTHLY,
                before,
                now,
                0,
                0,
                reason,
                "",
                YearMonth.of(2023, 8));
    }

    private record Input(List<PaymentLineView> paymentLines, List<ChangeView> changes)
            implements ReportInput {
        @Override
        public LocalityProfile locality() {
            return new TuKy().profile();
        }

        @Override
        public YearMonth month() {
            return YearMonth.of(2023, 8);
        }

        @Override
        public LocalDate issuedOn() {
            return LocalDate.of(2023, 8, 10);
        }
    }
}
