package vn.ansinh.generator;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;

/** What was planted, one row each: {@code truth.csv}. */
final class Truth {

    /** A decision differs from the law in the month. */
    static final String LAW = "LAW";

    /** Two records are one person. */
    static final String DUPLICATE = "DUPLICATE";

    /** Two records look alike and are two people. */
    static final String LOOK_ALIKE = "LOOK_ALIKE";

    /** The list of a month is wrong about somebody. */
    static final String PAID = "PAID";

    /** How a sheet of an officer's workbook is written. */
    static final String SHEET = "SHEET";

    static final String NOTHING = "NOTHING";

    static final List<String> COLUMNS =
            List.of(
                    "locality",
                    "month",
                    "family",
                    "kind",
                    "person_key",
                    "other_key",
                    "personal_id",
                    "expected",
                    "found",
                    "detail");

    private Truth() {}

    /** A ground and its coefficient. */
    static String granted(String ground, int tenths) {
        return ground + " x " + coefficient(tenths);
    }

    static String coefficient(int tenths) {
        return tenths / 10 + "." + tenths % 10;
    }

    /** Writes what was planted between decision and law. */
    static void law(CsvOut out, Place place, Life life, String kind, String lawful, String why) {
        String decided =
                life.grants.stream()
                        .filter(grant -> grant.component().equals("MONTHLY"))
                        .filter(grant -> grant.covers(place.month()))
                        .map(grant -> granted(grant.ground(), grant.tenths()))
                        .collect(Collectors.joining(" + "));
        out.row(
                place.code(),
                place.month(),
                LAW,
                kind,
                life.key,
                "",
                life.personalId,
                lawful,
                decided.isEmpty() ? NOTHING : decided,
                why);
    }

    /** Writes what is wrong on the list of a month about somebody, if anything is. */
    static void paid(CsvOut out, Place place, Life life, YearMonth month) {
        PaidError error = life.plan.error();
        if (error == null) {
            return;
        }
        String due = lines(PaidLine.due(life, month, place));
        String paid = lines(PaidLine.paid(life, month, place));
        if (!due.equals(paid)) {
            out.row(
                    place.code(),
                    month,
                    PAID,
                    error,
                    life.key,
                    "",
                    life.personalId,
                    due,
                    paid,
                    error.reason());
        }
    }

    /** Writes that two records are, or are not, one person. */
    static void twin(CsvOut out, Place place, Life life, RegisterRow second) {
        Twin twin = life.plan.twin();
        out.row(
                place.code(),
                "",
                twin.duplicate() ? DUPLICATE : LOOK_ALIKE,
                twin,
                second.key(),
                life.key,
                second.personalId(),
                "",
                "",
                twin.reason());
    }

    /** Writes how a sheet is written. */
    static void sheet(CsvOut out, Place place, String kind, String detail) {
        out.row(place.code(), "", SHEET, kind, "", "", "", "", "", detail);
    }

    /** Amounts with their units, in the order of the list; nothing when there is none. */
    private static String lines(List<PaidLine> lines) {
        return lines.stream()
                .map(line -> line.unit().code() + ":" + line.dong())
                .collect(Collectors.joining(" + "));
    }
}
