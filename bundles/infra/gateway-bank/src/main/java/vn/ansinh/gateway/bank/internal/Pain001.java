package vn.ansinh.gateway.bank.internal;

import com.prowidesoftware.swift.model.mx.MxPain00100109;
import com.prowidesoftware.swift.model.mx.MxWriteConfiguration;
import com.prowidesoftware.swift.model.mx.dic.AccountIdentification4Choice;
import com.prowidesoftware.swift.model.mx.dic.ActiveOrHistoricCurrencyAndAmount;
import com.prowidesoftware.swift.model.mx.dic.AmountType4Choice;
import com.prowidesoftware.swift.model.mx.dic.BranchAndFinancialInstitutionIdentification6;
import com.prowidesoftware.swift.model.mx.dic.CashAccount38;
import com.prowidesoftware.swift.model.mx.dic.ChargeBearerType1Code;
import com.prowidesoftware.swift.model.mx.dic.ClearingSystemMemberIdentification2;
import com.prowidesoftware.swift.model.mx.dic.CreditTransferTransaction34;
import com.prowidesoftware.swift.model.mx.dic.CustomerCreditTransferInitiationV09;
import com.prowidesoftware.swift.model.mx.dic.DateAndDateTime2Choice;
import com.prowidesoftware.swift.model.mx.dic.FinancialInstitutionIdentification18;
import com.prowidesoftware.swift.model.mx.dic.GenericAccountIdentification1;
import com.prowidesoftware.swift.model.mx.dic.GroupHeader85;
import com.prowidesoftware.swift.model.mx.dic.PartyIdentification135;
import com.prowidesoftware.swift.model.mx.dic.PaymentIdentification6;
import com.prowidesoftware.swift.model.mx.dic.PaymentInstruction30;
import com.prowidesoftware.swift.model.mx.dic.PaymentMethod3Code;
import com.prowidesoftware.swift.model.mx.dic.RemittanceInformation16;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import javax.xml.datatype.DatatypeConfigurationException;
import javax.xml.datatype.DatatypeFactory;
import javax.xml.datatype.XMLGregorianCalendar;
import vn.ansinh.payment.port.PaymentFile;
import vn.ansinh.payment.port.PaymentFile.Credit;

/**
 * Writes {@code pain.001.001.09}: one payment of many credits from one account. The payer bears the
 * fees, so that the payee gets the whole amount.
 */
final class Pain001 {

    static final String NAME = "pain.001.001.09";

    private static final DatatypeFactory DATES = dates();
    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);

    private Pain001() {}

    static byte[] write(PaymentFile file) {
        String count = Integer.toString(file.credits().size());
        BigDecimal sum = BigDecimal.valueOf(file.totalDong());
        GroupHeader85 header = new GroupHeader85();
        header.setMsgId(file.messageId());
        header.setCreDtTm(
                date(
                        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                                OffsetDateTime.ofInstant(file.createdAt(), VIETNAM)
                                        .truncatedTo(ChronoUnit.SECONDS))));
        header.setNbOfTxs(count);
        header.setCtrlSum(sum);
        header.setInitgPty(party(file.debtorName()));
        PaymentInstruction30 payment = new PaymentInstruction30();
        payment.setPmtInfId(file.messageId());
        payment.setPmtMtd(PaymentMethod3Code.TRF);
        payment.setBtchBookg(Boolean.FALSE);
        payment.setNbOfTxs(count);
        payment.setCtrlSum(sum);
        payment.setReqdExctnDt(
                new DateAndDateTime2Choice().setDt(date(file.executionOn().toString())));
        payment.setDbtr(party(file.debtorName()));
        payment.setDbtrAcct(account(file.debtorAccount()).setCcy("VND"));
        payment.setDbtrAgt(bank(file.debtorBank()));
        payment.setChrgBr(ChargeBearerType1Code.DEBT);
        for (Credit credit : file.credits()) {
            payment.addCdtTrfTxInf(credit(credit));
        }
        MxPain00100109 message = new MxPain00100109();
        message.setCstmrCdtTrfInitn(
                new CustomerCreditTransferInitiationV09().setGrpHdr(header).addPmtInf(payment));
        MxWriteConfiguration how = new MxWriteConfiguration();
        how.documentPrefix = null;
        how.includeXMLDeclaration = true;
        return message.message(how).getBytes(StandardCharsets.UTF_8);
    }

    private static CreditTransferTransaction34 credit(Credit credit) {
        ActiveOrHistoricCurrencyAndAmount amount = new ActiveOrHistoricCurrencyAndAmount();
        amount.setCcy("VND");
        amount.setValue(BigDecimal.valueOf(credit.amountDong()));
        CreditTransferTransaction34 transfer = new CreditTransferTransaction34();
        transfer.setPmtId(
                new PaymentIdentification6()
                        .setInstrId(credit.endToEndId())
                        .setEndToEndId(credit.endToEndId()));
        transfer.setAmt(new AmountType4Choice().setInstdAmt(amount));
        transfer.setCdtrAgt(bank(credit.bank()));
        transfer.setCdtr(party(credit.name()));
        transfer.setCdtrAcct(account(credit.account()));
        transfer.setRmtInf(new RemittanceInformation16().addUstrd(Latin.of(credit.text())));
        return transfer;
    }

    private static PartyIdentification135 party(String name) {
        return new PartyIdentification135().setNm(Latin.of(name));
    }

    /** Accounts of Vietnam are no IBANs. */
    private static CashAccount38 account(String number) {
        return new CashAccount38()
                .setId(
                        new AccountIdentification4Choice()
                                .setOthr(new GenericAccountIdentification1().setId(number)));
    }

    private static BranchAndFinancialInstitutionIdentification6 bank(String code) {
        FinancialInstitutionIdentification18 id = new FinancialInstitutionIdentification18();
        if (PaymentFileCheck.BIC.matcher(code).matches()) {
            id.setBICFI(code);
        } else if (PaymentFileCheck.MEMBER.matcher(code).matches()) {
            id.setClrSysMmbId(new ClearingSystemMemberIdentification2().setMmbId(code));
        } else {
            id.setNm(Latin.of(code));
        }
        return new BranchAndFinancialInstitutionIdentification6().setFinInstnId(id);
    }

    private static XMLGregorianCalendar date(String lexical) {
        return DATES.newXMLGregorianCalendar(lexical);
    }

    private static DatatypeFactory dates() {
        try {
            return DatatypeFactory.newInstance();
        } catch (DatatypeConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }
}
