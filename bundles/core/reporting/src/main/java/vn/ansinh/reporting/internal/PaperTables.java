package vn.ansinh.reporting.internal;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.ansinh.locality.api.LocalityProfile;
import vn.ansinh.locality.api.ReportTable;
import vn.ansinh.locality.api.ReportTable.Column;
import vn.ansinh.locality.api.ReportTable.Kind;
import vn.ansinh.locality.api.ReportTable.Row;
import vn.ansinh.locality.api.ReportTable.Signature;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.AnsinhException.Fault;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.reporting.api.PaymentPapers;
import vn.ansinh.reporting.port.Renderer;

/** Lays out the papers of paying. */
public final class PaperTables implements PaymentPapers {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    private final Renderer renderer;
    private final Map<Channel, FeeRate> rates;

    /**
     * Takes what lies outside.
     *
     * @param feeAccount fee to an account, {@code 2200} (đồng an order) or {@code 0.5%}
     * @param feeCashPoint fee for cash at a point
     * @param feeCashHome fee for cash at home
     */
    public PaperTables(
            Renderer renderer, String feeAccount, String feeCashPoint, String feeCashHome) {
        this.renderer = renderer;
        this.rates =
                Map.of(
                        Channel.ACCOUNT, FeeRate.parse(feeAccount),
                        Channel.CASH_POINT, FeeRate.parse(feeCashPoint),
                        Channel.CASH_HOME, FeeRate.parse(feeCashHome));
    }

    @Override
    public byte[] cashSheet(
            LocalityProfile issuer, LocalDate issuedOn, CashSheet sheet, String format) {
        check(sheet.rows().stream().map(CashRow::amountDong).toList());
        return renderer.render(format, issuer, issuedOn, table(sheet));
    }

    @Override
    public byte[] withdrawal(
            LocalityProfile issuer, LocalDate issuedOn, Withdrawal paper, String format) {
        check(paper.items().stream().map(WithdrawalItem::amountDong).toList());
        return renderer.render(format, issuer, issuedOn, table(paper));
    }

    @Override
    public byte[] fees(LocalityProfile issuer, LocalDate issuedOn, Fees paper, String format) {
        return renderer.render(format, issuer, issuedOn, table(paper));
    }

    @Override
    public long feeDong(Channel channel, long orders, long amountDong) {
        return rates.get(channel).of(orders, amountDong);
    }

