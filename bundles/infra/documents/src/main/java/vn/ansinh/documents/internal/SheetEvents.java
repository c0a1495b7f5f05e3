package vn.ansinh.documents.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;
import vn.ansinh.entitlement.port.Sheets;
import vn.ansinh.entitlement.port.Sheets.Cell;
import vn.ansinh.entitlement.port.Sheets.Kind;

/** The events of one sheet, row by row. What a sheet claims of its size is not believed. */
final class SheetEvents extends DefaultHandler {

    private static final int MOST_COLUMN = 16_384;
    private static final int LONGEST = 40_000;

    private final SpooledStrings strings;
    private final StylesTable styles;
    private final boolean date1904;
    private final Sheets.Reader reader;
    private final BitSet hiddenColumns = new BitSet();
    private final StringBuilder text = new StringBuilder();

    private List<Cell> cells = new ArrayList<>();
    private int row;
    private boolean hiddenRow;
    private int column;
    private int style;
    private String type = "";
    private boolean formula;
    private boolean reading;

    SheetEvents(
            SpooledStrings strings, StylesTable styles, boolean date1904, Sheets.Reader reader) {
        this.strings = strings;
        this.styles = styles;
        this.date1904 = date1904;
        this.reader = reader;
    }

    @Override
    public void startElement(String uri, String local, String name, Attributes attributes)
            throws SAXException {
        switch (local) {
            case "col" -> hide(attributes);
            case "row" -> {
                row = number(attributes, "r", row + 1);
                hiddenRow = truth(attributes.getValue("hidden"));
                column = -1;
                cells = new ArrayList<>();
            }
            case "c" -> {
                String place = attributes.getValue("r");
                column = place == null ? column + 1 : new CellReference(place).getCol();
                if (column < 0 || column >= MOST_COLUMN) {
                    throw new SAXParseException("a cell beyond the last column", null);
                }
                style = number(attributes, "s", -1);
                type = attributes.getValue("t") == null ? "n" : attributes.getValue("t");
                formula = false;
                text.setLength(0);
            }
            case "f" -> {
                formula = true;
                reading = false;
            }
            case "v", "t" -> reading = true;
            default -> reading = false;
        }
    }

    @Override
    public void characters(char[] chars, int start, int length) {
        if (reading && text.length() < LONGEST) {
            text.append(chars, start, length);
        }
    }

    @Override
    public void endElement(String uri, String local, String name) {
        switch (local) {
            case "v", "t" -> reading = false;
            case "c" -> cell();
            case "row" -> {
                if (!cells.isEmpty()) {
                    reader.row(new Sheets.Row(row, hiddenRow, cells));
                }
            }
            default -> {
                // Everything else is layout.
            }
        }
    }

    @Override
    public void error(SAXParseException e) throws SAXException {
        throw e;
    }

    private void hide(Attributes attributes) {
        if (truth(attributes.getValue("hidden"))) {
            int from = number(attributes, "min", 1);
            int to = Math.min(number(attributes, "max", from), MOST_COLUMN);
            if (from >= 1 && from <= to) {
                hiddenColumns.set(from - 1, to);
            }
        }
    }

    private void cell() {
        String value = text.toString();
        if (value.isBlank()) {
            if (formula) {
                // Never calculated: still something that somebody meant to be there.
                add("(công thức)", Kind.TEXT, "");
            }
            return;
        }
        XSSFCellStyle look =
                style >= 0 && style < styles.getNumCellStyles() ? styles.getStyleAt(style) : null;
        String font = look == null ? "" : look.getFont().getFontName();
        switch (type) {
            case "s" -> add(strings.get(number(value)), Kind.TEXT, font);
            case "str", "inlineStr" -> add(value, Kind.TEXT, font);
            case "e" -> add(value, Kind.ERROR, font);
            case "b" -> add(value.equals("1") ? "x" : "", Kind.TEXT, font);
            case "d" -> add(value.replaceFirst("T.*", ""), Kind.DATE, font);
            default -> numeric(value, look, font);
        }
    }

    private void numeric(String value, XSSFCellStyle look, String font) {
        BigDecimal number;
        try {
            number = new BigDecimal(value.strip());
        } catch (NumberFormatException e) {
            add(value, Kind.TEXT, font);
            return;
        }
        if (look != null
                && number.abs().compareTo(BigDecimal.valueOf(2_958_466)) < 0
                && DateUtil.isADateFormat(look.getDataFormat(), look.getDataFormatString())) {
            LocalDateTime at = DateUtil.getLocalDateTime(number.doubleValue(), date1904);
            if (at != null) {
                LocalDate day = at.toLocalDate();
                add(day.toString(), Kind.DATE, font);
                return;
            }
        }
        add(plain(number, value), Kind.NUMBER, font);
    }

    /** As a person would write it: no exponent, no binary noise in the last digits. */
    private static String plain(BigDecimal number, String value) {
        if (number.precision() - number.scale() > 18 || number.scale() > 400) {
            return value;
        }
        BigDecimal tidy =
                number.precision() > 15 ? number.round(new java.math.MathContext(15)) : number;
        return tidy.signum() == 0 ? "0" : tidy.stripTrailingZeros().toPlainString();
    }

    private void add(String value, Kind kind, String font) {
        if (!value.isBlank()) {
            cells.add(
                    new Cell(
                            column,
                            value,
                            kind,
                            formula,
                            hiddenColumns.get(column),
                            font == null ? "" : font));
        }
    }

    private static int number(String digits) {
        try {
            return Integer.parseInt(digits.strip());
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static int number(Attributes attributes, String name, int otherwise) {
        String value = attributes.getValue(name);
        int number = value == null ? -1 : number(value);
        return number < 0 ? otherwise : number;
    }

    private static boolean truth(String value) {
        return "1".equals(value) || "true".equals(value);
    }
}
