package vn.ansinh.store.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ansinh.store.TestStore.one;

import java.sql.Connection;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.ansinh.assessment.api.Engines;
import vn.ansinh.entitlement.port.WatchedPeople;
import vn.ansinh.payment.api.Estimates;
import vn.ansinh.payment.api.Estimates.Estimate;
import vn.ansinh.payment.api.Estimates.Kind;
import vn.ansinh.payment.api.Estimates.Row;
import vn.ansinh.payment.api.Payments;
import vn.ansinh.payment.api.Payments.RunView;
import vn.ansinh.payment.api.Payments.TotalView;
import vn.ansinh.payment.internal.EstimateService;
import vn.ansinh.payment.port.ParallelStorage;
import vn.ansinh.payment.port.PaymentStorage;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.Audit;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.TenantId;
import vn.ansinh.platform.api.UnitOfWork;
import vn.ansinh.store.TestStore;

/** Estimates against a real PostgreSQL, beside the runs of the same months. DỮ LIỆU GIẢ LẬP. */
class EstimateTest {
    private static final Actor ACTOR = new Actor("thu-nghiem", "");
    private static final long BASE = 1_000_000;

    private static TestStore store;
    private static Connection owner;

    @BeforeAll
    static void open() throws Exception {
        store = TestStore.fresh(4);
        owner = store.owner();
    }

    @AfterAll
    static void close() throws Exception {
        owner.close();
        store.close();
    }

    private static Estimates estimates() {
        return new EstimateService(
                store.store().service(Localities.class),
                new TestLaw('a'),
                Engines.standard(),
                store.store().service(UnitOfWork.class),
                store.store().service(Audit.class),
                TestStore.clock(),
                store.store().service(PaymentStorage.class),
                store.store().service(ParallelStorage.class),
                store.store().service(WatchedPeople.class));
    }

    private static String stored(TenantId tenant) throws Exception {
        return one(
                owner,
                "select (select count(*) from payment_run) || ' ' || (select count(*) from"
                        + " run_chunk) || ' ' || (select count(*) from payment_line) || ' ' ||"
                        + " (select count(*) from entitlement) || ' ' || (select count(*) from"
                        + " audit_event where tenant_id = "
                        + tenant.value()
                        + " and action <> 'estimate.read')");
    }

    @Test
    void theEstimateOfAMonthIsItsRunAndWritesNothing() throws Exception {
        TenantId tenant = store.tenant("du-toan");
        new TestPeople(owner, tenant, BASE)
                .add(1000)
                .died(1, LocalDate.of(2026, 2, 28)) // before: not paid
                .died(5, LocalDate.of(2026, 3, 1)) // in March: paid in March only
                .until(9, "2026-03") // B, ended; due by the record
                .grant(3, "B", 200, "2026-02") // A and B: the higher
                .noFacts(13) // paid, not assessed
                .fact(17, "A"); // decided B, assessed A
        String before = stored(tenant);

        Estimate estimate = estimates().of(tenant, ACTOR, 2026);

        assertThat(stored(tenant)).isEqualTo(before);
        assertThat(estimate.months()).hasSize(10);
        Payments payments = TestLaw.payments(store.store(), new TestLaw('a'), 100);
        for (YearMonth month : new YearMonth[] {YearMonth.of(2026, 3), YearMonth.of(2026, 4)}) {
            RunView run = payments.compute(tenant, ACTOR, month);
            assertThat(decided(estimate, month))
                    .as("%s", month)
                    .isEqualTo(run.lines() + " " + run.totalDong());
        }
        // Negative control: what a run writes is seen, and the rate of April is not March's.
        assertThat(stored(tenant)).isNotEqualTo(before);
        assertThat(decided(estimate, YearMonth.of(2026, 3)))
                .isNotEqualTo(decided(estimate, YearMonth.of(2026, 4)));
        assertThat(estimate.rows())
                .filteredOn(row -> row.kind() == Kind.UNDECIDED)
                .hasSize(9)
                .allSatisfy(row -> assertThat(row.ground()).isEqualTo(Estimates.FEW));
        // One law of one layer: all of it is the State's.
        assertThat(estimate.months()).allSatisfy(m -> assertThat(m.localDong()).isZero());
        assertThat(estimate.rows().toString())
                .contains("Theo quyết định")
                .doesNotContain("ground=R");
    }

    @Test
    void byUnitAndGroundTheEstimateIsTheRun() throws Exception {
        TenantId tenant = store.tenant("du-toan-hai");
        new TestPeople(owner, tenant, 2 * BASE).add(700);
        Estimate estimate = estimates().of(tenant, ACTOR, 2026);
        YearMonth march = YearMonth.of(2026, 3);
        Payments payments = TestLaw.payments(store.store(), new TestLaw('a'), 100);
        RunView run = payments.compute(tenant, ACTOR, march);
        Map<String, String> paid = new TreeMap<>();
        for (TotalView total : payments.totals(tenant, ACTOR, run.id(), null)) {
            paid.put(
                    total.unitCode() + " " + total.groundCode(),
                    total.heads() + " " + total.amountDong());
        }
        Map<String, String> estimated = new TreeMap<>();
        for (Row row : estimate.rows()) {
            if (row.month().equals(march)) {
                estimated.put(
                        row.unitCode() + " " + row.ground(), row.heads() + " " + row.amountDong());
            }
        }
        assertThat(paid).isNotEmpty();
        assertThat(estimated).isEqualTo(paid);
        assertThat(estimates().of(store.tenant("la"), ACTOR, 2026).rows()).isEmpty();
    }

    private static String decided(Estimate estimate, YearMonth month) {
        long heads = 0;
        long dong = 0;
        for (Row row : estimate.rows()) {
            if (row.month().equals(month) && row.kind() == Kind.DECIDED) {
                heads += row.heads();
                dong += row.amountDong();
            }
        }
        return heads + " " + dong;
    }
}
