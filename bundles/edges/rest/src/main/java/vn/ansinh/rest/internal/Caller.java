package vn.ansinh.rest.internal;

import java.security.Principal;
import javax.ws.rs.core.SecurityContext;
import vn.ansinh.identity.api.Identity.Account;
import vn.ansinh.platform.api.Actor;

/**
 * Who calls, as the access filter found out.
 *
 * @param account the account
 * @param actor the account using the permission that the operation needs: with purpose, procedure,
 *     delegator and the units it reaches
 */
record Caller(Account account, Actor actor) implements Principal {

    /** The caller of the request. */
    static Caller of(SecurityContext security) {
        return (Caller) security.getUserPrincipal();
    }

    /** The caller of the request, for the cores. */
    static Actor actor(SecurityContext security) {
        return of(security).actor;
    }

    @Override
    public String getName() {
        return account.login();
    }
}
