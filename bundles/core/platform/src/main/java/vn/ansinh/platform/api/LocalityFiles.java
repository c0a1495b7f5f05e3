package vn.ansinh.platform.api;

import java.nio.file.Path;
import java.time.Instant;

/**
 * One locality as a file, while all others work: taken out, put back beside what is there, removed
 * (xuất, phục hồi bên cạnh, gỡ một địa phương). Whoever runs the container does it; the file holds
 * personal data and is readable by its owner only. Accounts and their rights, laws and jars are the
 * container's and not in it. Every call is a unit of work of its own.
 */
public interface LocalityFiles {

    /**
     * Writes everything of a locality to a new file, from one moment, with counts and SHA-256 of
     * each table (audited).
     *
     * @param code locality, working or at rest
     * @param file where; never overwritten
     * @throws AnsinhException NOT_FOUND; CONFLICT when the file is there
     */
    Summary export(Actor actor, String code, Path file);

    /**
     * Makes a new locality out of a file. It is at rest: to be read and compared, until somebody
     * lets it go on. Every byte is checked before anything is written, every table read back after.
     *
     * @param code code of the new locality
     * @param name its name
     * @throws AnsinhException INVALID_INPUT for a damaged file or one of another version; CONFLICT
     *     when the code is taken
     */
    Summary restore(Actor actor, Path file, String code, String name);

    /**
     * Takes away everything of a locality but its trail, for which its file must hold exactly what
     * is there. Its code is never given again.
     *
     * @param file its export
     * @throws AnsinhException NOT_FOUND; CONFLICT unless it is at rest and the file is the same
     */
    Summary remove(Actor actor, String code, Path file);

    /**
     * What was written or taken away.
     *
     * @param code locality
     * @param takenAt instant the file stands for
     * @param tables tables with rows
     * @param rows rows
     */
    record Summary(String code, Instant takenAt, int tables, long rows) {}
}
