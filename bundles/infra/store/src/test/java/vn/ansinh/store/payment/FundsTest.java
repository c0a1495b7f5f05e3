package vn.ansinh.store.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.ansinh.store.payment.TestRuns.ANY;
import static vn.ansinh.store.payment.TestRuns.LEADER;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.ansinh.payment.api.Funds;
import vn.ansinh.payment.api.Funds.Account;
import vn.ansinh.payment.api.Funds.Grant;
import vn.ansinh.payment.api.Funds.Level;
import vn.ansinh.payment.api.Funds.Rounding;
import vn.ansinh.payment.api.Funds.Row;
import vn.ansinh.payment.api.Funds.Settlement;
import vn.ansinh.payment.api.Funds.Share;
import vn.ansinh.payment.api.Funds.Shares;
import vn.ansinh.payment.api.Funds.Source;
import vn.ansinh.payment.api.Payments.RunDuty;
import vn.ansinh.payment.api.Payments.RunKind;
import vn.ansinh.payment.api.Payments.RunState;
import vn.ansinh.payment.api.Payments.RunView;
import vn.ansinh.payment.api.RunLife;
import vn.ansinh.payment.internal.FundNeeds;
import vn.ansinh.payment.internal.FundService;
import vn.ansinh.payment.port.FundStorage;
import vn.ansinh.payment.port.PaymentStorage;
import vn.ansinh.payment.port.StoredRun;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.Audit;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.platform.api.TenantId;
import vn.ansinh.platform.api.UnitOfWork;
import vn.ansinh.store.TestStore;

/** Ceilings, reservations and settlement against a real PostgreSQL (DỮ LIỆU GIẢ LẬP). */
class FundsTest {
    private static final int APPROVALS = 64;
    private static final int AFFORDED = 20;
    private static final long LINE_DONG = 750_000;

    private TestStore store;
    private Connection owner;
    private TenantId tenant;
    private TestPeople people;
    private FundNeeds needs;
    private Funds funds;
    private RunLife life;

    @BeforeEach
    void open() throws Exception {
        store = TestStore.fresh(30);
        owner = store.owner();
        tenant = store.tenant("kinh-phi");
        people = new TestPeople(owner, tenant, 1_000_000);
        needs = new FundNeeds(TestStore.clock(), store.service(FundStorage.class), false);
        life = TestRuns.life(store.store(), 0, needs);
        funds = funds(needs);
        funds.addSource(tenant, LEADER, new Source("NSTW", "Ngân sách trung ương", Level.CENTRAL));
        funds.addSource(tenant, LEADER, new Source("NSTP", "Ngân sách thành phố", Level.PROVINCE));
    }

    @AfterEach
    void close() throws Exception {
        owner.close();
        store.close();
    }

    private Funds funds(FundNeeds with) {
        return new FundService(
                store.service(UnitOfWork.class),
                store.service(Audit.class),
                TestStore.clock(),
                store.service(PaymentStorage.class),
                store.service(FundStorage.class),
                with);
    }

    private void shares(int first, int second) {
        funds.layDown(
                tenant,
                LEADER,
                new Shares(
                        0,
                        2026,
                        Rounding.LARGEST_TAKES_REST,
                        "QĐ 12/QĐ-UBND",
                        List.of(
                                new Row(
                                        "",
                                        0,
                                        "TCXH",
                                        second == 0
                                                ? List.of(new Share("NSTW", first))
                                                : List.of(
                                                        new Share("NSTW", first),
                                                        new Share("NSTP", second))))));
    }

    private Account grant(String source, long dong) {
        return funds.grant(tenant, LEADER, new Grant(2026, "TCXH", source, dong, "QĐ 13/QĐ-UBND"));
    }

    private Account account(String source) {
        return funds.accounts(tenant, LEADER, 2026).stream()
                .filter(a -> a.source().equals(source))
                .findFirst()
                .orElseThrow();
    }

    private static <T> List<Object> atOnce(List<Callable<T>> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(work.size());
        try {
            List<Future<T>> all = new ArrayList<>();
            for (Callable<T> one : work) {
                all.add(threads.submit(one));
            }
            List<Object> outcomes = new ArrayList<>();
            for (Future<T> one : all) {
                try {
                    outcomes.add(one.get(2, TimeUnit.MINUTES));
                } catch (ExecutionException e) {
                    outcomes.add(e.getCause());
                }
            }
            return outcomes;
        } finally {
            threads.shutdownNow();
        }
    }

