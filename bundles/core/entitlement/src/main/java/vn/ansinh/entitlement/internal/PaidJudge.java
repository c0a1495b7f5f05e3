package vn.ansinh.entitlement.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.ansinh.beneficiary.api.Birth;
import vn.ansinh.entitlement.internal.sheet.Titles;
import vn.ansinh.entitlement.port.Staging.StagedRow;

/**
 * What was paid in a closed month: evidence, so only what nobody could compare is refused. The list
 * as a whole is taken over when it is confirmed.
 */
final class PaidJudge extends Judge {

    @Override
    void look(List<StagedRow> rows, Findings findings) {
        Map<String, Integer> first = new HashMap<>();
        for (StagedRow row : rows) {
            Map<String, String> fields = row.fields();
            if (!fields.containsKey(Columns.FULL_NAME)) {
                findings.fault(
                        row.number(), Columns.FULL_NAME, "Thiếu giá trị của cột «full_name».");
            }
            String amount = fields.getOrDefault(Titles.AMOUNT, "");
            if (amount.isEmpty()) {
                findings.fault(row.number(), Titles.AMOUNT, "Thiếu số tiền đã chi.");
            } else if (Long.parseLong(amount) <= 0) {
                findings.fault(row.number(), Titles.AMOUNT, "Số tiền đã chi phải lớn hơn 0.");
            }
            coefficient(row, findings);
            birth(row, findings);
            Integer before = first.putIfAbsent(row.identity(), row.number());
            if (before != null) {
                findings.warn(
                        row.number(), "", "Cùng một người với dòng " + before + " của danh sách.");
            }
        }
    }

    private static void coefficient(StagedRow row, Findings findings) {
        String text = row.fields().getOrDefault(Columns.COEFFICIENT, "");
        if (!text.isEmpty()) {
            try {
                Values.coefficientHundredths(text);
            } catch (IllegalArgumentException e) {
                findings.fault(row.number(), Columns.COEFFICIENT, e.getMessage());
            }
        }
    }

    private static void birth(StagedRow row, Findings findings) {
        String text = row.fields().getOrDefault(Columns.BIRTH, "");
        try {
            if (!text.isEmpty()) {
                Birth.parse(text);
            }
        } catch (IllegalArgumentException e) {
            findings.warn(row.number(), Columns.BIRTH, e.getMessage());
        }
    }

    @Override
    void take(List<StagedRow> rows) {
        // Taken over as a whole by the service.
    }
}
