package vn.ansinh.payment.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.ansinh.entitlement.api.DecisionBook;
import vn.ansinh.entitlement.api.DecisionBook.AnnexRow;
import vn.ansinh.entitlement.api.DecisionBook.DecisionDoc;
import vn.ansinh.entitlement.api.DecisionKind;
import vn.ansinh.payment.api.Recoveries;
import vn.ansinh.payment.port.CorrectionStorage;
import vn.ansinh.payment.port.RecoveryStorage;
import vn.ansinh.payment.port.RecoveryStorage.NewEntry;
import vn.ansinh.payment.port.RecoveryStorage.Planned;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.AnsinhException.Fault;
import vn.ansinh.platform.api.Audit;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.platform.api.TenantId;
import vn.ansinh.platform.api.UnitOfWork;

/** Claims over the ports. */
final class RecoveryService implements Recoveries {
    private static final int ANNEX_PAGE = 500;

    private final DecisionBook decisions;
    private final UnitOfWork unitOfWork;
    private final Audit audit;
    private final CivilClock clock;
    private final CorrectionStorage corrections;
    private final RecoveryStorage storage;

    RecoveryService(
            DecisionBook decisions,
            UnitOfWork unitOfWork,
            Audit audit,
            CivilClock clock,
            CorrectionStorage corrections,
            RecoveryStorage storage) {
        this.decisions = decisions;
        this.unitOfWork = unitOfWork;
        this.audit = audit;
        this.clock = clock;
        this.corrections = corrections;
        this.storage = storage;
    }

    @Override
    public List<Recovery> page(
            TenantId tenant,
            Actor actor,
            long personId,
            boolean openOnly,
            long afterId,
            int limit) {
        return unitOfWork.inTenant(
                tenant,
                actor,
                () -> {
                    List<Recovery> page = storage.page(personId, openOnly, afterId, limit);
                    List<Long> ids =
                            page.stream().map(Recovery::personId).distinct().sorted().toList();
                    if (!ids.isEmpty()) {
                        String all =
                                ids.stream().map(String::valueOf).collect(Collectors.joining(","));
                        audit.record(
                                "recovery.read", "beneficiary", ids.get(0), "ids='" + all + "'");
                    }
                    return page;
                });
    }

    @Override
    public Recovery recovery(TenantId tenant, Actor actor, long recoveryId) {
        return unitOfWork.inTenant(
                tenant,
                actor,
                () -> {
                    Recovery one = require(recoveryId);
                    audit.record(
                            "recovery.read",
                            "beneficiary",
                            one.personId(),
                            "recovery=" + recoveryId);
                    return one;
                });
    }

    @Override
    public Recovery transfer(TenantId tenant, Actor actor, long recoveryId, Transfer transfer) {
        List<Fault> faults = new ArrayList<>();
        if (transfer.amountDong() <= 0) {
            faults.add(new Fault(0, "amountDong", "Hãy ghi số tiền đã nộp, đồng."));
        }
        LocalDate on = transfer.on();
        if (on == null || on.isAfter(clock.today())) {
            faults.add(new Fault(0, "on", "Hãy ghi ngày của giấy nộp tiền, không sau hôm nay."));
        }
        if (transfer.voucher() == null || transfer.voucher().isBlank()) {
            faults.add(new Fault(0, "voucher", "Hãy ghi số giấy nộp tiền vào ngân sách."));
        }
        if (!faults.isEmpty()) {
            throw new AnsinhException(
                    ErrorCode.INVALID_INPUT, faults.get(0).sentence(), faults, null);
        }
        return unitOfWork.inTenant(
                tenant,
                actor,
                () -> {
                    corrections.lock();
                    Recovery claim = require(recoveryId);
                    NewEntry entry =
                            new NewEntry(
                                    recoveryId,
                                    claim.personId(),
                                    false,
                                    transfer.amountDong(),
                                    on,
                                    transfer.voucher().strip(),
                                    claim.decisionId(),
                                    actor.login());
                    enter(claim, entry);
                    return require(recoveryId);
                });
    }

