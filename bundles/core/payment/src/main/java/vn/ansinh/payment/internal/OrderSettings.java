package vn.ansinh.payment.internal;

import java.time.Duration;

/**
 * How patient paying is.
 *
 * @param callSeconds longest call to the bank
 * @param quietSeconds how long after a call that may still be on its way nobody asks about it
 * @param failures calls in a row without an answer after which none is made for a while
 * @param pauseSeconds that while
 */
public record OrderSettings(int callSeconds, int quietSeconds, int failures, int pauseSeconds) {
    public OrderSettings {
        if (callSeconds < 1 || quietSeconds < 0 || failures < 1 || pauseSeconds < 0) {
            throw new IllegalArgumentException("callSeconds, failures > 0; others not negative");
        }
    }

    /** From the beginning of a call until somebody may ask about it. */
    long leaseMillis() {
        return Duration.ofSeconds((long) callSeconds + quietSeconds).toMillis();
    }
}
