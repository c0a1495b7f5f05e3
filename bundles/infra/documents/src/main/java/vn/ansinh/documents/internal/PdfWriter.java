package vn.ansinh.documents.internal;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
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
import vn.ansinh.locality.api.LocalityProfile;
import vn.ansinh.locality.api.ReportTable;

/**
 * PDF/A-2a in the layout of NĐ 30/2020 Phụ lục I: A4, Liberation Serif (the measures of Times New
 * Roman), page number at the top from the second page on.
 */
final class PdfWriter {

    private static final String FAMILY = "Liberation Serif";

    private static final Pattern TIMESTAMP =
            Pattern.compile("(<xmp:(?:Create|Modify|Metadata)Date>)[^<]*(</)");

    static {
        FontMappers.set(new OwnFonts());
        XRLog.setLoggerImpl(new LayoutLog());
    }

    private final TemplateEngine templates =
            TemplateEngine.createPrecompiled(
                    null,
                    ContentType.Html,
                    PdfWriter.class.getClassLoader(),
                    "vn.ansinh.documents.internal.jte");

    byte[] write(LocalityProfile issuer, LocalDate issuedOn, ReportTable table) {
        StringOutput html = new StringOutput();
        templates.render("report.jte", Sheet.of(issuer, issuedOn, table), html);
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

    private static void font(
            PdfRendererBuilder builder, String face, int weight, FontStyle style) {
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
