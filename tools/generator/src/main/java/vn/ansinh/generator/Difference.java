package vn.ansinh.generator;

import java.time.LocalDate;
import java.util.Map;
import java.util.Random;

/** What may be planted. One kind differs from the law in one way only. */
enum Difference {
    /** Died last month: due in full for the month of death, the decision was never ended. */
    DIED(Case.SEVERE, Case.SEVERE),
    /** Drew the social pension as near-poor and turned 75 last month: another clause now. */
    TURNED_75(Case.SOCIAL_PENSION_70, null),
    /** Turned 80 last month: the coefficient of 5.5.a rises. */
    TURNED_80(Case.POOR_OLDER, Case.POOR_OLDER),
    /** Turned 60 last month: the coefficient of 5.6 rises. */
    TURNED_60(Case.SEVERE, Case.SEVERE),
    /** Turned 16 in the month before last: the coefficient of 5.6 falls. */
    TURNED_16(Case.SEVERE, Case.SEVERE),
    /** The household left the near-poor list at the end of the year. */
    LOST_NEAR_POOR(Case.SOCIAL_PENSION_70, null),
    /** Half a coefficient too much was decided. */
    WRONG_COEFFICIENT(Case.SEVERE, Case.SEVERE),
    /** Draws a pension since two months before. */
    PENSION_STARTED(Case.SOCIAL_PENSION_75, Case.EIGHTY);

    private final Case withSocialPension;
    private final Case before;

    Difference(Case withSocialPension, Case before) {
        this.withSocialPension = withSocialPension;
        this.before = before;
    }

    /** Whom it is planted on, or null where the month does not know it. */
    Case of(Place place) {
        return place.mix().containsKey(Case.SOCIAL_PENSION_75) ? withSocialPension : before;
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

    /** Puts it in the row and gives the decided coefficient × 10. */
    int plant(Map<String, String> row, int tenths, Place place) {
        LocalDate lastMonth = place.month().minusMonths(1).atDay(17);
        LocalDate twoMonthsBefore = place.month().minusMonths(2).atDay(17);
        switch (this) {
            case DIED -> row.put("death", lastMonth.toString());
            case LOST_NEAR_POOR ->
                    row.put(
                            "poverty_national_to",
                            LocalDate.of(place.month().getYear() - 1, 12, 31).toString());
            case PENSION_STARTED -> {
                row.put("pension_dong", "3200000");
                row.put("pension_from", twoMonthsBefore.withDayOfMonth(1).toString());
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

    Truth truth(Case why, int age, Place place) {
        String ground = why.ground();
        return switch (this) {
            case DIED ->
                    new Truth(name(), Truth.NOTHING, "chết tháng trước; tháng chết là tháng cuối");
            case TURNED_75 ->
                    new Truth(
                            name(),
                            Population.decided(Case.SOCIAL_PENSION_75.ground(), 10),
                            "tròn 75 tuổi tháng trước: sang nhóm từ đủ 75 tuổi, cùng mức");
            case TURNED_80 ->
                    new Truth(
                            name(),
                            Population.decided(ground, why.coefficientTenths(80)),
                            "tròn 80 tuổi tháng trước: hệ số tăng, chưa có quyết định điều chỉnh");
            case TURNED_60 ->
                    new Truth(
                            name(),
                            Population.decided(ground, why.coefficientTenths(60)),
                            "tròn 60 tuổi tháng trước: hệ số tăng, chưa có quyết định điều chỉnh");
            case TURNED_16 ->
                    new Truth(
                            name(),
                            Population.decided(ground, why.coefficientTenths(16)),
                            "tròn 16 tuổi hai tháng trước: hệ số giảm, chưa có quyết định điều chỉnh");
            case LOST_NEAR_POOR ->
                    new Truth(
                            name(),
                            Truth.NOTHING,
                            "thoát cận nghèo cuối năm trước, chưa đủ 75 tuổi: hết điều kiện");
            case WRONG_COEFFICIENT ->
                    new Truth(
                            name(),
                            Population.decided(ground, why.coefficientTenths(age)),
                            "quyết định ghi thừa hệ số 0,5");
            case PENSION_STARTED ->
                    new Truth(
                            name(),
                            Truth.NOTHING,
                            "hưởng lương hưu 3.200.000 đồng từ hai tháng trước: hết điều kiện");
        };
    }
}
