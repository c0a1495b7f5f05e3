package vn.ansinh.entitlement.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import vn.ansinh.locality.api.Component;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.TenantId;

/**
 * Who receives a component for a person, by what mandate and how it is paid (người nhận): from day
 * to day, as known at an instant. Every read or change leaves an audit record.
 *
 * <p>Throws {@code AnsinhException}: INVALID_INPUT with every fault by field; NOT_FOUND.
 */
public interface Payees {

    /**
     * Names a payee from a day; who received before gets what lies outside of the new span.
     *
     * @return what holds for the person from now on, all components
     */
    List<PayeeView> name(TenantId tenant, Actor actor, long personId, NewPayee payee);

    /**
     * Changes how the payee is paid from a day, on paper; the mandate stays.
     *
     * @return what holds for the person from now on, all components
     */
    List<PayeeView> changeAccount(
            TenantId tenant, Actor actor, long personId, AccountChange change);

    /** Who receives a component on a day, as known at an instant; empty when nobody was named. */
    Optional<PayeeView> payee(
            TenantId tenant,
            Actor actor,
            long personId,
            Component component,
            LocalDate day,
            Instant knownAt);

    /**
     * Everything ever recorded of a person's payees, what was superseded included, oldest first.
     */
    List<PayeeView> history(TenantId tenant, Actor actor, long personId);

    /** Accounts by which more than one person is paid on a day, most people first. */
    List<SharedAccount> shared(TenantId tenant, Actor actor, LocalDate day, int limit);

    /** Why somebody receives. */
    enum Kind {
        /** The person. */
        SELF,
        /** Guardian (người giám hộ). */
        GUARDIAN,
        /** Carer (người chăm sóc, nuôi dưỡng). */
        CARER,
        /** Authorised in writing (người được ủy quyền). */
        AUTHORISED,
        /** Facility (cơ sở trợ giúp xã hội). */
        FACILITY,
        /** Heir (người thừa kế). */
        HEIR,
        /** The own household, as running lists name it. */
        HOUSEHOLD
    }

    /** How it is paid. */
    enum Channel {
        /** Bank account. */
        ACCOUNT(true),
        /** Social-security account (tài khoản an sinh xã hội) on VNeID. */
        SOCIAL_ACCOUNT(true),
        /** Electronic wallet. */
        E_WALLET(true),
        /** Cash at a pay point. */
        CASH_POINT(false),
        /** Cash brought home. */
        CASH_HOME(false);

        private final boolean account;

        Channel(boolean account) {
            this.account = account;
        }

        /** Whether money goes to an account. */
        public boolean toAccount() {
            return account;
        }
    }

    /**
     * An account, or cash.
     *
     * @param channel channel
     * @param bank bank or provider; needed for ACCOUNT and E_WALLET
     * @param account account number; needed unless it is cash
     * @param holder holder of the account; empty: the payee
     * @param holderRelation what the holder is to the beneficiary; needed when the name differs
     */
    record Account(
            Channel channel, String bank, String account, String holder, String holderRelation) {
        public Account {
            bank = Objects.requireNonNullElse(bank, "");
            account = Objects.requireNonNullElse(account, "");
            holder = Objects.requireNonNullElse(holder, "");
            holderRelation = Objects.requireNonNullElse(holderRelation, "");
        }
    }

    /**
     * A payee to name.
     *
     * @param components components received; empty for all
     * @param kind why
     * @param name name; empty for SELF
     * @param paper paper of the mandate; needed for all but SELF and HOUSEHOLD
     * @param from first day
     * @param to last day, or null
     * @param account how it is paid
     */
    record NewPayee(
            List<Component> components,
            Kind kind,
            String name,
            String paper,
            LocalDate from,
            LocalDate to,
            Account account) {
        public NewPayee {
            components = components == null ? List.of() : List.copyOf(components);
            name = Objects.requireNonNullElse(name, "");
            paper = Objects.requireNonNullElse(paper, "");
        }
    }

    /**
     * A change of account.
     *
     * @param components components; empty for all
     * @param from first day
     * @param paper paper of the request
     * @param account new account, or cash
     */
    record AccountChange(
            List<Component> components, LocalDate from, String paper, Account account) {
        public AccountChange {
            components = components == null ? List.of() : List.copyOf(components);
            paper = Objects.requireNonNullElse(paper, "");
        }
    }

    /**
     * Who receives.
     *
     * @param id key; 0 before it is stored
     * @param personId beneficiary
     * @param component component
     * @param kind why
     * @param name who receives
     * @param paper paper of the mandate
     * @param from first day
     * @param to last day, or null
     * @param account how it is paid
     * @param nameCheck holder against payee; null without account
     * @param changePaper paper by which this was asked for
     * @param recordedBy login of who recorded it
     * @param recordedAt instant from which it is known
     * @param supersededAt instant from which something else is known, or null
     */
    record PayeeView(
            long id,
            long personId,
            Component component,
            Kind kind,
            String name,
            String paper,
            LocalDate from,
            LocalDate to,
            Account account,
            NameCheck.Verdict nameCheck,
            String changePaper,
            String recordedBy,
            Instant recordedAt,
            Instant supersededAt) {}

    /**
     * One account for several people.
     *
     * @param bank bank or provider
     * @param account account number
     * @param persons how many people
     * @param personIds the first of them, 50 at most
     * @param alarmed whether there are more than the configured number
     */
    record SharedAccount(
            String bank, String account, int persons, List<Long> personIds, boolean alarmed) {
        public SharedAccount {
            personIds = List.copyOf(personIds);
        }
    }
}
