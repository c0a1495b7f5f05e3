package vn.ansinh.store.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ansinh.store.payment.PastWorld.ACTOR;

import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.ansinh.entitlement.api.DecisionBook.DecisionDoc;
import vn.ansinh.entitlement.api.DecisionKind;
import vn.ansinh.payment.api.Corrections.Accepted;
import vn.ansinh.payment.api.Corrections.Cause;
import vn.ansinh.payment.api.Corrections.Query;
import vn.ansinh.payment.api.Corrections.Search;
import vn.ansinh.payment.api.Payments.RunView;
import vn.ansinh.store.TestStore;

/**
 * NĐ 335/2026 comes into force on 5 October 2026 and moves everybody's level from July: July to
 * October are topped up on the list of November, by one decision of the locality (case NC28, for a
 * whole locality).
 */
class Decree335ArrearsTest {
    private static final int PEOPLE = Integer.getInteger("ansinh.test.people", 100_000);
    private static final List<String> PAID = List.of("2026-07", "2026-08", "2026-09", "2026-10");

    @Test
    void everybodyIsToppedUpByOneDecision() throws Exception {
        try (TestStore store = TestStore.fresh(6);
                Connection owner = store.owner()) {
            PastWorld w = new PastWorld(store, owner, "nd-335");
            TestPeople people = new TestPeople(owner, w.tenant, 1_000_000).add(PEOPLE);
            // Stopped receiving before the decree came into force: listed only.
            people.until(3, "2026-08");
            TestStore.run(owner, "analyze");
            w.on("2026-06-24").pay("2026-07");
            w.on("2026-07-24").pay("2026-08");
            w.on("2026-08-24").pay("2026-09");
            w.on("2026-09-24").pay("2026-10");
            assertThat(w.on("2026-10-01").corrections.search(w.tenant, ACTOR, 0).open()).isZero();

            long started = System.nanoTime();
            Search search = w.on("2026-10-12").corrections.search(w.tenant, ACTOR, 0);
            long searched = System.nanoTime();
            // Every regular line of the four months grew by 40.000 × coefficient.
            long lines = w.number("select count(*) from payment_line where tenant_id = :t");
            long lacking =
                    w.number(
                            "select sum(400 * coefficient_hundredths) from payment_line"
                                    + " where tenant_id = :t");
            assertThat(search.persons()).isEqualTo(PEOPLE);
            assertThat(search.open()).isEqualTo(lines);
            assertThat(search.arrearsDong()).isEqualTo(lacking);
            assertThat(search.recoveryDong()).isZero();
            assertThat(w.corrections.open(w.tenant, ACTOR, new Query(1_000_001, null), 0, 10))
                    .allSatisfy(c -> assertThat(c.instrument()).contains("335/2026"))
                    .hasSize(4);
            Search again = w.corrections.search(w.tenant, ACTOR, 0);
            assertThat(again.found() + again.superseded()).isZero();

            // Nothing is due without the decision (Điều 32.4).
            RunView before = w.payments.run(w.tenant, ACTOR, w.pay("2026-11").id()).orElseThrow();
            long regular =
                    w.number(
                            "select sum(amount_dong) from payment_line where tenant_id = :t"
                                    + " and for_month = '2026-11-01'");
            assertThat(before.totalDong()).isEqualTo(regular);

            DecisionDoc level = w.decide(DecisionKind.LEVEL);
            long deciding = System.nanoTime();
            Accepted accepted = w.accept(level);
            long decided = System.nanoTime();
            long ended = 2 * 400 * 150L; // the one who stopped in August
            assertThat(accepted.arrearsDong()).isEqualTo(lacking - ended);
            assertThat(w.accept(level).items()).isZero();
            assertThat(w.corrections.open(w.tenant, ACTOR, new Query(0, null), 0, 10))
                    .hasSize(2)
                    .allSatisfy(c -> assertThat(c.cause()).isEqualTo(Cause.LAW_ENDED));

            long computing = System.nanoTime();
            RunView december = w.on("2026-11-24").pay("2026-12");
            long computed = System.nanoTime();
            assertThat(december.totalDong()).isEqualTo(regular + lacking - ended);
            assertThat(december.lines()).isEqualTo(before.lines());
            assertThat(w.payments.reconciliation(w.tenant, ACTOR, december.id()).balances())
                    .isTrue();
            // Each line cites the line it corrects, and is paid once.
            assertThat(
                            w.number(
                                    "select count(*) from due_item d join due_item_line l"
                                            + " using (tenant_id, item_id) join payment_line p"
                                            + " on p.tenant_id = d.tenant_id and p.for_month ="
                                            + " d.cites_month and p.person_id = d.person_id"
                                            + " and p.component = d.cites_component"
                                            + " and p.sequence = d.cites_sequence"
                                            + " where d.tenant_id = :t and l.run_id = "
                                            + december.id()))
                    .isEqualTo(accepted.items());
            Search after = w.corrections.search(w.tenant, ACTOR, 0);
            assertThat(after.found()).isZero();
            assertThat(after.open()).isEqualTo(2);
            assertThat(PAID)
                    .allSatisfy(
                            month ->
                                    assertThat(
                                                    w.number(
                                                            "select count(*) from payment_line"
                                                                    + " where tenant_id = :t and"
                                                                    + " for_month = '"
                                                                    + month
                                                                    + "-01' and movement ="
                                                                    + " 'ARREARS'"))
                                            .isPositive());
            // The seconds are for whoever reads the build's output; nothing is asserted of them.
            System.out.printf(
                    "people=%d corrections=%d searchSeconds=%d acceptSeconds=%d runSeconds=%d%n",
                    PEOPLE,
                    search.open(),
                    seconds(started, searched),
                    seconds(deciding, decided),
                    seconds(computing, computed));
        }
    }

    private static long seconds(long from, long to) {
        return Math.round((to - from) / 1e9);
    }
}
