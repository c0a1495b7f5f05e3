package vn.ansinh.platform.api;

import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who acts, why, and how far the right reaches. The audit trail keeps it; the store shows no person
 * outside {@code units}.
 *
 * @param login login of the account, or {@code system:NAME} for the platform's own jobs
 * @param onBehalfOf login of the one who delegated the right that is used (người ủy quyền), or
 *     empty
 * @param purpose why, e.g. {@code chi trả tháng 3/2026}; may be empty
 * @param procedure the procedure or paper it is done for, e.g. a dossier number; may be empty
 * @param units codes of the units whose people may be seen; empty for the whole locality
 * @param restricted whether the right reaches restricted data (HIV) too; see {@link #opens}
 */
public record Actor(
        String login,
        String onBehalfOf,
        String purpose,
        String procedure,
        Set<String> units,
        boolean restricted) {
    private static final String SEPARATOR = ",";

    public Actor {
        Objects.requireNonNull(login, "login");
        onBehalfOf = Objects.requireNonNullElse(onBehalfOf, "");
        purpose = Objects.requireNonNullElse(purpose, "");
        procedure = Objects.requireNonNullElse(procedure, "");
        units = Set.copyOf(units);
        for (String unit : units) {
            // An empty code would read as "the whole locality" further down.
            if (unit.isBlank() || unit.contains(SEPARATOR)) {
                throw new IllegalArgumentException("not a unit code: '" + unit + "'");
            }
        }
    }

    /** Somebody who reaches ordinary data. */
    public Actor(
            String login, String onBehalfOf, String purpose, String procedure, Set<String> units) {
        this(login, onBehalfOf, purpose, procedure, units, false);
    }

    /** The same with a right that reaches restricted data too. */
    public Actor reachingRestricted() {
        return new Actor(login, onBehalfOf, purpose, procedure, units, true);
    }

    /** Whether restricted data may be shown: only with the right and a purpose. */
    public boolean opens() {
        return restricted && !purpose.isBlank();
    }

    /** Somebody for a whole locality, on their own behalf. */
    public Actor(String login, String purpose) {
        this(login, "", purpose, "", Set.of());
    }

    /** The platform's own job of this name. */
    public static Actor system(String name) {
        return new Actor("system:" + name, "");
    }

    /**
     * Whose hand this is, as a text to be stored beside what somebody prepared or signed: the login
     * and, for a delegate, the delegator's.
     */
    public String hands() {
        Set<String> hands = new TreeSet<>(Set.of(login));
        if (!onBehalfOf.isEmpty()) {
            hands.add(onBehalfOf);
        }
        return String.join(SEPARATOR, hands);
    }

    /**
     * Whether this is the same hand as one stored by {@link #hands()}: the one who prepared, their
     * delegate or their delegator cannot also check (người lập khác người duyệt).
     */
    public boolean sameHandAs(String storedHands) {
        Set<String> stored = Set.copyOf(Arrays.asList(storedHands.split(SEPARATOR)));
        return stored.contains(login) || !onBehalfOf.isEmpty() && stored.contains(onBehalfOf);
    }
}
