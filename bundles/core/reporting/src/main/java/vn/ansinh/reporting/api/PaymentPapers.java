package vn.ansinh.reporting.api;

import java.time.LocalDate;
import java.util.List;
import vn.ansinh.locality.api.LocalityProfile;

/**
 * Papers of paying: the cash sheet of a point and day, the Treasury withdrawal, the fee by channel.
 * None of them has a place for a ground, a coefficient or a programme. Who calls has read the data
 * by right and left the trace.
 *
 * <p>Throws {@code AnsinhException} INVALID_INPUT for a format other than {@code XLSX}, {@code PDF}
 * or {@code CSV}, and with every fault when sums do not fit.
 */
public interface PaymentPapers {

    /** A cash sheet, blank to be filled in by hand or as recorded. */
    byte[] cashSheet(LocalityProfile issuer, LocalDate issuedOn, CashSheet sheet, String format);

    /** A withdrawal from the budget estimate at the Treasury (giấy rút dự toán). */
    byte[] withdrawal(LocalityProfile issuer, LocalDate issuedOn, Withdrawal paper, String format);

    /** What paying cost, by channel, at the configured fees. */
    byte[] fees(LocalityProfile issuer, LocalDate issuedOn, Fees paper, String format);

    /** The configured fee of so many orders, whole đồng. */
    long feeDong(Channel channel, long orders, long amountDong);

    /** How money reaches a payee. */
    enum Channel {
        /** To an account. */
        ACCOUNT("Chuyển khoản"),
        /** Cash at a point. */
        CASH_POINT("Tiền mặt tại điểm chi trả"),
        /** Cash at home. */
        CASH_HOME("Tiền mặt tại nhà");

        private final String title;

        Channel(String title) {
            this.title = title;
        }

        /** As people read it. */
        public String title() {
            return title;
        }
    }

    /**
     * A cash sheet.
     *
     * @param point where, such as {@code Thôn 3 - Nhà văn hóa}
     * @param payOn day
     * @param period months it is for, such as {@code tháng 3/2026}
     * @param rows people
     */
    record CashSheet(String point, LocalDate payOn, String period, List<CashRow> rows) {
        public CashSheet {
            rows = List.copyOf(rows);
        }
    }

    /**
     * A row of a cash sheet; what is not recorded yet is empty or null.
     *
     * @param beneficiary who it is for
     * @param payee who is to receive it
     * @param amountDong whole đồng, more than 0
     * @param paid whether it was handed over; null while not recorded
     * @param receivedBy who received
     * @param relation what they are to the beneficiary
     * @param idShown paper shown
     * @param proof {@code Ký nhận} or {@code Điểm chỉ}
     * @param witnesses witnesses of a fingerprint
     * @param note why it was not handed over
     */
    record CashRow(
            String beneficiary,
            String payee,
            long amountDong,
            Boolean paid,
            String receivedBy,
            String relation,
            String idShown,
            String proof,
            String witnesses,
            String note) {}

    /**
     * A withdrawal.
     *
     * @param form form number as the Treasury of the place wants it; empty for none
     * @param number number of the paper; empty to be given by hand
     * @param unitCode code of the unit that uses the budget (mã ĐVQHNS)
     * @param account account at the Treasury
     * @param treasury the Treasury office
     * @param budgetYear budget year
     * @param cash whether it is drawn in cash
     * @param items what for, by the codes of the budget
     */
    record Withdrawal(
            String form,
            String number,
            String unitCode,
            String account,
            String treasury,
            int budgetYear,
            boolean cash,
            List<WithdrawalItem> items) {
        public Withdrawal {
            items = List.copyOf(items);
        }
    }

    /**
     * An item of a withdrawal.
     *
     * @param content what for, neutral ({@code Chi trả kinh phí tháng 3/2026})
     * @param source code of the source (mã nguồn NSNN)
     * @param chapter code of the chapter (mã chương)
     * @param branch code of the branch (mã ngành kinh tế)
     * @param subItem code of the sub-item (mã nội dung kinh tế)
     * @param amountDong whole đồng
     */
    record WithdrawalItem(
            String content,
            String source,
            String chapter,
            String branch,
            String subItem,
            long amountDong) {}

    /**
     * What paying cost.
     *
     * @param period months, such as {@code tháng 3/2026}
     * @param rows by channel
     */
    record Fees(String period, List<FeeRow> rows) {
        public Fees {
            rows = List.copyOf(rows);
        }
    }

    /**
     * A channel.
     *
     * @param channel channel
     * @param orders orders paid
     * @param amountDong paid to people
     */
    record FeeRow(Channel channel, long orders, long amountDong) {}
}
