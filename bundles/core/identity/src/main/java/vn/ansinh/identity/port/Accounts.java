package vn.ansinh.identity.port;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.ansinh.identity.api.Identity.Right;
import vn.ansinh.identity.api.Staff.Delegation;
import vn.ansinh.identity.api.Staff.Held;
import vn.ansinh.identity.api.Staff.StoredDelegation;
import vn.ansinh.identity.api.Staff.Title;
import vn.ansinh.identity.api.Staff.UnitBelow;

/**
 * Stored accounts (common tables: staff logins and hashes, nothing of beneficiaries). Rows of
 * rights and delegations are added and ended, never rewritten.
 */
public interface Accounts {

    /** The stored account, closed or not, with the rights that nobody took away. */
    Optional<Stored> byLogin(String login);

    /** Accounts with a right in the locality that nobody took away, by login. */
    List<Stored> ofLocality(String localityCode);

    /** Adds an account, or gives it another secret. */
    void save(String login, String secretHash, String by);

    /** Closes an account. */
    void close(String login, String by);

    /** Adds a right. */
    long addRight(String login, Right right, String paper, String by);

    /** Ends a right of the locality; false where there is none that is open. */
    boolean endRight(String localityCode, long rightId, String by);

    /** All rights of the locality, ended ones too, by number. */
    List<Held> rights(String localityCode);

    /** Adds a delegation. */
    long addDelegation(Delegation delegation, String by);

    /** Ends a delegation of the locality; false where there is none that is open. */
    boolean endDelegation(String localityCode, long delegationId, String by);

    /** All delegations of the locality, ended ones too, by number. */
    List<StoredDelegation> delegations(String localityCode);

    /** Delegations to somebody that hold on the day. */
    List<Delegation> delegatedTo(String login, LocalDate day);

    /** Titles of the locality, by title. */
    List<Title> titles(String localityCode);

    /** Replaces the titles of the locality. */
    void saveTitles(String localityCode, List<Title> titles);

    /** Which unit of the locality lies below which, by unit. */
    List<UnitBelow> units(String localityCode);

    /** Replaces which unit of the locality lies below which. */
    void saveUnits(String localityCode, List<UnitBelow> units);

    /** These units of the locality and all that lie below them. */
    Set<String> withUnitsBelow(String localityCode, Set<String> units);

    /**
     * A stored account.
     *
     * @param login login
     * @param secretHash hash of the secret in PHC form
     * @param closed whether nobody signs in with it any more
     * @param rights rights that nobody took away, of any period
     */
    record Stored(String login, String secretHash, boolean closed, Set<Right> rights) {
        public Stored {
            rights = Set.copyOf(rights);
        }
    }
}
