package vn.ansinh.rest.internal;

import java.util.List;
import vn.ansinh.entitlement.api.DecisionBook.AnnexRow;
import vn.ansinh.entitlement.api.Effect;

/** An annex as a table that office programs open: UTF-8 with its mark, one row per person. */
final class AnnexFile {
    private static final String HEADING =
            "\uFEFFSTT,Số hiệu đối tượng,Họ và tên,Đơn vị,Khoản,Nhóm hưởng,Hệ số,Từ tháng,Đến tháng,"
                    + "Lý do,Số tiền thu hồi (đồng),Số lần trừ,Ghi chú\r\n";

    private final StringBuilder text = new StringBuilder(HEADING);

    void add(List<AnnexRow> rows) {
        rows.forEach(this::add);
    }

    private void add(AnnexRow row) {
        Effect effect = row.effect();
        String ground = row.restricted() ? "Theo quyết định" : effect.ground();
        int hundredths = effect.coefficientHundredths();
        List<Object> cells =
                List.of(
                        effect.row(),
                        effect.personId() == 0 ? "" : effect.personId(),
                        row.fullName(),
                        row.unitCode(),
                        effect.component() == null ? "" : effect.component(),
                        ground,
                        hundredths == 0
                                ? ""
                                : "%d,%02d".formatted(hundredths / 100, hundredths % 100),
                        effect.from() == null ? "" : effect.from(),
                        effect.to() == null ? "" : effect.to(),
                        effect.reason() == null ? "" : effect.reason().title(),
                        effect.amountDong() == 0 ? "" : effect.amountDong(),
                        effect.instalments() == 0 ? "" : effect.instalments(),
                        row.restricted() ? "" : effect.note());
        text.append(String.join(",", cells.stream().map(AnnexFile::cell).toList())).append("\r\n");
    }

    /** Quoted where needed; what a spreadsheet would take for a formula is marked as text. */
    private static String cell(Object value) {
        String cell = value.toString();
        if (!cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0) {
            cell = "'" + cell;
        }
        return cell.matches("[^,\"\\r\\n]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    String text() {
        return text.toString();
    }
}
