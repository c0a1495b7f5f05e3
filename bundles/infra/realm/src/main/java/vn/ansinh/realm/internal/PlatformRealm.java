package vn.ansinh.realm.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.AppConfigurationEntry.LoginModuleControlFlag;
import org.apache.karaf.jaas.boot.ProxyLoginModule;
import org.apache.karaf.jaas.config.JaasRealm;
import vn.ansinh.identity.api.Identity;

/**
 * Karaf's realm with the platform's accounts added at its end. What Karaf has stays as it is: the
 * generated key and the administrator's password open the shell also while the database is away.
 */
final class PlatformRealm implements JaasRealm {
    static final String IDENTITY = Identity.class.getName();

    private static final String NAME = "karaf";
    private static final int ABOVE_KARAFS_OWN = 100;

    private final long bundleId;
    private final Supplier<JaasRealm[]> realms;
    private final Supplier<Identity> identity;

    /**
     * In a bundle.
     *
     * @param realms every realm there is, this one too
     * @param identity the accounts, null while they are not there
     */
    PlatformRealm(long bundleId, Supplier<JaasRealm[]> realms, Supplier<Identity> identity) {
        this.bundleId = bundleId;
        this.realms = realms;
        this.identity = identity;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public int getRank() {
        return ABOVE_KARAFS_OWN;
    }

    @Override
    public AppConfigurationEntry[] getEntries() {
        List<AppConfigurationEntry> entries = new ArrayList<>();
        for (JaasRealm realm : realms.get()) {
            if (realm != this && NAME.equals(realm.getName())) {
                entries.addAll(Arrays.asList(realm.getEntries()));
            }
        }
        Map<String, Object> options = new HashMap<>();
        options.put(ProxyLoginModule.PROPERTY_MODULE, PlatformLoginModule.class.getName());
        options.put(ProxyLoginModule.PROPERTY_BUNDLE, Long.toString(bundleId));
        options.put(IDENTITY, identity);
        entries.add(
                new AppConfigurationEntry(
                        ProxyLoginModule.class.getName(),
                        LoginModuleControlFlag.SUFFICIENT,
                        options));
        return entries.toArray(AppConfigurationEntry[]::new);
    }
}
