package vn.ansinh.gateway.bank.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.AnsinhException.Fault;
import vn.ansinh.platform.api.ErrorCode;

/** Collects every fault of a file; says where, never whose account or name it is. */
final class Faults {

    /** More are counted, not listed. */
    private static final int MOST = 1000;

    private final List<Fault> faults = new ArrayList<>();
    private int count;

    void add(int row, String field, String sentence) {
        count++;
        if (faults.size() < MOST) {
            faults.add(new Fault(row, field, sentence));
        }
    }

    boolean none() {
        return count == 0;
    }

    int count() {
        return count;
    }

    /** Refuses the file when there was a fault. */
    void refuse(String sentence) {
        if (count > 0) {
            throw new AnsinhException(
                    ErrorCode.INVALID_INPUT,
                    sentence + " Có " + count + " lỗi; tệp bị từ chối toàn bộ.",
                    faults,
                    null);
        }
    }

    /** A file that cannot be read at all. */
    static AnsinhException unreadable(String sentence, Throwable cause) {
        return new AnsinhException(
                ErrorCode.INVALID_INPUT, sentence, List.of(new Fault(0, "file", sentence)), cause);
    }

    /** Whole đồng of an amount, or 0 with a fault. */
    long dong(int row, String field, String currency, BigDecimal amount) {
        if (!"VND".equals(currency)) {
            add(row, field, "Loại tiền phải là VND; hãy hỏi lại ngân hàng.");
            return 0;
        }
        if (amount == null
                || amount.stripTrailingZeros().scale() > 0
                || amount.signum() < 0
                || amount.precision() - amount.scale() > 15) {
            add(row, field, "Số tiền phải là số đồng nguyên, không âm.");
            return 0;
        }
        return amount.longValueExact();
    }
}
