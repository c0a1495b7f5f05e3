package vn.ansinh.entitlement.internal;

import vn.ansinh.activation.api.ActiveLaw;
import vn.ansinh.assessment.api.Engine;
import vn.ansinh.beneficiary.api.FactRecords;
import vn.ansinh.beneficiary.api.Register;
import vn.ansinh.entitlement.api.DecisionBook;
import vn.ansinh.entitlement.api.Entitlements;
import vn.ansinh.entitlement.api.Payees;
import vn.ansinh.entitlement.port.DecisionStore;
import vn.ansinh.entitlement.port.Decisions;
import vn.ansinh.entitlement.port.PayeeStore;
import vn.ansinh.platform.api.Audit;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.UnitOfWork;

/** Builds what is about signed decisions and payees; the import stands on it. */
public final class DecisionModule {

    private final Decisions decisions;
    private final DecisionBook decisionBook;
    private final Entitlements entitlements;
    private final Payees payees;

    /**
     * Over the ports and the other cores.
     *
     * @param sharedAccountPersons more people than this on one account are alarmed
     */
    public DecisionModule(
            Decisions decisions,
            DecisionStore decisionStore,
            PayeeStore payeeStore,
            Register register,
            FactRecords facts,
            ActiveLaw activeLaw,
            Engine engine,
            Localities localities,
            UnitOfWork unitOfWork,
            Audit audit,
            CivilClock clock,
            int sharedAccountPersons) {
        this.decisions = new GrantedPayees(decisions, payeeStore);
        decisionBook =
                new SignedDecisions(
                        decisionStore,
                        register,
                        facts,
                        activeLaw,
                        engine,
                        localities,
                        unitOfWork,
                        audit,
                        clock);
        entitlements =
                new EntitlementReader(
                        decisionStore,
                        register,
                        facts,
                        activeLaw,
                        engine,
                        localities,
                        unitOfWork,
                        audit,
                        clock);
        payees =
                new PayeeBook(payeeStore, register, unitOfWork, audit, clock, sharedAccountPersons);
    }

    /** Stored running decisions with their payees, for the import. */
    public Decisions decisions() {
        return decisions;
    }

    /** Decisions from draft to signature. */
    public DecisionBook decisionBook() {
        return decisionBook;
    }

    /** What people get, and proposals. */
    public Entitlements entitlements() {
        return entitlements;
    }

    /** Payees and accounts. */
    public Payees payees() {
        return payees;
    }
}
