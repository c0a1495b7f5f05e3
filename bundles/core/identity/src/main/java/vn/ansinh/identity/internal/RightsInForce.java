package vn.ansinh.identity.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.ansinh.identity.api.Identity.Account;
import vn.ansinh.identity.api.Identity.Delegated;
import vn.ansinh.identity.api.Identity.Right;
import vn.ansinh.identity.api.Staff.Delegation;
import vn.ansinh.identity.port.Accounts;
import vn.ansinh.identity.port.Accounts.Stored;
import vn.ansinh.platform.api.CivilClock;

/** What a stored account may do today: periods, delegations and unit subtrees worked out. */
final class RightsInForce {
    private final Accounts accounts;
    private final CivilClock clock;

    RightsInForce(Accounts accounts, CivilClock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    Account of(Stored stored) {
        LocalDate today = clock.today();
        List<Delegated> lent = new ArrayList<>();
        for (Delegation delegation : accounts.delegatedTo(stored.login(), today)) {
            // Own rights of the delegator only: what was lent cannot be lent on.
            accounts.byLogin(delegation.from())
                    .filter(delegator -> !delegator.closed())
                    .ifPresent(
                            delegator ->
                                    today(delegator, today).stream()
                                            .filter(right -> covers(delegation, right))
                                            .forEach(
                                                    right ->
                                                            lent.add(
                                                                    new Delegated(
                                                                            delegator.login(),
                                                                            right))));
        }
        return new Account(stored.login(), today(stored, today), lent);
    }

    private static boolean covers(Delegation delegation, Right right) {
        return right.localityCode().equals(delegation.localityCode())
                && (delegation.roles().isEmpty() || delegation.roles().contains(right.role()));
    }

    private Set<Right> today(Stored stored, LocalDate today) {
        return stored.rights().stream()
                .filter(right -> right.inForce(today))
                .map(this::withUnitsBelow)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Right withUnitsBelow(Right right) {
        return right.units().isEmpty()
                ? right
                : new Right(
                        right.role(),
                        right.localityCode(),
                        accounts.withUnitsBelow(right.localityCode(), right.units()),
                        right.dataClass(),
                        right.from(),
                        right.to());
    }
}
