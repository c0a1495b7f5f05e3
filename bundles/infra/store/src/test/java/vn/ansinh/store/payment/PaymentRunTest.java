package vn.ansinh.store.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static vn.ansinh.store.TestStore.one;
import static vn.ansinh.store.TestStore.run;

import java.sql.Connection;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.ansinh.locality.api.Component;
import vn.ansinh.payment.api.Payments;
import vn.ansinh.payment.api.Payments.Difference;
import vn.ansinh.payment.api.Payments.Explanation;
import vn.ansinh.payment.api.Payments.LineView;
import vn.ansinh.payment.api.Payments.Reconciliation;
import vn.ansinh.payment.api.Payments.RunState;
import vn.ansinh.payment.api.Payments.RunView;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.platform.api.TenantId;
import vn.ansinh.store.TestStore;

/** Runs against a real PostgreSQL, under the application's role. */
class PaymentRunTest {
    private static final Actor ACTOR = new Actor("thu-nghiem", "");
    private static final YearMonth MARCH = YearMonth.of(2026, 3);
    private static final YearMonth APRIL = YearMonth.of(2026, 4);

    private static TestStore store;
    private static Connection owner;

    @BeforeAll
    static void open() throws Exception {
        store = TestStore.fresh(6);
        owner = store.owner();
    }

    @AfterAll
    static void close() throws Exception {
        owner.close();
        store.close();
    }

    private static Payments payments() {
        return TestLaw.payments(store.store(), new TestLaw('a'), 100);
    }

    private static String ask(TenantId tenant, String sql) throws Exception {
        return one(owner, sql.replace(":t", "tenant_id = " + tenant.value()));
    }

    @Test
    void paysWhatDecisionsSay() throws Exception {
        TenantId tenant = store.tenant("tong");
        new TestPeople(owner, tenant, 1_000_000)
                .add(1000)
                .died(1, LocalDate.of(2026, 2, 28)) // B, before the month: not paid
                .died(5, LocalDate.of(2026, 3, 1)) // B, in the month: paid
                .until(9, "2026-02") // B, ended
                .grant(3, "B", 200, "2026-02") // A and B: the higher
                .grant(4, "A", 150, "2026-04") // not yet
                .noFacts(13) // B, paid, not assessed
                .fact(17, "A"); // decided B, assessed A

        Payments payments = payments();
        RunView run = payments.compute(tenant, ACTOR, MARCH);

        assertThat(run.state()).isEqualTo(RunState.COMPUTED);
        // Recomputed apart from the run: from the entitlements, by plain SQL.
        String independent =
                "from (select distinct on (person_id, component) e.person_id, component, unit_code,"
                        + " ground, 5000 * coefficient_hundredths as dong from entitlement e"
                        + " join person p using (tenant_id, person_id) where :t"
                        + " and from_month <= '2026-03-01'"
                        + " and (to_month is null or to_month >= '2026-03-01')"
                        + " and (death_on is null or death_on >= '2026-03-01')"
                        + " order by person_id, component, coefficient_hundredths desc) x";
        assertThat(String.valueOf(run.totalDong()))
                .isEqualTo(ask(tenant, "select sum(dong) " + independent));
        assertThat(String.valueOf(run.lines()))
                .isEqualTo(ask(tenant, "select count(*) " + independent))
                .isEqualTo(ask(tenant, "select count(*) from payment_line where :t"));
        assertThat(run.totalDong())
                .isEqualTo(
                        payments.totals(tenant, ACTOR, run.id(), null).stream()
                                .mapToLong(Payments.TotalView::amountDong)
                                .sum());
        assertThat(ask(tenant, "select sum(amount_dong) from payment_line where :t"))
                .isEqualTo(String.valueOf(run.totalDong()));
        for (Payments.TotalView total : payments.totals(tenant, ACTOR, run.id(), null)) {
            String ground = total.groundCode().equals("Theo quyết định") ? "R" : total.groundCode();
            assertThat(total.heads() + " " + total.amountDong())
                    .isEqualTo(
                            ask(
                                    tenant,
                                    "select count(*) || ' ' || sum(dong) "
                                            + independent
                                            + " where unit_code = '"
                                            + total.unitCode()
                                            + "' and ground = '"
                                            + ground
                                            + "'"));
        }
        assertThat(payments.differences(tenant, ACTOR, run.id(), 100))
                .extracting(d -> d.personId() - 1_000_000, Difference::kind)
                .containsExactly(
                        tuple(1L, "DECEASED"),
                        tuple(3L, "AMOUNT"),
                        tuple(3L, "NOT_HIGHEST"),
                        tuple(13L, "NOT_ASSESSED"),
                        tuple(17L, "AMOUNT"));
        assertThat(run.differences()).isEqualTo(5);
        assertThat(payments.run(store.tenant("la"), ACTOR, run.id())).isEmpty();
    }

