package vn.ansinh.locality.api;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A report form (mẫu báo cáo). Implemented by a locality bundle and registered as a service, any
 * number per bundle. It computes rows and totals from read-only data; the platform renders XLSX,
 * PDF and CSV and keeps what was issued.
 *
 * <p>Code, locality and title are asked at activation and whenever forms are listed. {@link
 * #compute} is called once per report that somebody issues, on a thread of its own, from several
 * threads at once when several are issued; it has {@code computeSeconds} (30 unless set otherwise).
 * What it throws, or a longer time, fails this one report and nothing else; the text of an
 * exception is logged and not shown. Faults of the data are rows or notes of the report.
 */
@ConsumerType
public interface ReportFormat {

    /** Code as in the locality's own catalogue, e.g. {@code HD-R2}. */
    String code();

    /** Code of the locality the form belongs to: the bundle's own. */
    String localityCode();

    /** Vietnamese title without the period, e.g. {@code Danh sách chi trả tháng}. */
    String title();

    /**
     * Computes the report. The same input gives the same cells, also years later: a report is
     * compared with what was issued.
     *
     * @param input the data of one locality and month; not to be kept
     * @return never null
     */
    ReportTable compute(ReportInput input);
}
