package vn.ansinh.reporting.internal;

/**
 * Amounts in words as Treasury papers want them: {@code Một triệu không trăm lẻ năm nghìn đồng}.
 */
final class AmountWords {

    private static final String[] DIGITS = {
        "không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"
    };
    private static final String[] GROUPS = {"", " nghìn", " triệu"};

    private AmountWords() {}

    /**
     * In words with a capital at the start.
     *
     * @param amountDong 0 or more
     */
    static String of(long amountDong) {
        if (amountDong < 0) {
            throw new IllegalArgumentException("an amount is not negative");
        }
        String words = amountDong == 0 ? DIGITS[0] : number(amountDong, false);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + " đồng";
    }

    /** A number from 1; {@code full} writes the hundreds even when there are none. */
    private static String number(long number, boolean full) {
        if (number >= 1_000_000_000) {
            String high = number(number / 1_000_000_000, full) + " tỷ";
            long rest = number % 1_000_000_000;
            return rest == 0 ? high : high + " " + number(rest, true);
        }
        StringBuilder text = new StringBuilder();
        boolean leading = !full;
        long divisor = 1_000_000;
        for (int group = 2; group >= 0; group--, divisor /= 1000) {
            int three = (int) (number / divisor % 1000);
            if (three > 0) {
                text.append(text.isEmpty() ? "" : " ")
                        .append(three(three, !leading))
                        .append(GROUPS[group]);
            }
            leading = leading && three == 0;
        }
        return text.toString();
    }

    private static String three(int number, boolean full) {
        int hundreds = number / 100;
        int tens = number / 10 % 10;
        int ones = number % 10;
        StringBuilder text = new StringBuilder();
        if (full || hundreds > 0) {
            text.append(DIGITS[hundreds]).append(" trăm");
        }
        if (tens == 0 && ones > 0) {
            text.append(text.isEmpty() ? "" : " lẻ ").append(DIGITS[ones]);
        } else if (tens > 0) {
            text.append(text.isEmpty() ? "" : " ")
                    .append(tens == 1 ? "mười" : DIGITS[tens] + " mươi");
            if (ones > 0) {
                text.append(' ').append(ones(tens, ones));
            }
        }
        return text.toString();
    }

    private static String ones(int tens, int ones) {
        if (ones == 1 && tens > 1) {
            return "mốt";
        }
        return ones == 5 ? "lăm" : DIGITS[ones];
    }
}
