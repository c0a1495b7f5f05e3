package vn.ansinh.entitlement.internal;

import java.util.Objects;
import java.util.regex.Pattern;
import vn.ansinh.beneficiary.api.Names;

/**
 * Who receives and how (người nhận).
 *
 * @param channel {@code ACCOUNT} or {@code CASH}
 * @param name the person's own name unless another is given
 * @param relation {@code SELF} unless another is given
 * @param bank bank, empty for cash
 * @param account account, empty for cash
 */
record Payee(String channel, String name, String relation, String bank, String account) {

    private static final Pattern ACCOUNT = Pattern.compile("[0-9A-Za-z]{4,30}");

    static Payee of(Fields fields, String beneficiary) {
        String channel =
                fields.required(Columns.CHANNEL, text -> Values.code(text, Values.CHANNEL));
        String name = fields.optional(Columns.PAYEE_NAME, Names::tidy);
        String relation =
                fields.optional(Columns.PAYEE_RELATION, text -> Values.code(text, Values.RELATION));
        boolean toAccount = "ACCOUNT".equals(channel);
        String bank = toAccount ? fields.required(Columns.BANK, Names::tidy) : "";
        String account = toAccount ? fields.required(Columns.ACCOUNT, Payee::account) : "";
        if (name != null
                && relation == null
                && beneficiary != null
                && !Names.same(name, beneficiary)) {
            fields.fault(
                    Columns.PAYEE_RELATION,
                    "Người nhận không phải người hưởng thì phải ghi quan hệ: GUARDIAN, CARER hoặc"
                            + " HOUSEHOLD.");
        }
        return new Payee(
                channel,
                Objects.requireNonNullElse(name, Objects.requireNonNullElse(beneficiary, "")),
                Objects.requireNonNullElse(relation, "SELF"),
                bank,
                account);
    }

    private static String account(String text) {
        String number = text.replace(" ", "");
        if (!ACCOUNT.matcher(number).matches()) {
            throw new IllegalArgumentException(
                    "Số tài khoản chỉ gồm chữ số hoặc chữ cái không dấu, từ 4 đến 30 ký tự.");
        }
        return number;
    }
}
