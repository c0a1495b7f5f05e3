package vn.ansinh.realm.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.security.Principal;
import java.util.Arrays;
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
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.AppConfigurationEntry.LoginModuleControlFlag;
import javax.security.auth.login.FailedLoginException;
import org.apache.karaf.jaas.boot.ProxyLoginModule;
import org.apache.karaf.jaas.config.JaasRealm;
import org.junit.jupiter.api.Test;
import vn.ansinh.identity.api.Identity;
import vn.ansinh.identity.api.Identity.Account;
import vn.ansinh.identity.api.Identity.Right;
import vn.ansinh.identity.api.Identity.Role;
import vn.ansinh.platform.api.AnsinhException;

class PlatformRealmTest {

    /** The secret is the login backwards; DỮ LIỆU GIẢ LẬP. */
    private static final Identity IDENTITY =
            (Identity)
                    Proxy.newProxyInstance(
                            PlatformRealmTest.class.getClassLoader(),
                            new Class<?>[] {Identity.class},
                            (proxy, method, a) -> {
                                String login = (String) a[0];
                                if (login.equals("khoa")) {
                                    throw AnsinhException.tooMany("Xin đợi.", 9);
                                }
                                Right right =
                                        login.equals("van-hanh")
                                                ? new Right(Role.OPERATOR, "")
                                                : new Right(Role.OFFICER, "hung-dao");
                                return new StringBuilder(login)
                                                .reverse()
                                                .toString()
                                                .equals(new String((char[]) a[1]))
                                        ? Optional.of(new Account(login, Set.of(right)))
                                        : Optional.empty();
                            });

    private final Subject subject = new Subject();

    private PlatformLoginModule module(CallbackHandler handler, Supplier<Identity> identity) {
        PlatformLoginModule module = new PlatformLoginModule();
        module.initialize(subject, handler, Map.of(), Map.of(PlatformRealm.IDENTITY, identity));
        return module;
    }

    private static CallbackHandler typed(String login, String secret) {
        return callbacks -> {
            for (Callback callback : callbacks) {
                if (callback instanceof NameCallback name) {
                    name.setName(login);
                } else if (callback instanceof PasswordCallback password) {
                    password.setPassword(secret.toCharArray());
                }
            }
        };
    }

    @Test
    void anOperatorGetsTheRolesOfTheShellUnderTheOwnLogin() throws Exception {
        PlatformLoginModule module = module(typed("van-hanh", "hnah-nav"), () -> IDENTITY);
        assertThat(module.login()).isTrue();
        assertThat(module.commit()).isTrue();
        assertThat(subject.getPrincipals())
                .extracting(Principal::getName)
                .contains("van-hanh", "ssh", "admin");
        module.logout();
        assertThat(subject.getPrincipals()).isEmpty();
    }

    @Test
    void anOfficerAWrongSecretAndAMissingDatabaseOpenNothing() {
        for (PlatformLoginModule module :
                Arrays.asList(
                        module(typed("can-bo", "ob-nac"), () -> IDENTITY),
                        module(typed("van-hanh", "sai"), () -> IDENTITY),
                        module(typed("khoa", "aohk"), () -> IDENTITY),
                        module(typed("van-hanh", "hnah-nav"), () -> null))) {
            assertThatThrownBy(module::login).isInstanceOf(FailedLoginException.class);
            assertThat(module.commit()).isFalse();
        }
        assertThat(subject.getPrincipals()).isEmpty();
    }

    @Test
    void whoComesWithAKeyIsLeftToKaraf() throws Exception {
        CallbackHandler key =
                callbacks -> {
                    throw new UnsupportedCallbackException(callbacks[0]);
                };
        PlatformLoginModule module = module(key, () -> IDENTITY);
        assertThat(module.login()).isFalse();
        assertThat(module.commit()).isFalse();
    }

    @Test
    void karafsOwnEntriesStayInFront() {
        AppConfigurationEntry own =
                new AppConfigurationEntry("x", LoginModuleControlFlag.SUFFICIENT, Map.of());
        JaasRealm karaf = realm("karaf", own);
        JaasRealm other = realm("khac", own);
        JaasRealm[] all = new JaasRealm[3];
        PlatformRealm realm = new PlatformRealm(42, () -> all, () -> IDENTITY);
        all[0] = other;
        all[1] = realm;
        all[2] = karaf;
        AppConfigurationEntry[] entries = realm.getEntries();
        assertThat(entries).hasSize(2);
        assertThat(entries[0]).isSameAs(own);
        assertThat(entries[1].getLoginModuleName()).isEqualTo(ProxyLoginModule.class.getName());
        assertThat(entries[1].getOptions().get(ProxyLoginModule.PROPERTY_BUNDLE)).isEqualTo("42");
        assertThat(realm.getRank()).isGreaterThan(karaf.getRank());
    }

    private static JaasRealm realm(String name, AppConfigurationEntry entry) {
        return new JaasRealm() {
            @Override
            public String getName() {
                return name;
            }

            @Override
            public int getRank() {
                return 0;
            }

            @Override
            public AppConfigurationEntry[] getEntries() {
                return new AppConfigurationEntry[] {entry};
            }
        };
    }
}
