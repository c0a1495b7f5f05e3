package vn.ansinh.identity.api;

import static vn.ansinh.identity.api.Permission.APPROVE_RUN;
import static vn.ansinh.identity.api.Permission.CHANGE_PERSON;
import static vn.ansinh.identity.api.Permission.CHECK_RUN;
import static vn.ansinh.identity.api.Permission.COMPUTE_RUN;
import static vn.ansinh.identity.api.Permission.DRAFT_DECISION;
import static vn.ansinh.identity.api.Permission.IMPORT;
import static vn.ansinh.identity.api.Permission.ISSUE_REPORT;
import static vn.ansinh.identity.api.Permission.MANAGE_ACCOUNTS;
import static vn.ansinh.identity.api.Permission.MATCH_IDENTITY;
import static vn.ansinh.identity.api.Permission.PAY;
import static vn.ansinh.identity.api.Permission.READ_AUDIT;
import static vn.ansinh.identity.api.Permission.READ_DECISION;
import static vn.ansinh.identity.api.Permission.READ_PARTNER_LIST;
import static vn.ansinh.identity.api.Permission.READ_PAYMENT;
import static vn.ansinh.identity.api.Permission.READ_PERSON;
import static vn.ansinh.identity.api.Permission.READ_TOTALS;
import static vn.ansinh.identity.api.Permission.RECORD_PROGRAMME;
import static vn.ansinh.identity.api.Permission.RUN_SYSTEM;
import static vn.ansinh.identity.api.Permission.SIGN_DECISION;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.ansinh.platform.api.Actor;

/** Accounts and what they may do. Changing them is {@link Staff}'s. */
public interface Identity {

    /** Login of the operator account that the platform itself makes at its first start. */
    String ADMINISTRATOR = "admin";

    /**
     * Who this is, if login and secret match, with the rights in force today. The first answer is
     * slow on purpose; that a secret was right is remembered for some minutes, so that edges ask at
     * every request, while account and rights are read anew each time. An unknown or closed login
     * costs as much as a wrong secret.
     *
     * @throws vn.ansinh.platform.api.AnsinhException TOO_MANY_REQUESTS with the time to wait after
     *     too many failures of one login, or while too many sign in at once
     */
    Optional<Account> authenticate(String login, char[] secret);

    /**
     * The account of somebody whom another realm has signed in already, with the rights in force
     * today; empty for an unknown or closed one.
     */
    Optional<Account> account(String login);

    /**
     * Creates an account with a generated secret, or gives an existing one a new secret and adds
     * the rights to those it has. The old secret ends at once.
     *
     * @return the secret, shown once
     * @throws vn.ansinh.platform.api.AnsinhException INVALID_INPUT for a login that is none,
     *     CONFLICT for {@link #ADMINISTRATOR}, whose secret is a file
     */
    char[] issue(Actor actor, String login, Set<Right> rights);

    /** Accounts with a right in the locality today, by login. */
    List<Account> accounts(String localityCode);

    /**
     * Roles of the platform, a closed set. What a locality calls them (Chủ tịch, công chức Văn hóa
     * – Xã hội, trưởng thôn) is a row of {@link Staff#titles}.
     */
    enum Role {
        /** Runs the container and its bundles; cannot read people. */
        OPERATOR(RUN_SYSTEM, MANAGE_ACCOUNTS),
        /** Officer in charge (cán bộ): keeps the register, prepares decisions and runs. */
        OFFICER(
                READ_PERSON,
                CHANGE_PERSON,
                IMPORT,
                READ_DECISION,
                DRAFT_DECISION,
                READ_PAYMENT,
                COMPUTE_RUN,
                READ_TOTALS,
                ISSUE_REPORT),
        /** Signs decisions and approves runs (chủ tịch, phó chủ tịch). */
        LEADER(
                READ_PERSON,
                READ_DECISION,
                SIGN_DECISION,
                READ_PAYMENT,
                APPROVE_RUN,
                READ_TOTALS,
                ISSUE_REPORT,
                READ_AUDIT),
        /** Superior office (phòng của quận, huyện): reads, consolidates, approves. */
        SUPERIOR(READ_PERSON, READ_DECISION, READ_PAYMENT, APPROVE_RUN, READ_TOTALS, ISSUE_REPORT),
        /** Prepares payment only. */
        PAYMENT_PREPARER(READ_PAYMENT, COMPUTE_RUN, READ_TOTALS, ISSUE_REPORT),
        /** Finance and accounting (kế toán, tài chính): checks and releases money. */
        FINANCE(READ_PAYMENT, CHECK_RUN, PAY, READ_TOTALS, ISSUE_REPORT),
        /** Inspection (thanh tra, kiểm tra): reads everything, changes nothing. */
        INSPECTOR(READ_PERSON, READ_DECISION, READ_PAYMENT, READ_TOTALS, ISSUE_REPORT, READ_AUDIT),
        /** Social supervision (Mặt trận, đoàn thể): totals, no person. */
        SUPERVISOR(READ_TOTALS),
        /** Head of a hamlet or residential group: people of the own unit. */
        VILLAGE_REPORTER(READ_PERSON),
        /** Disability council (hội đồng xác định mức độ khuyết tật). */
        DISABILITY_COUNCIL(READ_PERSON, CHANGE_PERSON),
        /** Police: matches identities, sees no benefit data. */
        IDENTITY_CHECKER(MATCH_IDENTITY),
        /** Office or body that gives something else (health, school, loans, funds, mentoring). */
        PROGRAMME_PARTNER(READ_PERSON, RECORD_PROGRAMME, READ_TOTALS),
        /** Gives and takes the rights of a locality; reads nobody. */
        ACCOUNT_MANAGER(MANAGE_ACCOUNTS),
        /** Reads the audit trail (who looked at whom). */
        AUDITOR(READ_AUDIT),
        /** A partner system that reads lists of a locality over SOAP. */
        PARTNER(READ_PARTNER_LIST);

