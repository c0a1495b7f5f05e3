package vn.ansinh.reporting.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import vn.ansinh.locality.api.ReportFormat;
import vn.ansinh.locality.api.ReportInput;
import vn.ansinh.locality.api.ReportTable;
import vn.ansinh.locality.api.ReportTable.Column;
import vn.ansinh.locality.api.ReportTable.Kind;
import vn.ansinh.locality.api.ReportTable.Row;

/** Small forms. */
final class Forms {

    private Forms() {}

    /** A form of the locality under test. */
    record Form(String code, String localityCode, Function<ReportInput, ReportTable> computing)
            implements ReportFormat {
        @Override
        public String title() {
            return "Mẫu " + code;
        }

        @Override
        public ReportTable compute(ReportInput input) {
            return computing.apply(input);
        }
    }

    static Form form(String code, Function<ReportInput, ReportTable> computing) {
        return new Form(code, "thu-nghiem", computing);
    }

    /** Names and amounts of the lines; keeps what it was given. */
    static Form list(List<ReportInput.PaymentLineView> seen) {
        return form(
                "DS",
                input -> {
                    seen.clear();
                    seen.addAll(input.paymentLines());
                    return table(
                            input.paymentLines().stream()
                                    .map(
                                            line ->
                                                    new Row(
                                                            line.unitName(),
                                                            List.of(
                                                                    line.fullName(),
                                                                    line.amountDong())))
                                    .toList());
                });
    }

    /** The changes; keeps what it was given. */
    static Form changes(List<ReportInput.ChangeView> seen) {
        return form(
                "BD",
                input -> {
                    seen.addAll(input.changes());
                    return table(List.of());
                });
    }

    static ReportTable table(List<Row> rows) {
        return new ReportTable(
                "DANH SÁCH THỬ",
                "",
                List.of(
                        new Column("ten", "Họ tên", Kind.TEXT, 60),
                        new Column("tien", "Số tiền", Kind.DONG, 40)),
                rows,
                List.of(),
                List.of(),
                new ArrayList<>(),
                List.of());
    }
}
