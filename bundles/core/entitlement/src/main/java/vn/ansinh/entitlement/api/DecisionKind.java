package vn.ansinh.entitlement.api;

/** What a decision (quyết định) does to the people of its annex. */
public enum DecisionKind {
    /** Grants a component from a month (trợ cấp, hỗ trợ). */
    GRANT("Hưởng"),
    /** Changes ground, coefficient or component from a month (điều chỉnh). */
    ADJUST("Điều chỉnh"),
    /** Pays nothing from a month until resumed (tạm dừng). */
    SUSPEND("Tạm dừng"),
    /** Takes a suspension back from a month (tiếp tục chi trả). */
    RESUME("Tiếp tục hưởng"),
    /** Ends from a month (thôi hưởng). */
    STOP("Thôi hưởng"),
    /** Claims overpaid money back, at once or by instalments (thu hồi tiền). */
    RECOVER("Thu hồi tiền"),
    /** Corrects what a decision says (đính chính). */
    CORRECT_TEXT("Đính chính"),
    /** Takes a decision back as if it had never been signed (thu hồi, hủy bỏ quyết định). */
    REVOKE("Thu hồi, hủy bỏ quyết định"),
    /** Ends the effect of a decision from a day (bãi bỏ quyết định). */
    REPEAL("Bãi bỏ quyết định"),
    /** Grants a sum paid once: funeral support, emergency and other decided sums. */
    ONE_OFF("Hỗ trợ một lần"),
    /**
     * Moves everybody who receives to the level of a new instrument, back to its first month (NĐ
     * 335/2026 Điều 32.4); has no annex.
     */
    LEVEL("Chuyển mức theo văn bản mới"),
    /** Gives up claimed money (xóa khoản phải thu hồi). */
    WRITE_OFF("Xóa khoản phải thu hồi");

    private final String title;

    DecisionKind(String title) {
        this.title = title;
    }

    /** Vietnamese title. */
    public String title() {
        return title;
    }

    /** Whether it changes what somebody gets from month to month. */
    public boolean changesEntitlement() {
        return switch (this) {
            case RECOVER, ONE_OFF, LEVEL, WRITE_OFF -> false;
            default -> true;
        };
    }

    /** Whether it says something about an earlier decision. */
    public boolean aboutDecision() {
        return this == CORRECT_TEXT || this == REVOKE || this == REPEAL;
    }
}
