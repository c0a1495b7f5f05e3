package vn.ansinh.documents.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import vn.ansinh.entitlement.port.Sheets;
import vn.ansinh.entitlement.port.Sheets.Cell;
import vn.ansinh.entitlement.port.Sheets.Kind;

/**
 * Streams a CSV file: UTF-8, UTF-16 or, where it is neither, Windows letters as they are (the
 * import recognises the older Vietnamese encodings in them); parted by comma, semicolon, tab or
 * bar.
 */
final class CsvReader {

    private static final int HEAD = 64 << 10;
    private static final int LONGEST_CELL = 20_000;
    private static final char[] DELIMITERS = {';', '\t', ',', '|'};

    private final String fileName;
    private final Path file;

    CsvReader(String fileName, Path file) {
        this.fileName = fileName;
        this.file = file;
    }

    void read(Sheets.Reader reader) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        }
        Charset charset = charset(head);
        String start = charset.decode(ByteBuffer.wrap(head)).toString();
        CSVFormat format =
                CSVFormat.DEFAULT
                        .builder()
                        .setDelimiter(delimiter(start))
                        .setIgnoreEmptyLines(true)
                        .get();
        try (BufferedReader text =
                        new BufferedReader(
                                new InputStreamReader(
                                        Files.newInputStream(file),
                                        charset.newDecoder()
                                                .onMalformedInput(CodingErrorAction.REPLACE)
                                                .onUnmappableCharacter(CodingErrorAction.REPLACE)),
                                1 << 16);
                CSVParser parser = CSVParser.parse(text, format)) {
            skipMark(text);
            reader.sheet("", false);
            for (CSVRecord record : parser) {
                row(parser, record, reader);
            }
        } catch (UncheckedIOException | IllegalStateException e) {
            throw SheetFiles.refused(
                    fileName, "không đọc được như CSV; hãy xem lại dấu ngoặc kép", e);
        }
    }

    private void row(CSVParser parser, CSVRecord record, Sheets.Reader reader) {
        List<Cell> cells = new ArrayList<>();
        for (int column = 0; column < record.size(); column++) {
            String value = record.get(column);
            if (value.length() > LONGEST_CELL) {
                throw SheetFiles.refused(
                        fileName,
                        "có ô quá dài ở dòng "
                                + parser.getCurrentLineNumber()
                                + "; hãy xem lại dấu ngoặc kép",
                        null);
            }
            if (value.indexOf('\u0000') >= 0) {
                throw SheetFiles.refused(
                        fileName,
                        "có ký tự rỗng (NUL) ở dòng "
                                + parser.getCurrentLineNumber()
                                + "; không phải CSV",
                        null);
            }
            if (!value.isBlank()) {
                cells.add(new Cell(column, value, Kind.TEXT, false, false, ""));
            }
        }
        if (!cells.isEmpty()) {
            int line = Math.toIntExact(parser.getCurrentLineNumber());
            reader.row(new Sheets.Row(line, false, cells));
        }
    }

    private static void skipMark(BufferedReader text) throws IOException {
        text.mark(1);
        if (text.read() != '\uFEFF') {
            text.reset();
        }
    }

    private Charset charset(byte[] head) throws IOException {
        if (head.length >= 2 && (head[0] & 0xFF) == 0xFF && (head[1] & 0xFF) == 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        if (head.length >= 2 && (head[0] & 0xFF) == 0xFE && (head[1] & 0xFF) == 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        int even = 0;
        int odd = 0;
        for (int i = 0; i < head.length; i++) {
            if (head[i] == 0) {
                if (i % 2 == 0) {
                    even++;
                } else {
                    odd++;
                }
            }
        }
        if (odd > head.length / 5 && even < odd / 4) {
            return StandardCharsets.UTF_16LE;
        }
        if (even > head.length / 5 && odd < even / 4) {
            return StandardCharsets.UTF_16BE;
        }
        if (even + odd > 0) {
            throw new FileType.Wrong("có ký tự rỗng (NUL); không phải CSV hay XLSX");
        }
        return utf8() ? StandardCharsets.UTF_8 : Charset.forName("windows-1252");
    }

    /** Whether the whole file is UTF-8; read piece by piece. */
    private boolean utf8() throws IOException {
        var decoder =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
        CharBuffer chars = CharBuffer.allocate(1 << 16);
        try (InputStream in = Files.newInputStream(file)) {
            boolean last = false;
            while (!last) {
                int n = in.read(bytes.array(), bytes.position(), bytes.remaining());
                last = n < 0;
                bytes.position(bytes.position() + Math.max(0, n)).flip();
                CoderResult result = decoder.decode(bytes, chars.clear(), last);
                if (result.isError()) {
                    return false;
                }
                bytes.compact();
            }
        }
        return true;
    }

    /** The sign that stands most often outside quotes in the first lines. */
    private static char delimiter(String start) {
        int[] counts = new int[DELIMITERS.length];
        boolean quoted = false;
        int lines = 0;
        for (int i = 0; i < start.length() && lines < 30; i++) {
            char c = start.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '\n') {
                lines++;
            } else if (!quoted) {
                for (int d = 0; d < DELIMITERS.length; d++) {
                    if (c == DELIMITERS[d]) {
                        counts[d]++;
                    }
                }
            }
        }
        int best = 2;
        for (int d = 0; d < DELIMITERS.length; d++) {
            if (counts[d] > counts[best]) {
                best = d;
            }
        }
        return DELIMITERS[best];
    }
}
