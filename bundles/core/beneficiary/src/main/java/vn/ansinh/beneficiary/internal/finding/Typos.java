package vn.ansinh.beneficiary.internal.finding;

/** One slip of the hand. */
final class Typos {

    private static final int SHORTEST_NAME = 7;
    private static final int TEN = 10;

    private Typos() {}

    /** Numbers of 12 digits that differ in one digit, or in two neighbours that changed places. */
    static boolean nearNumbers(long one, long other) {
        int different = 0;
        int at = -1;
        long a = one;
        long b = other;
        long placesA = 0;
        long placesB = 0;
        for (int place = 0; a > 0 || b > 0; place++) {
            if (a % TEN != b % TEN) {
                different++;
                if (different == 2 && place != at + 1 || different > 2) {
                    return false;
                }
                at = place;
                placesA = placesA * TEN + a % TEN;
                placesB = placesB * TEN + b % TEN;
            }
            a /= TEN;
            b /= TEN;
        }
        return different == 1 || different == 2 && placesA == placesB % TEN * TEN + placesB / TEN;
    }

    /** Two years with two neighbouring digits changed, as 1954 and 1945. */
    static boolean swappedDigits(int one, int other) {
        return one != other && Math.abs(one - other) % 9 == 0 && nearNumbers(one, other);
    }

    /** Texts that differ by one letter added, left out, changed, or two neighbours swapped. */
    static boolean oneTypo(String one, String other) {
        if (Math.max(one.length(), other.length()) < SHORTEST_NAME) {
            return false;
        }
        String longer = one.length() >= other.length() ? one : other;
        String shorter = one.length() >= other.length() ? other : one;
        if (longer.length() - shorter.length() > 1) {
            return false;
        }
        int start = 0;
        while (start < shorter.length() && longer.charAt(start) == shorter.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < shorter.length() - start
                && longer.charAt(longer.length() - 1 - end)
                        == shorter.charAt(shorter.length() - 1 - end)) {
            end++;
        }
        int leftLong = longer.length() - start - end;
        int leftShort = shorter.length() - start - end;
        return leftLong <= 1
                || leftLong == 2
                        && leftShort == 2
                        && longer.charAt(start) == shorter.charAt(start + 1)
                        && longer.charAt(start + 1) == shorter.charAt(start);
    }
}
