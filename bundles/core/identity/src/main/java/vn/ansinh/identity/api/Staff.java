package vn.ansinh.identity.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import vn.ansinh.identity.api.Identity.Right;
import vn.ansinh.identity.api.Identity.Role;
import vn.ansinh.platform.api.Actor;

/**
 * Gives and takes accounts, rights and delegations. Nothing is deleted: what ended says when and by
 * whom. Every change leaves a record in the audit trail of the locality and holds from the next
 * request on. Errors: NOT_FOUND for what is not there, INVALID_INPUT with every fault, CONFLICT
 * where the state does not allow it, FORBIDDEN for a change of one's own rights.
 */
public interface Staff {

    /**
     * Gives a right to an account that exists.
     *
     * @param paper the paper that says so, may be empty
     * @return number of the right
     */
    long grant(Actor actor, String login, Right right, String paper);

    /** Takes a right away. */
    void withdraw(Actor actor, String localityCode, long rightId);

    /** Rights given in a locality, ended ones too, by number. */
    List<Held> rights(String localityCode);

    /** Closes an account that has a right in the locality: nobody signs in with it again. */
    void close(Actor actor, String localityCode, String login);

    /** The holder changes the own secret; the old one and every session end at once. */
    void changeSecret(String login, char[] old, char[] fresh);

    /**
     * Lends rights by a paper (ủy quyền).
     *
     * @return number of the delegation
     */
    long delegate(Actor actor, Delegation delegation);

    /** Ends a delegation now. */
    void endDelegation(Actor actor, String localityCode, long delegationId);

    /** Delegations of a locality, ended ones too, by number. */
    List<StoredDelegation> delegations(String localityCode);

    /** What the locality calls the roles. */
    List<Title> titles(String localityCode);

    /** Replaces what the locality calls the roles. */
    void setTitles(Actor actor, String localityCode, List<Title> titles);

    /** Which unit of the locality lies below which. */
    List<UnitBelow> units(String localityCode);

    /** Replaces which unit lies below which; a right for a unit reaches all below it. */
    void setUnits(Actor actor, String localityCode, List<UnitBelow> units);

    /**
     * A given right.
     *
     * @param id number
     * @param login whose
     * @param right what
     * @param paper the paper, may be empty
     * @param grantedAt when given
     * @param grantedBy by whom
     * @param endedAt when taken away, or null
     * @param endedBy by whom, or empty
     */
    record Held(
            long id,
            String login,
            Right right,
            String paper,
            Instant grantedAt,
            String grantedBy,
            Instant endedAt,
            String endedBy) {}

    /**
     * Rights lent by a paper: those of the delegator in the locality, as they are on the day.
     *
     * @param from login of the delegator
     * @param to login of the delegate
     * @param localityCode where
     * @param roles which roles; empty for all
     * @param firstDay first day
     * @param lastDay last day
     * @param paper number of the paper
     */
    record Delegation(
            String from,
            String to,
            String localityCode,
            Set<Role> roles,
            LocalDate firstDay,
            LocalDate lastDay,
            String paper) {
        public Delegation {
            roles = Set.copyOf(roles);
        }
    }

    /** A delegation with its number; {@code endedAt} is null unless ended early. */
    record StoredDelegation(
            long id, Delegation delegation, Instant grantedAt, String grantedBy, Instant endedAt) {}

    /** A title of a locality and the role it means. */
    record Title(String title, Role role) {}

    /** A unit and the one above it. */
    record UnitBelow(String unit, String above) {}
}
