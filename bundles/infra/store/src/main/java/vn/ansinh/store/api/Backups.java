package vn.ansinh.store.api;

import java.nio.file.Path;
import java.time.Instant;
import vn.ansinh.store.internal.BackupReader;
import vn.ansinh.store.internal.BackupWriter;

/**
 * The whole database in one file and back (sao lưu, phục hồi): every table as {@code COPY} text of
 * one consistent snapshot, with row counts and digests, independent of PostgreSQL's version and of
 * who runs it. The file holds personal data: it is written for its owner's eyes only.
 */
public final class Backups {

    private Backups() {}

    /**
     * Writes the database to a file; the container may go on working.
     *
     * @param file does not exist yet
     * @throws vn.ansinh.platform.api.AnsinhException CONFLICT when the file exists;
     *     STORE_UNAVAILABLE
     */
    public static Summary write(StoreSettings settings, Path file) {
        return BackupWriter.write(settings, file);
    }

    /**
     * Fills an empty database from a file, in one transaction: before it commits, every table is
     * read back and must have the digest the file names.
     *
     * @throws vn.ansinh.platform.api.AnsinhException CONFLICT when the database holds localities;
     *     INVALID_INPUT when the file is damaged, is no backup, or comes from a newer version;
     *     STORE_UNAVAILABLE
     */
    public static Summary restore(StoreSettings settings, Path file) {
        return BackupReader.restore(settings, file);
    }

    /**
     * What a backup holds.
     *
     * @param takenAt instant of the civil clock
     * @param schemaVersion version of the schema
     * @param tables number of tables
     * @param rows rows of all tables
     */
    public record Summary(Instant takenAt, String schemaVersion, int tables, long rows) {}
}