    @Override
    public List<Recovery> writeOff(TenantId tenant, Actor actor, long decisionId) {
        return unitOfWork.inTenant(
                tenant,
                actor,
                () -> {
                    corrections.lock();
                    DecisionDoc decision = Decided.signed(decisions, tenant, actor, decisionId);
                    if (decision.draft().kind() != DecisionKind.WRITE_OFF) {
                        throw new AnsinhException(
                                ErrorCode.CONFLICT,
                                "Quyết định số "
                                        + decisionId
                                        + " không phải quyết định xóa khoản phải thu hồi.");
                    }
                    List<Recovery> changed = new ArrayList<>();
                    for (AnnexRow row : decisions.annex(tenant, actor, decisionId, 0, ANNEX_PAGE)) {
                        long left = row.effect().amountDong();
                        List<Recovery> claims =
                                storage.page(row.effect().personId(), false, 0, ANNEX_PAGE);
                        if (claims.stream().anyMatch(one -> writtenOff(one, decision))) {
                            continue;
                        }
                        for (Recovery claim : claims) {
                            long part = Math.min(left, claim.openDong());
                            if (part > 0) {
                                enter(claim, entry(claim, part, decision, actor));
                                changed.add(require(claim.id()));
                                left -= part;
                            }
                        }
                        if (left > 0) {
                            throw tooMuch(row.effect().row(), left);
                        }
                    }
                    return changed;
                });
    }

    private static boolean writtenOff(Recovery claim, DecisionDoc decision) {
        return claim.entries().stream()
                .anyMatch(e -> e.writtenOff() && e.paper().equals(paper(decision)));
    }

    private static String paper(DecisionDoc decision) {
        return decision.signature().number() + " (số " + decision.id() + ")";
    }

    private static NewEntry entry(Recovery claim, long part, DecisionDoc decision, Actor actor) {
        return new NewEntry(
                claim.id(),
                claim.personId(),
                true,
                part,
                decision.signature().signedOn(),
                paper(decision),
                decision.id(),
                actor.login());
    }

    private static AnsinhException tooMuch(int row, long left) {
        String sentence =
                "Số tiền nhiều hơn khoản còn phải thu hồi " + Texts.dong(left) + "; chưa ghi gì.";
        return new AnsinhException(
                ErrorCode.INVALID_INPUT,
                sentence,
                List.of(new Fault(row, "amountDong", sentence)),
                null);
    }

    /** Appends an entry; planned instalments never exceed what is open, the last go first. */
    private void enter(Recovery claim, NewEntry entry) {
        if (entry.amountDong() > claim.openDong()) {
            throw tooMuch(0, entry.amountDong() - claim.openDong());
        }
        Instant at = clock.now().truncatedTo(ChronoUnit.MICROS);
        Optional<Long> id = storage.addEntry(entry, at);
        if (id.isEmpty()) {
            throw new AnsinhException(
                    ErrorCode.CONFLICT,
                    "Chứng từ «" + entry.paper() + "» đã được ghi cho khoản thu hồi này.");
        }
        long open = claim.openDong() - entry.amountDong();
        List<Planned> planned = storage.planned(claim.id());
        long sum = planned.stream().mapToLong(Planned::amountDong).sum();
        List<Planned> gone = new ArrayList<>();
        for (int i = planned.size() - 1; i >= 0 && sum > open; i--) {
            gone.add(planned.get(i));
            sum -= planned.get(i).amountDong();
        }
        storage.withdraw(gone, claim.personId(), id.get(), at);
        if (!gone.isEmpty() && sum < open) {
            storage.addItem(gone.get(gone.size() - 1), open - sum, at);
        }
        audit.record(
                entry.writtenOff() ? "recovery.write-off" : "recovery.transfer",
                "beneficiary",
                claim.personId(),
                "recovery=" + claim.id() + " dong=" + entry.amountDong());
    }

    private Recovery require(long recoveryId) {
        return storage.byId(recoveryId)
                .orElseThrow(
                        () ->
                                new AnsinhException(
                                        ErrorCode.NOT_FOUND,
                                        "Không có khoản thu hồi số " + recoveryId + "."));
    }
}
