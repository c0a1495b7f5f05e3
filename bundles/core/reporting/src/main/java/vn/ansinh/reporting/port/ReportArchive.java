package vn.ansinh.reporting.port;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Objects;
import java.util.Optional;

/**
 * Issued reports of the tenant of the current unit of work, kept for ever as they were issued.
 * Implemented by the store (table {@code issued_report}); rows are only added, never changed.
 */
public interface ReportArchive {

    /** Keeps a report and gives its key. */
    long add(ArchivedReport report);

    /** A kept report with its bytes, if this tenant has it. */
    Optional<ArchivedReport> byId(long reportId);

    /**
     * A kept report.
     *
     * @param id key; 0 before it is stored
     * @param formCode form, e.g. {@code HD-R2}
     * @param month benefit month
     * @param format {@code XLSX}, {@code PDF} or {@code CSV}
     * @param fileName file name offered to people
     * @param sha256 SHA-256 of the bytes, 64 hex digits
     * @param cellsSha256 SHA-256 of the canonical cells, 64 hex digits
     * @param issuedAt when, by the platform's clock
     * @param runId run the data came from: first half of the as-of pair
     * @param snapshotHash law the run was computed with: second half of the as-of pair
     * @param bytes the file
     */
    record ArchivedReport(
            long id,
            String formCode,
            YearMonth month,
            String format,
            String fileName,
            String sha256,
            String cellsSha256,
            Instant issuedAt,
            long runId,
            String snapshotHash,
            byte[] bytes) {
        public ArchivedReport {
            Objects.requireNonNull(formCode, "formCode");
            Objects.requireNonNull(month, "month");
            Objects.requireNonNull(bytes, "bytes");
        }
    }
}
