package vn.ansinh.documents.internal;

import java.time.LocalDate;
import java.util.function.Supplier;
import vn.ansinh.locality.api.LocalityProfile;
import vn.ansinh.locality.api.ReportTable;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.reporting.port.Renderer;

/** Renders reports as XLSX, PDF and CSV. Holds nothing of a report after the call. */
public final class DocumentRenderer implements Renderer {

    private final XlsxWriter xlsx = new XlsxWriter();
    private final PdfWriter pdf = new PdfWriter();
    private final CsvWriter csv = new CsvWriter();

    @Override
    public byte[] render(
            String format, LocalityProfile issuer, LocalDate issuedOn, ReportTable table) {
        return switch (format) {
            case "XLSX" -> withOwnLoader(() -> xlsx.write(issuer, issuedOn, table));
            case "PDF" -> withOwnLoader(() -> pdf.write(issuer, issuedOn, table));
            case "CSV" -> csv.write(table);
            default ->
                    throw new AnsinhException(
                            ErrorCode.INVALID_INPUT,
                            "Định dạng báo cáo phải là XLSX, PDF hoặc CSV.");
        };
    }

    /** POI, XMLBeans and the XML parsers look for their parts by the thread's class loader. */
    private static byte[] withOwnLoader(Supplier<byte[]> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(DocumentRenderer.class.getClassLoader());
        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
