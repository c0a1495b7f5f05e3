package vn.ansinh.assessment.internal;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
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

    private static final int LEAP_DAY = 229;
    private static final Comparator<DatedFact> NEWEST_FIRST =
            Comparator.comparing(DatedFact::from).thenComparing(DatedFact::knownSince).reversed();
    private static final Comparator<DatedFact> BY_SLOT =
            Comparator.<DatedFact>comparingInt(fact -> slot(fact.kind()))
                    .thenComparing(NEWEST_FIRST);

    private final LocalDate earliestBirth;
    private final LocalDate latestBirth;
    private final String sex;
    private final LocalDate death;

    private final String[] kinds;
    private final String[] values;
    private final long[] from;
    private final long[] to;

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
        DatedFact[] known =
                facts.stream()
                        .filter(fact -> !fact.knownSince().isAfter(knownOn))
                        .sorted(BY_SLOT)
                        .toArray(DatedFact[]::new);
        kinds = new String[known.length];
        values = new String[known.length];
        from = new long[known.length];
        to = new long[known.length];
        long slots = 0;
        int[] begins = new int[known.length + 1];
        int used = 0;
        for (int i = 0; i < known.length; i++) {
            kinds[i] = known[i].kind();
            values[i] = known[i].value();
            from[i] = number(known[i].from());
            to[i] = known[i].to() == null ? Long.MAX_VALUE : number(known[i].to());
            if ((slots & 1L << slot(kinds[i])) == 0) {
                slots |= 1L << slot(kinds[i]);
                begins[used++] = i;
            }
        }
        begins[used] = known.length;
        present = slots;
        begin = Arrays.copyOf(begins, used + 1);
    }

    /** The slots that have facts; of facts that are not the engine's own, all. */
    static long present(Facts facts) {
        return facts instanceof KnownFacts known ? known.present : -1;
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
        long day = number(on);
        for (int i = begin[nth]; i < begin[nth + 1]; i++) {
            if (from[i] <= day && day <= to[i] && kinds[i].equals(kind)) {
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
    private static long number(LocalDate day) {
        return day.getYear() * 512L + day.getMonthValue() * 32 + day.getDayOfMonth();
    }
}
