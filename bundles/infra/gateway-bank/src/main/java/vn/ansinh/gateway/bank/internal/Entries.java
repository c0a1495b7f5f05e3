package vn.ansinh.gateway.bank.internal;

import com.prowidesoftware.swift.model.mx.dic.ActiveOrHistoricCurrencyAndAmount;
import com.prowidesoftware.swift.model.mx.dic.CreditDebitCode;
import com.prowidesoftware.swift.model.mx.dic.DateAndDateTime2Choice;
import com.prowidesoftware.swift.model.mx.dic.EntryTransaction10;
import com.prowidesoftware.swift.model.mx.dic.PaymentReturnReason5;
import com.prowidesoftware.swift.model.mx.dic.ReportEntry10;
import com.prowidesoftware.swift.model.mx.dic.TransactionReferences6;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import javax.xml.datatype.XMLGregorianCalendar;
import vn.ansinh.payment.port.BankNotice;
import vn.ansinh.payment.port.BankNotice.Outcome;

/**
 * Entries of a statement or notification. Money that left is a payment, money that came with the id
 * of an order is that order coming back. Entries without an end-to-end id are none of our orders.
 */
final class Entries {

    private final String statementId;
    private final Faults faults;
    private final List<BankNotice> notices;

    Entries(String statementId, Faults faults, List<BankNotice> notices) {
        this.statementId = statementId;
        this.faults = faults;
        this.notices = notices;
    }

    void read(List<ReportEntry10> entries) {
        int row = 0;
        for (ReportEntry10 entry : entries) {
            entry(++row, entry);
        }
    }

    static long amount(int row, ReportEntry10 entry, Faults faults) {
        return faults.dong(row, "Amt", entry.getAmt().getCcy(), entry.getAmt().getValue());
    }

    private void entry(int row, ReportEntry10 entry) {
        List<EntryTransaction10> parts =
                entry.getNtryDtls().stream().flatMap(d -> d.getTxDtls().stream()).toList();
        long amount = amount(row, entry, faults);
        long sum = 0;
        boolean all = !parts.isEmpty();
        for (int i = 0; i < parts.size(); i++) {
            EntryTransaction10 part = parts.get(i);
            long partAmount = amount;
            if (part.getAmt() != null) {
                ActiveOrHistoricCurrencyAndAmount own = part.getAmt();
                partAmount = faults.dong(row, "TxDtls/Amt", own.getCcy(), own.getValue());
                sum += partAmount;
            } else {
                all = false;
                if (parts.size() > 1) {
                    faults.add(
                            row,
                            "TxDtls/Amt",
                            "Bút toán gộp nhiều lệnh mà không ghi số tiền từng lệnh.");
                }
            }
            part(row, i + 1, entry, part, partAmount);
        }
        if (all && sum != amount) {
            faults.add(row, "Amt", "Số tiền bút toán không bằng tổng các lệnh trong đó.");
        }
    }

    private void part(
            int row, int place, ReportEntry10 entry, EntryTransaction10 part, long amount) {
        TransactionReferences6 refs = part.getRefs();
        String endToEndId = refs == null ? null : refs.getEndToEndId();
        if (endToEndId == null || endToEndId.isBlank() || endToEndId.equals("NOTPROVIDED")) {
            return;
        }
        CreditDebitCode side =
                Objects.requireNonNullElse(part.getCdtDbtInd(), entry.getCdtDbtInd());
        boolean booked = "BOOK".equals(entry.getSts().getCd());
        boolean pending = "PDNG".equals(entry.getSts().getCd());
        Outcome outcome;
        if (booked) {
            outcome = side == CreditDebitCode.DBIT ? Outcome.PAID : Outcome.REVERSED;
        } else if (pending && side == CreditDebitCode.DBIT) {
            outcome = Outcome.PENDING;
        } else {
            // For information only, or a return that has not arrived yet.
            return;
        }
        LocalDate day = day(entry.getBookgDt());
        if (booked && day == null) {
            faults.add(row, "BookgDt", "Bút toán đã ghi sổ mà không có ngày ghi sổ.");
        }
        String reference =
                refs.getAcctSvcrRef() != null ? refs.getAcctSvcrRef() : entry.getAcctSvcrRef();
        String entryId = entry.getNtryRef() != null ? entry.getNtryRef() : Integer.toString(row);
        notices.add(
                new BankNotice(
                        Objects.requireNonNullElse(refs.getMsgId(), ""),
                        endToEndId,
                        amount,
                        outcome,
                        reason(part.getRtrInf()),
                        Objects.requireNonNullElse(reference, ""),
                        booked ? day : null,
                        statementId,
                        entryId + "/" + place));
    }

    private static String reason(PaymentReturnReason5 information) {
        if (information == null || information.getRsn() == null) {
            return "";
        }
        String code = information.getRsn().getCd();
        return Objects.requireNonNullElse(
                code, Objects.requireNonNullElse(information.getRsn().getPrtry(), ""));
    }

    private static LocalDate day(DateAndDateTime2Choice choice) {
        if (choice == null) {
            return null;
        }
        XMLGregorianCalendar value = choice.getDt() != null ? choice.getDt() : choice.getDtTm();
        return LocalDate.of(value.getYear(), value.getMonth(), value.getDay());
    }
}
