package vn.ansinh.store.payment;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import vn.ansinh.beneficiary.internal.finding.FindingModule;
import vn.ansinh.beneficiary.port.DuplicatePairs;
import vn.ansinh.beneficiary.port.PeopleIndex;
import vn.ansinh.beneficiary.port.UnitLists;
import vn.ansinh.entitlement.api.DecisionKind;
import vn.ansinh.entitlement.api.Effect;
import vn.ansinh.locality.api.Component;
import vn.ansinh.payment.api.Successions;
import vn.ansinh.payment.api.Successions.DryRun;
import vn.ansinh.payment.api.Successions.NewPlan;
import vn.ansinh.payment.api.Successions.Seat;
import vn.ansinh.payment.api.Successions.Sum;
import vn.ansinh.payment.internal.SuccessionModule;
import vn.ansinh.payment.port.ParallelStorage;
import vn.ansinh.payment.port.PaymentStorage;
import vn.ansinh.payment.port.SuccessionRows;
import vn.ansinh.payment.port.SuccessionStorage;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.Audit;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.Suspensions;
import vn.ansinh.platform.api.UnitOfWork;
import vn.ansinh.store.TestStore;

/** Tứ Kỳ before 1 July 2025 and the six communes after it. People are DỮ LIỆU GIẢ LẬP. */
final class SuccessionWorld {
    static final YearMonth JULY = YearMonth.of(2025, 7);
    static final Actor FIRST = new Actor("van-hanh-1", "sắp xếp đơn vị");
    static final Actor SECOND = new Actor("van-hanh-2", "sắp xếp đơn vị");
    static final String OLD = "tu-ky";

    /** Successors by code, with their unit of the public list. */
    static final Map<String, String> NEW = new LinkedHashMap<>();

    static {
        NEW.put("xa-chi-minh", "11131");
        NEW.put("xa-dai-son", "11086");
        NEW.put("xa-lac-phuong", "11140");
        NEW.put("xa-nguyen-giap", "11146");
        NEW.put("xa-tan-ky", "11113");
        NEW.put("xa-tu-ky", "11074");
    }

    final TestStore store;
    final Connection owner;
    final PastWorld old;
    final Successions successions;

    /** What happens at named moments of the execution; nothing unless a test says so. */
    Consumer<String> moment = name -> {};

    SuccessionWorld(TestStore store, Connection owner) {
        this.store = store;
        this.owner = owner;
        old = new PastWorld(store, owner, OLD).startingOn("2025-05-10");
        NEW.keySet().forEach(store::tenant);
        successions = module().successions();
    }

    private SuccessionModule module() {
        return new SuccessionModule(
                store.service(Localities.class),
                new LateLaw(),
                new FindingModule(
                                store.service(UnitLists.class),
                                store.service(PeopleIndex.class),
                                store.service(DuplicatePairs.class),
                                store.service(UnitOfWork.class),
                                store.service(Audit.class),
                                old)
                        .units(),
                store.service(UnitOfWork.class),
                store.service(Audit.class),
                old,
                store.service(Suspensions.class),
                store.service(PaymentStorage.class),
                store.service(ParallelStorage.class),
                store.service(SuccessionStorage.class),
                store.service(SuccessionRows.class));
    }

    /** Somebody with a number who lives in a unit since 2020. */
    long person(String unit, String number) throws SQLException {
        long id = old.person(number);
        run("update person set unit_code = '" + unit + "' where person_id = " + id);
        if (!unit.isEmpty()) {
            run(
                    "update residence set unit_code = '"
                            + unit
                            + "', valid_from = '2020-01-01' where person_id = "
                            + id);
        }
        return id;
    }

    /** One decision for all of them: ground A from May 2025. */
    void grantA(List<Long> people) {
        List<Effect> effects = new ArrayList<>();
        for (long person : people) {
            effects.add(
                    Effect.on(effects.size() + 1, person, Component.MONTHLY, YearMonth.of(2025, 5))
                            .with("A", 150));
        }
        old.decide(DecisionKind.GRANT, effects.toArray(Effect[]::new));
    }

    long household(String unit, long... members) throws SQLException {
        long id =
                Long.parseLong(
                        TestStore.one(
                                owner,
                                "insert into household (tenant_id, kind, unit_code, formed_on,"
                                        + " recorded_at) values ("
                                        + old.tenant.value()
                                        + ", 'RESIDENCE', '"
                                        + unit
                                        + "', '2020-01-01', now()) returning household_id"));
        for (long member : members) {
            run(
                    "insert into household_member (tenant_id, household_id, kind, person_id,"
                            + " relation, valid_from, paper, recorded_at) values ("
                            + old.tenant.value()
                            + ", "
                            + id
                            + ", 'RESIDENCE', "
                            + member
                            + ", 'OTHER', '2020-01-01', 'GIẢ LẬP', now())");
        }
        return id;
    }

    long plan() {
        return successions.plan(
                FIRST,
                new NewPlan(
                        List.of(OLD),
                        List.copyOf(NEW.keySet()),
                        NEW.entrySet().stream()
                                .map(e -> new Seat(e.getKey(), e.getValue()))
                                .toList(),
                        JULY,
                        "Nghị quyết GIẢ LẬP"));
    }

    static Sum sum(DryRun found, String successor, String kind) {
        return found.sums().stream()
                .filter(s -> s.successor().equals(successor) && s.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    /** Every row of every table but the trail, digested. */
    String everything() throws SQLException {
        StringBuilder all = new StringBuilder();
        String tables =
                one(
                        "select string_agg(relname, ' ' order by relname) from pg_class where relkind"
                                + " in ('r', 'p') and not relispartition and relname not like"
                                + " 'audit%' and relname not like 'administrative%'"
                                + " and relnamespace = 'public'::regnamespace");
        for (String table : tables.split(" ")) {
            all.append(table)
                    .append(
                            one(
                                    "select md5(coalesce(string_agg(t::text, ',' order by t::text),"
                                            + " '')) from "
                                            + table
                                            + " t"))
                    .append('\n');
        }
        return all.toString();
    }

    void run(String sql) throws SQLException {
        TestStore.run(owner, sql);
    }

    String one(String sql) throws SQLException {
        return TestStore.one(owner, sql);
    }
}
