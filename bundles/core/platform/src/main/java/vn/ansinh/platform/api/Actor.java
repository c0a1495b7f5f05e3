package vn.ansinh.platform.api;

import java.util.Objects;

/**
 * Who acts, for the audit trail.
 *
 * @param login login of the account, or {@code system:NAME} for the platform's own jobs
 * @param purpose why, e.g. {@code chi trả tháng 3/2026}; may be empty
 */
public record Actor(String login, String purpose) {
    public Actor {
        Objects.requireNonNull(login, "login");
        purpose = Objects.requireNonNullElse(purpose, "");
    }

    /** The platform's own job of this name. */
    public static Actor system(String name) {
        return new Actor("system:" + name, "");
    }
}
