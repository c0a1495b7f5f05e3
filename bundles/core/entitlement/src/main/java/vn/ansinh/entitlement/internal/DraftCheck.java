package vn.ansinh.entitlement.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.ansinh.assessment.api.PolicySnapshot;
import vn.ansinh.entitlement.api.DecisionBook.DecisionDoc;
import vn.ansinh.entitlement.api.DecisionBook.Draft;
import vn.ansinh.entitlement.api.DecisionBook.State;
import vn.ansinh.entitlement.api.DecisionKind;
import vn.ansinh.entitlement.api.Effect;
import vn.ansinh.locality.api.Component;
import vn.ansinh.locality.api.Ground;

/** Whether a draft says what its kind needs, row by row; looks at nobody's entitlement. */
final class DraftCheck {

    private final Draft draft;
    private final DecisionDoc target;
    private final Map<Long, Effect> targetEffects;
    private final Map<String, Ground> grounds;
    private final Remarks remarks;

    /**
     * A check.
     *
     * @param target the decision it is about, or null
     * @param targetEffects annex of the target
     * @param law law whose grounds may be named; null when no ground is needed
     */
    DraftCheck(
            Draft draft,
            DecisionDoc target,
            List<Effect> targetEffects,
            PolicySnapshot law,
            Remarks remarks) {
        this.draft = draft;
        this.target = target;
        this.targetEffects =
                targetEffects.stream().collect(Collectors.toMap(Effect::id, Function.identity()));
        this.grounds =
                law == null
                        ? Map.of()
                        : law.grounds().stream()
                                .collect(Collectors.toMap(Ground::code, g -> g, (a, b) -> b));
        this.remarks = remarks;
    }

    void run() {
        if (draft.kind() == null) {
            remarks.fault(0, "kind", "Hãy chọn loại quyết định.");
            return;
        }
        if (draft.authority().isBlank()) {
            remarks.fault(0, "authority", "Hãy ghi cơ quan, người có thẩm quyền ban hành.");
        }
        target();
        if (draft.kind() == DecisionKind.LEVEL) {
            everybody();
            return;
        }
        if (draft.effects().isEmpty()) {
            remarks.fault(0, "effects", "Quyết định chưa có ai trong danh sách kèm theo.");
        }
        Set<Integer> rows = new HashSet<>();
        Set<String> persons = new HashSet<>();
        for (Effect effect : draft.effects()) {
            if (effect.row() < 1 || !rows.add(effect.row())) {
                remarks.fault(effect.row(), "row", "Số thứ tự phải từ 1 và không được trùng nhau.");
            }
            boolean correction = draft.kind() == DecisionKind.CORRECT_TEXT;
            if (effect.personId() <= 0 && !(correction && effect.targetEffectId() == 0)) {
                remarks.fault(effect.row(), "personId", "Hãy chọn người trong danh sách.");
            } else if (!correction && !persons.add(effect.personId() + " " + effect.component())) {
                remarks.fault(
                        effect.row(), "personId", "Người này đã có ở dòng khác với cùng khoản.");
            }
            row(draft.kind(), effect);
        }
    }

    private void target() {
        if (!draft.kind().aboutDecision()) {
            if (draft.targetDecisionId() != 0) {
                remarks.fault(
                        0,
                        "targetDecisionId",
                        "Loại quyết định này không nhắm tới quyết định"
                                + " nào khác; hãy bỏ trống.");
            }
            return;
        }
        if (target == null || target.state() != State.SIGNED) {
            remarks.fault(0, "targetDecisionId", "Hãy chọn một quyết định đã ký.");
            return;
        }
        if (draft.kind() != DecisionKind.REPEAL) {
            return;
        }
        if (target.draft().kind().aboutDecision()) {
            remarks.fault(
                    0,
                    "targetDecisionId",
                    "Chỉ bãi bỏ được quyết định có hiệu lực với chế độ"
                            + " của người hưởng; với loại này hãy dùng thu hồi, hủy bỏ.");
        }
        if (draft.effectiveOn() == null) {
            remarks.fault(0, "effectiveOn", "Hãy ghi ngày bãi bỏ có hiệu lực.");
        } else if (draft.effectiveOn().isBefore(target.signature().signedOn())) {
            remarks.fault(
                    0,
                    "effectiveOn",
                    "Ngày bãi bỏ không được trước ngày ký quyết định đó; nếu"
                            + " cần hủy từ đầu, hãy dùng thu hồi, hủy bỏ.");
        }
    }

