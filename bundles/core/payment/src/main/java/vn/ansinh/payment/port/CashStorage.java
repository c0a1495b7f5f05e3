package vn.ansinh.payment.port;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.ansinh.payment.api.CashSheets.Receipt;
import vn.ansinh.payment.api.CashSheets.SheetRow;
import vn.ansinh.payment.api.CashSheets.SheetView;

/** Cash sheets of the tenant of the current unit of work. */
public interface CashStorage {

    /** Opens a sheet with the waiting cash orders of a unit; empty when there are none. */
    Optional<Long> open(long runId, String unitCode, LocalDate payOn, Instant at);

    /** By key. */
    Optional<SheetView> byId(long sheetId);

    /** By key, locked until the end of the transaction. */
    Optional<SheetView> lock(long sheetId);

    /** Sheets of a run. */
    List<SheetView> sheets(long runId);

    /** Rows after an order. */
    List<SheetRow> rows(long sheetId, long after, int limit);

    /** Orders of a sheet among these that have no receipt yet. */
    List<Long> unrecorded(long sheetId, List<Long> orderIds);

    /** Writes receipts and moves their orders. */
    void record(long sheetId, List<Receipt> receipts, Instant at);

    /** Closes a sheet. */
    void close(long sheetId, long paidDong, long returnedDong, Instant at);
}
