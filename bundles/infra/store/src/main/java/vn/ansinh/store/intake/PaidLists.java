package vn.ansinh.store.intake;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;

/** Turns the rows of a confirmed upload into the paid list of its month. */
final class PaidLists {

    private PaidLists() {}

    static int take(Connection connection, long uploadId, YearMonth month, Instant at)
            throws SQLException {
        Sql.update(
                connection,
                "update paid_list set superseded_at = ? where for_month = ?"
                        + " and superseded_at is null",
                at,
                month);
        Sql.update(
                connection,
                "insert into paid_list (upload_id, for_month, rows, total_dong, taken_at)"
                        + " select ?, ?, count(*), coalesce(sum(amount_dong), 0), ? from intake_row"
                        + " where upload_id = ? and verdict in ('ACCEPTED', 'WARNING')",
                uploadId,
                month,
                at,
                uploadId);
        return Sql.update(
                connection,
                "insert into paid_row (upload_id, number, sheet, row_no, full_name, birth,"
                        + " personal_id, old_id, unit_code, ground, coefficient_hundredths,"
                        + " amount_dong) select r.upload_id, r.number, s.name, r.row_no, "
                        + field("full_name")
                        + ", "
                        + field("birth")
                        + ", "
                        + field("personal_id")
                        + ", "
                        + field("old_id")
                        + ", "
                        + field("unit_code")
                        + ", "
                        + field("ground")
                        + ", round(100 * coalesce(nullif(replace("
                        + field("coefficient")
                        + ", ',', '.'), ''), '0')::numeric)::int, r.amount_dong"
                        + " from intake_row r join intake_sheet s using (tenant_id, upload_id,"
                        + " sheet) where r.upload_id = ? and r.verdict in ('ACCEPTED', 'WARNING')",
                uploadId);
    }

    private static String field(String name) {
        return "coalesce(r.field_values[array_position(r.field_names, '" + name + "')], '')";
    }
}
