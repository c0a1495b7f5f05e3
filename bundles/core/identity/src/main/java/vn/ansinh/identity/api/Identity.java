package vn.ansinh.identity.api;

import java.util.Optional;
import java.util.Set;
import vn.ansinh.platform.api.Actor;

/** Accounts and what they may do. */
public interface Identity {

    /** Who this is, if login and secret match. Slow on purpose; edges keep the answer for minutes. */
    Optional<Account> authenticate(String login, char[] secret);

    /**
     * Creates an account with a generated secret, or gives an existing one a new secret.
     *
     * @return the secret, shown once
     */
    char[] issue(Actor actor, String login, Set<Right> rights);

    /** Roles. */
    enum Role {
        /** Runs the container and its bundles; cannot read people. */
        OPERATOR,
        /** Officer of a locality (cán bộ): reads and changes its data. */
        OFFICER,
        /** A partner system that reads lists of a locality over SOAP. */
        PARTNER
    }

    /**
     * A right.
     *
     * @param role role
     * @param localityCode locality, or empty for {@link Role#OPERATOR}
     */
    record Right(Role role, String localityCode) {}

    /**
     * An account.
     *
     * @param login login
     * @param rights rights
     */
    record Account(String login, Set<Right> rights) {
        public Account {
            rights = Set.copyOf(rights);
        }

        /** Whether the account has the role for the locality. */
        public boolean may(Role role, String localityCode) {
            return rights.contains(new Right(role, localityCode));
        }
    }
}
