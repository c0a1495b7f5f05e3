package vn.ansinh.store.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.ansinh.store.orders.Paying.ACTOR;

import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.ansinh.payment.api.CashSheets;
import vn.ansinh.payment.api.CashSheets.Outcome;
import vn.ansinh.payment.api.CashSheets.Proof;
import vn.ansinh.payment.api.CashSheets.Receipt;
import vn.ansinh.payment.api.CashSheets.SheetRow;
import vn.ansinh.payment.api.CashSheets.SheetView;
import vn.ansinh.payment.api.OrderState;
import vn.ansinh.payment.api.Payments.RunState;
import vn.ansinh.payment.internal.Points;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.AnsinhException.Fault;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.store.TestStore;

/** Cash by point and day: handed = paid + returned. DỮ LIỆU GIẢ LẬP. */
class CashTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 16);

    @Test
    void cashHandedIsPaidOrReturned() throws Exception {
        try (TestStore store = TestStore.fresh(4);
                Connection owner = store.owner()) {
            Paying p = new Paying(store, owner, "tien-mat", 30_000_000).ready(45);
            CashSheets cash = p.module(Points.NONE).cash();
            assertThatThrownBy(() -> cash.open(p.tenant, ACTOR, p.runId, "U0", DAY))
                    .hasFieldOrPropertyWithValue("code", ErrorCode.CONFLICT);
            p.orders().send(p.tenant, ACTOR, p.runId);
            SheetView sheet = cash.open(p.tenant, ACTOR, p.runId, "U0", DAY);
            assertThat(sheet.orders()).isEqualTo(3);
            assertThat(sheet.handedDong()).isEqualTo(1_500_000);
            assertThatThrownBy(() -> cash.open(p.tenant, ACTOR, p.runId, "U0", DAY))
                    .hasFieldOrPropertyWithValue("code", ErrorCode.CONFLICT);

            List<SheetRow> rows = cash.rows(p.tenant, ACTOR, sheet.id(), 0, 10);
            Receipt bad =
                    new Receipt(
                            rows.get(0).orderId(),
                            Outcome.COLLECTED,
                            "",
                            "",
                            "",
                            Proof.FINGERPRINT,
                            "",
                            "");
            Receipt strange = new Receipt(1, Outcome.RETURNED, "", "", "", null, "", "");
            assertThatThrownBy(
                            () -> cash.record(p.tenant, ACTOR, sheet.id(), List.of(bad, strange)))
                    .isInstanceOfSatisfying(
                            AnsinhException.class,
                            e ->
                                    assertThat(e.faults())
                                            .extracting(Fault::row, Fault::field)
                                            .extracting(Object::toString)
                                            .containsExactly(
                                                    "(1, \"receivedBy\")",
                                                    "(1, \"idShown\")",
                                                    "(1, \"witnesses\")",
                                                    "(2, \"orderId\")",
                                                    "(2, \"note\")"));
            cash.record(
                    p.tenant,
                    ACTOR,
                    sheet.id(),
                    List.of(
                            collected(rows.get(0), Proof.SIGNATURE, ""),
                            collected(rows.get(1), Proof.FINGERPRINT, "Người chứng giả lập")));
            assertThat(p.state()).isEqualTo(RunState.SETTLING);
            // Not everything is recorded yet.
            assertThatThrownBy(() -> cash.close(p.tenant, ACTOR, sheet.id(), 1_000_000, 500_000))
                    .hasFieldOrPropertyWithValue("code", ErrorCode.NOT_RECONCILED);
            cash.record(
                    p.tenant,
                    ACTOR,
                    sheet.id(),
                    List.of(
                            new Receipt(
                                    rows.get(2).orderId(),
                                    Outcome.RETURNED,
                                    "",
                                    "",
                                    "",
                                    null,
                                    "",
                                    "đi vắng")));
            assertThatThrownBy(() -> cash.close(p.tenant, ACTOR, sheet.id(), 1_000_001, 499_999))
                    .hasFieldOrPropertyWithValue("code", ErrorCode.NOT_RECONCILED);
            assertThat(cash.close(p.tenant, ACTOR, sheet.id(), 1_000_000, 500_000).open())
                    .isFalse();
            assertThatThrownBy(
                            () ->
                                    cash.record(
                                            p.tenant,
                                            ACTOR,
                                            sheet.id(),
                                            List.of(collected(rows.get(2), Proof.SIGNATURE, ""))))
                    .hasFieldOrPropertyWithValue("code", ErrorCode.CONFLICT);
            // Nobody came: paid anew, on another sheet.
            long back = rows.get(2).orderId();
            p.orders().reissue(p.tenant, ACTOR, List.of(back), p.runId, "đã về");
            SheetView second = cash.open(p.tenant, ACTOR, p.runId, "U0", DAY.plusDays(1));
            assertThat(second.orders()).isEqualTo(1);
            assertThat(p.orders().order(p.tenant, ACTOR, back).order().state())
                    .isEqualTo(OrderState.REPLACED);
        }
    }

    private static Receipt collected(SheetRow row, Proof proof, String witnesses) {
        return new Receipt(
                row.orderId(),
                Outcome.COLLECTED,
                row.payeeName(),
                "",
                "thẻ căn cước",
                proof,
                witnesses,
                "");
    }
}
