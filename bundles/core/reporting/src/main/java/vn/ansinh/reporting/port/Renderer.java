package vn.ansinh.reporting.port;

import java.time.LocalDate;
import vn.ansinh.locality.api.LocalityProfile;
import vn.ansinh.locality.api.ReportTable;

/** Turns a computed report into a file in the layout of NĐ 30/2020. Implemented by documents. */
public interface Renderer {

    /**
     * Renders.
     *
     * @param format {@code XLSX}, {@code PDF} or {@code CSV}
     */
    byte[] render(String format, LocalityProfile issuer, LocalDate issuedOn, ReportTable table);
}
