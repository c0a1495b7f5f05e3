package vn.ansinh.embeddedpostgres.api;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Where a private PostgreSQL server lives and how it is set.
 *
 * @param folder holds everything of this server: data, passwords, log
 * @param port the port on 127.0.0.1; 0 picks a free one
 * @param programs folder with {@code bin/postgres}; null unpacks the programs of the class path
 * @param options lines for the server's configuration, such as {@code shared_buffers = 256MB}
 * @param patience how long starting may take, recovery after a crash included
 */
public record PostgresSettings(
        Path folder, int port, Path programs, Map<String, String> options, Duration patience) {

    /**
     * Checks and copies.
     *
     * @throws IllegalArgumentException when the port is out of range or an option would switch off
     *     what keeps committed money
     */
    public PostgresSettings {
        Objects.requireNonNull(folder, "folder");
        Objects.requireNonNull(patience, "patience");
        folder = folder.toAbsolutePath().normalize();
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port " + port);
        }
        for (String durable : new String[] {"fsync", "full_page_writes", "synchronous_commit"}) {
            if ("off".equalsIgnoreCase(options.get(durable))) {
                throw new IllegalArgumentException(
                        durable + " stays on: a crash must lose nothing");
            }
        }
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }

    /**
     * Returns the usual settings for a server that lives in {@code folder}.
     *
     * @param folder where the server keeps its data
     */
    public static PostgresSettings in(Path folder) {
        Map<String, String> usual = new LinkedHashMap<>();
        usual.put("shared_buffers", "256MB");
        usual.put("work_mem", "16MB");
        usual.put("maintenance_work_mem", "128MB");
        usual.put("max_wal_size", "4GB");
        usual.put("checkpoint_timeout", "15min");
        usual.put("max_connections", "50");
        return new PostgresSettings(folder, 0, null, usual, Duration.ofMinutes(10));
    }

    /**
     * Returns the same with another port.
     *
     * @param value the port, 0 picks a free one
     */
    public PostgresSettings withPort(int value) {
        return new PostgresSettings(folder, value, programs, options, patience);
    }

    /**
     * Returns the same with programs that are unpacked already.
     *
     * @param value folder with {@code bin/postgres}, or null
     */
    public PostgresSettings withPrograms(Path value) {
        return new PostgresSettings(folder, port, value, options, patience);
    }

    /**
     * Returns the same with one more option.
     *
     * @param name the name in PostgreSQL's configuration
     * @param value its value
     */
    public PostgresSettings with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(options);
        more.put(name, value);
        return new PostgresSettings(folder, port, programs, more, patience);
    }
}
