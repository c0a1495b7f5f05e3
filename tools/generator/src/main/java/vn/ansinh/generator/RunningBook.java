package vn.ansinh.generator;

import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;

/**
 * The lists an officer keeps of those who receive: a workbook for each unit, a sheet for each
 * hamlet (or one workbook where the units are hamlets), no two sheets alike. Titles above, the
 * header in row 5 to 9, birth in one column or in two for men and women, dates as dates or text,
 * numbers that lost their noughts, names in the codes of old fonts, subtotals, signatures.
 */
final class RunningBook {

    private static final DateTimeFormatter SLASHES = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter DASHES = DateTimeFormatter.ofPattern("d-M-yyyy");
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM/yyyy");
    private static final int PAGE = 25;

    /** Columns with one birth; in the other form it is two, for men and for women. */
    private static final List<String> TITLES =
            List.of(
                    "STT",
                    "Họ và tên",
                    "Giới tính",
                    "Ngày, tháng, năm sinh",
                    "Số CCCD/CMND",
                    "Địa chỉ",
                    "Điểm, khoản",
                    "Hệ số",
                    "Mức hưởng (đồng/tháng)",
                    "Hưởng từ tháng",
                    "Đến tháng",
                    "Số quyết định",
                    "Ngày quyết định",
                    "Cơ quan ký",
                    "Người nhận thay",
                    "Quan hệ",
                    "Số tài khoản",
                    "Ngân hàng",
                    "Mức độ khuyết tật",
                    "Ngày cấp giấy xác nhận khuyết tật",
                    "Hộ nghèo, cận nghèo",
                    "Lương hưu, trợ cấp BHXH",
                    "Ngày đề nghị hưu trí xã hội",
                    "Ngày mất",
                    "Ghi chú");

    private final Population population;
    private final Place place;
    private final Output output;
    private final CsvOut truth;

    RunningBook(Population population, Output output, CsvOut truth) {
        this.population = population;
        this.place = population.place();
        this.output = output;
        this.truth = truth;
    }

    void write() throws IOException {
        int units = place.units().size();
        if (place.hamlets() == 0) {
            String file = place.code() + "/danh-sach.xlsx";
            try (Xlsx book = new Xlsx(output, file)) {
                for (int unit = 0; unit < units; unit++) {
                    sheet(book, file, place.units().get(unit).name(), unit, unit, units);
                }
            }
            return;
        }
        for (int unit = 0; unit < units; unit++) {
            String file = place.code() + "/danh-sach-" + place.units().get(unit).code() + ".xlsx";
            try (Xlsx book = new Xlsx(output, file)) {
                for (int hamlet = 0; hamlet < place.hamlets(); hamlet++) {
                    int first = unit + hamlet * units;
                    int look = unit * place.hamlets() + hamlet;
                    sheet(book, file, "Tổ " + (hamlet + 1), look, first, units * place.hamlets());
                }
            }
        }
    }

    /** A sheet of the people first, first + step, first + 2 step …; how it looks is its number. */
    private void sheet(Xlsx book, String file, String name, int look, int first, int step)
            throws IOException {
        try (Xlsx.Sheet sheet = book.sheet(name)) {
            Form form = new Form(sheet, look);
            form.head(place, name);
            int headerRow = form.header();
            for (int i = first; i < population.count(); i += step) {
                Life life = population.life(i);
                if (RunningFile.running(life, place)) {
                    form.person(life);
                }
            }
            form.foot(place);
            Truth.sheet(
                    truth,
                    place,
                    "RUNNING_LIST",
                    Text.format(
                            "file=%s; sheet=%s; header_row=%d; encoding=%s; rows=%d; dong=%d",
                            file, name, headerRow, form.encoding, form.rows, form.total));
        }
    }

    /** One sheet's way of writing. */
    private final class Form {

        final OldFonts encoding;
        final Xlsx.Sheet sheet;
        final int look;
        final boolean twoColumns;
        int rows;
        long total;
        long page;

        Form(Xlsx.Sheet sheet, int look) {
            this.sheet = sheet;
            this.look = look;
            encoding = OldFonts.values()[look % 4];
            twoColumns = look % 3 == 1;
        }

        void head(Place place, String name) {
            sheet.line("DỮ LIỆU GIẢ LẬP – " + place.parent(), 0, 5);
            sheet.line("UBND " + place.name().toUpperCase(java.util.Locale.ROOT), 0, 5);
            sheet.line("DANH SÁCH ĐỐI TƯỢNG BẢO TRỢ XÃ HỘI ĐANG HƯỞNG TRỢ CẤP HẰNG THÁNG", 0, 15);
            sheet.line("(" + name + ", tính đến tháng " + MONTH.format(place.month()) + ")", 0, 15);
            for (int blank = 0; blank < look % 5; blank++) {
                sheet.next();
            }
        }