    private List<Long> checkedRunsOfOneLine(int count, RunLife with) throws Exception {
        people.add(count);
        for (int i = 1; i <= count; i++) {
            people.until(i, "2026-02");
        }
        TestRuns.regular(with, tenant, "2026-02", "2026-02");
        TestRuns.regular(with, tenant, "2026-03", "2026-03");
        List<Long> runs = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            people.grant(i, "A", 150, "2026-03");
            RunView run = TestRuns.run(with, tenant, RunKind.SUPPLEMENTARY, "2026-03", "2026-03");
            TestRuns.checked(with, tenant, run.id());
            runs.add(run.id());
        }
        return runs;
    }

    @Test
    void sixtyFourApprovalsAtOnceCannotOverdraw() throws Exception {
        List<Long> runs = checkedRunsOfOneLine(APPROVALS, life);
        shares(1000, 0);
        grant("NSTW", AFFORDED * LINE_DONG + LINE_DONG / 2);

        List<Callable<RunView>> work = new ArrayList<>();
        for (long run : runs) {
            work.add(() -> life.approve(tenant, LEADER, run, ANY, ""));
        }
        List<Object> outcomes = atOnce(work);

        assertThat(outcomes).filteredOn(RunView.class::isInstance).hasSize(AFFORDED);
        assertThat(outcomes)
                .filteredOn(AnsinhException.class::isInstance)
                .hasSize(APPROVALS - AFFORDED)
                .allSatisfy(
                        e ->
                                assertThat(((AnsinhException) e).code())
                                        .isEqualTo(ErrorCode.FUNDS_SHORT))
                .allSatisfy(
                        e -> assertThat((AnsinhException) e).hasMessageContaining("thiếu 375.000"));
        assertThat(account("NSTW").reservedDong()).isEqualTo(AFFORDED * LINE_DONG);
        assertThat(account("NSTW").freeDong()).isEqualTo(LINE_DONG / 2);

        // Control: where nobody asks for money all the others are approved.
        RunLife careless = TestRuns.life(store.store(), 0);
        for (long run : runs) {
            if (careless.file(tenant, LEADER, run).run().state() == RunState.SUBMITTED) {
                careless.approve(tenant, LEADER, run, ANY, "");
            }
        }
        assertThat(
                        funds.settlement(
                                        tenant,
                                        LEADER,
                                        2026,
                                        YearMonth.parse("2026-03"),
                                        YearMonth.parse("2026-03"))
                                .total()
                                .approvedDong())
                .isGreaterThan(account("NSTW").ceilingDong());
    }

    /** Who has read before anybody wrote: without the lock everybody believes there is money. */
    @Test
    void withoutTheLockTheDatabaseStillRefusesAndWithoutItsCheckItIsOverdrawn() throws Exception {
        int racing = 8;
        List<Long> runs = checkedRunsOfOneLine(2 * racing, life);
        shares(1000, 0);
        grant("NSTW", 3 * LINE_DONG);

        atOnce(racers(runs.subList(0, racing)));
        assertThat(account("NSTW").reservedDong()).isEqualTo(3 * LINE_DONG);

        TestStore.run(owner, "alter table fund_account drop constraint fund_account_not_overdrawn");
        grant("NSTW", LINE_DONG);
        atOnce(racers(runs.subList(racing, 2 * racing)));
        assertThat(account("NSTW").freeDong()).isNegative();
    }

    private List<Callable<Void>> racers(List<Long> runs) {
        CyclicBarrier allHaveRead = new CyclicBarrier(runs.size());
        FundStorage real = store.service(FundStorage.class);
        FundStorage unlocked =
                (FundStorage)
                        Proxy.newProxyInstance(
                                FundStorage.class.getClassLoader(),
                                new Class<?>[] {FundStorage.class},
                                (proxy, method, arguments) -> {
                                    if (method.getName().equals("lock")) {
                                        return null;
                                    }
                                    if (method.getName().equals("enter")) {
                                        allHaveRead.await(1, TimeUnit.MINUTES);
                                    }
                                    try {
                                        return method.invoke(real, arguments);
                                    } catch (InvocationTargetException e) {
                                        throw e.getCause();
                                    }
                                });
        FundNeeds hasty = new FundNeeds(TestStore.clock(), unlocked, false);
        List<Callable<Void>> work = new ArrayList<>();
        for (long id : runs) {
            work.add(
                    () ->
                            store.service(UnitOfWork.class)
                                    .inTenant(
                                            tenant,
                                            LEADER,
                                            () -> {
                                                StoredRun run =
                                                        store.service(PaymentStorage.class)
                                                                .byId(id)
                                                                .orElseThrow();
                                                hasty.moved(
                                                        run, RunState.SUBMITTED, RunState.APPROVED);
                                                return null;
                                            }));
        }
        return work;
    }

    @Test
    void aRunReservesByItsSharesAndGivesBackWhenItIsReturned() throws Exception {
        people.add(40);
        shares(667, 333);
        RunView run = TestRuns.regular(life, tenant, "2026-03", "2026-03");
        // No ceiling: allowed, and said.
        assertThat(funds.coverage(tenant, LEADER, run.id()).warnings())
                .hasSize(2)
                .allSatisfy(s -> assertThat(s).contains("chưa giao hạn mức"))
                .isEqualTo(
                        TestRuns.papers(store.store()).sheet(tenant, LEADER, run.id()).warnings());
        FundNeeds strict = new FundNeeds(TestStore.clock(), store.service(FundStorage.class), true);
        RunLife strictLife = TestRuns.life(store.store(), 0, strict);
        TestRuns.checked(life, tenant, run.id());
        refusedForMoney(
                () -> strictLife.approve(tenant, LEADER, run.id(), ANY, ""), "chưa giao hạn mức");
        grant("NSTW", run.totalDong());
        grant("NSTP", 1_000);
        refusedForMoney(() -> life.approve(tenant, LEADER, run.id(), ANY, ""), "còn 1.000");
        assertThat(account("NSTW").reservedDong()).isZero();
        grant("NSTP", run.totalDong());
        life.approve(tenant, LEADER, run.id(), ANY, "");

        assertThat(account("NSTW").reservedDong() + account("NSTP").reservedDong())
                .isEqualTo(run.totalDong());
        assertThat(account("NSTW").reservedDong()).isGreaterThan(account("NSTP").reservedDong());
        refusedForMoney(() -> grant("NSTW", -run.totalDong()), "thiếu");
        life.giveBack(tenant, LEADER, run.id(), ANY, RunDuty.APPROVE, "xem lại nguồn");
        assertThat(account("NSTW").reservedDong()).isZero();
        assertThat(account("NSTP").freeDong()).isEqualTo(run.totalDong() + 1_000);
        assertThat(funds.entries(tenant, LEADER, account("NSTP").id(), 10))
                .extracting(Funds.Entry::kind)
                .containsExactly("RELEASE", "RESERVE", "CEILING", "CEILING");
    }

    @Test
    void settlementTiesToRunsAndLedger() throws Exception {
        people.add(120);
        shares(667, 333);
        RunView january = TestRuns.regular(life, tenant, "2026-01", "2026-01");
        TestRuns.approved(life, tenant, january.id());
        RunView two = TestRuns.regular(life, tenant, "2026-02", "2026-03");
        TestRuns.approved(life, tenant, two.id());
        TestRuns.regular(life, tenant, "2026-04", "2026-04");

        Settlement all =
                funds.settlement(
                        tenant,
                        LEADER,
                        2026,
                        YearMonth.parse("2026-01"),
                        YearMonth.parse("2026-12"));

        assertThat(all.total().approvedDong())
                .isEqualTo(january.totalDong() + two.totalDong())
                .isEqualTo(all.rows().stream().mapToLong(Funds.Settled::approvedDong).sum());
        assertThat(all.ledgerRoot())
                .isEqualTo(
                        TestStore.one(
                                owner,
                                "select encode(hash, 'hex') from ledger_link order by seq desc"
                                        + " limit 1"));
        assertThat(
                        Long.parseLong(
                                TestStore.one(
                                        owner,
                                        "select sum((regexp_match(event, 'dong=(\\d+)'))[1]::bigint)"
                                                + " from ledger_link where kind = 'RUN_APPROVED'")))
                .isEqualTo(all.total().approvedDong());
        // New shares of the year do not change what was approved by the old ones.
        shares(500, 500);
        assertThat(
                        funds.settlement(
                                tenant,
                                LEADER,
                                2026,
                                YearMonth.parse("2026-01"),
                                YearMonth.parse("2026-12")))
                .isEqualTo(all);
    }

    @Test
    void sharesThatDoNotAddUpAreRefusedWithEveryFault() {
        assertThatThrownBy(
                        () ->
                                funds.layDown(
                                        tenant,
                                        LEADER,
                                        new Shares(
                                                0,
                                                2026,
                                                null,
                                                "",
                                                List.of(
                                                        new Row(
                                                                "",
                                                                0,
                                                                "tcxh",
                                                                List.of(new Share("X", 900)))))))
                .isInstanceOfSatisfying(
                        AnsinhException.class, e -> assertThat(e.faults()).hasSize(5));
    }

    private static void refusedForMoney(Runnable work, String sentence) {
        assertThatThrownBy(work::run)
                .hasMessageContaining(sentence)
                .isInstanceOfSatisfying(
                        AnsinhException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.FUNDS_SHORT));
    }
}
