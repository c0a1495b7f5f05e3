package vn.ansinh.entitlement.internal;

import vn.ansinh.activation.api.ActiveLaw;
import vn.ansinh.beneficiary.api.Register;
import vn.ansinh.entitlement.api.RunningDecisions;
import vn.ansinh.entitlement.port.Decisions;
import vn.ansinh.platform.api.Audit;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.UnitOfWork;

/** Builds the inside of the bundle. */
public final class EntitlementModule {

    private final RunningDecisions runningDecisions;

    public EntitlementModule(
            Decisions decisions,
            Register register,
            ActiveLaw activeLaw,
            Localities localities,
            UnitOfWork unitOfWork,
            Audit audit,
            CivilClock clock) {
        runningDecisions =
                new CsvRunningDecisions(
                        decisions, register, activeLaw, localities, unitOfWork, audit, clock);
    }

    /** Import and reading of running decisions. */
    public RunningDecisions runningDecisions() {
        return runningDecisions;
    }
}
