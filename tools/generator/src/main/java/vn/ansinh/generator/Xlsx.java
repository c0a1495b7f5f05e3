package vn.ansinh.generator;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A workbook written row by row. The library puts the hour of writing into it, so the finished
 * workbook is packed once more with a fixed hour: the same content gives the same bytes.
 */
final class Xlsx implements AutoCloseable {

    private static final LocalDateTime HOUR = LocalDateTime.of(2026, 1, 1, 0, 0);
    private static final String MERGE_START = "<mergeCell ";
    private static final Pattern MERGE = Pattern.compile(MERGE_START + "[^>]*/>");
    private static final int KEPT_ROWS = 500;

    private final Output output;
    private final String name;
    private final Path scratch;
    private final OutputStream raw;
    private final Workbook workbook;

    Xlsx(Output output, String name) throws IOException {
        this.output = output;
        this.name = name;
        scratch = output.scratch();
        raw = new BufferedOutputStream(Files.newOutputStream(scratch), 1 << 16);
        workbook = new Workbook(raw, "ansinh-generate", "1.0");
        // Packed again anyway.
        workbook.setCompressionLevel(1);
    }

    Sheet sheet(String title) {
        return new Sheet(workbook.newWorksheet(title));
    }

    /** A sheet, written from the top to the bottom. */
    static final class Sheet implements AutoCloseable {

        private final Worksheet sheet;
        private int row;

        private Sheet(Worksheet sheet) {
            this.sheet = sheet;
        }

        /** Number of the present row as spreadsheets show it, from 1. */
        int row() {
            return row + 1;
        }

        void next() {
            row++;
            if (row % KEPT_ROWS == 0) {
                try {
                    sheet.flush();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }

        /** A line over several columns, then the next row. */
        void line(String text, int from, int to) {
            text(from, text, "", true);
            if (to > from) {
                sheet.range(row, from, row, to).merge();
            }
            next();
        }

        /** Merges cells from the present row down; write the text before. */
        void merge(int rowsDown, int from, int to) {
            sheet.range(row, from, row + rowsDown, to).merge();
        }

        void text(int column, String text, String font, boolean bold) {
            sheet.inlineString(row, column, text);
            if (bold) {
                sheet.style(row, column).bold().set();
            }
            if (!font.isEmpty()) {
                sheet.style(row, column).fontName(font).set();
            }
        }

        void text(int column, String text) {
            text(column, text, "", false);
        }

        void number(int column, long number) {
            sheet.value(row, column, number);
        }

        void decimal(int column, int tenths) {
            sheet.value(row, column, tenths / 10.0);
        }

        void date(int column, LocalDate date) {
            sheet.value(row, column, date);
            sheet.style(row, column).format("dd/mm/yyyy").set();
        }

        @Override
        public void close() throws IOException {
            sheet.finish();
        }
    }

    @Override
    public void close() throws IOException {
        try {
            workbook.finish();
            raw.close();
            pack();
        } finally {
            Files.deleteIfExists(scratch);
        }
    }

    private void pack() throws IOException {
        try (ZipFile in = new ZipFile(scratch.toFile());
                ZipOutputStream zip = new ZipOutputStream(output.file(name));
                OutputStream out = new BufferedOutputStream(zip, 1 << 16)) {
            for (ZipEntry entry : Collections.list(in.entries())) {
                ZipEntry again = new ZipEntry(entry.getName());
                again.setTimeLocal(HOUR);
                zip.putNextEntry(again);
                try (InputStream part =
                        new BufferedInputStream(in.getInputStream(entry), 1 << 16)) {
                    copy(entry.getName(), part, out);
                }
                out.flush();
                zip.closeEntry();
            }
        }
    }

    private static void copy(String part, InputStream in, OutputStream out) throws IOException {
        if (part.startsWith("xl/worksheets/")) {
            rows(in, out);
            String tail = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            out.write(sortedMerges(tail).getBytes(StandardCharsets.UTF_8));
        } else if (part.equals("docProps/core.xml")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            String fixed = text.replaceAll("(<dcterms:created[^>]*>)[^<]*", "$1" + HOUR + ":00Z");
            out.write(fixed.getBytes(StandardCharsets.UTF_8));
        } else {
            in.transferTo(out);
        }
    }

    /** Copies the rows; the little that follows them is left in the stream. */
    private static void rows(InputStream in, OutputStream out) throws IOException {
        byte[] end = "</sheetData>".getBytes(StandardCharsets.US_ASCII);
        int matched = 0;
        // A "<" begins nothing but a tag, so a failed match begins anew with the present byte.
        while (matched < end.length) {
            int b = in.read();
            if (b < 0) {
                throw new IOException("a sheet without end of its rows");
            }
            matched = b == end[matched] ? matched + 1 : b == end[0] ? 1 : 0;
            out.write(b);
        }
    }

    /** The library keeps merged cells in no order. */
    private static String sortedMerges(String tail) {
        List<String> merges =
                MERGE.matcher(tail).results().map(MatchResult::group).sorted().toList();
        if (merges.isEmpty()) {
            return tail;
        }
        int first = tail.indexOf(MERGE_START);
        return tail.substring(0, first)
                + String.join("", merges)
                + tail.substring(tail.indexOf("</mergeCells>"));
    }
}
