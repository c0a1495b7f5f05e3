package vn.ansinh.locality.thanhtri;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.ansinh.law.hanoi.HaNoiLaw;
import vn.ansinh.law.vietnam.VietnamLaw;
import vn.ansinh.locality.api.LocalityProfile.Unit;
import vn.ansinh.locality.api.ReportTable;
import vn.ansinh.locality.kit.BundleFile;
import vn.ansinh.locality.kit.LocalityKit;

class ThanhTriTest {

    @Test
    void passesTheKit() throws Exception {
        BundleFile candidate = BundleFile.module(Path.of("").toAbsolutePath());
        List<BundleFile> below =
                List.of(BundleFile.of(VietnamLaw.class), BundleFile.of(HaNoiLaw.class));
        assertThat(new LocalityKit().check(candidate, below)).isEmpty();
    }

    @Test
    void saysWhatIsWrongWithItsPlan() {
        List<String> warnings = new ThanhTri().profile().warnings();
        assertThat(warnings)
                .anyMatch(w -> w.contains("90/KH-UBND") && w.contains("30/KH-UBND"))
                .anyMatch(w -> w.contains("30/3/2022") && w.contains("23/02/2023"))
                .anyMatch(w -> w.contains("thiếu mục III"));
        assertThat(new ThanhTri().plan().number()).isEqualTo("90/KH-UBND");
        assertThat(new ThanhTri().profile().succeededBy()).hasSize(5);
    }

    /** R01 and R04, typed from the annex. */
    @Test
    void theAnnexAddsUp() {
        ReportTable table = new NearPoorPlan().compute(null);
        assertThat(table.rows()).hasSize(16);
        assertThat(table.rows().get(0).cells())
                .containsExactly(1L, "Đại Áng", 62L, new BigDecimal("1.78"), 9L);
        assertThat(table.rows().get(12).cells())
                .containsExactly(13L, "TT Văn Điển", 2L, new BigDecimal("0.04"), 2L);
        assertThat(table.totals())
                .containsExactly(null, "Toàn huyện", 505L, new BigDecimal("0.59"), 75L);
        assertThat(table.notes())
                .contains(
                        "Kế hoạch giảm 75 hộ, bằng 14,85% số hộ cận nghèo đầu năm.",
                        "Nhiều hộ cận nghèo nhất: Tả Thanh Oai 89, Đại Áng 62, Hữu Hòa 59, Vạn"
                                + " Phúc 57, Ngọc Hồi 56 (323 hộ, 63,96%).",
                        "Tỉ lệ cao nhất: Đại Áng 1,78, Hữu Hòa 1,60, Vạn Phúc 1,39, Ngọc Hồi 1,36,"
                                + " Yên Mỹ 0,84.");
        assertThat(new ThanhTri().profile().units().stream().map(Unit::name))
                .as("the units are the annex's, in its order")
                .zipSatisfy(
                        table.rows().stream().map(row -> (String) row.cells().get(1)).toList(),
                        (unit, printed) ->
                                assertThat(unit).endsWith(printed.replaceFirst("^TT ", "")));
    }
}
