package vn.ansinh.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Properties;
import vn.ansinh.embeddedpostgres.api.PostgresServer;
import vn.ansinh.embeddedpostgres.api.PostgresSettings;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.store.api.StoreSettings;

/**
 * The database of an installation as its settings say: external, or embedded. The embedded server
 * is the running container's, or one started here for as long as this is open.
 */
final class Place implements AutoCloseable {

    private final StoreSettings settings;
    private final PostgresServer own;

    private Place(StoreSettings settings, PostgresServer own) {
        this.settings = settings;
        this.own = own;
    }

    /**
     * Finds it.
     *
     * @param home folder of the distribution
     * @param data folder of its data
     * @param running whether the container runs
     */
    static Place of(Path home, Path data, boolean running) throws IOException {
        Properties config = read(home.resolve("etc/vn.ansinh.store.cfg"));
        String url = config.getProperty("url", "").strip();
        if (!url.isEmpty()) {
            String file = config.getProperty("passwordFile", "").strip();
            return new Place(
                    settings(url, read(Path.of(file.replace("${karaf.data}", data.toString())))),
                    null);
        }
        Path folder = data.resolve("postgres");
        if (running) {
            List<String> postmaster = Files.readAllLines(folder.resolve("data/postmaster.pid"));
            return new Place(
                    settings(
                            "jdbc:postgresql://127.0.0.1:" + postmaster.get(3) + "/ansinh",
                            read(folder.resolve("passwords"))),
                    null);
        }
        PostgresServer server =
                PostgresServer.start(
                        PostgresSettings.in(folder).withPrograms(home.resolve("pgsql")));
        return new Place(settings(server.url(), read(folder.resolve("passwords"))), server);
    }

    StoreSettings settings() {
        return settings;
    }

    @Override
    public void close() {
        if (own != null) {
            own.close();
        }
    }

    private static StoreSettings settings(String url, Properties passwords) {
        return new StoreSettings(
                url,
                passwords.getProperty("ansinh_owner", ""),
                passwords.getProperty("ansinh_app", ""),
                1,
                now());
    }

    /** The day and hour of the machine. */
    static CivilClock now() {
        return new Now();
    }

    private static Properties read(Path file) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            properties.load(in);
        }
        return properties;
    }

    /** The day and hour of the machine: a backup is dated as it is taken. */
    private static final class Now implements CivilClock {
        private final Clock clock = Clock.system(ZoneId.of("Asia/Ho_Chi_Minh"));

        @Override
        public Instant now() {
            return clock.instant();
        }

        @Override
        public ZoneId zone() {
            return clock.getZone();
        }

        @Override
        public boolean adjusted() {
            return false;
        }
    }
}
