package vn.ansinh.reporting.internal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import vn.ansinh.locality.api.LocalityProfile;
import vn.ansinh.locality.api.ReportInput;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.ErrorCode;

/**
 * Data read before the form is called, so that the form touches nothing of ours.
 *
 * @param changesOrNull changes, or null when the month before has no run
 */
record Input(
        LocalityProfile locality,
        YearMonth month,
        LocalDate issuedOn,
        List<PaymentLineView> paymentLines,
        List<ChangeView> changesOrNull)
        implements ReportInput {

    @Override
    public List<ChangeView> changes() {
        if (changesOrNull == null) {
            throw new AnsinhException(
                    ErrorCode.CONFLICT,
                    "Tháng "
                            + InputBuilder.text(month.minusMonths(1))
                            + " chưa có kỳ chi trả trên hệ thống nên không so sánh được tăng, giảm"
                            + " của tháng "
                            + InputBuilder.text(month)
                            + "; hãy tính kỳ chi trả tháng đó trước.");
        }
        return changesOrNull;
    }
}
