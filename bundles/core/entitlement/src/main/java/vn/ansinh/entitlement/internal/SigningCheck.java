package vn.ansinh.entitlement.internal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.ansinh.assessment.api.PolicySnapshot;
import vn.ansinh.assessment.api.PolicySnapshot.Due;
import vn.ansinh.beneficiary.api.Names;
import vn.ansinh.entitlement.api.DecisionBook.Capacity;
import vn.ansinh.entitlement.api.DecisionBook.DecisionDoc;
import vn.ansinh.entitlement.api.DecisionBook.Draft;
import vn.ansinh.entitlement.api.DecisionBook.Signature;
import vn.ansinh.entitlement.api.DecisionKind;
import vn.ansinh.entitlement.api.Effect;
import vn.ansinh.entitlement.api.Entitlements.Entitled;
import vn.ansinh.entitlement.api.Reason;
import vn.ansinh.locality.api.Component;
import vn.ansinh.locality.api.ParameterRow;

/** Whether a draft may be signed, and what the signer must confirm. */
final class SigningCheck {

    private final Signature signature;
    private final LocalDate today;
    private final Remarks remarks;

    SigningCheck(Signature signature, LocalDate today, Remarks remarks) {
        this.signature = signature;
        this.today = today;
        this.remarks = remarks;
    }

    /**
     * Number, day, signer and mandate.
     *
     * @param target decision it is about, or null
     * @param authorities authorities that signed this number in this year
     */
    void signature(Draft draft, DecisionDoc target, List<String> authorities) {
        if (signature.number().isBlank()) {
            remarks.fault(0, "number", "Hãy ghi số quyết định.");
        } else if (authorities.stream()
                .map(Names::fold)
                .anyMatch(Names.fold(draft.authority())::equals)) {
            remarks.fault(
                    0,
                    "number",
                    "Số «"
                            + signature.number()
                            + "» đã dùng cho một quyết định của cơ quan này"
                            + " trong năm.");
        }
        if (signature.signer().isBlank()) {
            remarks.fault(0, "signer", "Hãy ghi người ký.");
        }
        if (signature.capacity() == null) {
            remarks.fault(0, "capacity", "Hãy chọn tư cách ký.");
        }
        LocalDate signed = signature.signedOn();
        if (signed == null) {
            remarks.fault(0, "signedOn", "Hãy ghi ngày ký.");
            return;
        }
        if (signed.isAfter(today)) {
            remarks.fault(
                    0, "signedOn", "Ngày ký " + signed + " chưa tới (hôm nay " + today + ").");
        }
        if (target != null
                && target.signature().signedOn() != null
                && signed.isBefore(target.signature().signedOn())) {
            remarks.fault(
                    0, "signedOn", "Ngày ký không được trước ngày ký quyết định bị tác động.");
        }
        if (signature.receivedOn() != null && signature.receivedOn().isBefore(signed)) {
            remarks.fault(0, "receivedOn", "Ngày nhận không được trước ngày ký.");
        }
        mandate(signed);
    }

    private void mandate(LocalDate signed) {
        if (signature.capacity() == Capacity.DELEGATED) {
            if (signature.mandatePaper().isBlank()) {
                remarks.fault(0, "mandatePaper", "Ký thừa ủy quyền phải ghi văn bản ủy quyền.");
            }
            if (signature.mandateFrom() == null) {
                remarks.fault(0, "mandateFrom", "Ký thừa ủy quyền phải ghi ngày bắt đầu ủy quyền.");
            }
        }
        if (signature.mandateFrom() != null && signed.isBefore(signature.mandateFrom())
                || signature.mandateTo() != null && signed.isAfter(signature.mandateTo())) {
            remarks.fault(0, "mandateTo", "Ngày ký không nằm trong thời hạn của văn bản ủy quyền.");
        }
    }

