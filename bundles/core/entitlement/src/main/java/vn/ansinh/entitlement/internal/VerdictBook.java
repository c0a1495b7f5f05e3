package vn.ansinh.entitlement.internal;

import java.util.ArrayList;
import java.util.List;
import vn.ansinh.entitlement.api.Imports.Counts;
import vn.ansinh.entitlement.api.Imports.Verdict;
import vn.ansinh.entitlement.internal.sheet.Titles;
import vn.ansinh.entitlement.port.Sheets.Book;
import vn.ansinh.entitlement.port.Staging;
import vn.ansinh.entitlement.port.Staging.SheetInfo;
import vn.ansinh.entitlement.port.Staging.StagedRow;
import vn.ansinh.entitlement.port.Staging.Upload;

/** The verdict workbook: the officer's own rows with the result and why, then the totals. */
final class VerdictBook {

    private final Upload upload;
    private final Book book;
    private int sheet = -1;

    VerdictBook(Upload upload, Book book) {
        this.upload = upload;
        this.book = book;
    }

    void write(Staging staging) {
        staging.each(upload.id(), this::row);
        totals();
    }

    private void row(StagedRow row) {
        if (row.sheet() != sheet) {
            sheet = row.sheet();
            SheetInfo info = upload.sheets().get(sheet);
            List<String> titles = new ArrayList<>();
            titles.add("Dòng");
            titles.addAll(info.titles());
            titles.add("Kết quả");
            titles.add("Vì sao");
            book.sheet(info.name(), titles);
        }
        List<Object> cells = new ArrayList<>();
        cells.add((long) row.row());
        cells.addAll(row.cells());
        cells.add(row.verdict().title());
        cells.add(String.join(" ", row.notes()));
        boolean plain = row.verdict() == Verdict.ACCEPTED || row.verdict() == Verdict.SKIPPED;
        book.row(cells, plain ? "" : row.verdict().name());
    }

    private void totals() {
        Counts counts = upload.counts();
        book.sheet("Tổng hợp", List.of("Tệp " + upload.fileName(), "Số dòng", "Ghi chú"));
        book.row(List.of("Nhận", counts.accepted()), "");
        book.row(List.of("Cảnh báo (vẫn nhận)", counts.warnings()), "");
        book.row(List.of("Từ chối", counts.refused()), "");
        book.row(List.of("Bỏ qua (dòng cộng, tiêu đề, chữ ký)", counts.skipped()), "");
        book.row(List.of("Có giá trị hệ thống đề nghị", counts.proposals()), "");
        book.row(List.of("Tổng số tiền các dòng nhận (đồng)", counts.amountDong()), "");
        for (SheetInfo info : upload.sheets()) {
            for (int i = 0; i < info.titles().size(); i++) {
                String field = info.fields().get(i);
                if (!info.titles().get(i).isEmpty()) {
                    book.row(
                            List.of(
                                    "Trang «"
                                            + info.name()
                                            + "», cột «"
                                            + info.titles().get(i)
                                            + "»",
                                    "",
                                    field.isEmpty() || field.equals(Titles.IGNORED)
                                            ? "không dùng"
                                            : "hiểu là: " + Titles.vietnamese(field)),
                            "");
                }
            }
            for (String note : info.notes()) {
                book.row(List.of("Trang «" + info.name() + "»", "", note), "");
            }
        }
    }
}
