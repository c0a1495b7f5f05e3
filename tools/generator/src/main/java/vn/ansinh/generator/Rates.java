package vn.ansinh.generator;

import java.time.YearMonth;
import java.util.List;

/**
 * What a coefficient of one was worth in a month, in whole đồng. Typed here a second time on
 * purpose: the generator does not ask the law bundles it is to test. A local level counts only
 * where it is above the national one (NĐ 20/2021/NĐ-CP Điều 4.3, NĐ 335/2026/NĐ-CP Điều 4.3).
 */
final class Rates {

    /** Whose resolutions hold; units of tỉnh Hải Dương joined Hải Phòng on 1 July 2025. */
    enum Territory {
        NATIONAL,
        HA_NOI,
        HAI_DUONG,
        HAI_PHONG
    }

    private record Row(Territory territory, YearMonth from, long dong, String instrument) {}

    private static final List<Row> STANDARD =
            List.of(
                    row(Territory.NATIONAL, 2014, 1, 270_000, "NĐ 136/2013/NĐ-CP"),
                    row(Territory.NATIONAL, 2021, 7, 360_000, "NĐ 20/2021/NĐ-CP Điều 4.2"),
                    row(Territory.NATIONAL, 2024, 7, 500_000, "NĐ 76/2024/NĐ-CP"),
                    row(Territory.NATIONAL, 2026, 7, 540_000, "NĐ 335/2026/NĐ-CP Điều 4.2"),
                    row(Territory.HA_NOI, 2021, 7, 440_000, "NQ 09/2021/NQ-HĐND Hà Nội"),
                    row(Territory.HA_NOI, 2026, 1, 650_000, "NQ 63/2025/NQ-HĐND Hà Nội"),
                    row(Territory.HAI_DUONG, 2021, 7, 380_000, "NQ 03/2021/NQ-HĐND Hải Dương"),
                    row(Territory.HAI_DUONG, 2024, 8, 550_000, "NQ 07/2024/NQ-HĐND Hải Dương"),
                    row(Territory.HAI_DUONG, 2026, 1, 700_000, "NQ 48/2025/NQ-HĐND Hải Phòng"),
                    row(Territory.HAI_PHONG, 2026, 1, 700_000, "NQ 48/2025/NQ-HĐND Hải Phòng"));

    private static final List<Row> SOCIAL_PENSION =
            List.of(
                    row(Territory.NATIONAL, 2025, 7, 500_000, "NĐ 176/2025/NĐ-CP Điều 3"),
                    row(Territory.NATIONAL, 2026, 7, 540_000, "NĐ 335/2026/NĐ-CP Điều 31.1"),
                    row(Territory.HA_NOI, 2026, 1, 650_000, "NQ 63/2025/NQ-HĐND Hà Nội"),
                    row(Territory.HAI_DUONG, 2026, 1, 700_000, "NQ 48/2025/NQ-HĐND Hải Phòng"),
                    row(Territory.HAI_PHONG, 2026, 1, 700_000, "NQ 48/2025/NQ-HĐND Hải Phòng"));

    private Rates() {}

    /** What a ground with a coefficient in tenths is worth in a month. */
    static long amount(Territory territory, String ground, int tenths, YearMonth month) {
        boolean pension = ground.startsWith("HTXH");
        return rate(pension ? SOCIAL_PENSION : STANDARD, territory, month) * tenths / 10;
    }

    /** The same at the standard rate that held before the present one; never above it. */
    static long amountAtFormerRate(Territory territory, int tenths, YearMonth month) {
        long now = rate(STANDARD, territory, month);
        YearMonth earlier = month;
        while (rate(STANDARD, territory, earlier) == now) {
            earlier = earlier.minusMonths(1);
        }
        return rate(STANDARD, territory, earlier) * tenths / 10;
    }

    private static long rate(List<Row> rows, Territory territory, YearMonth month) {
        return Math.max(own(rows, Territory.NATIONAL, month), own(rows, territory, month));
    }

    private static long own(List<Row> rows, Territory territory, YearMonth month) {
        long found = 0;
        for (Row row : rows) {
            if (row.territory == territory && !row.from.isAfter(month)) {
                found = row.dong;
            }
        }
        return found;
    }

    private static Row row(Territory territory, int year, int month, long dong, String instrument) {
        return new Row(territory, YearMonth.of(year, month), dong, instrument);
    }
}
