package vn.ansinh.documents.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** The machine-checkable rules for papers that are kept and read aloud. */
class PdfConformanceTest {

    @BeforeAll
    static void prepare() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    @ParameterizedTest
    @EnumSource(names = {"PDFA_2_A", "PDFUA_1"})
    void isKeepableAndAccessible(PDFAFlavour flavour) throws Exception {
        assertThat(faults(flavour, pdf())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"PDFA_2_A", "PDFUA_1"})
    void theCheckCanFail(PDFAFlavour flavour) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf())) {
            document.getDocumentCatalog().setMetadata(null);
            document.getDocumentCatalog().setLanguage(null);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            assertThat(faults(flavour, out.toByteArray())).isNotEmpty();
        }
    }

    private static byte[] pdf() {
        return new DocumentRenderer()
                .render("PDF", Samples.issuer(), Samples.ISSUED, Samples.wide(30, 3));
    }

    private static List<String> faults(PDFAFlavour flavour, byte[] pdf) throws Exception {
        try (PDFAParser parser =
                        Foundries.defaultInstance()
                                .createParser(new ByteArrayInputStream(pdf), flavour);
                PDFAValidator validator =
                        Foundries.defaultInstance().createValidator(flavour, false)) {
            return validator.validate(parser).getTestAssertions().stream()
                    .filter(test -> test.getStatus() == TestAssertion.Status.FAILED)
                    .map(test -> test.getRuleId() + " " + test.getMessage())
                    .distinct()
                    .toList();
        }
    }
}
