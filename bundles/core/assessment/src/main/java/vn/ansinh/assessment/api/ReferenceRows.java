package vn.ansinh.assessment.api;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.ansinh.locality.api.Confidence;
import vn.ansinh.locality.api.ParameterRow;

/**
 * Answers from the rows no monthly amount rests on (docs/reference/parameters.md): one-off amounts,
 * terms in working days, forms, standards. An event or a file is asked by its own day, as known on
 * that day: a decree in force later does not reach back to it.
 */
public final class ReferenceRows {

    private static final String TIMES = "× ";

    /** Row that says whose rate a multiple takes: {@code national} or the highest. */
    private static final String BASE = "oneOffBase.";

    private final PolicySnapshot law;
    private final Map<LocalDate, String> calendar = new LinkedHashMap<>();

    /**
     * @param law the law whose rows are asked
     */
    public ReferenceRows(PolicySnapshot law) {
        this.law = law;
        for (ParameterRow row : law.reference()) {
            if (row.key().startsWith("day.")) {
                calendar.put(LocalDate.parse(row.key().substring("day.".length())), row.value());
            }
        }
    }

    /** The row that counts: of the highest layer that has one, the latest in force. */
    public Optional<ParameterRow> row(String key, YearMonth month, LocalDate knownOn) {
        List<ParameterRow> byTerritory = standing(law.reference(), key, month, knownOn);
        return byTerritory.isEmpty()
                ? Optional.empty()
                : Optional.of(byTerritory.get(byTerritory.size() - 1));
    }

    /**
     * A one-off amount and the rows it rests on.
     *
     * @param value at least so much: whole đồng, or the unit of its row
     * @param row the row of the amount or the multiple
     * @param rate the row of the rate it is a multiple of, or null
     */
    public record Amount(long value, ParameterRow row, ParameterRow rate) {

        /** Whether it rests on an uncertain row, which a decision has to say. */
        public boolean uncertain() {
            return row.confidence() == Confidence.UNCERTAIN
                    || rate != null && rate.confidence() == Confidence.UNCERTAIN;
        }
    }

    /**
     * A one-off amount (mai táng, cứu trợ …): the highest that any territory gives.
     *
     * @param code what, e.g. {@code funeral.community}: the row {@code oneOff.CODE}, whose unit is
     *     {@code × KEY} where it is a multiple of a rate
     * @param event day of the event
     */
    public Optional<Amount> oneOff(String code, LocalDate event) {
        return oneOff(code, YearMonth.from(event), event);
    }

    /** The same as known on another day, e.g. where a row lets a later decree reach back. */
    public Optional<Amount> oneOff(String code, YearMonth month, LocalDate knownOn) {
        Amount best = null;
        for (ParameterRow row : standing(law.reference(), "oneOff." + code, month, knownOn)) {
            Amount amount = amount(row, month, knownOn);
            if (amount != null && (best == null || amount.value() > best.value())) {
                best = amount;
            }
        }
        return Optional.ofNullable(best);
    }

    /** What a row amounts to; null where it says {@code none} or no rate is known. */
    private Amount amount(ParameterRow row, YearMonth month, LocalDate knownOn) {
        if (row.value().equals("none")) {
            return null;
        }
        BigDecimal value = new BigDecimal(row.value());
        if (!row.unit().startsWith(TIMES)) {
            return new Amount(value.longValueExact(), row, null);
        }
        String rate = row.unit().substring(TIMES.length()).split(" ")[0];
        boolean national =
                row(BASE + rate, month, knownOn)
                        .map(ParameterRow::value)
                        .filter("national"::equals)
                        .isPresent();
        ParameterRow base = null;
        for (ParameterRow level : standing(law.rows(), rate, month, knownOn)) {
            boolean counts = !national || level.territory().equals(row.territory());
            if (counts && (base == null || dong(level) > dong(base))) {
                base = level;
            }
        }
        return base == null
                ? null
                : new Amount(
                        value.multiply(new BigDecimal(base.value())).longValueExact(), row, base);
    }

    private static long dong(ParameterRow rate) {
        return Long.parseLong(rate.value());
    }

    /**
     * Last day of a term of working days: the day of receipt is day 0 (Civil Code 2015 Điều 147).
     *
     * @throws IllegalArgumentException for a negative number of days
     */
    public LocalDate after(LocalDate received, int workingDays) {
        if (workingDays < 0) {
            throw new IllegalArgumentException("working days: " + workingDays);
        }
        LocalDate day = received;
        for (int counted = 0; counted < workingDays; ) {
            day = day.plusDays(1);
            if (works(day)) {
                counted++;
            }
        }
        return day;
    }

    /** Whether State offices work: the calendar's rows, else Monday to Friday. */
    public boolean works(LocalDate day) {
        String row = calendar.get(day);
        if (row != null) {
            return row.equals("work");
        }
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    /**
     * Last day to answer a file received on a day, by the row {@code deadline.CODE} known then;
     * empty where the law sets no term.
     */
    public Optional<LocalDate> deadline(String code, LocalDate received) {
        return row("deadline." + code, YearMonth.from(received), received)
                .filter(row -> row.value().matches("[0-9]+"))
                .map(row -> after(received, Integer.parseInt(row.value())));
    }

    /** Of each territory the row that counts, in the order of the layers. */
    private static List<ParameterRow> standing(
            List<ParameterRow> rows, String key, YearMonth month, LocalDate knownOn) {
        Map<String, ParameterRow> best = new LinkedHashMap<>();
        for (ParameterRow row : rows) {
            if (row.key().equals(key) && row.applies(month) && row.known(month, knownOn)) {
                best.merge(row.territory(), row, ReferenceRows::later);
            }
        }
        return new ArrayList<>(best.values());
    }

    private static ParameterRow later(ParameterRow standing, ParameterRow row) {
        int order = row.inForce().compareTo(standing.inForce());
        return order > 0 || order == 0 && row.appliesFrom().isAfter(standing.appliesFrom())
                ? row
                : standing;
    }
}
