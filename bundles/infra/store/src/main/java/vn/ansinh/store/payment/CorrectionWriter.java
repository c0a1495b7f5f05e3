package vn.ansinh.store.payment;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import vn.ansinh.payment.port.Chunk;
import vn.ansinh.payment.port.CorrectionStorage.Replaced;
import vn.ansinh.payment.port.FoundCorrection;
import vn.ansinh.payment.port.LineKey;

/** Brings the open corrections of a key range to what a search found: COPY, then two statements. */
final class CorrectionWriter {
    private static final int ROW_BYTES = 260;

    private static final String COLUMNS =
            "person_id, component, for_month, cause, owed_dong, settled_dong, cites_sequence,"
                    + " payee_kind, source, budget_year, entitlement_id, decision_id, unit_code,"
                    + " ground, restricted, coefficient_hundredths, rate_dong, instrument,"
                    + " uncertain";

    /** What makes a found correction the same as an open one. */
    private static final String SAME =
            "(c.person_id, c.for_month, c.component, c.cause, c.owed_dong, c.settled_dong,"
                    + " c.payee_kind, c.source, c.entitlement_id, c.decision_id, c.instrument) ="
                    + " (f.person_id, f.for_month, f.component, f.cause, f.owed_dong,"
                    + " f.settled_dong, f.payee_kind, f.source, f.entitlement_id, f.decision_id,"
                    + " f.instrument)";

    private static final String OPEN =
            "c.superseded_at is null and c.accepted_at is null and c.person_id between ";

    private CorrectionWriter() {}

    static Replaced replace(
            Connection connection, Chunk range, List<FoundCorrection> found, Instant at)
            throws SQLException {
        String open = OPEN + range.fromPerson() + " and " + range.toPerson();
        String now = "timestamptz '" + at + "'";
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "create temporary table if not exists correction_in (person_id bigint,"
                            + " component smallint, for_month date, cause text, owed_dong bigint,"
                            + " settled_dong bigint, cites_sequence smallint, payee_kind text,"
                            + " source text, budget_year int, entitlement_id bigint,"
                            + " decision_id bigint, unit_code text, ground text,"
                            + " restricted boolean, coefficient_hundredths int, rate_dong bigint,"
                            + " instrument text, uncertain boolean) on commit delete rows");
            statement.execute("delete from pg_temp.correction_in");
            copy(connection, found);
            // Open rows are as many as found ones, which statistics learn too late: one by one for
            // each would be their square.
            statement.execute("set local enable_nestloop = off");
            int superseded =
                    statement.executeUpdate(
                            "update correction c set superseded_at = "
                                    + now
                                    + " where "
                                    + open
                                    + " and not exists (select from pg_temp.correction_in f where "
                                    + SAME
                                    + ")");
            int added =
                    statement.executeUpdate(
                            "insert into correction ("
                                    + COLUMNS
                                    + ", found_at) select "
                                    + COLUMNS
                                    + ", "
                                    + now
                                    + " from pg_temp.correction_in f"
                                    + " where not exists (select from correction c where "
                                    + open
                                    + " and "
                                    + SAME
                                    + ")");
            try (var row =
                    statement.executeQuery(
                            "select count(*), coalesce(sum(greatest(owed_dong - settled_dong, 0)),"
                                    + " 0), coalesce(sum(greatest(settled_dong - owed_dong, 0)),"
                                    + " 0) from correction c where "
                                    + open)) {
                row.next();
                return new Replaced(
                        added, superseded, row.getLong(1), row.getLong(2), row.getLong(3));
            }
        }
    }

    private static void copy(Connection connection, List<FoundCorrection> found)
            throws SQLException {
        if (found.isEmpty()) {
            return;
        }
        CopyRows rows = new CopyRows(found.size() * ROW_BYTES);
        for (FoundCorrection one : found) {
            rows.row(19)
                    .int8(one.personId())
                    .int2(LineKey.code(one.component()))
                    .day(one.month().atDay(1))
                    .text(one.cause().name())
                    .int8(one.owedDong())
                    .int8(one.settledDong());
            if (one.hasLine()) {
                rows.int2(0);
            } else {
                rows.nothing();
            }
            rows.text(one.payeeKind())
                    .text(one.source())
                    .int4(one.month().getYear())
                    .int8(one.entitlementId())
                    .int8(one.decisionId())
                    .text(one.unitCode())
                    .text(one.ground())
                    .bool(one.restricted())
                    .int4(one.coefficientHundredths())
                    .int8(one.rateDong())
                    .text(one.instrument())
                    .bool(one.uncertain());
        }
        long sent = rows.sendTo(connection, "pg_temp.correction_in (" + COLUMNS + ")");
        if (sent != found.size()) {
            throw new IllegalStateException(found.size() + " corrections, " + sent + " sent");
        }
    }
}
