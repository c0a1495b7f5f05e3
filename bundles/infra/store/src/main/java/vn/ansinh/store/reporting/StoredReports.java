package vn.ansinh.store.reporting;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import vn.ansinh.reporting.port.ReportArchive;
import vn.ansinh.store.internal.Current;

/** Issued reports in table {@code issued_report}. */
final class StoredReports implements ReportArchive {

    private static final String INSERT =
            "insert into issued_report (form_code, for_month, format, file_name, sha256,"
                    + " cells_sha256, issued_at, run_id, snapshot_hash, bytes)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id";
    private static final String SELECT =
            "select id, form_code, for_month, format, file_name, sha256, cells_sha256, issued_at,"
                    + " run_id, snapshot_hash, bytes from issued_report where id = ?";

    private final Current current;

    StoredReports(Current current) {
        this.current = current;
    }

    @Override
    public long add(ArchivedReport report) {
        return current.sql(
                connection -> {
                    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                        insert.setString(1, report.formCode());
                        insert.setObject(2, report.month().atDay(1));
                        insert.setString(3, report.format());
                        insert.setString(4, report.fileName());
                        insert.setString(5, report.sha256());
                        insert.setString(6, report.cellsSha256());
                        insert.setObject(7, report.issuedAt().atOffset(ZoneOffset.UTC));
                        insert.setLong(8, report.runId());
                        insert.setString(9, report.snapshotHash());
                        insert.setBytes(10, report.bytes());
                        try (ResultSet key = insert.executeQuery()) {
                            key.next();
                            return key.getLong(1);
                        }
                    }
                });
    }

    @Override
    public Optional<ArchivedReport> byId(long reportId) {
        return current.sql(
                connection -> {
                    try (PreparedStatement query = connection.prepareStatement(SELECT)) {
                        query.setLong(1, reportId);
                        try (ResultSet row = query.executeQuery()) {
                            return row.next() ? Optional.of(read(row)) : Optional.empty();
                        }
                    }
                });
    }

    private static ArchivedReport read(ResultSet row) throws SQLException {
        return new ArchivedReport(
                row.getLong("id"),
                row.getString("form_code"),
                YearMonth.from(row.getObject("for_month", LocalDate.class)),
                row.getString("format"),
                row.getString("file_name"),
                row.getString("sha256"),
                row.getString("cells_sha256"),
                row.getObject("issued_at", OffsetDateTime.class).toInstant(),
                row.getLong("run_id"),
                row.getString("snapshot_hash"),
                row.getBytes("bytes"));
    }
}
