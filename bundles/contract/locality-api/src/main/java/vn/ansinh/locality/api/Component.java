package vn.ansinh.locality.api;

import java.util.List;

/**
 * Benefits that may stand beside each other. Grounds of the same component exclude each other: the
 * highest amount is paid (NĐ 20/2021 Điều 6.2; NĐ 176/2025 Điều 3). A later version of the contract
 * may add components: a {@code switch} over this has a default branch.
 */
public enum Component {
    /** Monthly social allowance or social pension (trợ cấp hằng tháng): one, the highest. */
    MONTHLY,
    /**
     * The single parent's amount per child (NĐ 20/2021 Điều 6.2): beside the own allowance when
     * that is of a ground the row {@code beside.SINGLE_PARENT} names, else the higher of the two.
     */
    SINGLE_PARENT,
    /** Care support to the carer or household (hỗ trợ chăm sóc, NĐ 20/2021 Điều 20). */
    CARE,
    /** Funeral support (hỗ trợ chi phí mai táng): paid once to who buries; no ground is of it. */
    FUNERAL,
    /** Any other sum paid once by decision (hỗ trợ một lần); no ground is of it. */
    ONE_OFF;

    private static final List<Component> MONTHLY_ONES = List.of(MONTHLY, SINGLE_PARENT, CARE);

    /** Those that are paid month by month, which grounds are of; the first by ordinal. */
    public static List<Component> everyMonth() {
        return MONTHLY_ONES;
    }
}
