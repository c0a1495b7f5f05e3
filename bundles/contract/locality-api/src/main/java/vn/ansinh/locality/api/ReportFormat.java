package vn.ansinh.locality.api;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A report form (mẫu báo cáo) that a locality registers as a service, any number per bundle. It
 * computes rows and totals from read-only data; the core renders XLSX, PDF and CSV.
 *
 * <p>Called per issued report, on a thread of the platform, with a time limit; may be called from
 * several threads at once. Faults of the data are rows or notes of the report, not exceptions.
 */
@ConsumerType
public interface ReportFormat {

    /** Code as in the locality's own catalogue, e.g. {@code HD-R2}. */
    String code();

    /** Code of the locality the form belongs to. */
    String localityCode();

    /** Vietnamese title without the period, e.g. {@code Danh sách chi trả tháng}. */
    String title();

    /** Computes the report. */
    ReportTable compute(ReportInput input);
}
