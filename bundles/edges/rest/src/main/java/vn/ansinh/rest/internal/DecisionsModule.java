package vn.ansinh.rest.internal;

import java.util.Set;
import vn.ansinh.entitlement.api.DecisionBook;
import vn.ansinh.entitlement.api.Entitlements;
import vn.ansinh.entitlement.api.Payees;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.Localities;

/** Builds what the interface offers on decisions, what they grant and who receives it. */
public final class DecisionsModule {
    static final Set<Class<?>> RESOURCES =
            Set.of(
                    DecisionsResource.class,
                    EntitlementsResource.class,
                    PayeesResource.class,
                    SharedAccountsResource.class);

    private final Localities localities;
    private final DecisionBook decisionBook;
    private final Entitlements entitlements;
    private final Payees payees;
    private final CivilClock clock;

    /** Over the core's services. */
    public DecisionsModule(
            Localities localities,
            DecisionBook decisionBook,
            Entitlements entitlements,
            Payees payees,
            CivilClock clock) {
        this.localities = localities;
        this.decisionBook = decisionBook;
        this.entitlements = entitlements;
        this.payees = payees;
        this.clock = clock;
    }

    /** Decisions. */
    public DecisionsResource decisions() {
        return new DecisionsResource(localities, decisionBook);
    }

    /** What people get by decisions. */
    public EntitlementsResource entitlements() {
        return new EntitlementsResource(localities, entitlements, clock);
    }

    /** Payees. */
    public PayeesResource payees() {
        return new PayeesResource(localities, payees);
    }

    /** Accounts of several people. */
    public SharedAccountsResource sharedAccounts() {
        return new SharedAccountsResource(localities, payees, clock);
    }
}
