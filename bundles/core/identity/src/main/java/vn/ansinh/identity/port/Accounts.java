package vn.ansinh.identity.port;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.ansinh.identity.api.Identity.Right;

/** Stored accounts (common table: staff logins and hashes, nothing of beneficiaries). */
public interface Accounts {

    /** The stored account. */
    Optional<Stored> byLogin(String login);

    /** Accounts with a right in the locality, by login. */
    List<Stored> ofLocality(String localityCode);

    /** Adds or replaces. */
    void save(Stored account);

    /** A stored account with the hash of its secret in PHC form. */
    record Stored(String login, String secretHash, Set<Right> rights) {}
}
