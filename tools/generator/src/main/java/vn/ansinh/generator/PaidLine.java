package vn.ansinh.generator;

import java.time.YearMonth;
import java.util.List;

/**
 * A line of a list of what was paid.
 *
 * @param unit whose part of the list it stands in
 * @param tenths coefficient × 10 written on the list
 * @param dong amount in whole đồng
 */
record PaidLine(Life life, Life.Grant grant, Place.Unit unit, int tenths, long dong) {

    /** What is due to somebody for a month: decisions in force at the rate of the month. */
    static List<PaidLine> due(Life life, YearMonth month, Place place) {
        if (!life.livesIn(month)) {
            return List.of();
        }
        return life.grants.stream()
                .filter(grant -> grant.covers(month))
                .map(grant -> of(life, grant, month, place))
                .toList();
    }

    /** What the list shows: what is due, but for a planted error. */
    static List<PaidLine> paid(Life life, YearMonth month, Place place) {
        List<PaidLine> due = due(life, month, place);
        PaidError error = life.plan.error();
        return error == null ? due : error.paid(life, due, month, place);
    }

    /** A line of a grant, whether or not it covers the month. */
    static PaidLine of(Life life, Life.Grant grant, YearMonth month, Place place) {
        return new PaidLine(
                life,
                grant,
                life.unit,
                grant.tenths(),
                Rates.amount(place.territory(), grant.ground(), grant.tenths(), month));
    }

    PaidLine with(int other, Place place, YearMonth month) {
        return new PaidLine(
                life,
                grant,
                unit,
                other,
                Rates.amount(place.territory(), grant.ground(), other, month));
    }

    PaidLine atFormerRate(Place place, YearMonth month) {
        long former = Rates.amountAtFormerRate(place.territory(), tenths, month);
        return new PaidLine(life, grant, unit, tenths, former);
    }

    PaidLine in(Place.Unit other) {
        return new PaidLine(life, grant, other, tenths, dong);
    }

    /** The second and third digit swapped; where they are the same, a nought is lost. */
    PaidLine mistyped() {
        char[] digits = String.valueOf(dong).toCharArray();
        if (digits[1] == digits[2]) {
            return new PaidLine(life, grant, unit, tenths, dong / 10);
        }
        char second = digits[1];
        digits[1] = digits[2];
        digits[2] = second;
        return new PaidLine(life, grant, unit, tenths, Long.parseLong(new String(digits)));
    }
}
