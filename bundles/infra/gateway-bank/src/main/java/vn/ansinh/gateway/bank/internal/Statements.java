package vn.ansinh.gateway.bank.internal;

import com.prowidesoftware.swift.model.mx.MxCamt05300108;
import com.prowidesoftware.swift.model.mx.MxCamt05400108;
import com.prowidesoftware.swift.model.mx.dic.AccountNotification17;
import com.prowidesoftware.swift.model.mx.dic.AccountStatement9;
import com.prowidesoftware.swift.model.mx.dic.CashBalance8;
import com.prowidesoftware.swift.model.mx.dic.CreditDebitCode;
import com.prowidesoftware.swift.model.mx.dic.ReportEntry10;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.ansinh.payment.port.BankNotice;

/**
 * Reads {@code camt.053.001.08} (statement) and {@code camt.054.001.08} (notification). A statement
 * whose balances do not fit its entries is refused: something is missing.
 */
final class Statements {

    static final String STATEMENT = "camt.053.001.08";
    static final String NOTIFICATION = "camt.054.001.08";
    private static final String REFUSED = "Không đọc được sao kê của ngân hàng.";

    private Statements() {}

    static List<BankNotice> statement(byte[] content) {
        Faults faults = new Faults();
        SafeXml.validate(STATEMENT, content, faults);
        faults.refuse(REFUSED);
        List<BankNotice> notices = new ArrayList<>();
        MxCamt05300108 message = MxCamt05300108.parse(new String(content, StandardCharsets.UTF_8));
        for (AccountStatement9 statement : message.getBkToCstmrStmt().getStmt()) {
            new Entries(statement.getId(), faults, notices).read(statement.getNtry());
            balance(statement, faults);
        }
        faults.refuse(REFUSED);
        return notices;
    }

    static List<BankNotice> notification(byte[] content) {
        Faults faults = new Faults();
        SafeXml.validate(NOTIFICATION, content, faults);
        faults.refuse("Không đọc được thông báo ghi nợ, ghi có của ngân hàng.");
        List<BankNotice> notices = new ArrayList<>();
        MxCamt05400108 message = MxCamt05400108.parse(new String(content, StandardCharsets.UTF_8));
        for (AccountNotification17 one : message.getBkToCstmrDbtCdtNtfctn().getNtfctn()) {
            new Entries(one.getId(), faults, notices).read(one.getNtry());
        }
        faults.refuse("Không đọc được thông báo ghi nợ, ghi có của ngân hàng.");
        return notices;
    }

    private static void balance(AccountStatement9 statement, Faults faults) {
        Optional<Long> opening = balance(statement, "OPBD", faults);
        Optional<Long> closing = balance(statement, "CLBD", faults);
        if (opening.isEmpty() || closing.isEmpty() || !faults.none()) {
            return;
        }
        long sum = opening.get();
        for (ReportEntry10 entry : statement.getNtry()) {
            if ("BOOK".equals(entry.getSts().getCd())) {
                sum += signed(entry.getCdtDbtInd(), Entries.amount(0, entry, faults));
            }
        }
        if (sum != closing.get()) {
            faults.add(
                    0,
                    "Bal",
                    "Số dư đầu kỳ cộng các bút toán không bằng số dư cuối kỳ; sao kê thiếu bút toán.");
        }
    }

    private static Optional<Long> balance(AccountStatement9 statement, String code, Faults faults) {
        List<CashBalance8> found =
                statement.getBal().stream()
                        .filter(b -> code.equals(b.getTp().getCdOrPrtry().getCd()))
                        .toList();
        if (found.size() != 1) {
            return Optional.empty();
        }
        CashBalance8 one = found.get(0);
        long amount = faults.dong(0, "Bal", one.getAmt().getCcy(), one.getAmt().getValue());
        return Optional.of(signed(one.getCdtDbtInd(), amount));
    }

    private static long signed(CreditDebitCode side, long amount) {
        return side == CreditDebitCode.CRDT ? amount : -amount;
    }
}
