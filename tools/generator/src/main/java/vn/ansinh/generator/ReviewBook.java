package vn.ansinh.generator;

import java.io.IOException;
import java.util.List;

/**
 * The list of a review (rà soát): people without a running decision and every pair of records that
 * are, or look like, one person. Where the second record came out of a merged cell, it is merged.
 */
final class ReviewBook {

    private static final List<String> TITLES =
            List.of(
                    "STT",
                    "Họ và tên",
                    "Giới tính",
                    "Ngày sinh",
                    "Số CCCD",
                    "CMND",
                    "Dân tộc",
                    "Địa chỉ",
                    "Ghi chú");

    private final Population population;
    private final Place place;
    private int rows;

    ReviewBook(Population population) {
        this.population = population;
        this.place = population.place();
    }

    void write(Output output, CsvOut truth) throws IOException {
        String file = place.code() + "/ra-soat.xlsx";
        try (Xlsx book = new Xlsx(output, file);
                Xlsx.Sheet sheet = book.sheet("Rà soát")) {
            sheet.line("DỮ LIỆU GIẢ LẬP – UBND " + place.name(), 0, 4);
            sheet.line("DANH SÁCH RÀ SOÁT ĐỐI TƯỢNG BẢO TRỢ XÃ HỘI", 0, 8);
            sheet.line("(kèm theo biên bản rà soát)", 0, 8);
            sheet.next();
            int headerRow = sheet.row();
            for (int i = 0; i < TITLES.size(); i++) {
                sheet.text(i, TITLES.get(i), "", true);
            }
            sheet.next();
            for (int i = 0; i < population.count(); i++) {
                Life life = population.life(i);
                Twin twin = life.plan.twin();
                if (twin == null && life.why != Case.NONE) {
                    continue;
                }
                boolean merged = twin == Twin.MERGED_CELLS;
                if (merged) {
                    sheet.merge(1, 1, 1);
                }
                row(sheet, RegisterRow.of(life), true);
                if (twin != null) {
                    row(sheet, population.second(life), !merged);
                }
            }
            Truth.sheet(
                    truth,
                    place,
                    "REVIEW_LIST",
                    Text.format(
                            "file=%s; sheet=Rà soát; header_row=%d; encoding=UNICODE; rows=%d; dong=0",
                            file, headerRow, rows));
        }
    }

    private void row(Xlsx.Sheet sheet, RegisterRow person, boolean named) {
        rows++;
        sheet.number(0, rows);
        if (named) {
            sheet.text(1, person.name());
        }
        sheet.text(2, person.female() ? "Nữ" : "Nam");
        sheet.text(3, person.birth());
        if (!person.personalId().isEmpty()) {
            sheet.text(4, person.personalId());
        }
        if (!person.oldId().isEmpty()) {
            sheet.text(5, person.oldId());
        }
        sheet.text(6, person.people());
        sheet.text(7, person.unit().name());
        sheet.next();
    }
}
