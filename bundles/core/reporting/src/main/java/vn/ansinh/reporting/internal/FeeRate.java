package vn.ansinh.reporting.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a channel charges: so many đồng for an order ({@code 2200}) or a share of the amount ({@code
 * 0.5%}), rounded half up to the đồng on the sum. The resolutions name a fee but their amounts
 * could not be read (rows {@code paymentFee}), so the place sets it.
 *
 * @param dongPerOrder đồng for an order
 * @param percent share of the amount in percent
 */
record FeeRate(long dongPerOrder, BigDecimal percent) {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,7})|(\\d{1,2}(\\.\\d{1,4})?)\\s*%");

    static FeeRate parse(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("a fee is đồng per order or a percentage: " + text);
        }
        return matcher.group(1) != null
                ? new FeeRate(Long.parseLong(matcher.group(1)), BigDecimal.ZERO)
                : new FeeRate(0, new BigDecimal(matcher.group(2)));
    }

    long of(long orders, long amountDong) {
        long share =
                percent.multiply(BigDecimal.valueOf(amountDong))
                        .movePointLeft(2)
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValueExact();
        return Math.addExact(Math.multiplyExact(dongPerOrder, orders), share);
    }

    boolean isNone() {
        return dongPerOrder == 0 && percent.signum() == 0;
    }

    String text() {
        return percent.signum() == 0
                ? dongPerOrder + " đồng/lệnh"
                : percent.toPlainString().replace('.', ',') + "% số tiền";
    }
}
