package vn.ansinh.store.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ansinh.store.payment.PastWorld.ACTOR;
import static vn.ansinh.store.payment.PastWorld.grant;

import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.ansinh.entitlement.api.DecisionKind;
import vn.ansinh.locality.api.Component;
import vn.ansinh.payment.api.Unclaimed.Debt;
import vn.ansinh.payment.api.Unclaimed.Sum;
import vn.ansinh.store.TestStore;

/** Money nobody collected stays a debt with its age. DỮ LIỆU GIẢ LẬP. */
class UnclaimedTest {
    private static final LocalDate YEAR_END = LocalDate.of(2026, 12, 31);

    @Test
    void threeMonthsOfCashAndOfAnAccount() throws Exception {
        try (TestStore store = TestStore.fresh(4);
                Connection owner = store.owner();
                Connection superuser = store.superuser()) {
            PastWorld w = new PastWorld(store, owner, "chua-nhan").on("2026-02-10");
            long cash = w.person("");
            long account = w.person("");
            long collects = w.person("");
            for (long person : List.of(cash, account, collects)) {
                w.decide(DecisionKind.GRANT, grant(person, Component.MONTHLY, "A", 150, "2026-02"));
            }
            for (String month : List.of("2026-02", "2026-03", "2026-04")) {
                w.on(month + "-11").pay(month);
            }
            // What orders leave behind, written past their rules: they have tests of their own.
            TestStore.run(superuser, "set session_replication_role = replica");
            String t = "tenant_id = " + w.tenant.value();
            TestStore.run(superuser, "update payment_run set state = 'SENT' where " + t);
            TestStore.run(
                    superuser,
                    "insert into payment_order (tenant_id, run_id, origin_run_id, number, attempt,"
                            + " person_id, unit_code, payee_kind, payee_name, channel, bank,"
                            + " account, holder, amount_dong, end_to_end_id, state, created_at,"
                            + " created_by) select tenant_id, run_id, run_id, person_id, 1,"
                            + " person_id, unit_code, 'SELF', 'GIẢ LẬP', case person_id when "
                            + cash
                            + " then 'CASH_POINT' else 'ACCOUNT' end, '', '', '', amount_dong,"
                            + " 'E' || run_id || 'P' || person_id, case person_id when "
                            + cash
                            + " then 'RETURNED' when "
                            + account
                            + " then 'REJECTED' else 'PAID' end, for_month + 4, 'x'"
                            + " from payment_line where "
                            + t);
            TestStore.run(
                    superuser,
                    "insert into order_line (tenant_id, order_id, for_month, person_id, component,"
                            + " sequence, amount_dong) select l.tenant_id, o.order_id, l.for_month,"
                            + " l.person_id, l.component, l.sequence, l.amount_dong"
                            + " from payment_line l join payment_order o using (tenant_id, run_id,"
                            + " person_id) where l."
                            + t);
            TestStore.run(
                    superuser,
                    "insert into order_event (tenant_id, order_id, from_state, to_state, actor, at)"
                            + " select tenant_id, order_id, 'SENT', state, 'x', created_at + '10"
                            + " days'::interval from payment_order where "
                            + t);

            List<Debt> debts = w.unclaimed.page(w.tenant, ACTOR, YEAR_END, 0, 100);
            assertThat(debts).hasSize(6).extracting(Debt::personId).doesNotContain(collects);
            assertThat(debts)
                    .filteredOn(d -> d.personId() == cash)
                    .extracting(d -> d.month() + " " + d.channel() + " " + d.amountDong())
                    .contains("2026-02 CASH_POINT 750000");
            assertThat(debts)
                    .filteredOn(d -> d.month().getMonthValue() == 2)
                    .allSatisfy(
                            d -> {
                                assertThat(d.since()).isEqualTo("2026-02-05");
                                assertThat(d.days()).isEqualTo(329);
                            });
            assertThat(w.unclaimed.page(w.tenant, ACTOR, YEAR_END, debts.get(2).id(), 100))
                    .hasSize(3);
            assertThat(w.unclaimed.sums(w.tenant, ACTOR, YEAR_END))
                    .containsExactly(new Sum(2026, 6, 6 * 750_000));
            // On the day before the first came back nothing was unclaimed.
            assertThat(w.unclaimed.sums(w.tenant, ACTOR, LocalDate.of(2026, 2, 14))).isEmpty();

            assertThat(w.unclaimed.review(w.tenant, ACTOR)).isEqualTo(2);
            assertThat(w.unclaimed.review(w.tenant, ACTOR)).isZero();
            assertThat(kind(w, cash)).isEqualTo(1);
            assertThat(
                            w.number(
                                    "select count(*) from review_case where tenant_id = :t and"
                                            + " kind = 'SIGN_OF_LIFE' and subject_id = "
                                            + account))
                    .isEqualTo(1);

            // A closed case has judged these months; months that have a gap are not in a row.
            TestStore.run(
                    superuser,
                    "update review_case set state = 'DISMISSED', closed_at = opened_at, closed_by ="
                            + " 'x', closing_note = 'đã xác minh' where "
                            + t);
            assertThat(w.unclaimed.review(w.tenant, ACTOR)).isZero();
            TestStore.run(superuser, "delete from review_case where " + t);
            move(superuser, t, "2026-02", "2026-01");
            assertThat(w.unclaimed.review(w.tenant, ACTOR)).isZero();
            move(superuser, t, "2026-01", "2026-02");
            assertThat(w.unclaimed.review(w.tenant, ACTOR)).isEqualTo(2);
        }
    }

    private static void move(Connection superuser, String tenant, String from, String to)
            throws Exception {
        for (String table : List.of("run_month", "order_line")) {
            TestStore.run(
                    superuser,
                    "update "
                            + table
                            + " set for_month = '"
                            + to
                            + "-01' where for_month = '"
                            + from
                            + "-01' and "
                            + tenant);
        }
    }

    private static long kind(PastWorld w, long person) throws Exception {
        return w.number(
                "select count(*) from review_case where tenant_id = :t"
                        + " and kind = 'SUSPEND_NOT_COLLECTED' and subject_id = "
                        + person);
    }
}
