package vn.ansinh.documents.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.model.StylesTable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;
import vn.ansinh.entitlement.port.Sheets;

/** Streams an XLSX file: each sheet by events, never as a whole. */
final class XlsxReader {

    private static final int MOST_SHEETS = 200;

    private final String fileName;
    private final Path file;

    XlsxReader(String fileName, Path file) {
        this.fileName = fileName;
        this.file = file;
    }

    /** A sheet as the workbook lists it. */
    private record Listed(String name, String relation, boolean hidden) {}

    void read(Sheets.Reader reader) throws IOException {
        ZipCheck.check(file);
        try (OPCPackage pack = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
            XSSFReader parts = new XSSFReader(pack);
            Book book = book(parts);
            if (book.sheets.isEmpty()) {
                throw new FileType.Wrong("không có trang nào");
            }
            if (book.sheets.size() > MOST_SHEETS) {
                throw new FileType.Wrong("có hơn " + MOST_SHEETS + " trang");
            }
            StylesTable styles = parts.getStylesTable();
            try (InputStream shared = sharedStrings(parts);
                    SpooledStrings strings = new SpooledStrings(shared)) {
                for (Listed sheet : book.sheets) {
                    reader.sheet(sheet.name, sheet.hidden);
                    if (sheet.relation.isEmpty()) {
                        throw new FileType.Wrong("thiếu phần của trang «" + sheet.name + "»");
                    }
                    try (InputStream in = parts.getSheet(sheet.relation)) {
                        parse(
                                in,
                                new SheetEvents(strings, styles, book.date1904, reader),
                                sheet.name);
                    }
                }
            }
        } catch (OpenXML4JException
                | SAXException
                | OpenXML4JRuntimeException
                | POIXMLException
                | IllegalArgumentException e) {
            throw SheetFiles.refused(fileName, "bị hỏng, không đọc được như XLSX", e);
        }
    }

    private static InputStream sharedStrings(XSSFReader parts)
            throws IOException, OpenXML4JException {
        return parts.getSharedStringsData();
    }

    private Book book(XSSFReader parts) throws IOException, OpenXML4JException, SAXException {
        Book book = new Book();
        try (InputStream in = parts.getWorkbookData()) {
            parse(in, book, "workbook");
        }
        return book;
    }

    private void parse(InputStream in, DefaultHandler handler, String what)
            throws IOException, SAXException {
        try {
            var parser = XMLHelper.newXMLReader();
            parser.setContentHandler(handler);
            parser.setErrorHandler(handler);
            parser.parse(new InputSource(in));
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("no XML parser for " + what, e);
        }
    }

    /** The list of sheets. */
    private static final class Book extends DefaultHandler {
        private final List<Listed> sheets = new ArrayList<>();
        private boolean date1904;

        @Override
        public void startElement(String uri, String local, String name, Attributes attributes) {
            if (local.equals("workbookPr")) {
                String since = attributes.getValue("date1904");
                date1904 = "1".equals(since) || "true".equals(since);
            } else if (local.equals("sheet")) {
                String state = attributes.getValue("state");
                String relation = "";
                for (int i = 0; i < attributes.getLength(); i++) {
                    if (attributes.getLocalName(i).equals("id")) {
                        relation = attributes.getValue(i);
                    }
                }
                String title = attributes.getValue("name");
                sheets.add(
                        new Listed(
                                title == null ? "" : title,
                                relation,
                                state != null && !state.equals("visible")));
            }
        }
    }
}
