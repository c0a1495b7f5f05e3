package vn.ansinh.reporting.internal;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import vn.ansinh.locality.api.ReportTable;

/**
 * The canonical cells of a report and their digest: what the report says, whatever the file format
 * and the day of issue. Columns, groups, rows and totals count; titles, notes and signatures do
 * not.
 */
final class Cells {

    private Cells() {}

    /** SHA-256 over the canonical cells, hex. */
    static String sha256(ReportTable table) {
        MessageDigest digest = digest();
        for (ReportTable.Column column : table.columns()) {
            put(digest, 'c', column.key());
            put(digest, 'k', column.kind().name());
        }
        for (ReportTable.Row row : table.rows()) {
            put(digest, row.subtotal() ? 's' : 'r', row.group());
            cells(digest, row.cells());
        }
        put(digest, 't', "");
        cells(digest, table.totals());
        return HexFormat.of().formatHex(digest.digest());
    }

    /** SHA-256 over bytes, hex. */
    static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(digest().digest(bytes));
    }

    private static void cells(MessageDigest digest, List<Object> cells) {
        for (Object cell : cells) {
            if (cell == null) {
                put(digest, '0', "");
            } else if (cell instanceof String text) {
                put(digest, 'S', text);
            } else if (cell instanceof Long number) {
                put(digest, 'L', number.toString());
            } else if (cell instanceof BigDecimal decimal) {
                put(digest, 'D', decimal.stripTrailingZeros().toPlainString());
            } else if (cell instanceof LocalDate date) {
                put(digest, 'T', date.toString());
            } else {
                throw new IllegalArgumentException("not a cell: " + cell.getClass().getName());
            }
        }
    }

    /** Kind and length come first, so that no two tables share an encoding. */
    private static void put(MessageDigest digest, char kind, String text) {
        byte[] bytes =
                Normalizer.normalize(text, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8);
        digest.update((kind + ":" + bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
