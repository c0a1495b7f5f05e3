package vn.ansinh.entitlement.internal;

import vn.ansinh.activation.api.ActiveLaw;
import vn.ansinh.beneficiary.api.Register;
import vn.ansinh.entitlement.api.Imports;
import vn.ansinh.entitlement.api.RunningDecisions;
import vn.ansinh.entitlement.port.Decisions;
import vn.ansinh.entitlement.port.Sheets;
import vn.ansinh.entitlement.port.Staging;
import vn.ansinh.platform.api.Audit;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.UnitOfWork;

/** Builds the inside of the bundle. */
public final class EntitlementModule {

    private final CsvRunningDecisions runningDecisions;
    private final Decisions decisions;
    private final Register register;
    private final ActiveLaw activeLaw;
    private final UnitOfWork unitOfWork;
    private final Audit audit;
    private final CivilClock clock;

    public EntitlementModule(
            Decisions decisions,
            Register register,
            ActiveLaw activeLaw,
            Localities localities,
            UnitOfWork unitOfWork,
            Audit audit,
            CivilClock clock) {
        this.decisions = decisions;
        this.register = register;
        this.activeLaw = activeLaw;
        this.unitOfWork = unitOfWork;
        this.audit = audit;
        this.clock = clock;
        runningDecisions =
                new CsvRunningDecisions(
                        decisions, register, activeLaw, localities, unitOfWork, audit, clock);
    }

    /** Import and reading of running decisions. */
    public RunningDecisions runningDecisions() {
        return runningDecisions;
    }

    /** Import of officers' workbooks. */
    public Imports imports(Sheets sheets, Staging staging) {
        return new ImportService(
                runningDecisions,
                decisions,
                register,
                activeLaw,
                unitOfWork,
                audit,
                clock,
                sheets,
                staging);
    }
}
