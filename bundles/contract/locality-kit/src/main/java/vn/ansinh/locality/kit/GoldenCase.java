package vn.ansinh.locality.kit;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import vn.ansinh.assessment.api.DatedFact;
import vn.ansinh.locality.api.Component;
import vn.ansinh.locality.api.CsvTable;

/**
 * One worked case, typed by a person from the text of the law: a person, a month, what is owed for
 * one component. The format for people is docs/reference/golden-cases.md.
 *
 * @param where file and line
 * @param id case id; several lines may share it
 * @param month benefit month
 * @param knownOn as known on
 * @param earliestBirth first day the birth may have been
 * @param latestBirth last day
 * @param sex {@code M}, {@code F} or empty
 * @param death day of death, or null
 * @param facts dated facts
 * @param signedOn day the decision was signed, or null: then months before the first month of the
 *     ground owe nothing
 * @param component component looked at
 * @param ground expected ground, or empty for nothing
 * @param amountDong expected đồng
 */
record GoldenCase(
        String where,
        String id,
        YearMonth month,
        LocalDate knownOn,
        LocalDate earliestBirth,
        LocalDate latestBirth,
        String sex,
        LocalDate death,
        List<DatedFact> facts,
        LocalDate signedOn,
        Component component,
        String ground,
        long amountDong) {

    static final List<String> COLUMNS =
            List.of(
                    "id",
                    "title",
                    "month",
                    "known_on",
                    "birth",
                    "sex",
                    "death",
                    "facts",
                    "signed_on",
                    "component",
                    "ground",
                    "amount",
                    "source");

    private static final LocalDate ALWAYS = LocalDate.of(1900, 1, 1);

    GoldenCase {
        facts = List.copyOf(facts);
    }

    /** Reads a line, or adds its fault and returns null. */
    static GoldenCase of(String file, CsvTable.Line line, List<String> faults) {
        List<String> f = line.fields();
        try {
            for (String needed : List.of("id", "title", "source")) {
                if (f.get(COLUMNS.indexOf(needed)).isBlank()) {
                    throw new IllegalArgumentException(needed + " để trống");
                }
            }
            String ground = f.get(10).equals("-") ? "" : f.get(10);
            long amount = Long.parseLong(f.get(11));
            if (ground.isEmpty() != (amount == 0)) {
                throw new IllegalArgumentException("không có nhóm thì ground là - và amount là 0");
            }
            return new GoldenCase(
                    file + ":" + line.number(),
                    f.get(0),
                    YearMonth.parse(f.get(2)),
                    LocalDate.parse(f.get(3)),
                    birth(f.get(4), true),
                    birth(f.get(4), false),
                    f.get(5),
                    f.get(6).isEmpty() ? null : LocalDate.parse(f.get(6)),
                    facts(f.get(7)),
                    f.get(8).isEmpty() ? null : LocalDate.parse(f.get(8)),
                    Component.valueOf(f.get(9)),
                    ground,
                    amount);
        } catch (DateTimeException | IllegalArgumentException e) {
            faults.add(line.at(e.getMessage()));
            return null;
        }
    }

    private static LocalDate birth(String text, boolean first) {
        switch (text.length()) {
            case 4:
                int year = Integer.parseInt(text);
                return first ? LocalDate.of(year, 1, 1) : LocalDate.of(year, 12, 31);
            case 7:
                YearMonth month = YearMonth.parse(text);
                return first ? month.atDay(1) : month.atEndOfMonth();
            default:
                return LocalDate.parse(text);
        }
    }

    /** {@code kind=value@from..to~knownSince; …}; without {@code @} the fact always held. */
    private static List<DatedFact> facts(String text) {
        List<DatedFact> facts = new ArrayList<>();
        for (String part : text.split(";")) {
            if (part.isBlank()) {
                continue;
            }
            String[] known = part.trim().split("~", 2);
            String[] dated = known[0].split("@", 2);
            String[] pair = dated[0].split("=", 2);
            if (pair.length != 2 || pair[0].isBlank() || pair[1].isBlank()) {
                throw new IllegalArgumentException("căn cứ phải là tên=giá trị: " + part.trim());
            }
            String[] span = dated.length == 1 ? new String[0] : dated[1].split("\\.\\.", 2);
            LocalDate from = span.length == 0 ? ALWAYS : LocalDate.parse(span[0]);
            LocalDate to = span.length < 2 ? null : LocalDate.parse(span[1]);
            LocalDate since = known.length == 1 ? from : LocalDate.parse(known[1]);
            facts.add(new DatedFact(pair[0], pair[1], from, to, since));
        }
        return facts;
    }
}