    private static void check(List<Long> amounts) {
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < amounts.size(); i++) {
            if (amounts.get(i) <= 0) {
                faults.add(new Fault(i + 1, "amountDong", "Số tiền phải lớn hơn 0."));
            }
        }
        if (amounts.isEmpty()) {
            faults.add(new Fault(0, "rows", "Không có dòng nào."));
        }
        if (!faults.isEmpty()) {
            throw new AnsinhException(
                    ErrorCode.INVALID_INPUT, "Không lập được giấy tờ chi trả.", faults, null);
        }
    }

    // ---- cash sheet ----------------------------------------------------------------------------

    private static ReportTable table(CashSheet sheet) {
        List<Row> rows = new ArrayList<>();
        long number = 0;
        long handed = 0;
        long paid = 0;
        long returned = 0;
        boolean whole = true;
        for (CashRow row : sheet.rows()) {
            handed = Math.addExact(handed, row.amountDong());
            whole &= row.paid() != null;
            boolean got = Boolean.TRUE.equals(row.paid());
            boolean back = Boolean.FALSE.equals(row.paid());
            paid += got ? row.amountDong() : 0;
            returned += back ? row.amountDong() : 0;
            rows.add(
                    new Row(
                            "",
                            Arrays.asList(
                                    ++number,
                                    row.beneficiary(),
                                    row.payee(),
                                    row.amountDong(),
                                    row.receivedBy(),
                                    row.relation(),
                                    row.idShown(),
                                    row.proof(),
                                    row.witnesses(),
                                    got ? (Object) row.amountDong() : null,
                                    back ? (Object) row.amountDong() : null,
                                    row.note())));
        }
        List<String> notes = new ArrayList<>();
        notes.add("Tiền giao bằng chữ: " + AmountWords.of(handed) + ".");
        if (whole) {
            notes.add(
                    "Tiền giao = đã chi + trả lại: "
                            + dong(handed)
                            + " = "
                            + dong(paid)
                            + " + "
                            + dong(returned)
                            + " đồng.");
        }
        return new ReportTable(
                "DANH SÁCH KÝ NHẬN TIỀN MẶT " + DAY.format(sheet.payOn()),
                sheet.point() + " - " + sheet.period(),
                cashColumns(),
                rows,
                Arrays.asList(
                        null,
                        "Cộng",
                        null,
                        handed,
                        null,
                        null,
                        null,
                        null,
                        null,
                        paid > 0 || whole ? (Object) paid : null,
                        returned > 0 || whole ? (Object) returned : null,
                        null),
                notes,
                List.of("Lưu: VT, KT."),
                List.of(
                        new Signature("NGƯỜI CHI TRẢ", ""),
                        new Signature("KẾ TOÁN", ""),
                        new Signature("THỦ TRƯỞNG ĐƠN VỊ", "")));
    }

    private static List<Column> cashColumns() {
        return List.of(
                new Column("soTT", "Số TT", Kind.NUMBER, 4),
                new Column("nguoiHuong", "Người hưởng", Kind.TEXT, 13),
                new Column("nguoiNhan", "Người được nhận", Kind.TEXT, 12),
                new Column("soTien", "Số tiền", Kind.DONG, 8),
                new Column("daNhan", "Người đã nhận", Kind.TEXT, 11),
                new Column("quanHe", "Quan hệ", Kind.TEXT, 7),
                new Column("giayTo", "Giấy tờ xuất trình", Kind.IDENTIFIER, 10),
                new Column("kyNhan", "Ký nhận hoặc điểm chỉ", Kind.TEXT, 9),
                new Column("lamChung", "Người làm chứng", Kind.TEXT, 9),
                new Column("daChi", "Đã chi", Kind.DONG, 7),
                new Column("traLai", "Trả lại", Kind.DONG, 7),
                new Column("ghiChu", "Ghi chú", Kind.TEXT, 7));
    }

    // ---- withdrawal ----------------------------------------------------------------------------

    private static ReportTable table(Withdrawal paper) {
        List<Row> rows = new ArrayList<>();
        long number = 0;
        long sum = 0;
        for (WithdrawalItem item : paper.items()) {
            sum = Math.addExact(sum, item.amountDong());
            rows.add(
                    new Row(
                            "",
                            Arrays.asList(
                                    ++number,
                                    item.content(),
                                    item.source(),
                                    item.chapter(),
                                    item.branch(),
                                    item.subItem(),
                                    item.amountDong())));
        }
        String form = paper.form().isBlank() ? "" : "Mẫu số " + paper.form() + " - ";
        String given = paper.number().isBlank() ? "........" : paper.number();
        return new ReportTable(
                "GIẤY RÚT DỰ TOÁN NGÂN SÁCH NHÀ NƯỚC",
                form + "Số: " + given + " - Năm ngân sách " + paper.budgetYear(),
                List.of(
                        new Column("soTT", "Số TT", Kind.NUMBER, 6),
                        new Column("noiDung", "Nội dung thanh toán", Kind.TEXT, 34),
                        new Column("nguon", "Mã nguồn NSNN", Kind.IDENTIFIER, 11),
                        new Column("chuong", "Mã chương", Kind.IDENTIFIER, 10),
                        new Column("nganh", "Mã ngành KT", Kind.IDENTIFIER, 11),
                        new Column("tieuMuc", "Mã NDKT", Kind.IDENTIFIER, 11),
                        new Column("soTien", "Số tiền", Kind.DONG, 17)),
                rows,
                Arrays.asList(null, "Tổng cộng", null, null, null, null, sum),
                List.of(
                        "Mã ĐVQHNS: " + paper.unitCode() + "; tài khoản: " + paper.account() + ".",
                        "Tại " + paper.treasury() + ".",
                        "Hình thức: " + (paper.cash() ? "rút tiền mặt." : "chuyển khoản."),
                        "Tổng số tiền ghi bằng chữ: " + AmountWords.of(sum) + "."),
                List.of("Kho bạc Nhà nước;", "Lưu: VT, KT."),
                List.of(
                        new Signature("KẾ TOÁN TRƯỞNG", ""),
                        new Signature("CHỦ TÀI KHOẢN", ""),
                        new Signature("KHO BẠC NHÀ NƯỚC", "")));
    }

    // ---- fees ----------------------------------------------------------------------------------

    private ReportTable table(Fees paper) {
        List<Row> rows = new ArrayList<>();
        long number = 0;
        long orders = 0;
        long amount = 0;
        long fees = 0;
        for (FeeRow row : paper.rows()) {
            long fee = feeDong(row.channel(), row.orders(), row.amountDong());
            orders = Math.addExact(orders, row.orders());
            amount = Math.addExact(amount, row.amountDong());
            fees = Math.addExact(fees, fee);
            rows.add(
                    new Row(
                            "",
                            Arrays.asList(
                                    ++number,
                                    row.channel().title(),
                                    row.orders(),
                                    row.amountDong(),
                                    rates.get(row.channel()).text(),
                                    fee)));
        }
        boolean none = rates.values().stream().allMatch(FeeRate::isNone);
        return new ReportTable(
                "CHI PHÍ CHI TRẢ THEO HÌNH THỨC",
                paper.period(),
                List.of(
                        new Column("soTT", "Số TT", Kind.NUMBER, 6),
                        new Column("hinhThuc", "Hình thức", Kind.TEXT, 30),
                        new Column("soLenh", "Số lệnh chi", Kind.NUMBER, 12),
                        new Column("soTien", "Số tiền đã chi", Kind.DONG, 19),
                        new Column("mucPhi", "Mức phí", Kind.TEXT, 17),
                        new Column("phi", "Phí chi trả", Kind.DONG, 16)),
                rows,
                Arrays.asList(null, "Tổng cộng", orders, amount, null, fees),
                none
                        ? List.of("Chưa đặt mức phí chi trả nên cột phí ghi 0.")
                        : List.of("Phí tính theo mức đã đặt, làm tròn đến đồng."),
                List.of("Lưu: VT, KT."),
                List.of(
                        new Signature("NGƯỜI LẬP", ""),
                        new Signature("KẾ TOÁN", ""),
                        new Signature("THỦ TRƯỞNG ĐƠN VỊ", "")));
    }

    private static String dong(long amount) {
        return new DecimalFormat(
                        "#,##0", DecimalFormatSymbols.getInstance(Locale.forLanguageTag("vi-VN")))
                .format(amount);
    }
}
