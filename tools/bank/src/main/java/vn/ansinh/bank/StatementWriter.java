package vn.ansinh.bank;

import com.prowidesoftware.swift.model.field.Field20;
import com.prowidesoftware.swift.model.field.Field25;
import com.prowidesoftware.swift.model.field.Field28C;
import com.prowidesoftware.swift.model.field.Field60F;
import com.prowidesoftware.swift.model.field.Field61;
import com.prowidesoftware.swift.model.field.Field62F;
import com.prowidesoftware.swift.model.field.Field86;
import com.prowidesoftware.swift.model.mt.mt9xx.MT940;
import com.prowidesoftware.swift.model.mx.MxCamt05300108;
import com.prowidesoftware.swift.model.mx.MxCamt05400108;
import com.prowidesoftware.swift.model.mx.dic.AccountIdentification4Choice;
import com.prowidesoftware.swift.model.mx.dic.AccountNotification17;
import com.prowidesoftware.swift.model.mx.dic.AccountStatement9;
import com.prowidesoftware.swift.model.mx.dic.ActiveOrHistoricCurrencyAndAmount;
import com.prowidesoftware.swift.model.mx.dic.BalanceType10Choice;
import com.prowidesoftware.swift.model.mx.dic.BalanceType13;
import com.prowidesoftware.swift.model.mx.dic.BankToCustomerDebitCreditNotificationV08;
import com.prowidesoftware.swift.model.mx.dic.BankToCustomerStatementV08;
import com.prowidesoftware.swift.model.mx.dic.BankTransactionCodeStructure4;
import com.prowidesoftware.swift.model.mx.dic.CashAccount39;
import com.prowidesoftware.swift.model.mx.dic.CashBalance8;
import com.prowidesoftware.swift.model.mx.dic.CreditDebitCode;
import com.prowidesoftware.swift.model.mx.dic.EntryDetails9;
import com.prowidesoftware.swift.model.mx.dic.EntryStatus1Choice;
import com.prowidesoftware.swift.model.mx.dic.EntryTransaction10;
import com.prowidesoftware.swift.model.mx.dic.GenericAccountIdentification1;
import com.prowidesoftware.swift.model.mx.dic.GroupHeader81;
import com.prowidesoftware.swift.model.mx.dic.PaymentReturnReason5;
import com.prowidesoftware.swift.model.mx.dic.ProprietaryBankTransactionCodeStructure1;
import com.prowidesoftware.swift.model.mx.dic.ReportEntry10;
import com.prowidesoftware.swift.model.mx.dic.ReturnReason5Choice;
import com.prowidesoftware.swift.model.mx.dic.TransactionReferences6;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import vn.ansinh.bank.Records.Booking;
import vn.ansinh.bank.Records.Issued;

/** Writes statements as camt.053, camt.054 and MT940. */
final class StatementWriter {

    private final Issued issued;
    private final String account;
    private final List<Booking> bookings;

    StatementWriter(Issued issued, String account, List<Booking> bookings) {
        this.issued = issued;
        this.account = account;
        this.bookings = bookings;
    }

    String write() {
        return switch (issued.kind()) {
            case "camt.053" -> statement();
            case "camt.054" -> notification();
            case "mt940" -> mt940();
            default -> throw new IllegalStateException(issued.kind());
        };
    }

    private long closing() {
        return issued.openingDong() + bookings.stream().mapToLong(Booking::signedDong).sum();
    }

    // ---- ISO 20022 -----------------------------------------------------------------------------

    private String statement() {
        AccountStatement9 statement =
                new AccountStatement9()
                        .setId(issued.id())
                        .setCreDtTm(Dates.instant(issued.at()))
                        .setAcct(account())
                        .addBal(balance("OPBD", issued.openingDong()))
                        .addBal(balance("CLBD", closing()));
        bookings.forEach(b -> statement.addNtry(entry(b)));
        MxCamt05300108 message = new MxCamt05300108();
        message.setBkToCstmrStmt(
                new BankToCustomerStatementV08().setGrpHdr(header()).addStmt(statement));
        return message.message();
    }

    private String notification() {
        AccountNotification17 notification =
                new AccountNotification17()
                        .setId(issued.id())
                        .setCreDtTm(Dates.instant(issued.at()))
                        .setAcct(account());
        bookings.forEach(b -> notification.addNtry(entry(b)));
        MxCamt05400108 message = new MxCamt05400108();
        message.setBkToCstmrDbtCdtNtfctn(
                new BankToCustomerDebitCreditNotificationV08()
                        .setGrpHdr(header())
                        .addNtfctn(notification));
        return message.message();
    }

