package vn.ansinh.documents.internal;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import vn.ansinh.locality.api.LocalityProfile;
import vn.ansinh.locality.api.ReportTable;

/**
 * PDF/A-2a in the layout of NĐ 30/2020 Phụ lục I: A4, Liberation Serif (the measures of Times New
 * Roman), page number at the top from the second page on.
 */
final class PdfWriter {

    private static final String FAMILY = "Liberation Serif";

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
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.layout();
            renderer.createPDF();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void font(
            PdfRendererBuilder builder, String face, int weight, FontStyle style) {
        String path = "/liberation/LiberationSerif-" + face + ".ttf";
        builder.useFont(() -> open(path), FAMILY, weight, style, true);
    }

    private static InputStream open(String path) {
        InputStream stream = PdfWriter.class.getResourceAsStream(path);
        if (stream == null) {
            throw new IllegalStateException("font is missing from the bundle: " + path);
        }
        return stream;
    }
}
