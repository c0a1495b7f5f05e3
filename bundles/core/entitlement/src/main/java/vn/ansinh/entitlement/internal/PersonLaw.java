package vn.ansinh.entitlement.internal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import vn.ansinh.assessment.api.Assessment;
import vn.ansinh.assessment.api.DatedFact;
import vn.ansinh.assessment.api.Engine;
import vn.ansinh.assessment.api.PolicySnapshot;
import vn.ansinh.assessment.api.PolicySnapshot.Due;
import vn.ansinh.beneficiary.api.Fact;
import vn.ansinh.beneficiary.api.FactRecords;
import vn.ansinh.beneficiary.api.Person;
import vn.ansinh.locality.api.Component;
import vn.ansinh.locality.api.FactKinds;
import vn.ansinh.locality.api.Facts;
import vn.ansinh.locality.api.Ground;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.TenantId;

/** A person under the law as known on the day a decision is signed. */
final class PersonLaw {

    private final PolicySnapshot law;
    private final Person person;
    private final LocalDate signedOn;
    private final Facts facts;

    /**
     * A person with all facts, restricted ones too, as known on the day of signature: what the law
     * gives may rest on a fact that lists do not show.
     */
    static PersonLaw of(
            Engine engine,
            PolicySnapshot law,
            FactRecords records,
            TenantId tenant,
            Actor actor,
            Person shown,
            LocalDate signedOn) {
        List<Fact> facts =
                records.forAssessment(tenant, actor, shown.id(), signedOn)
                        .map(Person::facts)
                        .orElse(List.of());
        Person whole =
                new Person(
                        shown.id(),
                        shown.fullName(),
                        shown.sex(),
                        shown.birthText(),
                        shown.earliestBirth(),
                        shown.latestBirth(),
                        shown.personalId(),
                        shown.unitCode(),
                        shown.death(),
                        facts);
        return new PersonLaw(engine, law, whole, signedOn);
    }

    private PersonLaw(Engine engine, PolicySnapshot law, Person person, LocalDate signedOn) {
        this.law = law;
        this.person = person;
        this.signedOn = signedOn;
        this.facts =
                engine.facts(
                        person.earliestBirth(),
                        person.latestBirth(),
                        person.sex(),
                        person.death(),
                        person.facts().stream()
                                .map(
                                        fact ->
                                                new DatedFact(
                                                        fact.kind(),
                                                        fact.value(),
                                                        fact.from(),
                                                        fact.to(),
                                                        fact.knownSince()))
                                .toList(),
                        signedOn);
    }

    /** First month of a ground by the law of the day; empty when it rests on an unknown paper. */
    Optional<YearMonth> firstMonth(String ground) {
        return FirstMonth.of(law, ground, signedOn, person.earliestBirth(), certificateOn());
    }

    /** What the law owes for a component in a month, as known on the day of signature. */
    Optional<Due> due(Component component, YearMonth month) {
        return law.decide(facts, month, signedOn).dues().stream()
                .filter(due -> due.component() == component)
                .findFirst();
    }

    /** The assessment of a month with its reasons. */
    Assessment assess(YearMonth month) {
        return law.assess(facts, month, signedOn);
    }

    boolean restricted(String ground) {
        return law.grounds().stream().anyMatch(g -> g.code().equals(ground) && g.restricted());
    }

    Person person() {
        return person;
    }

    List<Ground> grounds() {
        return law.grounds();
    }

    /** The certificate in force on the day of signature says its degree from its own day on. */
    private LocalDate certificateOn() {
        return person.facts().stream()
                .filter(fact -> fact.kind().equals(FactKinds.DISABILITY_DEGREE))
                .filter(fact -> !fact.from().isAfter(signedOn))
                .filter(fact -> fact.to() == null || !fact.to().isBefore(signedOn))
                .map(Fact::from)
                .max(LocalDate::compareTo)
                .orElse(null);
    }

    /** A coefficient as people write it: {@code 1,5}. */
    static String coefficient(int hundredths) {
        String decimals =
                hundredths % 10 == 0
                        ? "" + hundredths % 100 / 10
                        : "%02d".formatted(hundredths % 100);
        return hundredths / 100 + "," + decimals;
    }
}