    private GroupHeader81 header() {
        return new GroupHeader81().setMsgId(issued.id()).setCreDtTm(Dates.instant(issued.at()));
    }

    private CashAccount39 account() {
        return new CashAccount39()
                .setId(
                        new AccountIdentification4Choice()
                                .setOthr(new GenericAccountIdentification1().setId(account)))
                .setCcy("VND");
    }

    private CashBalance8 balance(String code, long amount) {
        return new CashBalance8()
                .setTp(new BalanceType13().setCdOrPrtry(new BalanceType10Choice().setCd(code)))
                .setAmt(dong(Math.abs(amount)))
                .setCdtDbtInd(amount < 0 ? CreditDebitCode.DBIT : CreditDebitCode.CRDT)
                .setDt(Dates.day(issued.day()));
    }

    private static ReportEntry10 entry(Booking booking) {
        boolean back = booking.returns() > 0;
        EntryTransaction10 part =
                new EntryTransaction10()
                        .setRefs(
                                new TransactionReferences6()
                                        .setMsgId(booking.messageId())
                                        .setAcctSvcrRef("FT" + booking.entry())
                                        .setEndToEndId(booking.endToEndId()))
                        .setAmt(dong(booking.amountDong()));
        if (back) {
            part.setRtrInf(
                    new PaymentReturnReason5()
                            .setRsn(new ReturnReason5Choice().setCd(booking.reason())));
        }
        return new ReportEntry10()
                .setNtryRef(Long.toString(booking.entry()))
                .setAmt(dong(booking.amountDong()))
                .setCdtDbtInd(back ? CreditDebitCode.CRDT : CreditDebitCode.DBIT)
                .setSts(new EntryStatus1Choice().setCd("BOOK"))
                .setBookgDt(Dates.day(booking.day()))
                .setAcctSvcrRef("FT" + booking.entry())
                .setBkTxCd(
                        new BankTransactionCodeStructure4()
                                .setPrtry(
                                        new ProprietaryBankTransactionCodeStructure1()
                                                .setCd(back ? "RTN" : "TRF")))
                .addNtryDtls(new EntryDetails9().addTxDtls(part));
    }

    private static ActiveOrHistoricCurrencyAndAmount dong(long amount) {
        ActiveOrHistoricCurrencyAndAmount dong = new ActiveOrHistoricCurrencyAndAmount();
        dong.setCcy("VND");
        dong.setValue(BigDecimal.valueOf(amount));
        return dong;
    }

    // ---- MT940 ---------------------------------------------------------------------------------

    private String mt940() {
        MT940 message = new MT940("BANKVNVXXXX", "ANSHVNVXXXX");
        message.append(
                new Field20(issued.id()),
                new Field25(account),
                new Field28C()
                        .setStatementNumber(Integer.toString(issued.seq() % 100_000))
                        .setSequenceNumber("1"),
                new Field60F()
                        .setDCMark(mark(issued.openingDong()))
                        .setDate(yymmdd(issued.day()))
                        .setCurrency("VND")
                        .setAmount(amount(issued.openingDong())));
        for (Booking booking : bookings) {
            boolean back = booking.returns() > 0;
            message.append(
                    new Field61()
                            .setValueDate(yymmdd(booking.day()))
                            .setEntryDate(yymmdd(booking.day()).substring(2))
                            .setDCMark(back ? "RD" : "D")
                            .setAmount(amount(booking.amountDong()))
                            .setTransactionType("N")
                            .setIdentificationCode(back ? "RTI" : "TRF")
                            .setReferenceForTheAccountOwner("NONREF")
                            .setReferenceOfTheAccountServicingInstitution("FT" + booking.entry()),
                    new Field86("/EREF/" + booking.endToEndId()));
        }
        message.append(
                new Field62F()
                        .setDCMark(mark(closing()))
                        .setDate(yymmdd(issued.day()))
                        .setCurrency("VND")
                        .setAmount(amount(closing())));
        return message.message();
    }

    private static String mark(long amount) {
        return amount < 0 ? "D" : "C";
    }

    private static String amount(long amount) {
        return String.format(Locale.ROOT, "%d,", Math.abs(amount));
    }

    private static String yymmdd(String day) {
        return day.substring(2).replace("-", "");
    }
}
