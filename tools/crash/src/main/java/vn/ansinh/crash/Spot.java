package vn.ansinh.crash;

/** Named moments of a month at which something is killed, in the order they come. */
enum Spot {
    /** At any moment after the start of a worker. */
    ANY_TIME("", Hold.NONE),
    /** Before a chunk of the list is claimed. */
    CHUNK_BEFORE_CLAIM("CHUNK_BEFORE_CLAIM", Hold.NONE),
    /** A chunk is claimed, nothing read. */
    CHUNK_CLAIMED("CHUNK_CLAIMED", Hold.NONE),
    /** Half of the bytes of a chunk's rows, copied or bound as arrays, are with PostgreSQL. */
    MID_COPY("CHUNK_CALCULATED", Hold.MID_COPY),
    /** A chunk is written, not committed. */
    CHUNK_WRITTEN("CHUNK_WRITTEN", Hold.NONE),
    /** A chunk is committed, the worker has not heard of it. */
    CHUNK_COMMITTED("CHUNK_WRITTEN", Hold.COMMIT),
    /** The run is computed in a transaction that is not committed. */
    COMPUTE_HALF("MOVED_COMPUTED", Hold.NONE),
    /** Approved and orders made, funds not reserved, nothing committed. */
    APPROVE_HALF("MOVED_APPROVED", Hold.NONE),
    /** The approval is committed, the worker has not heard of it. */
    APPROVE_COMMITTED("MOVED_APPROVED", Hold.COMMIT),
    /** Before waiting orders are claimed for a file. */
    BEFORE_CLAIM("BEFORE_CLAIM", Hold.NONE),
    /** Orders claimed, a file written, nothing committed. */
    AFTER_CLAIM("AFTER_CLAIM", Hold.NONE),
    /** The intents are committed, nothing called. */
    INTENT_WRITTEN("INTENT_WRITTEN", Hold.NONE),
    /** Marked as called, the call not begun. */
    BEFORE_CALL("BEFORE_CALL", Hold.NONE),
    /** The bank has booked and answers, the answer has not come. */
    SENT_NOT_ANSWERED("BEFORE_CALL", Hold.ANSWER),
    /** The answer has come, it is not recorded. */
    ANSWERED_NOT_RECORDED("SENT_NOT_RECORDED", Hold.NONE),
    /** The answer is committed, the worker has not heard of it. */
    ANSWER_COMMITTED("SENT_NOT_RECORDED", Hold.COMMIT),
    /** The run is closed (by the bank's reports) in a transaction that is not committed. */
    CLOSE_HALF("MOVED_CLOSED", Hold.NONE),
    /** Some entries of a statement are taken, others not. */
    STATEMENT_HALF_READ("STATEMENT_HALF_READ", Hold.NONE);

    /** What a line is made to hold once the worker is let go on from its point. */
    enum Hold {
        NONE,
        MID_COPY,
        COMMIT,
        ANSWER
    }

    /** The point of the worker that comes before. */
    final String point;

    /** What is held then. */
    final Hold hold;

    Spot(String point, Hold hold) {
        this.point = point;
        this.hold = hold;
    }

    /** Whether the bank is part of it, so that it can be killed as well. */
    boolean withBank() {
        return ordinal() >= BEFORE_CALL.ordinal() && this != CLOSE_HALF;
    }
}
