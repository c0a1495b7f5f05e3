package vn.ansinh.platform.api;

import java.util.List;
import java.util.Objects;

/** The one exception of the platform: a stable code and a Vietnamese sentence one can act on. */
public final class AnsinhException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final transient List<Fault> faults;
    private final int retryAfterSeconds;

    /** An error with its sentence. */
    public AnsinhException(ErrorCode code, String sentence) {
        this(code, sentence, List.of(), null);
    }

    /** An error with its sentence and what lay below. */
    public AnsinhException(ErrorCode code, String sentence, Throwable cause) {
        this(code, sentence, List.of(), cause);
    }

    /** Refused input with every fault. */
    public AnsinhException(ErrorCode code, String sentence, List<Fault> faults, Throwable cause) {
        this(code, sentence, faults, 0, cause);
    }

    private AnsinhException(
            ErrorCode code,
            String sentence,
            List<Fault> faults,
            int retryAfterSeconds,
            Throwable cause) {
        super(sentence, cause);
        this.code = Objects.requireNonNull(code, "code");
        this.faults = List.copyOf(faults);
        this.retryAfterSeconds = retryAfterSeconds;
    }

    /** Too many requests; the same may be tried again after so many seconds. */
    public static AnsinhException tooMany(String sentence, int retryAfterSeconds) {
        return new AnsinhException(
                ErrorCode.TOO_MANY_REQUESTS, sentence, List.of(), retryAfterSeconds, null);
    }

    /** The stable code. */
    public ErrorCode code() {
        return code;
    }

    /** Seconds to wait before the same is tried again; 0 where waiting does not help. */
    public int retryAfterSeconds() {
        return retryAfterSeconds;
    }

    /** Every fault of refused input. */
    public List<Fault> faults() {
        return faults == null ? List.of() : faults;
    }

    /**
     * One fault of the input.
     *
     * @param row row number as the person sees it (heading = 1), or 0
     * @param field field or column
     * @param sentence what is wrong and what to do, in Vietnamese
     */
    public record Fault(int row, String field, String sentence) {}
}
