package vn.ansinh.locality.api;

/** How sure we are of a row of law (độ tin cậy). */
public enum Confidence {
    /** The text of the instrument was read. */
    VERIFIED,
    /** From memory or from a reading of the text, not read again. */
    KNOWN,
    /** Open: the row is configurable, says so, and marks each decision that rested on it. */
    UNCERTAIN
}
