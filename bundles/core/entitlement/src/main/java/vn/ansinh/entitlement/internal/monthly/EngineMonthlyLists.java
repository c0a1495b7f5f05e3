package vn.ansinh.entitlement.internal.monthly;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import vn.ansinh.activation.api.ActiveLaw;
import vn.ansinh.assessment.api.Engine;
import vn.ansinh.entitlement.api.MonthlyLists;
import vn.ansinh.entitlement.port.WatchedPeople;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.Audit;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.TenantId;
import vn.ansinh.platform.api.UnitOfWork;

/** The lists over the engine; one unit of work with its audit record. */
final class EngineMonthlyLists implements MonthlyLists {

    private static final int KEYS_PER_RECORD = 100;

    private final WatchedPeople people;
    private final ActiveLaw activeLaw;
    private final Engine engine;
    private final UnitOfWork unitOfWork;
    private final Audit audit;
    private final CivilClock clock;

    EngineMonthlyLists(
            WatchedPeople people,
            ActiveLaw activeLaw,
            Engine engine,
            UnitOfWork unitOfWork,
            Audit audit,
            CivilClock clock) {
        this.people = people;
        this.activeLaw = activeLaw;
        this.engine = engine;
        this.unitOfWork = unitOfWork;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public MonthlyList of(
            TenantId tenant, Actor actor, String localityCode, YearMonth month, Kind kind) {
        // One reading of the law for the whole list.
        ActiveLaw.Active active = activeLaw.require(localityCode);
        LocalDate knownOn = clock.today();
        return unitOfWork.inTenant(
                tenant,
                actor,
                () -> {
                    MonthComparison comparison =
                            new MonthComparison(engine, active.snapshot(), month, knownOn);
                    List<Entry> entries = new ArrayList<>();
                    int[] assessed = new int[1];
                    people.forEach(
                            month,
                            person -> {
                                assessed[0]++;
                                comparison.entry(person, kind).ifPresent(entries::add);
                            });
                    record(month, kind, entries);
                    return new MonthlyList(month, kind, assessed[0], entries);
                });
    }

    private void record(YearMonth month, Kind kind, List<Entry> entries) {
        String what = "month='" + month + "' list='" + kind + "'";
        if (entries.isEmpty()) {
            audit.record("monthly.read", "beneficiary", 0, what + " none");
        }
        for (int from = 0; from < entries.size(); from += KEYS_PER_RECORD) {
            List<Entry> some =
                    entries.subList(from, Math.min(from + KEYS_PER_RECORD, entries.size()));
            audit.record(
                    "monthly.read",
                    "beneficiary",
                    some.get(0).personId(),
                    what
                            + " ids='"
                            + some.stream()
                                    .map(entry -> Long.toString(entry.personId()))
                                    .collect(Collectors.joining(","))
                            + "'");
        }
    }
}