    /**
     * One row against what its person had and will have.
     *
     * @param kind kind of the decision
     * @param before what was entitled before
     * @param after what is entitled with the decision
     * @param law the person under the law of the day of signature; null when the kind needs none
     */
    void row(
            DecisionKind kind,
            Effect effect,
            List<Entitled> before,
            List<Entitled> after,
            PersonLaw law) {
        int row = effect.row();
        YearMonth signed = YearMonth.from(signature.signedOn());
        switch (kind) {
            case GRANT -> {
                grantOverlap(effect, before);
                firstMonth(effect, signed, law);
                assessed(row, at(after, effect.component(), effect.from()), law);
            }
            case ADJUST -> {
                Component to =
                        effect.toComponent() == null ? effect.component() : effect.toComponent();
                if (at(before, effect.component(), effect.from()).isEmpty()) {
                    remarks.fault(
                            row,
                            "from",
                            "Từ tháng này người đó không hưởng khoản nào để điều chỉnh.");
                } else if (to != effect.component() && overlaps(before, to, effect)) {
                    remarks.fault(
                            row, "toComponent", "Người này đang hưởng khoản được chuyển sang.");
                } else {
                    assessed(row, at(after, to, effect.from()), law);
                }
            }
            case SUSPEND -> {
                if (effect.from().isBefore(signed)) {
                    remarks.fault(row, "from", "Tạm dừng không được tính từ trước tháng ký.");
                }
                if (any(before, effect).noneMatch(one -> one.suspendedBy() == 0)) {
                    remarks.fault(
                            row,
                            "from",
                            "Từ tháng này người đó không có khoản đang chi để tạm" + " dừng.");
                }
            }
            case RESUME -> {
                if (any(before, effect).noneMatch(one -> one.suspendedBy() != 0)) {
                    remarks.fault(
                            row, "from", "Từ tháng này người đó không có khoản đang tạm dừng.");
                }
            }
            case STOP -> {
                if (any(before, effect).findAny().isEmpty()) {
                    remarks.fault(
                            row, "from", "Từ tháng này người đó không hưởng khoản nào để thôi.");
                }
            }
            case RECOVER, CORRECT_TEXT, REVOKE, REPEAL, ONE_OFF, LEVEL, WRITE_OFF -> {
                // Nothing to compare with: what they say is checked as a draft.
            }
        }
        boolean changesMoney =
                kind.changesEntitlement()
                        && !(kind == DecisionKind.CORRECT_TEXT && effect.targetEffectId() == 0);
        if (changesMoney && before.equals(after)) {
            remarks.warn(row, "effect", "Không làm thay đổi chế độ của người này.");
        }
    }

    /** Death: the stop month is the one after the month of death. */
    void death(Effect effect, LocalDate death) {
        if (effect.reason() == Reason.DEATH) {
            if (death == null) {
                remarks.warn(effect.row(), "reason", "Chưa ghi nhận ngày mất của người này.");
            } else if (!YearMonth.from(death).plusMonths(1).equals(effect.from())) {
                remarks.warn(
                        effect.row(),
                        "from",
                        "Theo ngày mất, thôi hưởng từ "
                                + Remarks.month(YearMonth.from(death).plusMonths(1))
                                + ".");
            }
        } else if (death != null
                && effect.from() != null
                && YearMonth.from(death).isBefore(effect.from())) {
            remarks.warn(effect.row(), "personId", "Người này đã mất trước tháng ghi ở đây.");
        }
    }

    /** Whether the law of the day of signature still knows the reason; {@code law} may be null. */
    void reason(Effect effect, PolicySnapshot law) {
        if (effect.reason() == null || law == null) {
            return;
        }
        LocalDate signed = signature.signedOn();
        ParameterRow row = law.row("reason." + effect.reason(), YearMonth.from(signed), signed);
        if (row != null && row.value().equals("off")) {
            remarks.warn(effect.row(), "reason", "Luật của ngày ký không còn lý do này.");
        }
    }

