package vn.ansinh.documents.internal;

import java.util.EnumMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;
import vn.ansinh.locality.api.ReportTable.Kind;

/** The few styles of a workbook; a workbook allows only so many, so none is made per cell. */
final class XlsxStyles {

    private static final String FONT = "Times New Roman";

    final CellStyle centre;
    final CellStyle centreStrong;
    final CellStyle centreUnderlined;
    final CellStyle centreItalic;
    final CellStyle title;
    final CellStyle heading;
    final CellStyle group;
    final CellStyle note;
    final CellStyle plain;
    final CellStyle recipientsLead;
    private final Map<Kind, CellStyle> data = new EnumMap<>(Kind.class);
    private final Map<Kind, CellStyle> strong = new EnumMap<>(Kind.class);

    XlsxStyles(Workbook book) {
        Font regular = font(book, 12, false, false);
        Font bold = font(book, 12, true, false);
        Font italic = font(book, 12, false, true);
        Font underlined = font(book, 12, true, false);
        underlined.setUnderline(Font.U_SINGLE);
        Font boldItalic = font(book, 12, true, true);
        centre = style(book, regular, HorizontalAlignment.CENTER, false);
        centreStrong = style(book, bold, HorizontalAlignment.CENTER, false);
        centreUnderlined = style(book, underlined, HorizontalAlignment.CENTER, false);
        centreItalic = style(book, italic, HorizontalAlignment.CENTER, false);
        title = style(book, font(book, 14, true, false), HorizontalAlignment.CENTER, false);
        heading = style(book, bold, HorizontalAlignment.CENTER, true);
        group = style(book, bold, HorizontalAlignment.LEFT, true);
        group.setWrapText(false);
        note = style(book, italic, HorizontalAlignment.LEFT, false);
        plain = style(book, regular, HorizontalAlignment.LEFT, false);
        plain.setWrapText(false);
        recipientsLead = style(book, boldItalic, HorizontalAlignment.LEFT, false);
        for (Kind kind : Kind.values()) {
            data.put(kind, cell(book, regular, kind));
            strong.put(kind, cell(book, bold, kind));
        }
    }

    /** Style of a cell of the table. */
    CellStyle of(Kind kind, boolean sum) {
        return (sum ? strong : data).get(kind);
    }

    private static CellStyle cell(Workbook book, Font font, Kind kind) {
        HorizontalAlignment alignment =
                switch (kind) {
                    case TEXT -> HorizontalAlignment.LEFT;
                    case IDENTIFIER, DATE -> HorizontalAlignment.CENTER;
                    case NUMBER, DONG, DECIMAL -> HorizontalAlignment.RIGHT;
                };
        String format =
                switch (kind) {
                    case TEXT, IDENTIFIER -> "@";
                    case NUMBER -> "0";
                    case DONG -> "#,##0";
                    case DECIMAL -> "0.0###";
                    case DATE -> "dd/mm/yyyy";
                };
        CellStyle style = style(book, font, alignment, true);
        style.setDataFormat(book.createDataFormat().getFormat(format));
        return style;
    }

    private static CellStyle style(
            Workbook book, Font font, HorizontalAlignment alignment, boolean border) {
        CellStyle style = book.createCellStyle();
        style.setFont(font);
        style.setAlignment(alignment);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setWrapText(true);
        if (border) {
            style.setBorderTop(BorderStyle.THIN);
            style.setBorderBottom(BorderStyle.THIN);
            style.setBorderLeft(BorderStyle.THIN);
            style.setBorderRight(BorderStyle.THIN);
        }
        return style;
    }

    private static Font font(Workbook book, int points, boolean bold, boolean italic) {
        Font font = book.createFont();
        font.setFontName(FONT);
        font.setFontHeightInPoints((short) points);
        font.setBold(bold);
        font.setItalic(italic);
        return font;
    }
}
