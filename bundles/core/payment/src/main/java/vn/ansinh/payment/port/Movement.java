package vn.ansinh.payment.port;

/** How an amount stands to the month before (biến động). */
public enum Movement {
    /** No line for this unit, ground and component the month before. */
    NEW,
    /** The same amount. */
    SAME,
    /** More, by the coefficient. */
    INCREASED,
    /** Less, by the coefficient. */
    DECREASED,
    /** Other only because the rate changed. */
    RATE,
    /** A line the month before and none now; only in totals. */
    STOPPED,
    /** From a due item: owed for a past month. */
    ARREARS,
    /** From a due item: overpaid; the amount counts as minus. */
    RECOVERY,
    /** From a due item: paid once. */
    ONE_OFF;

    /**
     * Whether a line of it belongs to the list of the month: the equation with the month before.
     */
    public boolean ofList() {
        return this != ARREARS && this != RECOVERY && this != ONE_OFF;
    }

    /** An amount of it as it counts in what is to be drawn. */
    public long signed(long amountDong) {
        return this == RECOVERY ? -amountDong : amountDong;
    }
}
