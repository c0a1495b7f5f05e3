package vn.ansinh.payment.api;

import java.time.LocalDate;
import java.util.List;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.TenantId;

/**
 * Cash by point (unit) and day: who received, what they are to the beneficiary, the paper shown,
 * signature or fingerprint with witnesses. Cash handed out is paid or returned, to the đồng.
 *
 * <p>Throws {@code AnsinhException}: NOT_FOUND, CONFLICT, INVALID_INPUT with every fault by row.
 */
public interface CashSheets {

    /**
     * Opens a sheet with the waiting cash orders of a unit; they count as sent. Not possible before
     * the run is sent.
     */
    SheetView open(TenantId tenant, Actor actor, long runId, String unitCode, LocalDate payOn);

    /** One sheet. */
    SheetView sheet(TenantId tenant, Actor actor, long sheetId);

    /** Sheets of a run. */
    List<SheetView> sheets(TenantId tenant, Actor actor, long runId);

    /** Rows of a sheet, in the order of their key. */
    List<SheetRow> rows(TenantId tenant, Actor actor, long sheetId, long after, int limit);

    /** Records who received or that nobody came; all rows or none. */
    SheetView record(TenantId tenant, Actor actor, long sheetId, List<Receipt> receipts);

    /**
     * Closes a sheet whose rows are all recorded, against the cash as counted.
     *
     * @throws vn.ansinh.platform.api.AnsinhException NOT_RECONCILED unless handed = paid + returned
     */
    SheetView close(TenantId tenant, Actor actor, long sheetId, long paidDong, long returnedDong);

    /**
     * A sheet.
     *
     * @param id key
     * @param runId run
     * @param unitCode point
     * @param payOn day
     * @param orders rows
     * @param handedDong cash handed out
     * @param collectedDong recorded as collected
     * @param returnedDong recorded as returned
     * @param open whether it is not closed yet
     */
    record SheetView(
            long id,
            long runId,
            String unitCode,
            LocalDate payOn,
            int orders,
            long handedDong,
            long collectedDong,
            long returnedDong,
            boolean open) {}

    /** A row of a sheet; {@code receipt} is null until it is recorded. */
    record SheetRow(
            long orderId,
            long personId,
            String personName,
            String payeeName,
            String payeeKind,
            String channel,
            long amountDong,
            Receipt receipt) {}

    /** Whether cash was handed over. */
    enum Outcome {
        /** Handed over. */
        COLLECTED,
        /** Nobody came; it goes back. */
        RETURNED
    }

    /** How receipt is proved. */
    enum Proof {
        /** Signature (ký nhận). */
        SIGNATURE,
        /** Fingerprint (điểm chỉ), with witnesses. */
        FINGERPRINT
    }

    /**
     * What happened to a row.
     *
     * @param orderId order
     * @param outcome collected or returned
     * @param receivedBy who received; needed when collected
     * @param relation what they are to the beneficiary; empty for the payee
     * @param idShown paper shown; needed when collected
     * @param proof how; needed when collected
     * @param witnesses witnesses; needed for a fingerprint
     * @param note why it was not collected; needed when returned
     */
    record Receipt(
            long orderId,
            Outcome outcome,
            String receivedBy,
            String relation,
            String idShown,
            Proof proof,
            String witnesses,
            String note) {
        public Receipt {
            receivedBy = receivedBy == null ? "" : receivedBy.strip();
            relation = relation == null ? "" : relation.strip();
            idShown = idShown == null ? "" : idShown.strip();
            witnesses = witnesses == null ? "" : witnesses.strip();
            note = note == null ? "" : note.strip();
        }
    }
}
