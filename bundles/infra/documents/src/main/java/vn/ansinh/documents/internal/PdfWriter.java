package vn.ansinh.documents.internal;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.Locale;
import java.util.TimeZone;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import vn.ansinh.documents.internal.jte.JtereportGenerated;
import vn.ansinh.locality.api.LocalityProfile;
import vn.ansinh.locality.api.ReportTable;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.ErrorCode;

/**
 * PDF/A-2a in the layout of NĐ 30/2020 Phụ lục I: A4, Liberation Serif (the measures of Times New
 * Roman), page number at the top from the second page on.
 */
final class PdfWriter {

    private static final String FAMILY = "Liberation Serif";

    /** About 200 pages; 3,000 rows were laid out in a heap of 384 MB, 5,000 not in 512 MB. */
    private static final int MOST_ROWS = 2_500;

    private static final Pattern TIMESTAMP =
            Pattern.compile("(<xmp:(?:Create|Modify|Metadata)Date>)[^<]*(</)");

    static {
        FontMappers.set(new OwnFonts());
        XRLog.setLoggerImpl(new LayoutLog());
    }

    /** One at a time: a long paper takes much memory while it is laid out. */
    synchronized byte[] write(LocalityProfile issuer, LocalDate issuedOn, ReportTable table) {
        if (table.rows().size() > MOST_ROWS) {
            throw new AnsinhException(
                    ErrorCode.INVALID_INPUT,
                    "Báo cáo có "
                            + table.rows().size()
                            + " dòng, quá "
                            + MOST_ROWS
                            + " dòng của một tệp PDF; hãy lấy tệp XLSX.");
        }
        StringOutput html = new StringOutput();
        // The class made of report.jte is called as such: the engine would look for it by name, in
        // the loader of whoever made the engine.
        JtereportGenerated.render(
                new OwaspHtmlTemplateOutput(html), null, Sheet.of(issuer, issuedOn, table));
        PdfRendererBuilder builder = new PdfRendererBuilder();
        font(builder, "Regular", 400, FontStyle.NORMAL);
        font(builder, "Bold", 700, FontStyle.NORMAL);
        font(builder, "Italic", 400, FontStyle.ITALIC);
        font(builder, "BoldItalic", 700, FontStyle.ITALIC);
        builder.useFastMode();
        builder.usePdfUaAccessibility(true);
        builder.usePdfAConformance(PdfAConformance.PDFA_2_A);
        builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        builder.withProducer("An Sinh");
        builder.withHtmlContent(html.toString(), null);
        // Nothing is fetched: the template names no resource and texts are escaped.
        builder.useUriResolver((base, uri) -> null);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        builder.toStream(out);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer();
                PDDocument document = renderer.createPDFKeepOpen()) {
            date(document, issuedOn);
            document.save(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Dates the file by the day of issue, not by the machine, so that it can be made again. */
    private static void date(PDDocument document, LocalDate issuedOn) throws IOException {
        Calendar day = Calendar.getInstance(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        day.setTimeInMillis(issuedOn.atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli());
        document.getDocumentInformation().setCreationDate(day);
        document.getDocumentInformation().setModificationDate(day);
        document.setDocumentId(issuedOn.toEpochDay());
        // PDF/A wants the same dates in the XMP packet.
        PDMetadata metadata = document.getDocumentCatalog().getMetadata();
        String xmp = new String(metadata.toByteArray(), StandardCharsets.UTF_8);
        metadata.importXMPMetadata(
                TIMESTAMP
                        .matcher(xmp)
                        .replaceAll("$1" + issuedOn + "T00:00:00+00:00$2")
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static void font(PdfRendererBuilder builder, String face, int weight, FontStyle style) {
        String path = "/liberation/LiberationSerif-" + face + ".ttf";
        builder.useFont(() -> open(path), FAMILY, weight, style, true);
    }

    static InputStream open(String path) {
        InputStream stream = PdfWriter.class.getResourceAsStream(path);
        if (stream == null) {
            throw new IllegalStateException("font is missing from the bundle: " + path);
        }
        return stream;
    }
}
