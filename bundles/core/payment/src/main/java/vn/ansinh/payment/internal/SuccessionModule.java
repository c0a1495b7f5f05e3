package vn.ansinh.payment.internal;

import vn.ansinh.activation.api.ActiveLaw;
import vn.ansinh.beneficiary.api.Units;
import vn.ansinh.payment.api.Successions;
import vn.ansinh.payment.port.ParallelStorage;
import vn.ansinh.payment.port.PaymentStorage;
import vn.ansinh.payment.port.SuccessionRows;
import vn.ansinh.payment.port.SuccessionStorage;
import vn.ansinh.platform.api.Audit;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.Suspensions;
import vn.ansinh.platform.api.UnitOfWork;

/** Builds successions. */
public final class SuccessionModule {
    private final Successions successions;

    /** Over the ports. */
    public SuccessionModule(
            Localities localities,
            ActiveLaw activeLaw,
            Units units,
            UnitOfWork unitOfWork,
            Audit audit,
            CivilClock clock,
            Suspensions suspensions,
            PaymentStorage payments,
            ParallelStorage ranges,
            SuccessionStorage storage,
            SuccessionRows rows) {
        SuccessionCount count =
                new SuccessionCount(
                        localities,
                        activeLaw,
                        unitOfWork,
                        audit,
                        clock,
                        suspensions,
                        rows,
                        new MonthlyDue(payments, ranges));
        SuccessionRest resting = new SuccessionRest(suspensions);
        Ledger ledger = new Ledger(clock, payments);
        successions =
                new SuccessionService(
                        unitOfWork,
                        audit,
                        clock,
                        storage,
                        rows,
                        new SuccessionPlans(localities, units, unitOfWork, rows),
                        count,
                        new SuccessionCarrying(
                                unitOfWork,
                                audit,
                                clock,
                                resting,
                                storage,
                                rows,
                                count,
                                new SuccessionCheck(unitOfWork, clock, storage, rows, count),
                                ledger),
                        new SuccessionReturn(
                                unitOfWork,
                                audit,
                                clock,
                                resting,
                                storage,
                                rows,
                                count,
                                ledger,
                                payments));
    }

    /** Successions. */
    public Successions successions() {
        return successions;
    }
}
