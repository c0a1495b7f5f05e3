package vn.ansinh.locality.kit;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
 * @param question what is asked
 * @param component component looked at; null unless the question is {@link Question#MONTH}
 * @param ground expected ground, or empty for nothing; else the key or code that is asked
 * @param expected expected đồng, value or day
 * @param rows expected rows by key, for {@link Question#ROWS}
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
        Question question,
        Component component,
        String ground,
        String expected,
        Map<String, String> rows) {

    /** What a case asks. */
    enum Question {
        /** What a person is owed for a month. */
        MONTH,
        /** A one-off amount for an event on the day {@code known_on}. */
        ONE_OFF,
        /** The last day of a term for a file received on the day {@code known_on}. */
        DEADLINE,
        /** The rows of law that count, and the instrument they stand in. */
        ROWS
    }

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
        rows = Map.copyOf(rows);
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
            Question question = question(f.get(9));
            boolean month = question == Question.MONTH;
            String ground = f.get(10).equals("-") ? "" : f.get(10);
            String expected =
                    month || question == Question.ROWS
                            ? Long.toString(Long.parseLong(f.get(11)))
                            : f.get(11);
            if (month && ground.isEmpty() != expected.equals("0")) {
                throw new IllegalArgumentException("không có nhóm thì ground là - và amount là 0");
            }
            Map<String, String> rows = question == Question.ROWS ? rows(f.get(7)) : Map.of();
            if (question == Question.ROWS && rows.size() != Integer.parseInt(expected)) {
                throw new IllegalArgumentException("amount phải là số dòng: " + rows.size());
            }
            return new GoldenCase(
                    file + ":" + line.number(),
                    f.get(0),
                    YearMonth.parse(f.get(2)),
                    LocalDate.parse(f.get(3)),
                    month ? birth(f.get(4), true) : LocalDate.EPOCH,
                    month ? birth(f.get(4), false) : LocalDate.EPOCH,
                    f.get(5),
                    f.get(6).isEmpty() ? null : LocalDate.parse(f.get(6)),
                    month ? facts(f.get(7)) : List.of(),
                    f.get(8).isEmpty() ? null : LocalDate.parse(f.get(8)),
                    question,
                    month ? Component.valueOf(f.get(9)) : null,
                    ground,
                    expected,
                    rows);
        } catch (DateTimeException | IllegalArgumentException e) {
            faults.add(line.at(e.getMessage()));
            return null;
        }
    }

    private static Question question(String component) {
        for (Question question : Question.values()) {
            if (question != Question.MONTH && question.name().equals(component)) {
                return question;
            }
        }
        return Question.MONTH;
    }

    /** {@code key=value; …}; the value {@code -} means that no row counts. */
    private static Map<String, String> rows(String text) {
        Map<String, String> rows = new LinkedHashMap<>();
        for (String part : text.split(";")) {
            String[] pair = part.trim().split("=", 2);
            if (pair.length != 2 || rows.put(pair[0], pair[1]) != null) {
                throw new IllegalArgumentException("dòng phải là khóa=giá trị: " + part.trim());
            }
        }
        return rows;
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
