package vn.ansinh.store.payment;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import vn.ansinh.payment.port.Line;
import vn.ansinh.payment.port.LineKey;
import vn.ansinh.payment.port.StoredDifference;
import vn.ansinh.payment.port.StoredRun;

/**
 * Writes a chunk; a few rows as {@link ArrayRows}, many in bulk: COPY into a temporary table of the
 * session, then INSERT … SELECT, where the tenant's policy refuses what is not its own (COPY itself
 * is refused under row-level security).
 */
final class ChunkWriter {
    private static final int LINE_BYTES = 240;
    private static final int DIFFERENCE_BYTES = 120;

    private static final String LINE_COLUMNS =
            "person_id, component, sequence, entitlement_id, decision_id, rate_dong, amount_dong,"
                    + " prev_amount, coefficient_hundredths, rate_row, coefficient_row, uncertain,"
                    + " restricted, unit_code, ground, movement, salt, leaf";

    private static final String DIFFERENCE_COLUMNS =
            "person_id, component, kind, entitlement_id, decided_ground, decided_dong,"
                    + " assessed_ground, assessed_dong";

    private ChunkWriter() {}

    static void lines(Connection connection, StoredRun run, List<Line> lines) throws SQLException {
        if (lines.isEmpty()) {
            return;
        }
        if (lines.size() <= ArrayRows.FEW) {
            few(connection, run, lines);
            return;
        }
        CopyRows rows = new CopyRows(lines.size() * LINE_BYTES);
        for (Line line : lines) {
            rows.row(18)
                    .int8(line.personId())
                    .int2(LineKey.code(line.component()))
                    .int2(line.sequence())
                    .int8(line.entitlementId())
                    .int8(line.decisionId())
                    .int8(line.rateDong())
                    .int8(line.amountDong())
                    .int8(line.previousDong())
                    .int4(line.coefficientHundredths())
                    .int4(line.rateRow())
                    .int4(line.coefficientRow())
                    .bool(line.uncertain())
                    .bool(line.restricted())
                    .text(line.unitCode())
                    .text(line.groundCode())
                    .text(line.movement().name())
                    .bytes(line.salt())
                    .bytes(line.leaf());
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "create temporary table if not exists payment_line_in (person_id bigint,"
                            + " component smallint, sequence smallint, entitlement_id bigint,"
                            + " decision_id bigint, rate_dong bigint, amount_dong bigint,"
                            + " prev_amount bigint, coefficient_hundredths int, rate_row int,"
                            + " coefficient_row int, uncertain boolean, restricted boolean,"
                            + " unit_code text, ground text, movement text, salt bytea, leaf bytea)"
                            + " on commit delete rows");
            long sent = rows.sendTo(connection, "pg_temp.payment_line_in (" + LINE_COLUMNS + ")");
            int written =
                    statement.executeUpdate(
                            "insert into payment_line (for_month, run_id, "
                                    + LINE_COLUMNS
                                    + ") select date '"
                                    + run.month().atDay(1)
                                    + "', "
                                    + run.id()
                                    + ", "
                                    + LINE_COLUMNS
                                    + " from pg_temp.payment_line_in");
            same(lines.size(), sent, written);
        }
    }

    static void differences(
            Connection connection, StoredRun run, List<StoredDifference> differences)
            throws SQLException {
        if (differences.isEmpty()) {
            return;
        }
        if (differences.size() <= ArrayRows.FEW) {
            fewDifferences(connection, run, differences);
            return;
        }
        CopyRows rows = new CopyRows(differences.size() * DIFFERENCE_BYTES);
        for (StoredDifference one : differences) {
            rows.row(8)
                    .int8(one.personId())
                    .int2(LineKey.code(one.component()))
                    .text(one.kind().name())
                    .int8(one.entitlementId())
                    .text(one.decidedGround())
                    .int8(one.decidedDong())
                    .text(one.assessedGround())
                    .int8(one.assessedDong());
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "create temporary table if not exists run_difference_in (person_id bigint,"
                            + " component smallint, kind text, entitlement_id bigint,"
                            + " decided_ground text, decided_dong bigint, assessed_ground text,"
                            + " assessed_dong bigint) on commit delete rows");
            long sent =
                    rows.sendTo(
                            connection, "pg_temp.run_difference_in (" + DIFFERENCE_COLUMNS + ")");
            int written =
                    statement.executeUpdate(
                            "insert into run_difference (for_month, run_id, "
                                    + DIFFERENCE_COLUMNS
                                    + ") select date '"
                                    + run.month().atDay(1)
                                    + "', "
                                    + run.id()
                                    + ", "
                                    + DIFFERENCE_COLUMNS
                                    + " from pg_temp.run_difference_in");
            same(differences.size(), sent, written);
        }
    }

    private static void few(Connection connection, StoredRun run, List<Line> lines)
            throws SQLException {
        new ArrayRows<>(lines)
                .column("int8", Line::personId)
                .column("int2", line -> LineKey.code(line.component()))
                .column("int2", Line::sequence)
                .column("int8", Line::entitlementId)
                .column("int8", Line::decisionId)
                .column("int8", Line::rateDong)
                .column("int8", Line::amountDong)
                .column("int8", Line::previousDong)
                .column("int4", Line::coefficientHundredths)
                .column("int4", Line::rateRow)
                .column("int4", Line::coefficientRow)
                .column("bool", Line::uncertain)
                .column("bool", Line::restricted)
                .column("text", Line::unitCode)
                .column("text", Line::groundCode)
                .column("text", line -> line.movement().name())
                .bytes(Line::salt)
                .bytes(Line::leaf)
                .insert(
                        connection,
                        "payment_line (run_id, for_month, " + LINE_COLUMNS + ")",
                        run.id(),
                        month(run));
    }

    private static void fewDifferences(
            Connection connection, StoredRun run, List<StoredDifference> differences)
            throws SQLException {
        new ArrayRows<>(differences)
                .column("int8", StoredDifference::personId)
                .column("int2", one -> LineKey.code(one.component()))
                .column("text", one -> one.kind().name())
                .column("int8", StoredDifference::entitlementId)
                .column("text", StoredDifference::decidedGround)
                .column("int8", StoredDifference::decidedDong)
                .column("text", StoredDifference::assessedGround)
                .column("int8", StoredDifference::assessedDong)
                .insert(
                        connection,
                        "run_difference (run_id, for_month, " + DIFFERENCE_COLUMNS + ")",
                        run.id(),
                        month(run));
    }

    /** The month is a literal, so that only its partition is planned. */
    private static String month(StoredRun run) {
        return "date '" + run.month().atDay(1) + "',";
    }

    private static void same(int expected, long sent, int written) {
        if (sent != expected || written != expected) {
            throw new IllegalStateException(
                    expected + " rows expected, " + sent + " sent, " + written + " written");
        }
    }
}
