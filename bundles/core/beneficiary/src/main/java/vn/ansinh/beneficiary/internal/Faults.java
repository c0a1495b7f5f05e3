package vn.ansinh.beneficiary.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.ansinh.beneficiary.api.Change;
import vn.ansinh.beneficiary.api.Fact;
import vn.ansinh.locality.api.FactKind;
import vn.ansinh.locality.api.FactKinds;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.AnsinhException.Fault;
import vn.ansinh.platform.api.ErrorCode;

/** What the register refuses, and how it says so. */
final class Faults {

    private Faults() {}

    static AnsinhException invalid(String field, String sentence) {
        return invalid(List.of(new Fault(0, field, sentence)));
    }

    static AnsinhException invalid(List<Fault> faults) {
        return new AnsinhException(
                ErrorCode.INVALID_INPUT,
                faults.size() == 1
                        ? faults.get(0).sentence()
                        : "Có " + faults.size() + " lỗi; chưa ghi gì.",
                faults,
                null);
    }

    static AnsinhException conflict(String sentence) {
        return new AnsinhException(ErrorCode.CONFLICT, sentence);
    }

    static AnsinhException noPerson(long personId) {
        return new AnsinhException(
                ErrorCode.NOT_FOUND, "Không có đối tượng số " + personId + " ở địa phương này.");
    }

    static AnsinhException noHousehold(long id) {
        return new AnsinhException(
                ErrorCode.NOT_FOUND, "Không có hộ số " + id + " ở địa phương này.");
    }

    static AnsinhException stale() {
        return new AnsinhException(
                ErrorCode.STALE,
                "Hồ sơ vừa được thay đổi ở nơi khác. Xin tải lại, xem lại rồi sửa tiếp.");
    }

    /** A change that needs its paper and reason has them. */
    static void needPaper(Change change) {
        List<Fault> faults = new ArrayList<>();
        if (change.paper().isEmpty()) {
            faults.add(new Fault(0, "paper", "Thiếu giấy tờ làm căn cứ."));
        }
        if (change.reason().isEmpty()) {
            faults.add(new Fault(0, "reason", "Thiếu lý do."));
        }
        if (!faults.isEmpty()) {
            throw invalid(faults);
        }
    }

    /** Kinds, values and days are ones there can be; each fault with its place from 1. */
    static List<Fault> ofFacts(List<Fact> facts) {
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < facts.size(); i++) {
            Fact fact = facts.get(i);
            FactKind kind = FactKinds.find(fact.kind());
            if (kind == null) {
                faults.add(
                        new Fault(
                                i + 1,
                                "kind",
                                "Danh mục căn cứ không có loại «" + fact.kind() + "»."));
            } else if (kind.fault(fact.value()) != null) {
                // What was typed for a restricted kind is not repeated.
                faults.add(
                        new Fault(
                                i + 1,
                                "value",
                                restricted(fact)
                                        ? "Giá trị của căn cứ này không hợp lệ."
                                        : kind.fault(fact.value())));
            }
            if (fact.to() != null && fact.to().isBefore(fact.from())) {
                faults.add(new Fault(i + 1, "to", "Ngày cuối của căn cứ trước ngày đầu."));
            }
        }
        return faults;
    }

    /** The same, and nothing is known before today is over. */
    static void checkFacts(List<Fact> facts, LocalDate today) {
        List<Fault> faults = ofFacts(facts);
        for (int i = 0; i < facts.size(); i++) {
            if (facts.get(i).knownSince().isAfter(today)) {
                faults.add(
                        new Fault(
                                i + 1,
                                "knownSince",
                                "Ngày biết không được sau hôm nay, " + today + "."));
            }
        }
        if (!faults.isEmpty()) {
            throw invalid(faults);
        }
    }

    static boolean restricted(Fact fact) {
        FactKind kind = FactKinds.find(fact.kind());
        return kind != null && kind.confidentiality() == FactKind.Confidentiality.RESTRICTED;
    }
}
