package vn.ansinh.entitlement.internal;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.ansinh.entitlement.api.DecisionBook.Check;
import vn.ansinh.entitlement.api.DecisionBook.Warning;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.AnsinhException.Fault;
import vn.ansinh.platform.api.ErrorCode;

/** What prevents a decision (faults) and what its signer must confirm (warnings). */
final class Remarks {

    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, Warning> warnings = new LinkedHashMap<>();

    void fault(int row, String field, String sentence) {
        faults.add(new Fault(row, field, sentence));
    }

    /**
     * One warning per row and field, since that is what is confirmed; more sentences are joined.
     */
    void warn(int row, String field, String sentence) {
        warnings.merge(
                row + "/" + field,
                new Warning(row, field, sentence),
                (one, other) -> new Warning(row, field, one.sentence() + " " + other.sentence()));
    }

    boolean faulty() {
        return !faults.isEmpty();
    }

    List<Warning> warnings() {
        return warnings.values().stream().sorted(Comparator.comparingInt(Warning::row)).toList();
    }

    Check check() {
        faults.sort(Comparator.comparingInt(Fault::row));
        return new Check(faults, warnings());
    }

    void refuseIfFaulty() {
        if (faulty()) {
            throw new AnsinhException(
                    ErrorCode.INVALID_INPUT,
                    "Quyết định có " + faults.size() + " lỗi; hãy sửa theo từng dòng rồi làm lại.",
                    check().faults(),
                    null);
        }
    }

    static String month(YearMonth month) {
        return "tháng " + month.getMonthValue() + "/" + month.getYear();
    }
}
