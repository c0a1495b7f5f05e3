package vn.ansinh.identity.internal;

/**
 * Limits, all positive.
 *
 * @param lockoutFailures failures of one login after which it waits
 * @param lockoutMinutes minutes it waits
 * @param sessionIdleMinutes minutes without a request until a session ends
 * @param sessionHours hours after which every session ends
 */
public record SignInLimits(
        int lockoutFailures, int lockoutMinutes, int sessionIdleMinutes, int sessionHours) {
    public SignInLimits {
        if (lockoutFailures < 1
                || lockoutMinutes < 1
                || sessionIdleMinutes < 1
                || sessionHours < 1) {
            throw new IllegalArgumentException("vn.ansinh.identity: every limit is at least 1");
        }
    }
}
