package vn.ansinh.assessment.internal;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import vn.ansinh.assessment.api.DatedFact;
import vn.ansinh.locality.api.Facts;

/** Facts of one person as known on a day. Of two that overlap the later, then the later known. */
final class KnownFacts implements Facts {

    private static final int LEAP_DAY = 229;

    private final LocalDate earliestBirth;
    private final LocalDate latestBirth;
    private final String sex;
    private final LocalDate death;
    private final DatedFact[] facts;

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
        this.facts =
                facts.stream()
                        .filter(fact -> !fact.knownSince().isAfter(knownOn))
                        .sorted(
                                Comparator.comparing(DatedFact::from)
                                        .thenComparing(DatedFact::knownSince)
                                        .reversed())
                        .toArray(DatedFact[]::new);
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
        for (DatedFact fact : facts) {
            if (fact.kind().equals(kind)
                    && !fact.from().isAfter(on)
                    && (fact.to() == null || !fact.to().isBefore(on))) {
                return fact.value();
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

    private static int age(LocalDate birth, LocalDate on) {
        int birthday = birth.getMonthValue() * 100 + birth.getDayOfMonth();
        if (birthday == LEAP_DAY && !on.isLeapYear()) {
            birthday--;
        }
        int years = on.getYear() - birth.getYear();
        return on.getMonthValue() * 100 + on.getDayOfMonth() < birthday ? years - 1 : years;
    }
}
