package vn.ansinh.gateway.bank.internal;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import vn.ansinh.payment.port.PaymentFile;
import vn.ansinh.payment.port.PaymentFile.Credit;

/** What a payment file must keep before a bank sees it; every fault is listed by credit. */
final class PaymentFileCheck {

    static final Pattern BIC = Pattern.compile("[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?");
    static final Pattern MEMBER = Pattern.compile("[A-Z0-9]{1,35}");
    private static final Pattern ID = Pattern.compile("[A-Z0-9-]{1,35}");
    private static final Pattern ACCOUNT = Pattern.compile("[0-9A-Za-z.-]{1,34}");

    /** A thousand billion đồng; no credit of a locality comes near. */
    private static final long MOST_DONG = 1_000_000_000_000L;

    /** What the field of the message holds. */
    private static final int LONGEST = 140;

    private PaymentFileCheck() {}

    static void check(PaymentFile file, int creditsPerFile) {
        Faults faults = new Faults();
        id(faults, 0, "messageId", file.messageId());
        if (file.createdAt() == null) {
            faults.add(0, "createdAt", "Thiếu thời điểm lập tệp.");
        }
        if (file.executionOn() == null) {
            faults.add(0, "executionOn", "Thiếu ngày chi.");
        }
        text(faults, 0, "debtorName", file.debtorName());
        account(faults, 0, "debtorAccount", file.debtorAccount());
        text(faults, 0, "debtorBank", file.debtorBank());
        if (file.credits().isEmpty()) {
            faults.add(0, "credits", "Tệp không có lệnh chi nào.");
        }
        if (file.credits().size() > creditsPerFile) {
            faults.add(
                    0,
                    "credits",
                    "Tệp có "
                            + file.credits().size()
                            + " lệnh chi, nhiều hơn "
                            + creditsPerFile
                            + " lệnh một tệp; hãy chia thành nhiều tệp.");
        }
        Set<String> seen = new HashSet<>();
        int row = 0;
        for (Credit credit : file.credits()) {
            credit(faults, ++row, credit, seen);
        }
        faults.refuse("Không lập được tệp gửi ngân hàng.");
    }

    private static void credit(Faults faults, int row, Credit credit, Set<String> seen) {
        id(faults, row, "endToEndId", credit.endToEndId());
        if (!seen.add(credit.endToEndId())) {
            faults.add(row, "endToEndId", "Mã lệnh chi trùng với một lệnh khác trong tệp.");
        }
        if (credit.amountDong() <= 0 || credit.amountDong() > MOST_DONG) {
            faults.add(row, "amountDong", "Số tiền phải lớn hơn 0 và không quá một nghìn tỷ đồng.");
        }
        text(faults, row, "name", credit.name());
        text(faults, row, "text", credit.text());
        account(faults, row, "account", credit.account());
        text(faults, row, "bank", credit.bank());
    }

    private static void id(Faults faults, int row, String field, String value) {
        if (value == null || !ID.matcher(value).matches()) {
            faults.add(row, field, "Mã phải có 1 đến 35 ký tự A-Z, 0-9 hoặc gạch nối.");
        }
    }

    private static void text(Faults faults, int row, String field, String value) {
        String latin = value == null ? "" : Latin.of(value);
        if (latin.isEmpty()) {
            faults.add(row, field, "Thiếu tên, ngân hàng hoặc nội dung bằng chữ.");
        } else if (Latin.losesLetters(value)) {
            faults.add(row, field, "Có chữ không viết được bằng chữ Latinh; hãy sửa lại.");
        } else if (latin.length() > LONGEST) {
            faults.add(row, field, "Dài quá " + LONGEST + " ký tự; hãy rút gọn.");
        }
    }

    private static void account(Faults faults, int row, String field, String value) {
        if (value == null || !ACCOUNT.matcher(value).matches()) {
            faults.add(row, field, "Số tài khoản phải có 1 đến 34 chữ số hoặc chữ cái.");
        }
    }
}