    private void row(DecisionKind kind, Effect effect) {
        int row = effect.row();
        switch (kind) {
            case GRANT -> {
                from(effect);
                component(effect);
                if (effect.ground().isEmpty()) {
                    remarks.fault(row, "ground", "Hãy ghi nhóm hưởng.");
                }
                if (effect.coefficientHundredths() <= 0) {
                    remarks.fault(row, "coefficient", "Hãy ghi hệ số lớn hơn 0.");
                }
                ground(effect, effect.component());
                if (effect.reason() != null && effect.reason().kind() != kind) {
                    remarks.fault(row, "reason", "Lý do này không dùng cho quyết định hưởng.");
                }
            }
            case ADJUST -> {
                from(effect);
                component(effect);
                if (effect.ground().isEmpty() && effect.coefficientHundredths() <= 0) {
                    remarks.fault(row, "ground", "Hãy ghi nhóm hưởng hoặc hệ số mới.");
                }
                if (effect.toComponent() != null && effect.ground().isEmpty()) {
                    remarks.fault(
                            row, "ground", "Chuyển sang khoản khác thì phải ghi nhóm hưởng mới.");
                }
                ground(
                        effect,
                        effect.toComponent() == null ? effect.component() : effect.toComponent());
            }
            case SUSPEND, STOP -> {
                from(effect);
                if (effect.reason() == null || effect.reason().kind() != kind) {
                    remarks.fault(row, "reason", "Hãy chọn lý do của việc " + kind.title() + ".");
                }
            }
            case RESUME -> from(effect);
            case RECOVER -> recover(effect);
            case ONE_OFF -> oneOff(effect);
            case WRITE_OFF -> writeOff(effect);
            case LEVEL -> throw new IllegalStateException("a decision for everybody has no annex");
            case CORRECT_TEXT -> correction(effect);
            case REVOKE, REPEAL -> {
                if (targetEffects.values().stream()
                        .noneMatch(one -> one.personId() == effect.personId())) {
                    remarks.fault(row, "personId", "Người này không có trong quyết định đó.");
                }
            }
        }
    }

    private void from(Effect effect) {
        if (effect.from() == null) {
            remarks.fault(effect.row(), "from", "Hãy ghi tháng bắt đầu.");
        } else if (effect.to() != null && effect.to().isBefore(effect.from())) {
            remarks.fault(effect.row(), "to", "Tháng cuối trước tháng đầu.");
        }
        if (effect.to() != null && draft.kind() == DecisionKind.STOP) {
            remarks.fault(effect.row(), "to", "Thôi hưởng không có tháng cuối.");
        }
    }

    private void component(Effect effect) {
        if (effect.component() == null) {
            remarks.fault(effect.row(), "component", "Hãy ghi khoản hưởng.");
        }
    }

    private void ground(Effect effect, Component component) {
        if (effect.ground().isEmpty()) {
            return;
        }
        Ground ground = grounds.get(effect.ground());
        if (ground == null) {
            remarks.fault(
                    effect.row(),
                    "ground",
                    "Nhóm hưởng «" + effect.ground() + "» không có trong bộ chính sách.");
        } else if (component != null && ground.component() != component) {
            remarks.fault(
                    effect.row(),
                    "component",
                    "Nhóm hưởng này thuộc khoản " + ground.component() + ".");
        }
    }

    private void recover(Effect effect) {
        if (effect.amountDong() <= 0) {
            remarks.fault(effect.row(), "amountDong", "Hãy ghi số tiền phải thu hồi, đồng.");
        }
        if (effect.instalments() < 1 || effect.instalments() > effect.amountDong()) {
            remarks.fault(effect.row(), "instalments", "Hãy ghi số lần trừ, ít nhất là 1.");
        }
    }

    private void everybody() {
        if (!draft.effects().isEmpty()) {
            remarks.fault(
                    0,
                    "effects",
                    "Quyết định chuyển mức áp dụng cho mọi người đang hưởng; bỏ danh sách.");
        }
        if (draft.about().isBlank()) {
            remarks.fault(0, "about", "Hãy ghi văn bản và mức mới trong trích yếu.");
        }
    }

    /** The amount is the decision's; the law's own is proposed by {@code note}. */
    private void oneOff(Effect effect) {
        if (effect.component() != Component.FUNERAL && effect.component() != Component.ONE_OFF) {
            remarks.fault(effect.row(), "component", "Hãy ghi FUNERAL (mai táng) hoặc ONE_OFF.");
        }
        if (effect.from() == null) {
            remarks.fault(effect.row(), "from", "Hãy ghi tháng xảy ra sự việc.");
        }
        if (effect.amountDong() <= 0) {
            remarks.fault(effect.row(), "amountDong", "Hãy ghi số tiền hỗ trợ, đồng.");
        }
        if (effect.note().isBlank()) {
            remarks.fault(effect.row(), "note", "Hãy ghi căn cứ của khoản hỗ trợ.");
        }
    }

    private void writeOff(Effect effect) {
        if (effect.amountDong() <= 0) {
            remarks.fault(effect.row(), "amountDong", "Hãy ghi số tiền xóa, đồng.");
        }
        if (effect.note().isBlank()) {
            remarks.fault(effect.row(), "note", "Hãy ghi lý do không thu hồi được.");
        }
    }

    private void correction(Effect effect) {
        if (effect.targetEffectId() == 0) {
            if (effect.oldText().isBlank() || effect.newText().isBlank()) {
                remarks.fault(effect.row(), "newText", "Hãy ghi nội dung sai và nội dung đúng.");
            }
            return;
        }
        Effect corrected = targetEffects.get(effect.targetEffectId());
        if (corrected == null || corrected.personId() != effect.personId()) {
            remarks.fault(
                    effect.row(),
                    "targetEffectId",
                    "Dòng được đính chính không có trong quyết định đó.");
        } else if (target.draft().kind().aboutDecision()) {
            remarks.fault(
                    effect.row(),
                    "targetEffectId",
                    "Quyết định đó không có tháng, hệ số để đính chính.");
        } else {
            row(target.draft().kind(), effect);
        }
    }
}
