package vn.ansinh.rest.internal;

import java.security.Principal;
import javax.ws.rs.core.SecurityContext;
import vn.ansinh.identity.api.Identity.Account;
import vn.ansinh.identity.api.Identity.Role;
import vn.ansinh.platform.api.Actor;

/**
 * Who calls, as the access filter found out.
 *
 * @param account the account
 */
record Caller(Account account) implements Principal {

    /** The caller of the request. */
    static Caller of(SecurityContext security) {
        return (Caller) security.getUserPrincipal();
    }

    /** The caller of the request, for the audit trail. */
    static Actor actor(SecurityContext security) {
        return new Actor(of(security).getName(), "");
    }

    /** The caller with a purpose, which may be null. */
    static Actor actor(SecurityContext security, String purpose) {
        return new Actor(actor(security).login(), purpose);
    }

    boolean has(Role role, String localityCode) {
        return account.may(role, role == Role.OPERATOR ? "" : localityCode);
    }

    @Override
    public String getName() {
        return account.login();
    }
}