    private void grantOverlap(Effect effect, List<Entitled> before) {
        if (overlaps(before, effect.component(), effect)) {
            remarks.fault(
                    effect.row(),
                    "from",
                    "Người này đã hưởng cùng khoản trong thời gian đó theo quyết định khác; hãy dùng"
                            + " điều chỉnh hoặc ghi tháng khác.");
        }
    }

    private static boolean overlaps(List<Entitled> before, Component component, Effect effect) {
        return before.stream()
                .filter(one -> one.component() == component)
                .anyMatch(
                        one ->
                                (one.to() == null || !one.to().isBefore(effect.from()))
                                        && (effect.to() == null
                                                || !effect.to().isBefore(one.from())));
    }

    /** Months before the signature are granted only where the law of the time says so. */
    private void firstMonth(Effect effect, YearMonth signed, PersonLaw law) {
        if (effect.reason() == Reason.PENDING_FILE) {
            remarks.warn(
                    effect.row(),
                    "from",
                    "Hồ sơ theo luật trước: hãy đối chiếu tháng hưởng với luật của ngày nhận hồ sơ.");
            return;
        }
        if (effect.reason() == Reason.MOVED_IN) {
            remarks.warn(
                    effect.row(),
                    "from",
                    "Chuyển đến: hãy đối chiếu với tháng thôi hưởng trong quyết định của nơi cũ.");
            return;
        }
        Optional<YearMonth> lawful = law.firstMonth(effect.ground());
        if (lawful.isEmpty()) {
            remarks.warn(
                    effect.row(),
                    "from",
                    "Tháng hưởng đầu tiên theo ngày cấp giấy xác nhận khuyết tật, mà hồ sơ chưa có"
                            + " ngày này.");
        } else if (!lawful.get().equals(effect.from())) {
            String sentence =
                    "Theo luật của ngày ký, hưởng từ " + Remarks.month(lawful.get()) + ".";
            if (effect.from().isBefore(signed) && effect.from().isBefore(lawful.get())) {
                remarks.fault(effect.row(), "from", sentence + " Không cấp cho tháng trước đó.");
            } else {
                remarks.warn(effect.row(), "from", sentence);
            }
        }
    }

    /** A restricted ground is never named: the sentence goes to lists. */
    private void assessed(int row, Optional<Entitled> decided, PersonLaw law) {
        if (decided.isEmpty()) {
            return;
        }
        Entitled one = decided.get();
        Optional<Due> due = law.due(one.component(), one.from());
        if (due.isEmpty()) {
            remarks.warn(row, "ground", "Kết quả xét theo luật không có khoản này.");
        } else if (!due.get().groundCode().equals(one.ground())) {
            boolean hidden = law.restricted(one.ground()) || law.restricted(due.get().groundCode());
            remarks.warn(
                    row,
                    "ground",
                    hidden
                            ? "Kết quả xét theo luật là nhóm hưởng khác."
                            : "Kết quả xét theo luật là nhóm " + due.get().groundCode() + ".");
        } else if (due.get().coefficientHundredths() != one.coefficientHundredths()) {
            remarks.warn(
                    row,
                    "coefficient",
                    "Kết quả xét theo luật là hệ số "
                            + PersonLaw.coefficient(due.get().coefficientHundredths())
                            + ".");
        }
    }

    private static Optional<Entitled> at(
            List<Entitled> entitled, Component component, YearMonth month) {
        return entitled.stream()
                .filter(one -> one.component() == component && one.covers(month))
                .findFirst();
    }

    private static Stream<Entitled> any(List<Entitled> before, Effect effect) {
        return before.stream()
                .filter(one -> effect.component() == null || one.component() == effect.component())
                .filter(one -> one.to() == null || !one.to().isBefore(effect.from()))
                .filter(one -> effect.to() == null || !one.from().isAfter(effect.to()));
    }
}
