package vn.ansinh.generator;

import java.time.LocalDate;
import java.util.Random;

/** What may be planted between a decision and the law. One kind differs in one way only. */
enum Difference {
    /** Died last month: due in full for the month of death, the decision was never ended. */
    DIED(Case.SEVERE, Case.SEVERE, "chết tháng trước; tháng chết là tháng cuối"),
    /** Drew the social pension as near-poor and turned 75 last month: another clause now. */
    TURNED_75(
            Case.SOCIAL_PENSION_70,
            null,
            "tròn 75 tuổi tháng trước: sang nhóm từ đủ 75 tuổi, cùng mức"),
    /** Turned 80 last month: the coefficient of 5.5.a rises. */
    TURNED_80(
            Case.POOR_OLDER,
            Case.POOR_OLDER,
            "tròn 80 tuổi tháng trước: hệ số tăng, chưa có quyết định điều chỉnh"),
    /** Turned 60 last month: the coefficient of 5.6 rises. */
    TURNED_60(
            Case.SEVERE,
            Case.SEVERE,
            "tròn 60 tuổi tháng trước: hệ số tăng, chưa có quyết định điều chỉnh"),
    /** Turned 16 in the month before last: the coefficient of 5.6 falls. */
    TURNED_16(
            Case.SEVERE,
            Case.SEVERE,
            "tròn 16 tuổi hai tháng trước: hệ số giảm, chưa có quyết định điều chỉnh"),
    /** The household left the near-poor list at the end of the year. */
    LOST_NEAR_POOR(
            Case.SOCIAL_PENSION_70,
            null,
            "thoát cận nghèo cuối năm trước, chưa đủ 75 tuổi: hết điều kiện"),
    /** Half a coefficient too much was decided. */
    WRONG_COEFFICIENT(Case.SEVERE, Case.SEVERE, "quyết định ghi thừa hệ số 0,5"),
    /** Draws a pension since two months before. */
    PENSION_STARTED(
            Case.SOCIAL_PENSION_75,
            Case.EIGHTY,
            "hưởng lương hưu 3.200.000 đồng từ hai tháng trước: hết điều kiện");

    private static final long PENSION = 3_200_000;

    private final Case withSocialPension;
    private final Case before;
    private final String reason;

    Difference(Case withSocialPension, Case before, String reason) {
        this.withSocialPension = withSocialPension;
        this.before = before;
        this.reason = reason;
    }

    /** The reason, in Vietnamese. */
    String reason() {
        return reason;
    }

    /** Whom it is planted on, or null where the month does not know it. */
    Case of(Place place) {
        return place.paysSocialPension() ? withSocialPension : before;
    }

    /** A birth that makes it true and nothing else. */
    LocalDate birth(Case why, Place place, Random random) {
        LocalDate turned = place.month().minusMonths(1).atDay(3 + random.nextInt(20));
        return switch (this) {
            case TURNED_75 -> turned.minusYears(75);
            case TURNED_80 -> turned.minusYears(80);
            case TURNED_60 -> turned.minusYears(60);
            case TURNED_16 -> turned.minusMonths(1).minusYears(16);
            case LOST_NEAR_POOR -> turned.minusYears(72);
            case PENSION_STARTED -> turned.minusYears(why == Case.EIGHTY ? 81 : 78).minusMonths(2);
            case DIED, WRONG_COEFFICIENT -> turned.minusYears(35 + random.nextInt(15));
        };
    }

    /** The day whose age was decided on: well before the birthday that changed something. */
    LocalDate decidedBy(Place place) {
        return place.month().minusMonths(4).atDay(1);
    }

    /** Puts it in the life and gives the decided coefficient × 10. */
    int plant(Life life, int tenths, Place place) {
        LocalDate twoMonthsBefore = place.month().minusMonths(2).atDay(1);
        switch (this) {
            case DIED -> {
                life.death = place.month().minusMonths(1).atDay(17);
                life.deathKnownOn = life.death.plusDays(9);
            }
            case LOST_NEAR_POOR ->
                    life.povertyTo = LocalDate.of(place.month().getYear() - 1, 12, 31);
            case PENSION_STARTED -> {
                life.pensionDong = PENSION;
                life.pensionFrom = twoMonthsBefore;
            }
            case WRONG_COEFFICIENT -> {
                return tenths + 5;
            }
            case TURNED_16, TURNED_60, TURNED_75, TURNED_80 -> {
                // The birth says it all.
            }
        }
        return tenths;
    }

    /** What the law gives in the month: ground and coefficient, or {@link Truth#NOTHING}. */
    String lawful(Case why, int age) {
        String ground = why.ground();
        return switch (this) {
            case DIED, LOST_NEAR_POOR, PENSION_STARTED -> Truth.NOTHING;
            case TURNED_75 -> Truth.granted(Case.SOCIAL_PENSION_75.ground(), 10);
            case TURNED_80 -> Truth.granted(ground, why.coefficientTenths(80));
            case TURNED_60 -> Truth.granted(ground, why.coefficientTenths(60));
            case TURNED_16 -> Truth.granted(ground, why.coefficientTenths(16));
            case WRONG_COEFFICIENT -> Truth.granted(ground, why.coefficientTenths(age));
        };
    }
}
