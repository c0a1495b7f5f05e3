package vn.ansinh.assessment.internal;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import vn.ansinh.assessment.api.DatedFact;
import vn.ansinh.locality.api.Facts;

/**
 * Facts of one person as known on a day. Of two that overlap the later, then the later known.
 *
 * <p>A decision asks some hundred times, mostly for what is not there: a bit per kind answers that.
 * Facts lie together by the {@link #slot} of their kind, the one that counts first.
 */
final class KnownFacts implements Facts {

    private static final int TO = 1;
    private static final int VALUE = 2;
    private static final int SPAN = 3;
    private static final int LEAP_DAY = 229;
    private final LocalDate earliestBirth;
    private final LocalDate latestBirth;
    private final String sex;
    private final LocalDate death;

    private final String[] kinds;
    private final String[] values;

    /** By fact: first and last day, number of the value; close together because read together. */
    private final int[] spans;

    /** A bit for each slot that has facts. */
    private final long present;

    /** Where the facts of the n-th slot that has any begin; one more for the end. */
    private final int[] begin;

    KnownFacts(
            LocalDate earliestBirth,
            LocalDate latestBirth,
            String sex,
            LocalDate death,
            List<DatedFact> facts,
            LocalDate knownOn) {
        this.earliestBirth = Objects.requireNonNull(earliestBirth, "earliestBirth");
        this.latestBirth = Objects.requireNonNull(latestBirth, "latestBirth");
        if (latestBirth.isBefore(earliestBirth)) {
            throw new IllegalArgumentException("latest birth before earliest birth");
        }
        this.sex = sex == null ? "" : sex;
        this.death = death;
        DatedFact[] known = known(facts, knownOn);
        Arrays.sort(known, KnownFacts::order);
        kinds = new String[known.length];
        values = new String[known.length];
        spans = new int[known.length * SPAN];
        long slots = 0;
        int[] begins = new int[known.length + 1];
        int used = 0;
        for (int i = 0; i < known.length; i++) {
            Values.Kind kind = Values.kind(known[i].kind());
            int value = kind.value(known[i].value());
            kinds[i] = kind.number == Values.OTHERS ? known[i].kind() : kind.name;
            values[i] = Values.isOne(value) ? Values.text(value) : known[i].value();
            LocalDate end = known[i].to();
            spans[i * SPAN] = number(known[i].from());
            spans[i * SPAN + TO] = end == null ? Integer.MAX_VALUE : number(end);
            spans[i * SPAN + VALUE] = value;
            if ((slots & 1L << slot(kinds[i])) == 0) {
                slots |= 1L << slot(kinds[i]);
                begins[used++] = i;
            }
        }
        begins[used] = known.length;
        present = slots;
        begin = Arrays.copyOf(begins, used + 1);
    }

    private static DatedFact[] known(List<DatedFact> facts, LocalDate knownOn) {
        DatedFact[] known = new DatedFact[facts.size()];
        int size = 0;
        for (DatedFact fact : facts) {
            if (!fact.knownSince().isAfter(knownOn)) {
                known[size++] = fact;
            }
        }
        return Arrays.copyOf(known, size);
    }

    /** By slot, then kind, then the newest first. */
    private static int order(DatedFact one, DatedFact other) {
        int order = Integer.compare(slot(one.kind()), slot(other.kind()));
        order = order != 0 ? order : one.kind().compareTo(other.kind());
        order = order != 0 ? order : other.from().compareTo(one.from());
        return order != 0 ? order : other.knownSince().compareTo(one.knownSince());
    }

    /**
     * What each kind says of a stretch of days, by numbers of {@link Values}: the value it has all
     * through, {@link Values.Kind#any} where it changes; nothing where it has none on any day.
     *
     * @return the numbers, then -1
     */
    int[] readings(int first, int last) {
        int[] readings = new int[kinds.length + 1];
        int size = 0;
        int read = -1;
        for (int i = 0; i < spans.length; i += SPAN) {
            int value = spans[i + VALUE];
            // the first of a kind that touches these days counts before the others
            if (spans[i] <= last && first <= spans[i + TO] && Values.kindOf(value) != read) {
                read = Values.kindOf(value);
                boolean through = spans[i] <= first && last <= spans[i + TO];
                readings[size++] = through ? value : Values.any(read);
            }
        }
        readings[size] = -1;
        return readings;
    }

    /** Where the fact lies that has the value of this number. */
    int place(int value) {
        int place = 0;
        while (spans[place * SPAN + VALUE] != value) {
            place++;
        }
        return place;
    }

    String kind(int place) {
        return kinds[place];
    }

    String value(int place) {
        return values[place];
    }

    @Override
    public LocalDate earliestBirth() {
        return earliestBirth;
    }

    @Override
    public LocalDate latestBirth() {
        return latestBirth;
    }

    @Override
    public String sex() {
        return sex;
    }

    @Override
    public Optional<LocalDate> death() {
        return Optional.ofNullable(death);
    }

    @Override
    public String value(String kind, LocalDate on) {
        long bit = 1L << slot(kind);
        if ((present & bit) == 0) {
            return null;
        }
        int nth = Long.bitCount(present & bit - 1);
        int day = number(on);
        for (int i = begin[nth]; i < begin[nth + 1]; i++) {
            if (spans[i * SPAN] <= day && day <= spans[i * SPAN + TO] && kinds[i].equals(kind)) {
                return values[i];
            }
        }
        return null;
    }

    @Override
    public int ageGiving(LocalDate on) {
        return age(earliestBirth, on);
    }

    @Override
    public int ageEnding(LocalDate on) {
        return age(latestBirth, on);
    }

    /** Computed without the day before: completed the day before is completed before today. */
    @Override
    public int ageEndingBefore(LocalDate day) {
        int years = day.getYear() - latestBirth.getYear();
        return monthAndDay(day) <= birthday(latestBirth, day) ? years - 1 : years;
    }

    private static int age(LocalDate birth, LocalDate on) {
        int years = on.getYear() - birth.getYear();
        return monthAndDay(on) < birthday(birth, on) ? years - 1 : years;
    }

    private static int birthday(LocalDate birth, LocalDate on) {
        int birthday = monthAndDay(birth);
        return birthday == LEAP_DAY && !on.isLeapYear() ? birthday - 1 : birthday;
    }

    private static int monthAndDay(LocalDate day) {
        return day.getMonthValue() * 100 + day.getDayOfMonth();
    }

    /** One of 64; several kinds may share it. */
    static int slot(String kind) {
        return kind.hashCode() & Long.SIZE - 1;
    }

    /** Days as numbers in the same order. */
    static int number(LocalDate day) {
        return day.getYear() * 512 + day.getMonthValue() * 32 + day.getDayOfMonth();
    }
}
