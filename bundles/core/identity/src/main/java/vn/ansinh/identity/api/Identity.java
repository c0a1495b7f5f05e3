package vn.ansinh.identity.api;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.ansinh.platform.api.Actor;

/** Accounts and what they may do. */
public interface Identity {

    /** Login of the operator account that the platform itself makes at its first start. */
    String ADMINISTRATOR = "admin";

    /**
     * Who this is, if login and secret match. The first answer is slow on purpose; a right one is
     * remembered for some minutes, so that edges ask at every request. An unknown login costs as
     * much as a wrong secret.
     *
     * @throws vn.ansinh.platform.api.AnsinhException UNAUTHENTICATED with the time to wait after
     *     too many failures of one login, or while too many sign in at once
     */
    Optional<Account> authenticate(String login, char[] secret);

    /**
     * Creates an account with a generated secret, or gives an existing one a new secret and adds
     * the rights to those it has. The old secret ends at once.
     *
     * @return the secret, shown once
     * @throws vn.ansinh.platform.api.AnsinhException INVALID_INPUT for a login that is none,
     *     CONFLICT for {@link #ADMINISTRATOR}, whose secret is a file
     */
    char[] issue(Actor actor, String login, Set<Right> rights);

    /** Accounts with a right in the locality, by login. */
    List<Account> accounts(String localityCode);

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
