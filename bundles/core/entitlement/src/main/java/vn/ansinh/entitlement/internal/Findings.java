package vn.ansinh.entitlement.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.AnsinhException.Fault;
import vn.ansinh.platform.api.ErrorCode;

/** What is wrong with a file (faults) and what an officer should verify (warnings). */
final class Findings {

    private static final Comparator<Fault> BY_ROW = Comparator.comparingInt(Fault::row);

    private final List<Fault> faults = new ArrayList<>();
    private final List<Fault> warnings = new ArrayList<>();

    void fault(int row, String field, String sentence) {
        faults.add(new Fault(row, field, sentence));
    }

    void warn(int row, String field, String sentence) {
        warnings.add(new Fault(row, field, sentence));
    }

    /** Refuses the file with every fault, in the order of rows. */
    void refuseIfAny(String source) {
        if (faults.isEmpty()) {
            return;
        }
        faults.sort(BY_ROW);
        throw new AnsinhException(
                ErrorCode.INVALID_INPUT,
                "Tệp «"
                        + source
                        + "» có "
                        + faults.size()
                        + " lỗi nên không dòng nào được nhập; hãy sửa rồi nhập lại cả tệp.",
                faults,
                null);
    }

    List<Fault> faults() {
        return faults;
    }

    List<Fault> warnings() {
        warnings.sort(BY_ROW);
        return warnings;
    }
}
