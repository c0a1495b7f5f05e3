package vn.ansinh.payment.internal;

import java.time.YearMonth;
import java.util.Optional;
import vn.ansinh.payment.api.Payments.RunKind;
import vn.ansinh.payment.api.Payments.RunState;
import vn.ansinh.payment.port.PaymentStorage;
import vn.ansinh.payment.port.StoredRun;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.ErrorCode;

/** Which runs may be opened beside those there are. */
final class RunOpening {
    private final PaymentStorage storage;

    RunOpening(PaymentStorage storage) {
        this.storage = storage;
    }

    /** The run that is asked for, when it is there already. */
    Optional<StoredRun> existing(RunRequest request) {
        return request.kind() == RunKind.REGULAR ? regular(request) : supplementary(request);
    }

    private Optional<StoredRun> regular(RunRequest request) {
        Optional<StoredRun> same = Optional.empty();
        for (YearMonth month = request.month();
                !month.isAfter(request.lastMonth());
                month = month.plusMonths(1)) {
            Optional<StoredRun> there = storage.regularOf(month);
            if (there.isPresent() && !sameMonths(there.get(), request)) {
                throw refused(
                        "Tháng "
                                + Texts.month(month)
                                + " đã có trong kỳ chi trả số "
                                + there.get().id()
                                + "; hủy kỳ đó hoặc lập kỳ bổ sung.");
            }
            same = there;
        }
        return same;
    }

    private Optional<StoredRun> supplementary(RunRequest request) {
        for (YearMonth month = request.month();
                !month.isAfter(request.lastMonth());
                month = month.plusMonths(1)) {
            if (storage.regularOf(month).filter(run -> run.state().hasList()).isEmpty()) {
                throw refused(
                        "Tháng "
                                + Texts.month(month)
                                + " chưa có danh sách thường kỳ; lập kỳ thường kỳ trước.");
            }
        }
        Optional<StoredRun> draft =
                storage.runs().stream()
                        .filter(
                                run ->
                                        run.kind() == RunKind.SUPPLEMENTARY
                                                && run.state() == RunState.DRAFT)
                        .findFirst();
        if (draft.isEmpty()) {
            // The same request again is harmless.
            return storage.runs().stream()
                    .filter(
                            run ->
                                    run.kind() == RunKind.SUPPLEMENTARY
                                            && run.state() == RunState.COMPUTED
                                            && sameMonths(run, request))
                    .findFirst();
        }
        if (!sameMonths(draft.get(), request)) {
            throw refused(
                    "Kỳ bổ sung số "
                            + draft.get().id()
                            + " đang tính dở; tính xong hoặc hủy kỳ đó trước.");
        }
        return draft;
    }

    private static boolean sameMonths(StoredRun run, RunRequest request) {
        return run.month().equals(request.month()) && run.lastMonth().equals(request.lastMonth());
    }

    /** The draft with the run it is compared with. */
    StoredRun after(StoredRun draft) {
        if (draft.kind() != RunKind.REGULAR) {
            return draft;
        }
        YearMonth last = draft.month().minusMonths(1);
        Optional<StoredRun> before = storage.lockRegularOf(last);
        if (before.isPresent() && !before.get().state().hasList()) {
            throw refused(
                    "Kỳ chi trả tháng "
                            + Texts.month(last)
                            + " đang tính dở; tính xong kỳ đó rồi mới tính tháng "
                            + Texts.month(draft.month())
                            + ".");
        }
        return StoredRun.draft(
                draft.kind(),
                draft.month(),
                draft.lastMonth(),
                draft.budgetYear(),
                draft.listDate(),
                draft.pinnedAt(),
                draft.snapshotHash(),
                before.map(StoredRun::id).orElse(0L));
    }

    private static AnsinhException refused(String sentence) {
        return new AnsinhException(ErrorCode.CONFLICT, sentence);
    }
}
