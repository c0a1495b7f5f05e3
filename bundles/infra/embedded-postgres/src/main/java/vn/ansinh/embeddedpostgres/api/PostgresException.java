package vn.ansinh.embeddedpostgres.api;

/**
 * The server could not be started. The message is one sentence in Vietnamese and one in English,
 * both saying what to do; it can be shown to an operator as it is.
 */
public final class PostgresException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What kind of trouble it is; only {@link #FAILED} may pass by itself. */
    public enum Kind {
        /** No programs for this platform, or none that this user may run. */
        UNSUPPORTED,
        /** The data folder cannot be used as it is; nothing in it was changed. */
        DAMAGED,
        /** Anything else, for instance a port that is taken. */
        FAILED
    }

    private final Kind kind;

    /**
     * Makes the exception.
     *
     * @param kind what kind of trouble it is
     * @param vietnamese one sentence with the way out
     * @param english the same in English
     * @param cause what was caught, or null
     */
    public PostgresException(Kind kind, String vietnamese, String english, Throwable cause) {
        super(vietnamese + " / " + english, cause);
        this.kind = kind;
    }

    /** Returns what kind of trouble it is. */
    public Kind kind() {
        return kind;
    }
}
