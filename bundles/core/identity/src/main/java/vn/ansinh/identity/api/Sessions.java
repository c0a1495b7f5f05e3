package vn.ansinh.identity.api;

import java.util.Optional;
import vn.ansinh.identity.api.Identity.Account;

/**
 * Who is signed in at this node through a browser, in memory only: a restart signs everybody out. A
 * session ends after a time without a request, after a longest time, at sign-out, when the account
 * is closed and when its secret changes.
 */
public interface Sessions {

    /**
     * Opens a session, if login and secret match.
     *
     * @throws vn.ansinh.platform.api.AnsinhException as {@link Identity#authenticate}
     */
    Optional<Session> open(String login, char[] secret);

    /** The session of a token, with the rights in force now; empty when it ended. */
    Optional<Session> find(String token);

    /** Ends the session of a token, if there is one. */
    void close(String token);

    /**
     * A session.
     *
     * @param token what the browser keeps, unguessable
     * @param formToken what every form of the session carries, so that another site cannot post it
     * @param account who
     */
    record Session(String token, String formToken, Account account) {}
}