    @Test
    void runningAgainWritesNothing() throws Exception {
        TenantId tenant = store.tenant("lan-hai");
        new TestPeople(owner, tenant, 2_000_000).add(350);
        Payments payments = payments();
        RunView first = payments.compute(tenant, ACTOR, MARCH);
        String before = footprint();

        RunView second = payments.compute(tenant, ACTOR, MARCH);

        assertThat(second).isEqualTo(first);
        assertThat(footprint()).isEqualTo(before);
        // The footprint is not blind: another month changes it.
        payments.compute(tenant, ACTOR, APRIL);
        assertThat(footprint()).isNotEqualTo(before);
    }

    /** Rows and newest writing transaction of every table that a run or a reading could write. */
    private static String footprint() throws Exception {
        StringBuilder all = new StringBuilder();
        for (String table :
                List.of(
                        "payment_run",
                        "run_chunk",
                        "payment_line",
                        "run_total",
                        "run_difference",
                        "law_row",
                        "ledger_link",
                        "audit_event")) {
            all.append(table)
                    .append(' ')
                    .append(
                            one(
                                    owner,
                                    "select count(*) || ' ' || max(xmin::text::bigint) from "
                                            + table))
                    .append('\n');
        }
        return all.toString();
    }

    @Test
    void everyMonthReconcilesWithTheOneBefore() throws Exception {
        TenantId tenant = store.tenant("doi-chieu");
        new TestPeople(owner, tenant, 3_000_000)
                .add(100)
                .until(100, "2026-03") // A of U2 ends, its care goes on
                .until(7, "2026-03") // A of U0 …
                .grant(7, "A", 200, "2026-04") // … goes on with a higher coefficient
                .until(11, "2026-03")
                .grant(11, "A", 100, "2026-04") // … with a lower one, U4
                .died(2, LocalDate.of(2026, 3, 20)); // R of U2
        run(
                owner,
                "update entitlement set from_month = '2026-04-01' where tenant_id = "
                        + tenant.value()
                        + " and person_id = 3000001"); // B of U1, new
        Payments payments = payments();
        RunView march = payments.compute(tenant, ACTOR, MARCH);
        RunView april = payments.compute(tenant, ACTOR, APRIL);

        Reconciliation page = payments.reconciliation(tenant, ACTOR, april.id());
        Reconciliation.Row total = page.rows().get(page.rows().size() - 1);
        assertThat(page.balances()).isTrue();
        assertThat(total.lastHeads()).isEqualTo(march.lines()).isEqualTo(109);
        assertThat(total.lastDong()).isEqualTo(march.totalDong());
        assertThat(total.newHeads()).isEqualTo(1);
        assertThat(total.newDong()).isEqualTo(1_200_000);
        assertThat(total.stoppedHeads()).isEqualTo(2);
        assertThat(total.stoppedDong()).isEqualTo(750_000 + 1_250_000);
        assertThat(total.increasedHeads()).isEqualTo(1);
        assertThat(total.increasedDong()).isEqualTo(300_000); // 600.000 × 0,5
        assertThat(total.decreasedHeads()).isEqualTo(1);
        assertThat(total.decreasedDong()).isEqualTo(300_000);
        assertThat(total.rateDong()).isEqualTo((march.totalDong() - 2_000_000) / 5);
        assertThat(total.thisHeads()).isEqualTo(april.lines()).isEqualTo(108);
        assertThat(total.thisDong()).isEqualTo(april.totalDong());
        assertThat(payments.reconciliation(tenant, ACTOR, march.id()).rows())
                .allMatch(row -> row.newDong() == row.thisDong() && row.lastDong() == 0);
    }

