package vn.ansinh.documents.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vn.ansinh.locality.api.LocalityProfile;
import vn.ansinh.locality.api.ReportTable;
import vn.ansinh.locality.api.ReportTable.Column;
import vn.ansinh.locality.api.ReportTable.Kind;
import vn.ansinh.locality.api.ReportTable.Row;
import vn.ansinh.locality.api.ReportTable.Signature;

/** Reports to lay out. DỮ LIỆU GIẢ LẬP. */
final class Samples {

    static final LocalDate ISSUED = LocalDate.of(2026, 3, 9);
    private static final String[] FAMILY = {"Nguyễn", "Trần", "Đỗ", "Lê", "Phạm", "Vũ", "Bùi"};
    private static final String[] GIVEN = {"Ước", "Hằng", "Thuở", "Ngoãn", "Kỹ", "Đặng", "Ỷ Lan"};

    private Samples() {}

    static LocalityProfile issuer() {
        return new LocalityProfile(
                "thu-nghiem",
                "Xã Thử Nghiệm",
                "xã",
                "UBND thành phố Hà Nội",
                "ha-noi",
                List.of("vietnam"),
                LocalDate.of(2025, 7, 1),
                null,
                List.of(),
                "Thử Nghiệm",
                "ỦY BAN NHÂN DÂN XÃ THỬ NGHIỆM",
                List.of(),
                List.of());
    }

    /** Twelve columns of every kind, grouped, with subtotals and a total; amounts grow by row. */
    static ReportTable wide(int rows, int groups) {
        List<Row> lines = new ArrayList<>();
        long all = 0;
        int number = 0;
        for (int g = 0; g < groups; g++) {
            String group = "Thôn " + (g + 1);
            long sum = 0;
            for (int i = 0; i < rows / groups; i++) {
                number++;
                long amount = 500_000L + 1_000L * number;
                sum += amount;
                lines.add(
                        new Row(
                                group,
                                Arrays.asList(
                                        (Object) (long) number,
                                        FAMILY[number % 7] + " Thị " + GIVEN[number / 7 % 7],
                                        String.format("0010000%05d", number),
                                        "5.5.a",
                                        new BigDecimal("1.5"),
                                        500_000L,
                                        amount,
                                        0L,
                                        null,
                                        "Tài khoản",
                                        String.format("00210%09d", number),
                                        LocalDate.of(2026, 1, 15))));
            }
            lines.add(new Row(group, true, sums("Cộng " + group, sum)));
            all += sum;
        }
        return new ReportTable(
                "DANH SÁCH CHI TRẢ THÁNG 3/2026",
                "Xã Thử Nghiệm - DỮ LIỆU GIẢ LẬP",
                List.of(
                        new Column("stt", "Số TT", Kind.NUMBER, 4),
                        new Column("hoTen", "Họ tên", Kind.TEXT, 15),
                        new Column("ddcn", "Số ĐDCN", Kind.IDENTIFIER, 11),
                        new Column("nhom", "Nhóm", Kind.TEXT, 7),
                        new Column("heSo", "Hệ số", Kind.DECIMAL, 5),
                        new Column("muc", "Mức chuẩn", Kind.DONG, 8),
                        new Column("tien", "Số tiền", Kind.DONG, 9),
                        new Column("truyLinh", "Truy lĩnh", Kind.DONG, 8),
                        new Column("thuHoi", "Thu hồi", Kind.DONG, 7),
                        new Column("hinhThuc", "Hình thức", Kind.TEXT, 8),
                        new Column("taiKhoan", "Số TK", Kind.IDENTIFIER, 12),
                        new Column("ngay", "Ngày", Kind.DATE, 8)),
                lines,
                sums("Tổng cộng", all),
                List.of("Phí chi trả chưa được cấu hình."),
                List.of("Ngân hàng chi trả;", "Lưu: VT."),
                List.of(
                        new Signature("NGƯỜI LẬP", ""),
                        new Signature("KẾ TOÁN", ""),
                        new Signature("CHỦ TỊCH", "Nguyễn Văn Giả Lập")));
    }

    private static List<Object> sums(String text, long sum) {
        return Arrays.asList(null, text, null, null, null, null, sum, null, null, null, null, null);
    }

    /** Two columns holding one text. */
    static ReportTable narrow(String text) {
        return new ReportTable(
                "BÁO CÁO THỬ",
                text,
                List.of(
                        new Column("a", text, Kind.TEXT, 60),
                        new Column("b", "Số", Kind.IDENTIFIER, 40)),
                List.of(new Row(text, List.of(text, text))),
                List.of(),
                List.of(text),
                List.of(text),
                List.of(new Signature(text, text)));
    }
}
