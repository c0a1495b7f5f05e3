package vn.ansinh.entitlement.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.ansinh.entitlement.api.DecisionBook.DecisionDoc;
import vn.ansinh.entitlement.api.Effect;
import vn.ansinh.entitlement.port.DecisionStore;
import vn.ansinh.entitlement.port.DecisionStore.Known;

/** What the people of a draft have, and would have if it were signed; stores nothing. */
final class Preview {

    private final Map<Long, List<Known>> known;
    private final Map<Long, List<Known>> drafted;
    private final LocalDate signedOn;

    Preview(
            DecisionStore store,
            DecisionDoc doc,
            List<Effect> effects,
            LocalDate signedOn,
            Instant now) {
        this.signedOn = signedOn;
        List<Long> persons =
                effects.stream().map(Effect::personId).filter(id -> id > 0).distinct().toList();
        known =
                store.known(persons, now).stream()
                        .collect(Collectors.groupingBy(one -> one.effect().personId()));
        drafted =
                effects.stream()
                        .map(
                                effect ->
                                        new Known(
                                                doc.id(),
                                                doc.draft().kind(),
                                                doc.draft().targetDecisionId(),
                                                doc.draft().effectiveOn(),
                                                signedOn,
                                                effect))
                        .collect(Collectors.groupingBy(one -> one.effect().personId()));
    }

    Replay before(long person) {
        return Replay.of(known.getOrDefault(person, List.of()));
    }

    Replay after(long person) {
        List<Known> all = new ArrayList<>(known.getOrDefault(person, List.of()));
        all.addAll(drafted.getOrDefault(person, List.of()));
        return Replay.of(all);
    }

    /** Whether a decision signed later is known already. */
    boolean laterSigned(long person) {
        return known.getOrDefault(person, List.of()).stream()
                .anyMatch(one -> one.signedOn().isAfter(signedOn));
    }
}
