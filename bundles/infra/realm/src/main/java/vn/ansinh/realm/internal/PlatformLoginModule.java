package vn.ansinh.realm.internal;

import java.io.IOException;
import java.security.Principal;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginException;
import javax.security.auth.spi.LoginModule;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.apache.karaf.jaas.boot.principal.UserPrincipal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.identity.api.Identity;
import vn.ansinh.identity.api.Identity.Account;
import vn.ansinh.identity.api.Permission;
import vn.ansinh.platform.api.AnsinhException;

/** Lets an operator's account into the shell; officers and partners have nothing to do there. */
public final class PlatformLoginModule implements LoginModule {
    private static final Logger LOG = LoggerFactory.getLogger("vn.ansinh.realm");
    private static final Set<String> ROLES =
            Set.of("admin", "manager", "viewer", "systembundles", "ssh");

    private Subject subject;
    private CallbackHandler callbacks;
    private Supplier<Identity> identity;
    private final Set<Principal> principals = new HashSet<>();

    @Override
    @SuppressWarnings("unchecked") // the realm of this bundle puts it there
    public void initialize(
            Subject wanted,
            CallbackHandler handler,
            Map<String, ?> sharedState,
            Map<String, ?> options) {
        subject = wanted;
        callbacks = handler;
        identity = (Supplier<Identity>) options.get(PlatformRealm.IDENTITY);
    }

    @Override
    public boolean login() throws LoginException {
        NameCallback name = new NameCallback("login");
        PasswordCallback password = new PasswordCallback("secret", false);
        try {
            callbacks.handle(new Callback[] {name, password});
        } catch (UnsupportedCallbackException e) {
            return false; // somebody comes with a key: not this module's affair
        } catch (IOException e) {
            throw failed("the terminal is gone", e);
        }
        if (name.getName() == null || password.getPassword() == null) {
            return false;
        }
        char[] secret = password.getPassword();
        password.clearPassword();
        try {
            if (!signIn(name.getName(), secret)) {
                throw new FailedLoginException("not an operator of the platform");
            }
        } finally {
            Arrays.fill(secret, ' ');
        }
        principals.add(new UserPrincipal(name.getName()));
        ROLES.forEach(role -> principals.add(new RolePrincipal(role)));
        return true;
    }

    private boolean signIn(String login, char[] secret) throws LoginException {
        Identity accounts = identity.get();
        if (accounts == null) {
            return false;
        }
        try {
            Optional<Account> account = accounts.authenticate(login, secret);
            return account.filter(a -> a.may(Permission.RUN_SYSTEM, "")).isPresent();
        } catch (AnsinhException e) {
            LOG.info("Shell sign-in refused code='{}'", e.code());
            throw failed(e.getMessage(), e);
        }
    }

    private static LoginException failed(String sentence, Exception cause) {
        LoginException failure = new FailedLoginException(sentence);
        failure.initCause(cause);
        return failure;
    }

    @Override
    public boolean commit() {
        if (principals.isEmpty()) {
            return false;
        }
        subject.getPrincipals().addAll(principals);
        return true;
    }

    @Override
    public boolean abort() {
        boolean had = !principals.isEmpty();
        principals.clear();
        return had;
    }

    @Override
    public boolean logout() {
        subject.getPrincipals().removeAll(principals);
        principals.clear();
        return true;
    }
}
