package vn.ansinh.store.api;

import java.util.Objects;
import vn.ansinh.platform.api.CivilClock;

/**
 * Where the database is and who asks. The roles {@code ansinh_owner} and {@code ansinh_app} exist
 * there; the database belongs to the owner.
 *
 * @param url JDBC address, {@code jdbc:postgresql://host:port/database}
 * @param ownerPassword password of {@code ansinh_owner}, used for the migrations only
 * @param appPassword password of {@code ansinh_app}
 * @param poolSize most connections of {@code ansinh_app} at a time
 * @param clock the one clock
 */
public record StoreSettings(
        String url, String ownerPassword, String appPassword, int poolSize, CivilClock clock) {
    public StoreSettings {
        Objects.requireNonNull(ownerPassword, "ownerPassword");
        Objects.requireNonNull(appPassword, "appPassword");
        Objects.requireNonNull(clock, "clock");
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException("url='" + url + "' is no jdbc:postgresql address");
        }
        if (poolSize < 1) {
            throw new IllegalArgumentException("poolSize='" + poolSize + "' is not positive");
        }
    }

    /** Without passwords and without parameters of the address, for logs. */
    @Override
    public String toString() {
        return "url='" + url.replaceFirst("\\?.*", "") + "' poolSize='" + poolSize + "'";
    }
}
