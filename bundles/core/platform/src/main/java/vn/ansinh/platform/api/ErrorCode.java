package vn.ansinh.platform.api;

/** Stable error codes, never reused. The list for people is docs/reference/errors.md. */
public enum ErrorCode {
    /** The thing asked for does not exist, or not for this tenant. */
    NOT_FOUND("AS-0001", 404),
    /** The input has faults; each is listed. */
    INVALID_INPUT("AS-0002", 422),
    /** No or wrong credentials. */
    UNAUTHENTICATED("AS-0003", 401),
    /** The account lacks the right. */
    FORBIDDEN("AS-0004", 403),
    /** The state of the thing does not allow it. */
    CONFLICT("AS-0005", 409),
    /** Too many failed sign-ins, or too many at once; there is a time to wait. */
    TOO_MANY_REQUESTS("AS-0006", 429),
    /** The locality's law is not active in this container. */
    LAW_NOT_ACTIVE("AS-0101", 409),
    /** A bundle did not pass its check. */
    BUNDLE_REFUSED("AS-0102", 422),
    /** The locality is at rest: it can be read and nothing of it changes. */
    LOCALITY_SUSPENDED("AS-0103", 409),
    /**
     * This node does not have the law in force yet, others do; nothing was answered from an old.
     */
    LAW_NOT_HERE("AS-0104", 503),
    /**
     * The locality was handed over: it rests for its succession, which is not taken back once the
     * successor has paid.
     */
    HANDED_OVER("AS-0105", 409),
    /** The month does not reconcile, or the two sides of a succession. */
    NOT_RECONCILED("AS-0201", 409),
    /** A ceiling does not hold what is asked of it; the sentence says how much is missing. */
    FUNDS_SHORT("AS-0202", 409),
    /** Somebody changed the thing since the caller read it. */
    STALE("AS-0301", 412),
    /** The database cannot be reached. */
    STORE_UNAVAILABLE("AS-0901", 503),
    /** The database's disk is full: what was being written is undone, what was written stays. */
    STORE_FULL("AS-0902", 503),
    /** A fault of ours. */
    INTERNAL("AS-0999", 500);

    private final String code;
    private final int httpStatus;

    ErrorCode(String code, int httpStatus) {
        this.code = code;
        this.httpStatus = httpStatus;
    }

    /** The code as people see it. */
    public String code() {
        return code;
    }

    /** The HTTP status an edge answers with. */
    public int httpStatus() {
        return httpStatus;
    }
}
