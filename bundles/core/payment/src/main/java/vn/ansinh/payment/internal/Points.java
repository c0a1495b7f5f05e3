package vn.ansinh.payment.internal;

/**
 * Named moments of paying at which a test can end the process. The product's do nothing.
 *
 * @see #NONE
 */
@FunctionalInterface
public interface Points {
    /** Nothing happens. */
    Points NONE = point -> {};

    /** A moment has come. */
    void at(Point point);

    /** The moments. */
    enum Point {
        /** Before waiting orders are claimed for a file. */
        BEFORE_CLAIM,
        /** Orders claimed, the file written, nothing committed. */
        AFTER_CLAIM,
        /** The intent is committed, nothing called. */
        INTENT_WRITTEN,
        /** Marked as called, the call not begun. */
        BEFORE_CALL,
        /** The bank has answered, the answer is not committed. */
        SENT_NOT_RECORDED,
        /** Some entries of a statement are taken, others not. */
        STATEMENT_HALF_READ
    }
}
