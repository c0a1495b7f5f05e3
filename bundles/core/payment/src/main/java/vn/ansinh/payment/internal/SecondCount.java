package vn.ansinh.payment.internal;

import vn.ansinh.payment.port.OrderStorage;
import vn.ansinh.payment.port.OrderStorage.Sums;
import vn.ansinh.payment.port.StoredRun;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.ErrorCode;

/** Counts lines and orders anew before anything is sent. */
final class SecondCount {
    private final OrderStorage storage;

    SecondCount(OrderStorage storage) {
        this.storage = storage;
    }

    /** The second, independent check: what is sent is what was approved, counted anew. */
    void check(StoredRun run) {
        Sums sums = storage.sums(run);
        if (sums.linesDong() != run.totalDong()
                || sums.listLines() != run.lines()
                || sums.covered() != sums.lines()
                || sums.coveredDong() != sums.linesDong()
                || sums.ordersDong() != sums.coveredDong()) {
            throw new AnsinhException(
                    ErrorCode.NOT_RECONCILED,
                    "Không gửi: kỳ chi trả số "
                            + run.id()
                            + " được duyệt "
                            + Texts.dong(run.totalDong())
                            + " cho "
                            + run.lines()
                            + " khoản, nhưng tính lại có "
                            + Texts.dong(sums.linesDong())
                            + " cho "
                            + sums.lines()
                            + " khoản và lệnh chi "
                            + Texts.dong(sums.ordersDong())
                            + " cho "
                            + sums.covered()
                            + " khoản. Hãy xem đối chiếu lệnh chi.");
        }
    }
}