        private final Set<Permission> permissions;

        Role(Permission... permissions) {
            this.permissions = Set.copyOf(EnumSet.copyOf(List.of(permissions)));
        }

        /** What the role may do, restricted facts aside: those are a data class of the right. */
        public Set<Permission> permissions() {
            return permissions;
        }
    }

    /** How confidential the data is that a right reaches. */
    enum DataClass {
        /** Everything but restricted grounds and facts. */
        ORDINARY,
        /** Restricted grounds and facts too, one person at a time and with a purpose. */
        RESTRICTED
    }

    /**
     * A right: role × unit subtree × data class × period.
     *
     * @param role role
     * @param localityCode locality, or empty for {@link Role#OPERATOR}
     * @param units codes of the units at the top of the subtrees; empty for the whole locality
     * @param dataClass most confidential data
     * @param from first day, or null
     * @param to last day, or null
     */
    record Right(
            Role role,
            String localityCode,
            Set<String> units,
            DataClass dataClass,
            LocalDate from,
            LocalDate to) {
        public Right {
            Objects.requireNonNull(role, "role");
            Objects.requireNonNull(localityCode, "localityCode");
            Objects.requireNonNull(dataClass, "dataClass");
            units = Set.copyOf(units);
        }

        /** For the whole locality, ordinary data, without end. */
        public Right(Role role, String localityCode) {
            this(role, localityCode, Set.of(), DataClass.ORDINARY, null, null);
        }

        /** Whether the right is in force on the day. */
        public boolean inForce(LocalDate day) {
            return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
        }

        /** Whether the right gives the permission in the locality. */
        public boolean gives(Permission permission, String code) {
            if (role == Role.OPERATOR
                    ? permission.personal()
                    : permission == Permission.RUN_SYSTEM || !localityCode.equals(code)) {
                return false;
            }
            if (permission.wholeLocality() && !units.isEmpty()) {
                return false;
            }
            return switch (permission) {
                case SEE_LOCALITY -> true;
                case READ_RESTRICTED ->
                        dataClass == DataClass.RESTRICTED
                                && role.permissions().contains(READ_PERSON);
                default -> role.permissions().contains(permission);
            };
        }
    }

    /** A right that somebody else lent by a paper. */
    record Delegated(String from, Right right) {}

    /**
     * An account with what it may do today.
     *
     * @param login login
     * @param rights own rights, units with all that lies below them
     * @param delegated rights of others, used in their name
     */
    record Account(String login, Set<Right> rights, List<Delegated> delegated) {
        public Account {
            rights = Set.copyOf(rights);
            delegated = List.copyOf(delegated);
        }

        /** An account without delegations. */
        public Account(String login, Set<Right> rights) {
            this(login, rights, List.of());
        }

        /** Whether the account has the permission in the locality. */
        public boolean may(Permission permission, String localityCode) {
            return actor(permission, localityCode, "", "").isPresent();
        }

        /**
         * The account as the one who uses this permission in the locality, which is what every core
         * is called with: own rights first, all of them together; else those of one delegator.
         *
         * @param purpose why, may be empty
         * @param procedure procedure or paper, may be empty
         * @return empty where the account may not
         */
        public Optional<Actor> actor(
                Permission permission, String localityCode, String purpose, String procedure) {
            if (permission == Permission.SIGNED_IN) {
                return Optional.of(new Actor(login, "", purpose, procedure, Set.of()));
            }
            List<Right> own = giving(rights.stream(), permission, localityCode);
            if (!own.isEmpty()) {
                Actor actor = new Actor(login, "", purpose, procedure, units(own));
                return Optional.of(reaching(actor, rights.stream(), localityCode));
            }
            Optional<String> delegator =
                    delegated.stream()
                            .filter(d -> d.right().gives(permission, localityCode))
                            .map(Delegated::from)
                            .sorted()
                            .findFirst();
            return delegator.map(
                    from -> {
                        List<Right> lent =
                                delegated.stream()
                                        .filter(d -> d.from().equals(from))
                                        .map(Delegated::right)
                                        .toList();
                        Set<String> units = units(giving(lent.stream(), permission, localityCode));
                        Actor actor = new Actor(login, from, purpose, procedure, units);
                        return reaching(actor, lent.stream(), localityCode);
                    });
        }

        private static List<Right> giving(
                Stream<Right> rights, Permission permission, String localityCode) {
            return rights.filter(right -> right.gives(permission, localityCode)).toList();
        }

        private static Actor reaching(Actor actor, Stream<Right> rights, String localityCode) {
            return rights.anyMatch(r -> r.gives(Permission.READ_RESTRICTED, localityCode))
                    ? actor.reachingRestricted()
                    : actor;
        }

        private static Set<String> units(List<Right> used) {
            Set<String> units = new HashSet<>();
            for (Right right : used) {
                if (right.units().isEmpty()) {
                    return Set.of();
                }
                units.addAll(right.units());
            }
            return units;
        }
    }
}
