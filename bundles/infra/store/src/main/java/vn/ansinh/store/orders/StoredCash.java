package vn.ansinh.store.orders;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.ansinh.payment.api.CashSheets.Outcome;
import vn.ansinh.payment.api.CashSheets.Proof;
import vn.ansinh.payment.api.CashSheets.Receipt;
import vn.ansinh.payment.api.CashSheets.SheetRow;
import vn.ansinh.payment.api.CashSheets.SheetView;
import vn.ansinh.payment.port.CashStorage;
import vn.ansinh.store.internal.Current;

/** Cash sheets in SQL. */
final class StoredCash implements CashStorage {
    private final Sql sql;
    private final Moves moves;

    StoredCash(Current current) {
        this.sql = new Sql(current);
        this.moves = new Moves(sql);
    }

    @Override
    public Optional<Long> open(long runId, String unitCode, LocalDate payOn, Instant at) {
        Optional<Long> sheet =
                sql.first(
                        "insert into cash_sheet (run_id, unit_code, pay_on, orders, handed_dong,"
                                + " opened_at, opened_by) select ?, ?, ?, count(*),"
                                + " sum(amount_dong), ?, ? from payment_order where run_id = ?"
                                + " and unit_code = ? and state = 'CREATED' and account = ''"
                                + " having count(*) > 0 returning sheet_id",
                        row -> row.getLong(1),
                        runId,
                        unitCode,
                        payOn,
                        at,
                        sql.login(),
                        runId,
                        unitCode);
        sheet.ifPresent(id -> fill(id, runId, unitCode, at));
        return sheet;
    }

    private void fill(long sheetId, long runId, String unitCode, Instant at) {
        int rows =
                sql.update(
                        "insert into cash_sheet_order (sheet_id, order_id, person_id)"
                                + " select ?, order_id, person_id from payment_order"
                                + " where run_id = ? and unit_code = ? and state = 'CREATED'"
                                + " and account = ''",
                        sheetId,
                        runId,
                        unitCode);
        int moved =
                moves.all(
                        "SENT",
                        "",
                        at,
                        "o.order_id in (select order_id from cash_sheet_order where sheet_id = ?)",
                        sheetId);
        if (rows != moved || rows != byId(sheetId).orElseThrow().orders()) {
            throw new IllegalStateException(rows + " rows, " + moved + " orders on the sheet");
        }
    }

    @Override
    public Optional<SheetView> byId(long sheetId) {
        return sql.first(VIEW + " where s.sheet_id = ?", StoredCash::view, sheetId);
    }

    @Override
    public Optional<SheetView> lock(long sheetId) {
        sql.keys("select sheet_id from cash_sheet where sheet_id = ? for update", sheetId);
        return byId(sheetId);
    }

    @Override
    public List<SheetView> sheets(long runId) {
        return sql.list(VIEW + " where s.run_id = ? order by s.sheet_id", StoredCash::view, runId);
    }

    private static final String VIEW =
            "select s.*, c.collected, c.returned from cash_sheet s cross join lateral ("
                    + "select coalesce(sum(o.amount_dong) filter (where r.outcome = 'COLLECTED'),"
                    + " 0)::bigint as collected, coalesce(sum(o.amount_dong)"
                    + " filter (where r.outcome = 'RETURNED'), 0)::bigint as returned"
                    + " from cash_receipt r join payment_order o on o.tenant_id = r.tenant_id"
                    + " and o.order_id = r.order_id where r.tenant_id = s.tenant_id"
                    + " and r.sheet_id = s.sheet_id) c";

    private static SheetView view(ResultSet row) throws SQLException {
        return new SheetView(
                row.getLong("sheet_id"),
                row.getLong("run_id"),
                row.getString("unit_code"),
                Sql.day(row, "pay_on"),
                row.getInt("orders"),
                row.getLong("handed_dong"),
                row.getLong("collected"),
                row.getLong("returned"),
                Sql.instant(row, "closed_at") == null);
    }

    @Override
    public List<SheetRow> rows(long sheetId, long after, int limit) {
        return sql.list(
                "select o.order_id, o.person_id, n.full_name, o.payee_name, o.payee_kind,"
                        + " o.channel, o.amount_dong, r.outcome, r.received_by, r.relation,"
                        + " r.id_shown, r.proof, r.witnesses, r.note from cash_sheet_order c"
                        + " join payment_order o on o.tenant_id = c.tenant_id"
                        + "  and o.order_id = c.order_id"
                        + " join person n on n.tenant_id = o.tenant_id"
                        + "  and n.person_id = o.person_id"
                        + " left join cash_receipt r on r.tenant_id = c.tenant_id"
                        + "  and r.order_id = c.order_id"
                        + " where c.sheet_id = ? and c.order_id > ? order by c.order_id limit ?",
                row ->
                        new SheetRow(
                                row.getLong("order_id"),
                                row.getLong("person_id"),
                                row.getString("full_name"),
                                row.getString("payee_name"),
                                row.getString("payee_kind"),
                                row.getString("channel"),
                                row.getLong("amount_dong"),
                                receipt(row)),
                sheetId,
                after,
                limit);
    }

    private static Receipt receipt(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        if (outcome == null) {
            return null;
        }
        String proof = row.getString("proof");
        return new Receipt(
                row.getLong("order_id"),
                Outcome.valueOf(outcome),
                row.getString("received_by"),
                row.getString("relation"),
                row.getString("id_shown"),
                proof.isEmpty() ? null : Proof.valueOf(proof),
                row.getString("witnesses"),
                row.getString("note"));
    }

    @Override
    public List<Long> unrecorded(long sheetId, List<Long> orderIds) {
        return sql.keys(
                "select order_id from cash_sheet_order c where sheet_id = ? and order_id = any (?)"
                        + " and not exists (select from cash_receipt r"
                        + "  where r.tenant_id = c.tenant_id and r.order_id = c.order_id)",
                sheetId,
                orderIds);
    }

    @Override
    public void record(long sheetId, List<Receipt> receipts, Instant at) {
        for (Receipt receipt : receipts) {
            sql.update(
                    "insert into cash_receipt (order_id, sheet_id, person_id, outcome, received_by,"
                            + " relation, id_shown, proof, witnesses, note, recorded_at,"
                            + " recorded_by) select order_id, sheet_id, person_id, ?, ?, ?, ?, ?,"
                            + " ?, ?, ?, ? from cash_sheet_order where sheet_id = ?"
                            + " and order_id = ?",
                    receipt.outcome(),
                    receipt.receivedBy(),
                    receipt.relation(),
                    receipt.idShown(),
                    receipt.proof() == null ? "" : receipt.proof().name(),
                    receipt.witnesses(),
                    receipt.note(),
                    at,
                    sql.login(),
                    sheetId,
                    receipt.orderId());
        }
        for (Outcome outcome : Outcome.values()) {
            List<Long> ids =
                    receipts.stream()
                            .filter(r -> r.outcome() == outcome)
                            .map(Receipt::orderId)
                            .toList();
            if (!ids.isEmpty()) {
                moves.all(outcome.name(), "", at, "o.order_id = any (?)", ids);
            }
        }
    }

    @Override
    public void close(long sheetId, long paidDong, long returnedDong, Instant at) {
        sql.update(
                "update cash_sheet set paid_dong = ?, returned_dong = ?, closed_at = ?,"
                        + " closed_by = ? where sheet_id = ?",
                paidDong,
                returnedDong,
                at,
                sql.login(),
                sheetId);
    }
}
