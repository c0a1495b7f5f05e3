package vn.ansinh.entitlement.internal;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.ansinh.activation.api.ActiveLaw;
import vn.ansinh.entitlement.api.DecisionBook.AnnexRow;
import vn.ansinh.entitlement.api.Effect;
import vn.ansinh.entitlement.api.Entitlements.Entitled;
import vn.ansinh.entitlement.api.Entitlements.PastChange;
import vn.ansinh.entitlement.api.Entitlements.Proposal;
import vn.ansinh.entitlement.api.Grant;
import vn.ansinh.locality.api.Ground;
import vn.ansinh.platform.api.Actor;

/**
 * Which grounds an actor may read: all with the right and a purpose, which the audit trail keeps;
 * else only those the active law says to be unrestricted. What is not read is empty.
 */
final class OpenGrounds {

    private final boolean all;
    private final Set<String> open;

    OpenGrounds(ActiveLaw activeLaw, String localityCode, Actor actor) {
        all = actor.opens();
        open =
                activeLaw
                        .of(localityCode)
                        .map(law -> law.snapshot().grounds())
                        .orElse(List.of())
                        .stream()
                        .filter(ground -> !ground.restricted())
                        .map(Ground::code)
                        .collect(Collectors.toSet());
    }

    private boolean restricted(String ground) {
        return !ground.isEmpty() && !open.contains(ground);
    }

    private String shown(String ground) {
        return all || !restricted(ground) ? ground : "";
    }

    AnnexRow shown(AnnexRow row) {
        return new AnnexRow(
                shown(row.effect()),
                row.fullName(),
                row.unitCode(),
                restricted(row.effect().ground()));
    }

    /** The note goes with the ground: it names the clause. */
    private Effect shown(Effect effect) {
        return all || !restricted(effect.ground())
                ? effect
                : effect.with("", effect.coefficientHundredths()).noted("");
    }

    Grant shown(Grant one) {
        return all || !restricted(one.groundCode())
                ? one
                : new Grant(
                        one.id(),
                        one.decisionId(),
                        one.decisionNumber(),
                        one.signedOn(),
                        one.personId(),
                        "",
                        one.component(),
                        one.coefficientHundredths(),
                        one.fromMonth(),
                        one.toMonth(),
                        one.channel(),
                        one.payeeName(),
                        one.payeeRelation(),
                        one.bank(),
                        one.account());
    }

    Entitled shown(Entitled one) {
        return new Entitled(
                one.component(),
                shown(one.ground()),
                one.coefficientHundredths(),
                one.from(),
                one.to(),
                one.decisionId(),
                one.suspendedBy());
    }

    PastChange shown(PastChange one) {
        return new PastChange(
                one.decisionId(),
                one.personId(),
                one.component(),
                one.from(),
                one.to(),
                shown(one.beforeGround()),
                one.beforeHundredths(),
                shown(one.afterGround()),
                one.afterHundredths());
    }

    Proposal shown(Proposal one) {
        return all || !restricted(one.effect().ground())
                ? one
                : new Proposal(
                        one.kind(), shown(one.effect()), one.amountDong(), List.of(), List.of());
    }

    /** Without the sentences of the assessment: they may speak of restricted facts. */
    static Proposal bare(Proposal one) {
        return new Proposal(one.kind(), one.effect(), one.amountDong(), one.clauses(), List.of());
    }
}
