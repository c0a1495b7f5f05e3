package vn.ansinh.generator;

import java.io.IOException;
import java.time.YearMonth;
import java.util.List;

/**
 * The list of what was paid in a month, a sheet for each unit: what decisions in force give at the
 * rate of the month, but for the planted errors.
 */
final class PaidBook {

    private static final List<String> TITLES =
            List.of(
                    "STT",
                    "Họ và tên",
                    "Ngày sinh",
                    "Số CCCD",
                    "Địa chỉ",
                    "Đối tượng",
                    "Hệ số",
                    "Số tiền (đồng)",
                    "Người nhận tiền",
                    "Số tài khoản",
                    "Ký nhận",
                    "Ghi chú");
    private static final int PAGE = 30;

    private final Population population;
    private final Place place;
    private final Output output;
    private final CsvOut truth;

    PaidBook(Population population, Output output, CsvOut truth) {
        this.population = population;
        this.place = population.place();
        this.output = output;
        this.truth = truth;
    }

    void write(YearMonth month) throws IOException {
        String file = place.code() + "/paid-" + month + ".xlsx";
        try (Xlsx book = new Xlsx(output, file)) {
            for (int unit = 0; unit < place.units().size(); unit++) {
                sheet(book, file, unit, month);
            }
        }
    }

    private void sheet(Xlsx book, String file, int number, YearMonth month) throws IOException {
        Place.Unit unit = place.units().get(number);
        int units = place.units().size();
        try (Xlsx.Sheet sheet = book.sheet(unit.name())) {
            Sums sums = new Sums(sheet);
            int headerRow = head(sheet, unit, month, number);
            for (int i = number; i < population.count(); i += units) {
                // One of the unit before may stand here by mistake.
                boolean strays = i > 0 && Plan.of(i - 1, place).error() == PaidError.UNIT_CHANGED;
                if (strays) {
                    lines(sums, i - 1, unit, month);
                }
                lines(sums, i, unit, month);
            }
            sums.foot();
            Truth.sheet(
                    truth,
                    place,
                    "PAID_LIST",
                    Text.format(
                            "file=%s; sheet=%s; header_row=%d; encoding=UNICODE; rows=%d; dong=%d",
                            file, unit.name(), headerRow, sums.rows, sums.total));
        }
    }

    private int head(Xlsx.Sheet sheet, Place.Unit unit, YearMonth month, int number) {
        String written = Text.format("%02d/%d", month.getMonthValue(), month.getYear());
        sheet.line("DỮ LIỆU GIẢ LẬP – UBND " + place.name(), 0, 4);
        sheet.line("DANH SÁCH CHI TRẢ TRỢ CẤP XÃ HỘI THÁNG " + written, 0, 11);
        sheet.line(unit.name(), 0, 11);
        for (int blank = 0; blank <= 1 + number % 3; blank++) {
            sheet.next();
        }
        int row = sheet.row();
        for (int i = 0; i < TITLES.size(); i++) {
            sheet.text(i, TITLES.get(i), "", true);
        }
        sheet.next();
        return row;
    }

    private void lines(Sums sums, int index, Place.Unit unit, YearMonth month) {
        Life life = population.life(index);
        for (PaidLine line : PaidLine.paid(life, month, place)) {
            if (line.unit().equals(unit)) {
                sums.line(line);
            }
        }
    }

    /** Rows and sums of a sheet while it is written. */
    private static final class Sums {

        final Xlsx.Sheet sheet;
        int rows;
        long total;
        long page;

        Sums(Xlsx.Sheet sheet) {
            this.sheet = sheet;
        }

        void line(PaidLine line) {
            rows++;
            total += line.dong();
            page += line.dong();
            Life life = line.life();
            Life.Payee payee = line.grant().payee();
            sheet.number(0, rows);
            sheet.text(1, life.name);
            sheet.text(2, life.birthText());
            String id = life.personalId.isEmpty() ? life.oldId : life.personalId;
            if (!id.isEmpty()) {
                sheet.text(3, id);
            }
            sheet.text(4, line.unit().name());
            // Who has HIV is on no list.
            sheet.text(5, life.why.restricted() ? "Theo quyết định" : line.grant().ground());
            sheet.decimal(6, line.tenths());
            sheet.number(7, line.dong());
            sheet.text(8, payee.name());
            if (payee.byAccount()) {
                sheet.text(9, payee.account());
            }
            sheet.next();
            if (rows % PAGE == 0) {
                sum("Cộng trang " + rows / PAGE, page);
                page = 0;
            }
        }

        void foot() {
            if (page > 0) {
                sum("Cộng trang " + (rows / PAGE + 1), page);
            }
            sum("Tổng cộng", total);
            sheet.next();
            sheet.text(1, "NGƯỜI LẬP", "", true);
            sheet.text(4, "KẾ TOÁN", "", true);
            sheet.line("THỦ TRƯỞNG ĐƠN VỊ", 8, 10);
            sheet.line("(đã ký, họ tên giả lập)", 8, 10);
        }

        private void sum(String title, long dong) {
            sheet.text(1, title, "", true);
            sheet.number(7, dong);
            sheet.next();
        }
    }
}
