package vn.ansinh.store.internal;

import java.util.function.Function;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The schema's versions: {@code db/migration} of this bundle, run by the owner. */
final class Migrations {

    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);

    private Migrations() {}

    /** Brings the schema to the newest version. */
    static void run(DataSource owner) {
        run(owner, MigrationVersion.LATEST);
    }

    /** Brings the schema to a version and no further. */
    static void run(DataSource owner, String version) {
        run(owner, MigrationVersion.fromVersion(version));
    }

    private static void run(DataSource owner, MigrationVersion target) {
        int applied = with(owner, target, f -> f.migrate().migrationsExecuted);
        LOG.info("schema is up to date applied='{}'", applied);
    }

    /** Whether this product has a migration of the version. */
    static boolean knows(DataSource owner, String version) {
        MigrationVersion wanted = MigrationVersion.fromVersion(version);
        for (MigrationInfo info : with(owner, MigrationVersion.LATEST, f -> f.info().all())) {
            if (wanted.equals(info.getVersion())) {
                return true;
            }
        }
        return false;
    }

    /** The version the schema has, or null while there is none. */
    static String current(DataSource owner) {
        MigrationInfo current = with(owner, MigrationVersion.LATEST, f -> f.info().current());
        return current == null ? null : current.getVersion().getVersion();
    }

    private static <T> T with(DataSource owner, MigrationVersion target, Function<Flyway, T> work) {
        ClassLoader own = Migrations.class.getClassLoader();
        // Flyway looks for its plugins through the thread's loader.
        return Loader.with(
                own,
                () ->
                        work.apply(
                                Flyway.configure(own)
                                        .dataSource(owner)
                                        .locations("classpath:db/migration")
                                        .loggers("slf4j")
                                        .placeholderReplacement(false)
                                        .cleanDisabled(true)
                                        .target(target)
                                        .load()));
    }
}
