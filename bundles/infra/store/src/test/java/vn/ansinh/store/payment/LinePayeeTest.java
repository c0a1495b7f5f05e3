package vn.ansinh.store.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.ansinh.payment.api.Payments;
import vn.ansinh.payment.api.Payments.LineView;
import vn.ansinh.payment.api.Payments.RunView;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.TenantId;
import vn.ansinh.store.TestStore;

/** A line names who received in its month, as known at the run's instant. DỮ LIỆU GIẢ LẬP. */
class LinePayeeTest {
    private static final Actor ACTOR = new Actor("thu-nghiem", "");

    @Test
    void linesNameThePayeeOfTheMonthAsKnownThen() throws Exception {
        try (TestStore store = TestStore.fresh(6);
                Connection owner = store.owner()) {
            TenantId tenant = store.tenant("nguoi-nhan");
            new TestPeople(owner, tenant, 1_000_000).add(10);
            // The run is pinned at 15 March 2026, 02:00 UTC.
            payee(owner, tenant, 1, "MONTHLY", "Người giả lập 1", "", "2026-01-01", null, null);
            payee(owner, tenant, 2, "MONTHLY", "Con giả lập", "111", "2026-03-01", null, null);
            payee(owner, tenant, 3, "MONTHLY", "Tháng sau", "222", "2026-04-01", null, null);
            payee(owner, tenant, 4, "MONTHLY", "Đã hết", "333", "2026-01-01", "2026-02-28", null);
            payee(owner, tenant, 5, "MONTHLY", "Đã thay", "444", "2026-01-01", null, "2026-03-10");
            payee(owner, tenant, 6, "MONTHLY", "Thay sau", "555", "2026-01-01", null, "2026-03-16");
            payee(owner, tenant, 10, "CARE", "Người chăm sóc", "666", "2026-01-01", null, null);

            Payments payments = TestLaw.payments(store.store(), new TestLaw('a'), 100);
            RunView run = payments.compute(tenant, ACTOR, YearMonth.of(2026, 3));
            List<LineView> lines = payments.lines(tenant, ACTOR, run.id(), null, null, 0, 100);

            assertThat(lines)
                    .extracting(
                            line ->
                                    line.personId() % 100
                                            + " "
                                            + line.component()
                                            + " "
                                            + line.channel()
                                            + " "
                                            + line.payeeName()
                                            + " "
                                            + line.account())
                    .containsExactly(
                            "1 MONTHLY CASH Người giả lập 1 ",
                            "2 MONTHLY ACCOUNT Con giả lập 111",
                            "3 MONTHLY CASH Người giả lập 3 ",
                            "4 MONTHLY CASH Người giả lập 4 ",
                            "5 MONTHLY CASH Người giả lập 5 ",
                            "6 MONTHLY ACCOUNT Thay sau 555",
                            "7 MONTHLY CASH Người giả lập 7 ",
                            "8 MONTHLY CASH Người giả lập 8 ",
                            "9 MONTHLY CASH Người giả lập 9 ",
                            "10 MONTHLY CASH Người giả lập 10 ",
                            "10 CARE ACCOUNT Người chăm sóc 666");
        }
    }

    private static void payee(
            Connection owner,
            TenantId tenant,
            int person,
            String component,
            String name,
            String account,
            String from,
            String to,
            String superseded)
            throws Exception {
        boolean cash = account.isEmpty();
        TestStore.run(
                owner,
                "insert into payee (tenant_id, person_id, component, kind, name, paper, valid_from,"
                        + " valid_to, channel, bank, account, holder, holder_relation, name_check,"
                        + " change_paper, recorded_by, recorded_at, superseded_at) values ("
                        + tenant.value()
                        + ", "
                        + (1_000_000 + person)
                        + ", '"
                        + component
                        + "', 'CARER', '"
                        + name
                        + "', '', '"
                        + from
                        + "', "
                        + (to == null ? "null" : "'" + to + "'")
                        + ", '"
                        + (cash ? "CASH_HOME" : "E_WALLET")
                        + "', '', '"
                        + account
                        + "', '', '', '', '', 'thu-nghiem', '2025-12-05T03:00:00Z', "
                        + (superseded == null ? "null" : "'" + superseded + "'")
                        + ")");
    }
}