    @Test
    void aLineAlteredSinceDoesNotReconcile() throws Exception {
        TenantId tenant = store.tenant("lech");
        new TestPeople(owner, tenant, 4_000_000).add(50);
        Payments payments = payments();
        payments.compute(tenant, ACTOR, MARCH);
        run(
                owner,
                "update payment_line set amount_dong = amount_dong + 1 where tenant_id = "
                        + tenant.value()
                        + " and person_id = 4000007");

        assertThatThrownBy(() -> payments.compute(tenant, ACTOR, APRIL))
                .isInstanceOfSatisfying(
                        AnsinhException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_RECONCILED));
        assertThat(payments.runs(tenant, ACTOR))
                .extracting(RunView::month, RunView::state)
                .containsExactly(tuple(APRIL, RunState.DRAFT), tuple(MARCH, RunState.COMPUTED));
    }

    @Test
    void explainsAlsoWhenTheLawHasGone() throws Exception {
        TenantId tenant = store.tenant("vi-sao");
        new TestPeople(owner, tenant, 5_000_000).add(20);
        TestLaw law = new TestLaw('a');
        Payments payments = TestLaw.payments(store.store(), law, 7);
        RunView run = payments.compute(tenant, ACTOR, MARCH);
        String sentence =
                "750.000 đồng = 500.000 đồng (mức chuẩn, khoản 1 Điều 1 NQ 0/GIẢ LẬP) × 1,5"
                        + " (hệ số, khoản 1 Điều 4 NQ 0/GIẢ LẬP), theo Quyết định số 7/QĐ-UBND"
                        + " ngày 05/12/2025.";

        Explanation with = payments.explain(tenant, ACTOR, run.id(), 5_000_003).get(0);
        assertThat(with.sentence()).isEqualTo(sentence);
        assertThat(with.steps())
                .anyMatch(step -> step.startsWith("Đạt «A»"))
                .anyMatch(step -> step.startsWith("Không đạt «B»") && step.contains("Điều 5"))
                .noneMatch(step -> step.contains("«R»"));
        Explanation hidden = payments.explain(tenant, ACTOR, run.id(), 5_000_002).get(0);
        assertThat(hidden.sentence())
                .isEqualTo("1.250.000 đồng, theo Quyết định số 7/QĐ-UBND ngày 05/12/2025.");
        assertThat(hidden.steps()).noneMatch(step -> step.contains("R"));
        List<LineView> lines = payments.lines(tenant, ACTOR, run.id(), null, null, 0, 100);
        assertThat(lines).hasSize(22).noneMatch(line -> line.groundCode().equals("R"));
        assertThat(payments.lines(tenant, ACTOR, run.id(), null, null, lines.get(9).lineNo(), 100))
                .isEqualTo(lines.subList(10, 22));
        assertThat(payments.lines(tenant, ACTOR, run.id(), null, "U3", 0, 100))
                .isEqualTo(lines.stream().filter(l -> l.unitCode().equals("U3")).toList());

        law.withdraw();
        assertThat(payments.explain(tenant, ACTOR, run.id(), 5_000_003))
                .singleElement()
                .satisfies(
                        without -> {
                            assertThat(without.sentence()).isEqualTo(sentence);
                            assertThat(without.component()).isEqualTo(Component.MONTHLY);
                            assertThat(without.steps()).hasSize(2);
                        });
        assertThat(payments.lines(tenant, ACTOR, run.id(), null, null, 0, 100)).isEqualTo(lines);
        assertThat(payments.compute(tenant, ACTOR, MARCH)).isEqualTo(run);
        assertThatThrownBy(() -> payments.compute(tenant, ACTOR, APRIL))
                .hasFieldOrPropertyWithValue("code", ErrorCode.LAW_NOT_ACTIVE);
    }

    @Test
    void twoAtOnceMakeOneRun() throws Exception {
        TenantId tenant = store.tenant("cung-luc");
        new TestPeople(owner, tenant, 6_000_000).add(2000);
        CompletableFuture<RunView> one =
                CompletableFuture.supplyAsync(() -> payments().compute(tenant, ACTOR, MARCH));
        CompletableFuture<RunView> other =
                CompletableFuture.supplyAsync(() -> payments().compute(tenant, ACTOR, MARCH));
        assertThat(one.get()).isEqualTo(other.get());
        assertThat(ask(tenant, "select count(*) from payment_line where :t")).isEqualTo("2200");
        assertThat(ask(tenant, "select count(*) from ledger_link where :t")).isEqualTo("1");
    }

    @Test
    void aDraftOfAnotherLawStartsAgain() throws Exception {
        TenantId tenant = store.tenant("luat-moi");
        new TestPeople(owner, tenant, 7_000_000).add(300);
        Payments payments = payments();
        // A draft as a killed process leaves it: opened under the old law, some chunks done.
        payments.compute(tenant, ACTOR, MARCH);
        run(owner, "alter table payment_run disable trigger payment_run_is_final");
        run(
                owner,
                "update payment_run set state = 'DRAFT', digest = null, computed_at = null"
                        + " where tenant_id = "
                        + tenant.value());
        run(owner, "alter table payment_run enable trigger payment_run_is_final");
        run(owner, "delete from run_total where tenant_id = " + tenant.value());

        RunView again =
                TestLaw.payments(store.store(), new TestLaw('b'), 100)
                        .compute(tenant, ACTOR, MARCH);

        assertThat(again.snapshotHash()).isEqualTo(new TestLaw('b').snapshot().hash());
        assertThat(again.lines()).isEqualTo(330);
        assertThat(ask(tenant, "select count(*) from payment_line where :t")).isEqualTo("330");
    }

    @Test
    void nobodyAltersAComputedRun() throws Exception {
        TenantId tenant = store.tenant("bat-bien");
        new TestPeople(owner, tenant, 8_000_000).add(10);
        payments().compute(tenant, ACTOR, MARCH);
        try (Connection app = store.app()) {
            run(app, "set ansinh.tenant = " + tenant.value());
            for (String change :
                    List.of(
                            "delete from payment_line where for_month = '2026-03-01'",
                            "update payment_run set list_date = '2020-01-01'",
                            "update run_chunk set lines = 0",
                            "delete from run_chunk",
                            "update payment_line set amount_dong = 0",
                            "delete from ledger_link")) {
                assertThatThrownBy(() -> run(app, change)).hasMessageContaining("ERROR");
            }
        }
        assertThat(ask(tenant, "select count(*) from payment_line where :t")).isEqualTo("11");
    }
}
