package vn.ansinh.payment.internal;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.ansinh.entitlement.api.Effect;
import vn.ansinh.payment.api.Corrections.Correction;
import vn.ansinh.payment.port.CorrectionStorage;
import vn.ansinh.payment.port.CorrectionStorage.Stored;
import vn.ansinh.payment.port.RecoveryStorage;
import vn.ansinh.payment.port.RecoveryStorage.Claim;
import vn.ansinh.payment.port.RecoveryStorage.ClaimMonth;
import vn.ansinh.platform.api.AnsinhException.Fault;

/**
 * Makes claims of the overpaid months of one person by one row of a signed decision: a claim per
 * payee kind, source and budget year, set off against open arrears of the same, the rest by
 * instalments that leave the share to live on.
 */
final class Claims {
    private final CorrectionStorage corrections;
    private final RecoveryStorage recoveries;
    private final long decisionId;
    private final YearMonth lastPaid;
    private final int keepPercent;
    private final Instant at;
    private final List<Fault> faults = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private long items;
    private long claimedDong;

    Claims(
            CorrectionStorage corrections,
            RecoveryStorage recoveries,
            long decisionId,
            YearMonth lastPaid,
            int keepPercent,
            Instant at) {
        this.corrections = corrections;
        this.recoveries = recoveries;
        this.decisionId = decisionId;
        this.lastPaid = lastPaid;
        this.keepPercent = keepPercent;
        this.at = at;
    }

    List<Fault> faults() {
        return faults;
    }

    List<String> notes() {
        return notes;
    }

    long items() {
        return items;
    }

    long claimedDong() {
        return claimedDong;
    }

    /** Claims what the row says; the sum of the row must be the overpaid sum that stands. */
    void row(Effect effect) {
        List<Stored> overpaid =
                corrections.overpaid(effect.personId()).stream()
                        .filter(
                                one ->
                                        effect.component() == null
                                                || one.view().component() == effect.component())
                        .toList();
        long sum = overpaid.stream().mapToLong(one -> -one.view().deltaDong()).sum();
        if (sum != effect.amountDong()) {
            faults.add(
                    new Fault(
                            effect.row(),
                            "amountDong",
                            "Quyết định thu hồi "
                                    + Texts.dong(effect.amountDong())
                                    + " nhưng số đã chi thừa đang ghi nhận là "
                                    + Texts.dong(sum)
                                    + "; hãy rà soát lại rồi ra quyết định đúng số."));
            return;
        }
        Map<String, List<Stored>> groups = new LinkedHashMap<>();
        for (Stored one : overpaid) {
            Correction c = one.view();
            groups.computeIfAbsent(
                            c.payeeKind() + " " + c.source() + " " + c.budgetYear(),
                            group -> new ArrayList<>())
                    .add(one);
        }
        for (List<Stored> group : groups.values()) {
            claim(effect, group);
        }
        corrections.accepted(
                overpaid.stream().map(one -> one.view().id()).toList(), decisionId, at);
    }

    private void claim(Effect effect, List<Stored> group) {
        Correction first = group.get(0).view();
        List<ClaimMonth> months =
                group.stream()
                        .map(
                                one ->
                                        new ClaimMonth(
                                                one.view().month(),
                                                one.view().component(),
                                                -one.view().deltaDong(),
                                                one.view().citesSequence(),
                                                one.view().ground(),
                                                one.restricted()))
                        .toList();
        long total = months.stream().mapToLong(ClaimMonth::amountDong).sum();
        long arrears =
                recoveries.openArrears(
                        effect.personId(), first.payeeKind(), first.source(), first.budgetYear());
        long setOff = Math.min(total, arrears);
        long rest = total - setOff;
        long regular = recoveries.regularDong(effect.personId(), first.payeeKind(), lastPaid);
        int instalments = rest == 0 || regular == 0 ? 0 : effect.instalments();
        if (instalments > 0) {
            long most = ItemCalculation.most(regular, keepPercent);
            long each = RecoveryPlan.part(rest, instalments, 0);
            if (each > most) {
                faults.add(
                        new Fault(
                                effect.row(),
                                "instalments",
                                "Mỗi lần trừ "
                                        + Texts.dong(each)
                                        + " vượt mức được trừ "
                                        + Texts.dong(most)
                                        + " (giữ lại "
                                        + keepPercent
                                        + "% mức hằng tháng để sống); cần ít nhất "
                                        + (most == 0 ? "—" : (rest + most - 1) / most)
                                        + " lần."));
                return;
            }
        } else if (rest > 0) {
            notes.add(
                    "Đối tượng số "
                            + effect.personId()
                            + ": không còn khoản hằng tháng của cùng người nhận để trừ "
                            + Texts.dong(rest)
                            + "; thu nộp Kho bạc hoặc xóa bằng quyết định.");
        }
        List<RecoveryStorage.Slice> slices =
                RecoveryPlan.of(months, setOff, instalments, lastPaid.plusMonths(1));
        recoveries.open(
                new Claim(
                        effect.personId(),
                        first.payeeKind(),
                        first.source(),
                        first.budgetYear(),
                        decisionId,
                        instalments,
                        months,
                        slices),
                at);
        items += slices.size();
        claimedDong += total;
    }
}
