package vn.ansinh.entitlement.internal.monthly;

import vn.ansinh.activation.api.ActiveLaw;
import vn.ansinh.assessment.api.Engine;
import vn.ansinh.entitlement.api.MonthlyLists;
import vn.ansinh.entitlement.port.WatchedPeople;
import vn.ansinh.platform.api.Audit;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.UnitOfWork;

/** Builds the monthly lists. */
public final class MonthlyModule {

    private final MonthlyLists lists;

    /** Over what is stored and the active law. */
    public MonthlyModule(
            WatchedPeople people,
            ActiveLaw activeLaw,
            Engine engine,
            UnitOfWork unitOfWork,
            Audit audit,
            CivilClock clock) {
        lists = new EngineMonthlyLists(people, activeLaw, engine, unitOfWork, audit, clock);
    }

    /** The lists. */
    public MonthlyLists lists() {
        return lists;
    }
}
