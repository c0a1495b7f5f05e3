package vn.ansinh.reporting.api;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.TenantId;

/** Report forms of a locality and the reports issued with them. */
public interface Reports {

    /** Forms available for a locality now: those its active bundle registers. */
    List<FormView> forms(TenantId tenant);

    /**
     * Issues a report: computes, renders, archives bytes and SHA-256. The same data give the same
     * canonical cells.
     *
     * @param formCode e.g. {@code HD-R2}
     * @param format {@code XLSX}, {@code PDF} or {@code CSV}
     */
    Issued issue(TenantId tenant, Actor actor, String formCode, YearMonth month, String format);

    /** A report issued before. */
    Optional<Issued> issued(TenantId tenant, Actor actor, long reportId);

    /** A form. */
    record FormView(String code, String title) {}

    /**
     * An issued report.
     *
     * @param id key
     * @param formCode form
     * @param month month
     * @param format format
     * @param fileName file name
     * @param sha256 digest of the bytes, hex
     * @param cellsSha256 digest of the canonical cells, hex
     * @param issuedAt when
     * @param bytes the file
     */
    record Issued(
            long id,
            String formCode,
            YearMonth month,
            String format,
            String fileName,
            String sha256,
            String cellsSha256,
            Instant issuedAt,
            byte[] bytes) {}
}