        /** Writes the titles, in two rows where birth is split; gives the row of the first. */
        int header() {
            int row = sheet.row();
            for (int i = 0; i < TITLES.size(); i++) {
                if (twoColumns && i == 2) {
                    sheet.text(2, "Ngày, tháng, năm sinh", "", true);
                    sheet.merge(0, 2, 3);
                } else if (!twoColumns || i != 3) {
                    sheet.text(i, TITLES.get(i), "", true);
                    if (twoColumns) {
                        sheet.merge(1, i, i);
                    }
                }
            }
            sheet.next();
            if (twoColumns) {
                sheet.text(2, "Nam", "", true);
                sheet.text(3, "Nữ", "", true);
                sheet.next();
            }
            return row;
        }

        void person(Life life) {
            for (Life.Grant grant : life.grants) {
                rows++;
                long dong =
                        Rates.amount(
                                place.territory(), grant.ground(), grant.tenths(), place.month());
                total += dong;
                page += dong;
                row(life, grant, dong, grant == life.grants.get(0));
                if (rows % PAGE == 0) {
                    subtotal("Cộng trang " + rows / PAGE, page);
                    page = 0;
                }
            }
        }

        private void row(Life life, Life.Grant grant, long dong, boolean first) {
            sheet.number(0, rows);
            sheet.text(1, encoding.write(life.name), encoding.font(), false);
            birth(life);
            id(life);
            sheet.text(5, life.unit.name());
            sheet.text(6, ground(grant.ground()));
            sheet.decimal(7, grant.tenths());
            sheet.number(8, dong);
            sheet.text(9, MONTH.format(grant.first()));
            if (grant.last() != null) {
                sheet.text(10, MONTH.format(grant.last()));
            }
            sheet.text(11, grant.number());
            date(12, grant.signed(), rows);
            sheet.text(13, grant.authority());
            payee(grant.payee());
            if (first) {
                facts(life);
            }
            if (life.death != null) {
                sheet.text(23, SLASHES.format(life.death));
                sheet.text(24, "đã mất");
            }
            sheet.next();
        }

        private void birth(Life life) {
            int column = twoColumns ? life.female ? 3 : 2 : 3;
            if (!twoColumns) {
                sheet.text(2, life.sexText());
            }
            switch (life.precision) {
                case YEAR -> {
                    if (rows % 2 == 0) {
                        sheet.number(column, life.birth.getYear());
                    } else {
                        sheet.text(column, String.valueOf(life.birth.getYear()));
                    }
                }
                case MONTH -> sheet.text(column, MONTH.format(life.birth));
                case DAY -> date(column, life.birth, twoColumns ? 1 + rows % 2 : rows);
            }
        }

        /** A date as a date, as text with slashes, or as text with dashes. */
        private void date(int column, LocalDate day, int way) {
            switch (way % 3) {
                case 0 -> sheet.date(column, day);
                case 1 -> sheet.text(column, SLASHES.format(day));
                default -> sheet.text(column, DASHES.format(day));
            }
        }

        /** Some numbers were typed as numbers: the noughts in front are gone. */
        private void id(Life life) {
            String id = life.personalId.isEmpty() ? life.oldId : life.personalId;
            if (!id.isEmpty() && rows % 5 == 0) {
                sheet.number(4, Long.parseLong(id));
            } else if (!id.isEmpty()) {
                sheet.text(4, id);
            }
        }

        /** The code, or the clause as papers name it. */
        private String ground(String code) {
            String[] parts = code.split("\\.");
            boolean clause = look % 2 == 1 && parts[0].equals("5");
            if (!clause) {
                return code;
            }
            return parts.length == 3
                    ? "điểm " + parts[2] + " khoản " + parts[1] + " Điều 5"
                    : "khoản " + parts[1] + " Điều 5";
        }

        private void payee(Life.Payee payee) {
            if (!payee.relation().equals("SELF")) {
                sheet.text(14, encoding.write(payee.name()), encoding.font(), false);
                sheet.text(15, payee.relation());
            }
            if (payee.byAccount()) {
                sheet.text(16, payee.account());
                sheet.text(17, payee.bank());
            }
        }

        private void facts(Life life) {
            if (life.degree != null) {
                sheet.text(18, life.degree.equals("SEVERE") ? "nặng" : "đặc biệt nặng");
                date(19, life.certificate, rows + 1);
            }
            if (life.poverty != null && !life.poverty.equals("NONE")) {
                sheet.text(20, life.poverty.equals("POOR") ? "nghèo" : "cận nghèo");
            }
            if (life.pensionDong != null) {
                sheet.number(21, life.pensionDong);
            }
            if (life.requestedOn != null) {
                sheet.text(22, SLASHES.format(life.requestedOn));
            }
        }

        private void subtotal(String title, long dong) {
            sheet.text(1, title, "", true);
            sheet.number(8, dong);
            sheet.next();
        }

        void foot(Place place) {
            if (page > 0) {
                subtotal("Cộng trang " + (rows / PAGE + 1), page);
            }
            subtotal("Tổng cộng", total);
            sheet.next();
            sheet.line("Ngày 05 tháng " + MONTH.format(place.month()), 12, 15);
            List<String> signers = Arrays.asList("NGƯỜI LẬP", "CHỦ TỊCH");
            sheet.text(1, signers.get(0), "", true);
            sheet.line(signers.get(1), 12, 15);
            sheet.line("(đã ký, họ tên giả lập)", 12, 15);
        }
    }
}
