package vn.ansinh.generator;

/**
 * Numbers laid out as the law wants them that belong to nobody: the first three digits of each
 * personal id are a code that no province has. Person, place and seed alone decide; two people of
 * one run never share a number.
 */
final class Ids {

    /** Below 097 (NĐ 137/2015/NĐ-CP) and given to no province. */
    private static final int[] NO_PROVINCE = {
        3, 5, 7, 9, 13, 16, 18, 21, 23, 28, 29, 32, 39, 41, 43, 47, 50, 53, 55, 57, 59, 61, 63, 65,
        69, 71, 73, 76, 78, 81, 85, 88, 90
    };

    /** As many localities fit in one run. */
    static final int MOST_PLACES = NO_PROVINCE.length;

    /** As many people fit in one run. */
    static final int MOST_PEOPLE = 4_000_000;

    private static final int MILLION = 1_000_000;

    /** Without a common divisor with a million: every serial gives another six digits. */
    private static final long STRIDE = 386_209;

    private final int firstCode;
    private final int codes;
    private final long offset;

    /**
     * @param position place of the locality among those of the run, from 0
     * @param places how many localities the run has; each gets its own codes
     */
    Ids(int position, int places, long seed) {
        int share = (MOST_PEOPLE + places - 1) / places;
        // Two serials for each person: the second for a look-alike beside.
        codes = Math.max(1, (2 * share + MILLION - 1) / MILLION);
        firstCode = position * codes % NO_PROVINCE.length;
        offset = Math.floorMod(seed * 7_919 + position, MILLION);
    }

    /** Twelve digits: code, century and sex, year of birth, six more. */
    String personalId(boolean female, int birthYear, int index, boolean second) {
        int serial = 2 * index + (second ? 1 : 0);
        int code = NO_PROVINCE[(firstCode + serial / MILLION) % NO_PROVINCE.length];
        int century = (birthYear - 1900) / 100 * 2;
        return Text.format(
                "%03d%d%02d%06d",
                code,
                century + (female ? 1 : 0),
                birthYear % 100,
                (offset + serial % MILLION * STRIDE) % MILLION);
    }

    /** The nine digits of the identity card of before; none was issued that begins with a 9. */
    String oldId(int index) {
        return Text.format(
                "9%02d%06d",
                firstCode * 3 + index / MILLION, (offset + index % MILLION * STRIDE) % MILLION);
    }

    /** A bank account of a bank that does not exist. */
    String account(int index) {
        return Text.format("9999%02d%08d", firstCode, (index * STRIDE + offset) % (100L * MILLION));
    }

    /** Which of a few made-up banks. */
    static String bank(int index) {
        return switch (index % 3) {
            case 0 -> "Ngân hàng Giả Lập Nông thôn";
            case 1 -> "Ngân hàng Giả Lập Công thương";
            default -> "Ngân hàng Giả Lập Bưu điện";
        };
    }
}
