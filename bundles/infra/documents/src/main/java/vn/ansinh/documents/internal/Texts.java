package vn.ansinh.documents.internal;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import vn.ansinh.locality.api.LocalityProfile;
import vn.ansinh.locality.api.ReportTable;

/** How values of a report read on paper. */
public final class Texts {

    /** Name of the State as it heads a paper. */
    public static final String STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";

    /** Motto under the name of the State. */
    public static final String MOTTO = "Độc lập - Tự do - Hạnh phúc";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private Texts() {}

    /**
     * Text as it may stand in any XML file: composed letters, no control characters. A line break
     * or tab becomes a space; what XML forbids becomes the replacement character.
     */
    static String clean(String text) {
        if (text == null) {
            return "";
        }
        StringBuilder clean = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .forEach(
                        c -> {
                            if (Character.isWhitespace(c)) {
                                clean.append(' ');
                            } else if (Character.isISOControl(c)
                                    || Character.getType(c) == Character.SURROGATE
                                    || (c & 0xFFFE) == 0xFFFE) {
                                clean.append('\uFFFD');
                            } else {
                                clean.appendCodePoint(c);
                            }
                        });
        return clean.toString();
    }

    /** A cell in Vietnamese notation: 1.250.000 and 2,5. */
    static String cell(ReportTable.Kind kind, Object cell) {
        if (cell == null) {
            return "";
        }
        if (cell instanceof LocalDate date) {
            return DAY.format(date);
        }
        if (cell instanceof Long number) {
            return kind == ReportTable.Kind.DONG
                    ? grouped("#,##0").format(number)
                    : number.toString();
        }
        if (cell instanceof BigDecimal decimal) {
            return grouped("#,##0.0###").format(decimal);
        }
        return clean(cell.toString());
    }

    private static DecimalFormat grouped(String pattern) {
        DecimalFormatSymbols symbols = new DecimalFormatSymbols(Locale.ROOT);
        symbols.setGroupingSeparator('.');
        symbols.setDecimalSeparator(',');
        return new DecimalFormat(pattern, symbols);
    }

    /**
     * Number of the paper, left blank for the registry, with the kind of paper and who issues it
     * (NĐ 30/2020 Phụ lục I).
     */
    static String number(ReportTable table) {
        boolean list = table.title().toUpperCase(Locale.ROOT).startsWith("DANH SÁCH");
        return "Số: ……/" + (list ? "DS" : "BC") + "-UBND";
    }

    /**
     * Place and date; day and month below 10 and months 1, 2 with a zero (NĐ 30/2020 Phụ lục I).
     */
    static String placeAndDate(LocalityProfile issuer, LocalDate on) {
        String month = on.getMonthValue() < 3 ? "0" + on.getMonthValue() : "" + on.getMonthValue();
        String day = on.getDayOfMonth() < 10 ? "0" + on.getDayOfMonth() : "" + on.getDayOfMonth();
        return clean(issuer.place()) + ", ngày " + day + " tháng " + month + " năm " + on.getYear();
    }

    /** The superior authority as it heads a paper. */
    static String parent(LocalityProfile issuer) {
        return clean(issuer.parentName()).toUpperCase(Locale.ROOT);
    }

    /** Whether the table needs the broad side of the sheet. */
    static boolean landscape(ReportTable table) {
        return table.columns().size() > 7;
    }

    /** Width of a column in percent of the table. */
    static double percent(ReportTable table, int column) {
        int all = table.columns().stream().mapToInt(ReportTable.Column::widthHundredths).sum();
        if (all <= 0) {
            return 100.0 / table.columns().size();
        }
        return 100.0 * table.columns().get(column).widthHundredths() / all;
    }
}
