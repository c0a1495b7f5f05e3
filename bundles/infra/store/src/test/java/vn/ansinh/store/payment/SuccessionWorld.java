package vn.ansinh.store.payment;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
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
import vn.ansinh.payment.api.Successions.UnitRow;
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

    /**
     * What happens before a port is asked, named by method and, of a part, its number; nothing
     * unless a test says so.
     */
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
                watched(SuccessionStorage.class),
                watched(SuccessionRows.class));
    }

    private <T> T watched(Class<T> port) {
        T real = store.service(port);
        return port.cast(
                Proxy.newProxyInstance(
                        port.getClassLoader(),
                        new Class<?>[] {port},
                        (proxy, method, values) -> {
                            boolean ofPart = method.getName().matches("claim|done");
                            moment.accept(method.getName() + (ofPart ? " " + values[1] : ""));
                            try {
                                return method.invoke(real, values);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        }));
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
                                        + "', '2020-01-01', '2020-01-02 00:00Z') returning"
                                        + " household_id"));
        for (long member : members) {
            run(
                    "insert into household_member (tenant_id, household_id, kind, person_id,"
                            + " relation, valid_from, paper, recorded_at) values ("
                            + old.tenant.value()
                            + ", "
                            + id
                            + ", 'RESIDENCE', "
                            + member
                            + ", 'OTHER', '2020-01-01', 'GIẢ LẬP', '2020-01-02 00:00Z')");
        }
        return id;
    }

    long plan() {
        return plan(List.of(OLD));
    }

    long plan(List<String> predecessors) {
        return successions.plan(
                FIRST,
                new NewPlan(
                        predecessors,
                        List.copyOf(NEW.keySet()),
                        NEW.entrySet().stream()
                                .map(e -> new Seat(e.getKey(), e.getValue()))
                                .toList(),
                        JULY,
                        "Nghị quyết GIẢ LẬP"));
    }

    /** Proposed by one hand, approved by another. */
    void agree(long id) {
        successions.propose(FIRST, id, successions.dryRun(FIRST, id).hash());
        successions.approve(SECOND, id);
    }

    /** The commune of 2023 stands in no list of 2025. */
    void assign(long id, String unit, String successor) {
        successions.assign(
                FIRST, id, new UnitRow(OLD, unit, successor, NEW.get(successor), "GIẢ LẬP", true));
    }

    static Sum sum(DryRun found, String successor, String kind) {
        return found.sums().stream()
                .filter(s -> s.successor().equals(successor) && s.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    /** Every row of every table but the trail, digested. */
    String everything() throws SQLException {
        return digest("relname not like 'audit%'", "true", "t::text");
    }

    /** Rows of tenants, without the keys that a carried row may get anew; not trail and chain. */
    String of(Collection<String> codes) throws SQLException {
        return digest(
                "relname not like 'audit%' and relname <> 'ledger_link' and exists (select from"
                        + " pg_attribute a where a.attrelid = pg_class.oid and a.attname ="
                        + " 'tenant_id') and relname not in ('locality', 'node')",
                "tenant_id in (select tenant_id from locality where code in ('"
                        + String.join("', '", codes)
                        + "'))",
                "(to_jsonb(t) - 'residence_id' - 'item_id' - 'digest')::text");
    }

    private String digest(String which, String where, String row) throws SQLException {
        StringBuilder all = new StringBuilder();
        String tables =
                one(
                        "select string_agg(relname, ' ' order by relname) from pg_class where relkind"
                                + " in ('r', 'p') and not relispartition and relname not like"
                                + " 'administrative%' and relnamespace = 'public'::regnamespace"
                                + " and "
                                + which);
        for (String table : tables.split(" ")) {
            all.append(table)
                    .append(' ')
                    .append(
                            one(
                                    "select count(*) || ' ' || md5(coalesce(string_agg("
                                            + row
                                            + ", ',' order by "
                                            + row
                                            + "), '')) from "
                                            + table
                                            + " t where "
                                            + where))
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
