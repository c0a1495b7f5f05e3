package vn.ansinh.gateway.bank.internal;

import com.prowidesoftware.swift.model.mx.MxPain00200110;
import com.prowidesoftware.swift.model.mx.dic.ActiveOrHistoricCurrencyAndAmount;
import com.prowidesoftware.swift.model.mx.dic.AmountType4Choice;
import com.prowidesoftware.swift.model.mx.dic.CustomerPaymentStatusReportV10;
import com.prowidesoftware.swift.model.mx.dic.OriginalGroupHeader17;
import com.prowidesoftware.swift.model.mx.dic.OriginalPaymentInstruction32;
import com.prowidesoftware.swift.model.mx.dic.OriginalTransactionReference28;
import com.prowidesoftware.swift.model.mx.dic.PaymentTransaction105;
import com.prowidesoftware.swift.model.mx.dic.StatusReason6Choice;
import com.prowidesoftware.swift.model.mx.dic.StatusReasonInformation12;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import vn.ansinh.payment.port.BankNotice;
import vn.ansinh.payment.port.BankNotice.Outcome;

/**
 * Reads {@code pain.002.001.10}: what the bank says of the orders of a file before they are booked.
 * Codes of the external code set ExternalPaymentTransactionStatus1Code. There is no official schema
 * at hand, so what is used is checked here.
 */
final class StatusReports {

    static final String NAME = "pain.002.001.10";

    private StatusReports() {}

    static List<BankNotice> read(byte[] content) {
        MxPain00200110 message = MxPain00200110.parse(new String(content, StandardCharsets.UTF_8));
        CustomerPaymentStatusReportV10 report =
                message == null ? null : message.getCstmrPmtStsRpt();
        Faults faults = new Faults();
        List<BankNotice> notices = new ArrayList<>();
        if (report == null
                || report.getGrpHdr() == null
                || blank(report.getGrpHdr().getMsgId())
                || report.getOrgnlGrpInfAndSts() == null
                || blank(report.getOrgnlGrpInfAndSts().getOrgnlMsgId())) {
            faults.add(0, NAME, "Thiếu mã thông báo (MsgId) hoặc mã tệp gốc (OrgnlMsgId).");
        } else {
            notices(report, notices, faults);
        }
        faults.refuse("Không đọc được thông báo trạng thái của ngân hàng.");
        return notices;
    }

    private static void notices(
            CustomerPaymentStatusReportV10 report, List<BankNotice> notices, Faults faults) {
        String statement = report.getGrpHdr().getMsgId();
        OriginalGroupHeader17 group = report.getOrgnlGrpInfAndSts();
        int row = 0;
        for (OriginalPaymentInstruction32 payment : report.getOrgnlPmtInfAndSts()) {
            for (PaymentTransaction105 one : payment.getTxInfAndSts()) {
                row++;
                Optional<Outcome> outcome = outcome(one.getTxSts());
                if (outcome.isEmpty()) {
                    faults.add(row, "TxSts", "Không rõ trạng thái của lệnh chi.");
                } else if (blank(one.getOrgnlEndToEndId())) {
                    faults.add(row, "OrgnlEndToEndId", "Thiếu mã lệnh chi.");
                } else {
                    notices.add(
                            new BankNotice(
                                    group.getOrgnlMsgId(),
                                    one.getOrgnlEndToEndId(),
                                    amount(row, one.getOrgnlTxRef(), faults),
                                    outcome.get(),
                                    reason(one.getStsRsnInf()),
                                    Objects.requireNonNullElse(one.getAcctSvcrRef(), ""),
                                    null,
                                    statement,
                                    Integer.toString(row)));
                }
            }
        }
        if (row == 0) {
            whole(report, notices, faults);
        }
    }

    /** No order is named: it is about the file. */
    private static void whole(
            CustomerPaymentStatusReportV10 report, List<BankNotice> notices, Faults faults) {
        OriginalGroupHeader17 group = report.getOrgnlGrpInfAndSts();
        String status = group.getGrpSts();
        List<StatusReasonInformation12> reasons = group.getStsRsnInf();
        if (blank(status) && report.getOrgnlPmtInfAndSts().size() == 1) {
            status = report.getOrgnlPmtInfAndSts().get(0).getPmtInfSts();
            reasons = report.getOrgnlPmtInfAndSts().get(0).getStsRsnInf();
        }
        Optional<Outcome> outcome = outcome(status);
        if (outcome.isEmpty()) {
            faults.add(0, "GrpSts", "Không rõ trạng thái của tệp.");
            return;
        }
        notices.add(
                new BankNotice(
                        group.getOrgnlMsgId(),
                        "",
                        0,
                        outcome.get(),
                        reason(reasons),
                        "",
                        null,
                        report.getGrpHdr().getMsgId(),
                        "0"));
    }

    private static Optional<Outcome> outcome(String status) {
        return switch (String.valueOf(status)) {
            case "RJCT", "CANC" -> Optional.of(Outcome.REJECTED);
            // Settled on the payer's or the payee's account.
            case "ACSC", "ACCC" -> Optional.of(Outcome.PAID);
            case "ACTC", "ACCP", "ACSP", "ACWC", "ACWP", "ACFC", "PDNG", "RCVD", "PART", "PATC" ->
                    Optional.of(Outcome.PENDING);
            default -> Optional.empty();
        };
    }

    private static String reason(List<StatusReasonInformation12> reasons) {
        for (StatusReasonInformation12 information : reasons) {
            StatusReason6Choice reason = information.getRsn();
            if (reason != null && !blank(reason.getCd())) {
                return reason.getCd();
            }
            if (reason != null && !blank(reason.getPrtry())) {
                return reason.getPrtry();
            }
        }
        return "";
    }

    private static long amount(int row, OriginalTransactionReference28 original, Faults faults) {
        AmountType4Choice choice = original == null ? null : original.getAmt();
        ActiveOrHistoricCurrencyAndAmount amount = choice == null ? null : choice.getInstdAmt();
        return amount == null
                ? 0
                : faults.dong(row, "InstdAmt", amount.getCcy(), amount.getValue());
    }

    private static boolean blank(String value) {
        return value == null || value.isBlank();
    }
}
