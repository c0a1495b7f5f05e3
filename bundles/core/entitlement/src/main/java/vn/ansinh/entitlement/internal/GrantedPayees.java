package vn.ansinh.entitlement.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.ansinh.entitlement.api.Grant;
import vn.ansinh.entitlement.api.NameCheck;
import vn.ansinh.entitlement.api.Payees.Account;
import vn.ansinh.entitlement.api.Payees.Channel;
import vn.ansinh.entitlement.api.Payees.Kind;
import vn.ansinh.entitlement.api.Payees.PayeeView;
import vn.ansinh.entitlement.api.RunningDecisions.DecisionView;
import vn.ansinh.entitlement.port.Decisions;
import vn.ansinh.entitlement.port.PayeeStore;
import vn.ansinh.locality.api.Component;

/** An import brings payees with its grants: they are kept as payees, and shown with the grants. */
public final class GrantedPayees implements Decisions {

    private final Decisions decisions;
    private final PayeeStore payees;

    /** Over what stores grants and what stores payees. */
    public GrantedPayees(Decisions decisions, PayeeStore payees) {
        this.decisions = decisions;
        this.payees = payees;
    }

    private record Received(long personId, Component component) {}

    @Override
    public Map<Key, DecisionView> byNumbers(Collection<String> numbers) {
        return decisions.byNumbers(numbers);
    }

    @Override
    public List<Long> add(List<NewDecision> added, Instant at) {
        return decisions.add(added, at);
    }

    @Override
    public List<DecisionView> page(long afterId, int limit) {
        return decisions.page(afterId, limit);
    }

    /** A payee holds from the first month of its grant until one known for a later day. */
    @Override
    public void grant(List<Grant> grants, Instant at) {
        decisions.grant(grants, at);
        Map<Received, List<PayeeView>> known = known(grants);
        List<Long> superseded = new ArrayList<>();
        List<PayeeView> added = new ArrayList<>();
        List<Grant> inOrder =
                grants.stream().sorted(Comparator.comparing(Grant::fromMonth).reversed()).toList();
        for (Grant grant : inOrder) {
            LocalDate from = grant.fromMonth().atDay(1);
            List<PayeeView> same =
                    known.computeIfAbsent(
                            new Received(grant.personId(), grant.component()),
                            k -> new ArrayList<>());
            if (same.stream().anyMatch(one -> one.from().equals(from))) {
                continue;
            }
            LocalDate to =
                    same.stream()
                            .map(PayeeView::from)
                            .filter(from::isBefore)
                            .min(LocalDate::compareTo)
                            .map(next -> next.minusDays(1))
                            .orElse(null);
            Optional<PayeeView> cut = same.stream().filter(one -> covers(one, from)).findFirst();
            cut.ifPresent(
                    one -> {
                        superseded.add(one.id());
                        added.add(view(one, one.from(), from.minusDays(1)));
                    });
            PayeeView payee = payee(grant, from, to);
            added.add(payee);
            same.add(payee);
        }
        payees.supersede(superseded, at);
        payees.add(added, at);
    }

    @Override
    public List<Grant> grantsOf(Collection<Long> personIds) {
        List<Grant> grants = decisions.grantsOf(personIds);
        Map<Received, List<PayeeView>> known = known(grants);
        return grants.stream()
                .map(
                        grant ->
                                known
                                        .getOrDefault(
                                                new Received(grant.personId(), grant.component()),
                                                List.of())
                                        .stream()
                                        .filter(one -> covers(one, grant.fromMonth().atDay(1)))
                                        .findFirst()
                                        .map(one -> with(grant, one))
                                        .orElse(grant))
                .toList();
    }

    private Map<Received, List<PayeeView>> known(List<Grant> grants) {
        List<Long> persons = grants.stream().map(Grant::personId).distinct().toList();
        return payees.live(persons).stream()
                .collect(
                        Collectors.groupingBy(
                                one -> new Received(one.personId(), one.component()),
                                HashMap::new,
                                Collectors.toCollection(ArrayList::new)));
    }

    private static boolean covers(PayeeView payee, LocalDate day) {
        return !day.isBefore(payee.from()) && (payee.to() == null || !day.isAfter(payee.to()));
    }

    private static PayeeView payee(Grant grant, LocalDate from, LocalDate to) {
        boolean account = "ACCOUNT".equals(grant.channel());
        return new PayeeView(
                0,
                grant.personId(),
                grant.component(),
                Kind.valueOf(grant.payeeRelation()),
                grant.payeeName(),
                "",
                from,
                to,
                account
                        ? new Account(
                                Channel.ACCOUNT,
                                grant.bank(),
                                grant.account(),
                                grant.payeeName(),
                                "")
                        : new Account(Channel.CASH_POINT, "", "", "", ""),
                account ? NameCheck.Verdict.EQUAL : null,
                "",
                "",
                null,
                null);
    }

    private static PayeeView view(PayeeView one, LocalDate from, LocalDate to) {
        return new PayeeView(
                0,
                one.personId(),
                one.component(),
                one.kind(),
                one.name(),
                one.paper(),
                from,
                to,
                one.account(),
                one.nameCheck(),
                one.changePaper(),
                "",
                null,
                null);
    }

    private static Grant with(Grant g, PayeeView payee) {
        Account account = payee.account();
        return new Grant(
                g.id(),
                g.decisionId(),
                g.decisionNumber(),
                g.signedOn(),
                g.personId(),
                g.groundCode(),
                g.component(),
                g.coefficientHundredths(),
                g.fromMonth(),
                g.toMonth(),
                account.channel().toAccount() ? "ACCOUNT" : "CASH",
                payee.name(),
                payee.kind().name(),
                account.bank(),
                account.account());
    }
}
