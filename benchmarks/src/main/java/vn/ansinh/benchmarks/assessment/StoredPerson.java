package vn.ansinh.benchmarks.assessment;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import vn.ansinh.locality.api.Facts;

/**
 * A person as stored, in a month, as rules see it: the rules themselves find the value of each kind
 * that holds on the two days that matter, and then the person is looked at with these.
 */
public final class StoredPerson implements Facts {

    private final Facts person;
    private final BiFunction<Facts, YearMonth, Offers> flat;
    private final YearMonth month;
    private final LocalDate on;
    private final LocalDate lossOn;
    private final LocalDate knownOn;
    private final Map<String, String> now = new HashMap<>();
    private final Map<String, String> before = new HashMap<>();

    /** Birth, sex and death of {@code person}; the dated facts are matched by rules. */
    StoredPerson(
            Facts person,
            YearMonth month,
            LocalDate knownOn,
            BiFunction<Facts, YearMonth, Offers> flat) {
        this.person = person;
        this.month = month;
        this.knownOn = knownOn;
        this.flat = flat;
        on = Plain.on(person, month);
        lossOn = month.atDay(1);
    }

    /** Rules that find the values that hold on the two days. */
    static String rules() {
        return rule("now", "on") + rule("before", "lossOn");
    }

    /** Of two that overlap the later counts, then the later known. */
    private static String rule(String name, String day) {
        return """
                rule "%1$s"
                when
                    p : StoredPerson(d : %2$s, known : knownOn)
                    f : StoredFact(first <= d, last >= d, learned <= known,
                        k : kind, since : first, told : learned)
                    not StoredFact(kind == k, first <= d, last >= d, learned <= known,
                        first > since || (first == since && learned > told))
                then
                    p.%1$s(f.getKind(), f.getValue());
                end
                """
                .formatted(name, day);
    }

    public LocalDate getOn() {
        return on;
    }

    public LocalDate getLossOn() {
        return lossOn;
    }

    public LocalDate getKnownOn() {
        return knownOn;
    }

    /** A value that holds on the decisive day. */
    public void now(String kind, String value) {
        now.put(kind, value);
    }

    /** A value that holds on the first day of the month. */
    public void before(String kind, String value) {
        before.put(kind, value);
    }

    /** With plain fields, as the rules of the law match it. */
    Offers flat() {
        return flat.apply(this, month);
    }

    @Override
    public String value(String kind, LocalDate day) {
        return (day.equals(on) ? now : before).get(kind);
    }

    @Override
    public LocalDate earliestBirth() {
        return person.earliestBirth();
    }

    @Override
    public LocalDate latestBirth() {
        return person.latestBirth();
    }

    @Override
    public String sex() {
        return person.sex();
    }

    @Override
    public Optional<LocalDate> death() {
        return person.death();
    }

    @Override
    public int ageGiving(LocalDate day) {
        return person.ageGiving(day);
    }

    @Override
    public int ageEnding(LocalDate day) {
        return person.ageEnding(day);
    }

    @Override
    public int ageEndingBefore(LocalDate day) {
        return person.ageEndingBefore(day);
    }
}
