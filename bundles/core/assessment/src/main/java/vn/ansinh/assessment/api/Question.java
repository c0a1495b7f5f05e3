package vn.ansinh.assessment.api;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vn.ansinh.locality.api.FactKind;
import vn.ansinh.locality.api.FactKinds;

/**
 * A given case: a person's facts, the month asked for and the day as known on. Nobody on the
 * register is meant, and nothing is guessed: what is not written as it must be is a fault.
 *
 * @param id the case's name, handed back
 * @param month benefit month
 * @param knownOn day as known on which law and facts are read
 * @param earliestBirth first day the given birth allows
 * @param latestBirth last day
 * @param sex {@code MALE}, {@code FEMALE} or empty
 * @param death day of death, or null
 * @param facts dated facts
 */
public record Question(
        String id,
        YearMonth month,
        LocalDate knownOn,
        LocalDate earliestBirth,
        LocalDate latestBirth,
        String sex,
        LocalDate death,
        List<DatedFact> facts) {

    public Question {
        facts = List.copyOf(facts);
    }

    private static final LocalDate ALWAYS = LocalDate.of(1900, 1, 1);
    private static final Set<String> FIELDS =
            Set.of("id", "month", "known_on", "birth", "sex", "death");
    private static final Set<String> FACT_FIELDS =
            Set.of("kind", "value", "from", "to", "known_since");

    /** What the law says of it, restricted grounds hidden. */
    public Reasons answer(Engine engine, PolicySnapshot law) {
        return Reasons.of(
                law.assess(
                        engine.facts(earliestBirth, latestBirth, sex, death, facts, knownOn),
                        month,
                        knownOn),
                law,
                false);
    }

    /**
     * Reads the texts of a case; with a fault the question is of no use.
     *
     * @param row case or line as people count
     * @param fields texts by field, without the facts
     * @param factFields texts of each fact; null in the place of one that is a fault already
     * @param faults takes every fault with its field
     */
    public static Question of(
            int row,
            Map<String, String> fields,
            List<Map<String, String>> factFields,
            Faults faults) {
        Reader reader = new Reader(row, "", fields, faults);
        reader.onlyKnown(FIELDS);
        String id = reader.needed("id");
        YearMonth month = reader.month("month");
        LocalDate knownOn = reader.day("known_on", true);
        String birth = reader.needed("birth");
        String sex = fields.getOrDefault("sex", "");
        if (!Set.of("", "MALE", "FEMALE").contains(sex)) {
            reader.fault("sex", "«" + sex + "» phải là MALE, FEMALE hoặc để trống");
        }
        LocalDate death = reader.day("death", false);
        LocalDate earliest = reader.birth(birth, true);
        LocalDate latest = reader.birth(birth, false);
        if (death != null && earliest != null && death.isBefore(earliest)) {
            reader.fault("death", "ngày mất trước ngày sinh");
        }
        if (knownOn != null && earliest != null && earliest.isAfter(knownOn)) {
            reader.fault("birth", "ngày sinh sau ngày xét (known_on)");
        }
        List<DatedFact> facts = new ArrayList<>();
        for (int i = 0; i < factFields.size(); i++) {
            String place = "facts[" + (i + 1) + "].";
            Map<String, String> texts = factFields.get(i);
            DatedFact fact = texts == null ? null : fact(row, place, texts, faults);
            if (fact != null) {
                contradicts(fact, facts, row, place, faults);
                facts.add(fact);
            }
        }
        return new Question(id, month, knownOn, earliest, latest, sex, death, facts);
    }

    private static DatedFact fact(
            int row, String place, Map<String, String> fields, Faults faults) {
        Reader reader = new Reader(row, place, fields, faults);
        int before = faults.count();
        reader.onlyKnown(FACT_FIELDS);
        String name = reader.needed("kind");
        String value = reader.needed("value");
        LocalDate from = reader.day("from", false);
        LocalDate to = reader.day("to", false);
        LocalDate since = reader.day("known_since", false);
        FactKind kind = FactKinds.find(name);
        if (!name.isEmpty() && kind == null) {
            reader.fault("kind", "không có loại căn cứ «" + name + "» (docs/reference/facts.md)");
        } else if (kind != null && !value.isEmpty() && kind.fault(value) != null) {
            reader.fault("value", kind.fault(value));
        }
        LocalDate begin = from == null ? ALWAYS : from;
        if (to != null && to.isBefore(begin)) {
            reader.fault("to", "ngày kết thúc trước ngày bắt đầu");
        }
        return faults.count() > before
                ? null
                : new DatedFact(name, value, begin, to, since == null ? begin : since);
    }

    /** Two values of one kind that begin and become known on the same days: nothing is guessed. */
    private static void contradicts(
            DatedFact fact, List<DatedFact> others, int row, String place, Faults faults) {
        for (DatedFact other : others) {
            if (other.kind().equals(fact.kind())
                    && !other.value().equals(fact.value())
                    && other.from().equals(fact.from())
                    && other.knownSince().equals(fact.knownSince())) {
                faults.add(
                        row,
                        place + "value",
                        "mâu thuẫn: " + fact.kind() + " có hai giá trị cùng ngày bắt đầu");
            }
        }
    }

    /** Texts of one place of a case, read as what they must be. */
    private record Reader(int row, String place, Map<String, String> fields, Faults faults) {

        void fault(String field, String sentence) {
            faults.add(row, place + field, sentence);
        }

        void onlyKnown(Set<String> known) {
            for (String field : new TreeSet<>(fields.keySet())) {
                if (!known.contains(field)) {
                    fault(field, "không có trường này; có: " + new TreeSet<>(known));
                }
            }
        }

        String needed(String field) {
            String text = fields.getOrDefault(field, "");
            if (text.isBlank()) {
                fault(field, "để trống");
            }
            return text;
        }

        YearMonth month(String field) {
            String text = needed(field);
            try {
                return text.isBlank() ? null : YearMonth.parse(fourDigits(text));
            } catch (DateTimeException e) {
                fault(field, "«" + text + "» phải là tháng yyyy-MM");
                return null;
            }
        }

        LocalDate day(String field, boolean needed) {
            String text = needed ? needed(field) : fields.getOrDefault(field, "");
            try {
                return text.isBlank() ? null : LocalDate.parse(fourDigits(text));
            } catch (DateTimeException e) {
                fault(field, "«" + text + "» không có trong lịch; ghi yyyy-MM-dd");
                return null;
            }
        }

        /** A year has four digits; the readers of Java would take more, and signs. */
        private static String fourDigits(String text) {
            if (!text.matches("\\d{4}-.*")) {
                throw new DateTimeException("no year of four digits");
            }
            return text;
        }

        private static int year(String text) {
            return YearMonth.parse(fourDigits(text + "-01")).getYear();
        }

        /** First or last day that {@code yyyy}, {@code yyyy-MM} or {@code yyyy-MM-dd} allows. */
        LocalDate birth(String text, boolean first) {
            try {
                return switch (text.length()) {
                    case 0 -> null;
                    case 4 -> LocalDate.of(year(text), first ? 1 : 12, first ? 1 : 31);
                    case 7 ->
                            first
                                    ? YearMonth.parse(fourDigits(text)).atDay(1)
                                    : YearMonth.parse(fourDigits(text)).atEndOfMonth();
                    default -> LocalDate.parse(fourDigits(text));
                };
            } catch (DateTimeException e) {
                if (first) {
                    fault("birth", "«" + text + "» phải là yyyy, yyyy-MM hoặc yyyy-MM-dd");
                }
                return null;
            }
        }
    }
}
