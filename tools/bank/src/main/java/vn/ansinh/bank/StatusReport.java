package vn.ansinh.bank;

import com.prowidesoftware.swift.model.mx.MxPain00200110;
import com.prowidesoftware.swift.model.mx.dic.ActiveOrHistoricCurrencyAndAmount;
import com.prowidesoftware.swift.model.mx.dic.AmountType4Choice;
import com.prowidesoftware.swift.model.mx.dic.CustomerPaymentStatusReportV10;
import com.prowidesoftware.swift.model.mx.dic.GroupHeader86;
import com.prowidesoftware.swift.model.mx.dic.OriginalGroupHeader17;
import com.prowidesoftware.swift.model.mx.dic.OriginalPaymentInstruction32;
import com.prowidesoftware.swift.model.mx.dic.OriginalTransactionReference28;
import com.prowidesoftware.swift.model.mx.dic.PaymentTransaction105;
import com.prowidesoftware.swift.model.mx.dic.StatusReason6Choice;
import com.prowidesoftware.swift.model.mx.dic.StatusReasonInformation12;
import java.math.BigDecimal;
import vn.ansinh.bank.Records.Credit;
import vn.ansinh.bank.Records.TakenFile;

/** Writes {@code pain.002.001.10} on a file. */
final class StatusReport {

    private StatusReport() {}

    static String write(String id, TakenFile file, Ledger ledger) {
        OriginalGroupHeader17 group =
                new OriginalGroupHeader17()
                        .setOrgnlMsgId(file.messageId())
                        .setOrgnlMsgNmId("pain.001.001.09")
                        .setGrpSts(status(file));
        if (!file.refused().isEmpty()) {
            group.addStsRsnInf(reason(file.refused()));
        }
        CustomerPaymentStatusReportV10 report =
                new CustomerPaymentStatusReportV10()
                        .setGrpHdr(
                                new GroupHeader86()
                                        .setMsgId(id)
                                        .setCreDtTm(Dates.instant(file.at())))
                        .setOrgnlGrpInfAndSts(group);
        if (file.refused().isEmpty()) {
            OriginalPaymentInstruction32 payment =
                    new OriginalPaymentInstruction32().setOrgnlPmtInfId(file.messageId());
            for (Credit credit : file.credits()) {
                payment.addTxInfAndSts(transaction(credit, ledger));
            }
            report.addOrgnlPmtInfAndSts(payment);
        }
        MxPain00200110 message = new MxPain00200110();
        message.setCstmrPmtStsRpt(report);
        return message.message();
    }

    private static String status(TakenFile file) {
        if (!file.refused().isEmpty()) {
            return "RJCT";
        }
        return file.credits().stream().allMatch(c -> c.rejected().isEmpty()) ? "ACCP" : "PART";
    }

    private static PaymentTransaction105 transaction(Credit credit, Ledger ledger) {
        ActiveOrHistoricCurrencyAndAmount amount = new ActiveOrHistoricCurrencyAndAmount();
        amount.setCcy("VND");
        amount.setValue(BigDecimal.valueOf(credit.amountDong()));
        PaymentTransaction105 one =
                new PaymentTransaction105()
                        .setOrgnlInstrId(credit.endToEndId())
                        .setOrgnlEndToEndId(credit.endToEndId())
                        .setOrgnlTxRef(
                                new OriginalTransactionReference28()
                                        .setAmt(new AmountType4Choice().setInstdAmt(amount)));
        if (!credit.rejected().isEmpty()) {
            return one.setTxSts("RJCT").addStsRsnInf(reason(credit.rejected()));
        }
        return one.setTxSts(ledger.stated(credit.entry()) ? "ACSC" : "ACSP")
                .setAcctSvcrRef("FT" + credit.entry());
    }

    private static StatusReasonInformation12 reason(String code) {
        return new StatusReasonInformation12().setRsn(new StatusReason6Choice().setCd(code));
    }
}
