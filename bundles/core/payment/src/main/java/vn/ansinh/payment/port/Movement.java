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
    STOPPED
}
