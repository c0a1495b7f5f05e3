package vn.ansinh.generator;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** What may be wrong in the lists of what was paid in the last three months. */
enum PaidError {
    /** Died in the first of the months; still on the two lists that followed. */
    PAID_AFTER_DEATH("chết từ tháng đầu, hai tháng sau vẫn chi"),
    /** Turned 60 long ago; paid with the coefficient of a younger adult. */
    WRONG_AGE_BAND("đã đủ 60 tuổi, vẫn chi theo hệ số người dưới 60 tuổi"),
    /** Paid at the standard rate that held before the present one. */
    OLD_RATE("chi theo mức chuẩn cũ"),
    /** The degree was raised; paid with the coefficient of before. */
    OLD_COEFFICIENT("đã có giấy xác nhận đặc biệt nặng, vẫn chi theo hệ số của mức nặng"),
    /** Left the list of poor households at the end of the year; still paid. */
    LOST_POVERTY_STILL_PAID("đã thoát nghèo cuối năm trước, quyết định đã thôi, vẫn chi"),
    /** Lacks on the list of the second month. */
    MISSING("đang hưởng, không có trong danh sách tháng"),
    /** Stands twice on the list of the second month. */
    TWICE("có hai lần trong danh sách tháng"),
    /** Suspended for not collecting; still paid. */
    SUSPENDED_YET_PAID("đã tạm dừng vì ba tháng liền không nhận tiền, vẫn chi"),
    /** Two digits were swapped, or a nought was lost, in the second month. */
    WRONG_AMOUNT("gõ sai số tiền"),
    /** Granted from the second month on, but on no list. */
    NEW_GRANT_FORGOTTEN("quyết định mới từ tháng thứ hai, chưa được chi"),
    /** Granted from the last month on; paid in the month before instead. */
    WRONG_MONTH("hưởng từ tháng này, lại chi vào tháng trước"),
    /** Stands in another unit's part of the list of the second month. */
    UNIT_CHANGED("nằm trong danh sách của đơn vị khác");

    private final String reason;

    PaidError(String reason) {
        this.reason = reason;
    }

    /** The reason, in Vietnamese. */
    String reason() {
        return reason;
    }

    /** Whom it is planted on. */
    Case of(Place place) {
        return switch (this) {
            case OLD_COEFFICIENT -> Case.EXTREMELY_SEVERE;
            case LOST_POVERTY_STILL_PAID, TWICE -> Case.POOR_OLDER;
            case MISSING, WRONG_AMOUNT -> place.pensionCase();
            default -> Case.SEVERE;
        };
    }

    /** Whether somebody of that age can be it. */
    boolean fits(int age) {
        return switch (this) {
            case WRONG_AGE_BAND -> age >= 61 && age < 65;
            case LOST_POVERTY_STILL_PAID -> age <= Movement.OLDEST_THAT_ENDS;
            default -> true;
        };
    }

    /** The day by which everything had been decided; the months on the lists come later. */
    LocalDate decidedBy(Place place) {
        YearMonth month = place.month();
        return switch (this) {
            case MISSING, WRONG_AMOUNT -> month.minusMonths(3).atDay(1);
            default -> month.minusMonths(4).atDay(1);
        };
    }

    /** The month the decision is signed and pays from, where that matters; else null. */
    YearMonth begins(Place place) {
        return switch (this) {
            case NEW_GRANT_FORGOTTEN -> place.month().minusMonths(1);
            case WRONG_MONTH -> place.month();
            default -> null;
        };
    }

    /** Puts it in the life; gives the last month granted, or null while it runs. */
    YearMonth plant(Life life, Place place) {
        YearMonth first = place.month().minusMonths(2);
        return switch (this) {
            case PAID_AFTER_DEATH -> {
                life.death = first.atDay(11);
                life.deathKnownOn = place.month().atDay(2);
                yield null;
            }
            case LOST_POVERTY_STILL_PAID -> {
                life.povertyTo = first.minusMonths(1).atEndOfMonth();
                yield first.minusMonths(1);
            }
            case SUSPENDED_YET_PAID -> {
                life.suspendedFrom = first;
                yield first.minusMonths(1);
            }
            default -> null;
        };
    }

    /**
     * What the list of a month shows instead of what is due; the same list when this month is
     * right.
     */
    List<PaidLine> paid(Life life, List<PaidLine> due, YearMonth month, Place place) {
        YearMonth second = place.month().minusMonths(1);
        boolean inSecond = month.equals(second);
        return switch (this) {
            case PAID_AFTER_DEATH, LOST_POVERTY_STILL_PAID, SUSPENDED_YET_PAID ->
                    life.grants.stream().map(g -> PaidLine.of(life, g, month, place)).toList();
            case WRONG_AGE_BAND -> monthly(due, line -> line.with(15, place, month));
            case OLD_COEFFICIENT ->
                    monthly(due, line -> line.with(line.tenths() - 5, place, month));
            case OLD_RATE -> monthly(due, line -> line.atFormerRate(place, month));
            case MISSING -> inSecond ? List.of() : due;
            case TWICE -> inSecond ? twice(due) : due;
            case WRONG_AMOUNT -> inSecond ? monthly(due, PaidLine::mistyped) : due;
            case NEW_GRANT_FORGOTTEN -> List.of();
            case WRONG_MONTH ->
                    inSecond
                            ? List.of(PaidLine.of(life, life.grants.get(0), month, place))
                            : List.of();
            case UNIT_CHANGED ->
                    inSecond ? monthly(due, line -> line.in(place.unit(life.index + 1))) : due;
        };
    }

    private static List<PaidLine> twice(List<PaidLine> due) {
        List<PaidLine> twice = new ArrayList<>(due);
        twice.addAll(due);
        return twice;
    }

    private static List<PaidLine> monthly(
            List<PaidLine> due, java.util.function.UnaryOperator<PaidLine> change) {
        return due.stream()
                .map(line -> line.grant().component().equals("MONTHLY") ? change.apply(line) : line)
                .toList();
    }
}
