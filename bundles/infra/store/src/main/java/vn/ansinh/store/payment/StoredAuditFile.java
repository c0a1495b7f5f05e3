package vn.ansinh.store.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import vn.ansinh.payment.port.AuditFileStorage;
import vn.ansinh.store.internal.Current;

/**
 * Parts of the auditor's file in SQL. In each statement {@code :from} and {@code :to} are the first
 * and the last day, {@code :open} whether restricted things are shown; they are values of ours.
 */
final class StoredAuditFile implements AuditFileStorage {
    private static final String MONTHS = " between date ':from' and date ':to'";
    private static final String END = "timestamptz ':to 00:00+07' + interval '1 day'";
    private static final String INSTANTS = " >= timestamptz ':from 00:00+07' and %s < " + END;
    private static final String CITED =
            " join payment_run r on r.tenant_id = l.tenant_id and r.id = l.run_id"
                    + " left join law_row rate on rate.snapshot_hash = r.snapshot_hash"
                    + " and rate.row_no = l.rate_row"
                    + " left join law_row coefficient"
                    + " on coefficient.snapshot_hash = r.snapshot_hash"
                    + " and coefficient.row_no = l.coefficient_row";

    private final Current current;

    StoredAuditFile(Current current) {
        this.current = current;
    }

    @Override
    public void rows(
            Part part, YearMonth from, YearMonth to, boolean open, Consumer<List<String>> each) {
        String sql =
                sql(part)
                        .replace(":from", from.atDay(1).toString())
                        .replace(":to", to.atEndOfMonth().toString())
                        .replace(":open", Boolean.toString(open));
        current.sql(
                connection -> {
                    StoredLedger.each(connection, sql, StoredAuditFile::texts, each);
                    return null;
                });
    }

    private static List<String> texts(ResultSet row) throws SQLException {
        List<String> texts = new ArrayList<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            String text = row.getString(i);
            texts.add(text == null ? "" : text);
        }
        return texts;
    }

    private static String during(String column) {
        return column + INSTANTS.formatted(column);
    }

    private static String sql(Part part) {
        return switch (part) {
            case DECISIONS ->
                    "select d.decision_id, d.number, d.authority, d.kind, d.signed_on, d.signer,"
                            + " d.signer_title, d.capacity, d.mandate_paper, d.mandate_from,"
                            + " d.mandate_to, (select count(distinct e.person_id)"
                            + " from decision_effect e where e.tenant_id = d.tenant_id"
                            + " and e.decision_id = d.decision_id), d.recorded_at from decision d"
                            + " where d.state = 'SIGNED' and d.signed_on"
                            + MONTHS
                            + " order by d.signed_on, d.decision_id";
            // The service needs the ground to split; it masks it by the last column.
            case LINES ->
                    "select l.run_id, to_char(l.for_month, 'YYYY-MM'), l.person_id, l.component,"
                            + " l.sequence, l.unit_code, l.ground, l.coefficient_hundredths,"
                            + " l.rate_dong, l.amount_dong, l.movement, d.number, d.signed_on,"
                            + " rate.key || ': ' || rate.citation, coefficient.key || ': '"
                            + " || coefficient.citation, l.uncertain, l.restricted and not :open"
                            + " from payment_line l left join decision d"
                            + " on d.tenant_id = l.tenant_id and d.decision_id = l.decision_id"
                            + CITED
                            + " where l.for_month"
                            + MONTHS
                            + " order by l.for_month, l.person_id, l.component, l.sequence";
            case OVERRIDES ->
                    "select w.decision_id, w.row_no, w.field, case when :open then w.sentence"
                            + " else 'Chỉ hiện khi có quyền xem căn cứ kín' end, w.confirmed_by,"
                            + " w.confirmed_at from decision_warning w where "
                            + during("w.confirmed_at")
                            + " order by w.decision_id, w.warning_no";
            case HOLDS ->
                    "select h.hold_id, h.run_id, to_char(h.for_month, 'YYYY-MM'), h.person_id,"
                            + " h.component, h.kind, case when :open or not coalesce(l.restricted,"
                            + " true) then h.reason else 'Theo quyết định' end, h.held_by,"
                            + " h.held_at, h.released_by, h.released_at from line_hold h"
                            + " left join payment_line l on l.tenant_id = h.tenant_id"
                            + " and l.for_month = h.for_month and l.person_id = h.person_id"
                            + " and l.component = h.component and l.sequence = h.sequence where "
                            + during("h.held_at")
                            + " order by h.hold_id";
            case EVENTS ->
                    "select run_id, seq, from_state, to_state, duty, actor, on_behalf_of, at, round,"
                            + " note from run_event where "
                            + during("at")
                            + " order by run_id, seq";
            case EXCEPTIONS ->
                    "select o.order_id, o.run_id, o.person_id, o.channel, o.amount_dong, o.state,"
                            + " o.reason, o.attempt from payment_order o where o.state in ('HELD',"
                            + " 'UNKNOWN', 'REJECTED', 'REVERSED', 'RETURNED', 'UNCLAIMED')"
                            + " and "
                            + during("o.created_at")
                            + " order by o.order_id";
            case RESTRICTED ->
                    "select at, actor, on_behalf_of, purpose, procedure, action, subject_id"
                            + " from audit_event where action like '%.restricted.%' and "
                            + during("at")
                            + " order by id";
            case PAYEES ->
                    "select bank, right(account, 4), count(distinct person_id),"
                            + " string_agg(distinct person_id::text, ' ') from payee"
                            + " where superseded_at is null and account <> ''"
                            + " and valid_from <= date ':to'"
                            + " and (valid_to is null or valid_to >= date ':from')"
                            + " group by bank, account having count(distinct person_id) >= 3"
                            + " order by count(distinct person_id) desc, bank, account";
            case DIFFERENCES ->
                    "select d.run_id, to_char(d.for_month, 'YYYY-MM'), d.person_id, d.component,"
                            + " d.kind, d.decided_ground, d.decided_dong, d.assessed_ground,"
                            + " d.assessed_dong from run_difference d where d.for_month"
                            + MONTHS
                            + " order by d.run_id, d.for_month, d.person_id, d.component, d.kind,"
                            + " d.entitlement_id";
            case UNCERTAIN ->
                    "select l.run_id, to_char(l.for_month, 'YYYY-MM'), l.person_id, l.component,"
                            + " l.amount_dong, case when l.restricted and not :open then ''"
                            + " else rate.key || ': ' || rate.citation end,"
                            + " case when l.restricted and not :open then ''"
                            + " else coefficient.key || ': ' || coefficient.citation end"
                            + " from payment_line l"
                            + CITED
                            + " where l.uncertain and l.for_month"
                            + MONTHS
                            + " order by l.for_month, l.person_id, l.component, l.sequence";
            case LEDGER ->
                    "select seq, kind, subject_id, at, event, encode(hash, 'hex') from ledger_link"
                            + " where "
                            + during("at")
                            + " order by seq";
            case PROPOSALS ->
                    "select correction_id, to_char(for_month, 'YYYY-MM'), person_id, component,"
                            + " cause, owed_dong, settled_dong, case when restricted and not :open"
                            + " then 'Theo quyết định' else ground end, uncertain, found_at"
                            + " from correction where found_at < "
                            + END
                            + " and coalesce(superseded_at, accepted_at, 'infinity') >= "
                            + END
                            + " order by correction_id";
        };
    }
}
