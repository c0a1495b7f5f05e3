package vn.ansinh.embeddedpostgres.internal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.embeddedpostgres.api.PostgresException;
import vn.ansinh.embeddedpostgres.api.PostgresException.Kind;
import vn.ansinh.embeddedpostgres.api.PostgresSettings;

/** One data folder and the process that serves it. */
public final class Cluster {
    private static final Logger LOG = LoggerFactory.getLogger("vn.ansinh.embeddedpostgres");
    private static final String MAJOR = "18";
    private static final long LOG_LIMIT = 8 << 20;
    private static final Duration STOPPING = Duration.ofSeconds(60);

    private final PostgresSettings settings;
    private final Path data;
    private final Path log;
    private final FileChannel lock;
    private Path programs;
    private RunAs runAs;
    private Passwords passwords;
    private Process process;
    private int port;

    private Cluster(PostgresSettings settings, FileChannel lock) {
        this.settings = settings;
        this.data = settings.folder().resolve("data");
        this.log = settings.folder().resolve("postgres.log");
        this.lock = lock;
    }

    /**
     * Starts the server.
     *
     * @param settings where and how
     * @return the running server
     */
    public static Cluster start(PostgresSettings settings) {
        try {
            Folders.makePrivate(settings.folder());
            Cluster cluster = new Cluster(settings, lock(settings.folder()));
            try {
                cluster.open();
                return cluster;
            } catch (IOException | RuntimeException | Error e) {
                cluster.stop();
                throw e;
            }
        } catch (IOException e) {
            throw failed(settings.folder(), e.toString(), e);
        }
    }

    /** Returns the port. */
    public int port() {
        return port;
    }

    /** Returns the process id. */
    public long pid() {
        return process.pid();
    }

    /** Returns the passwords. */
    public Passwords passwords() {
        return passwords;
    }

    /** Returns whether the process is there. */
    public boolean running() {
        return process != null && process.isAlive();
    }

    /** One user at a time: without it the next start would take a live server for an orphan. */
    private static FileChannel lock(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(
                        folder.resolve("lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        FileLock got = null;
        try {
            got = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // this JVM has it
        }
        if (got == null) {
            channel.close();
            throw new PostgresException(
                    Kind.FAILED,
                    "Thư mục dữ liệu "
                            + folder
                            + " đang được một tiến trình khác sử dụng: hãy dừng tiến trình đó"
                            + " rồi khởi động lại.",
                    "The data folder "
                            + folder
                            + " is in use by another process: stop that process and start again.",
                    null);
        }
        return channel;
    }

    private void open() throws IOException {
        programs = Programs.find(settings.programs());
        Folders.makeExecutable(programs.resolve("bin"));
        runAs = RunAs.find();
        passwords = Passwords.read(settings.folder().resolve("passwords"));
        boolean known = passwords != null;
        if (!known) {
            passwords = Passwords.generate();
            passwords.write(settings.folder().resolve("passwords"));
        }
        boolean fresh = !Files.exists(data) || Folders.empty(data);
        if (fresh) {
            initialise();
        } else {
            check();
            stopOrphan();
            runAs.handOver(data);
            if (!known) {
                LOG.warn("Passwords of the embedded database were missing and are made anew");
                resetSuperuser();
            }
        }
        launch();
        try {
            Roles.prepare(port, passwords);
        } catch (SQLException e) {
            String state = String.valueOf(e.getSQLState());
            if (state.startsWith("XX") || state.startsWith("58")) {
                throw damaged(e.getMessage(), e);
            }
            if (state.equals("28P01") && known) {
                // The passwords file belongs to other data; who can read the folder may set them.
                stopProcess();
                resetSuperuser();
                launch();
                try {
                    Roles.prepare(port, passwords);
                    return;
                } catch (SQLException again) {
                    throw failed(settings.folder(), again.getMessage(), again);
                }
            }
            throw failed(settings.folder(), e.getMessage(), e);
        }
    }

    /**
     * Makes the data under another name first, so that an interrupted start leaves no half of it.
     */
    private void initialise() throws IOException {
        Path next = settings.folder().resolve("data.new");
        Folders.delete(next);
        Files.deleteIfExists(data);
        Folders.makePrivate(next);
        Path secret = settings.folder().resolve("superuser.new");
        Folders.writePrivate(secret, passwords.superuser().getBytes(StandardCharsets.UTF_8));
        try {
            openToOther(secret);
            runAs.handOver(next);
            Process init =
                    runAs.command(
                                    programs.resolve("bin/initdb"),
                                    "--pgdata=" + next,
                                    "--username=postgres",
                                    "--pwfile=" + secret,
                                    "--auth=scram-sha-256",
                                    "--encoding=UTF8",
                                    "--no-locale",
                                    "--data-checksums",
                                    "--no-instructions",
                                    // The files are made durable below, once.
                                    "--no-sync")
                            .redirectErrorStream(true)
                            .start();
            init.getOutputStream().close();
            String said = new String(init.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (init.waitFor() != 0) {
                throw failed(settings.folder(), lastLine(said), null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            Files.deleteIfExists(secret);
        }
        RunAs.answer("sync", "-f", next.toString());
        Files.move(next, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private void openToOther(Path secret) throws IOException {
        runAs.handOver(secret);
        if (runAs.handsOver()) {
            Files.setPosixFilePermissions(
                    settings.folder(), PosixFilePermissions.fromString("rwx--x--x"));
        }
    }

    private void check() throws IOException {
        Path version = data.resolve("PG_VERSION");
        if (!Files.exists(version)) {
            throw damaged("PG_VERSION?", null);
        }
        String major = Files.readString(version).trim();
        if (!major.equals(MAJOR)) {
            throw damaged("PostgreSQL " + major + " ≠ " + MAJOR, null);
        }
        if (!Files.exists(data.resolve("global/pg_control"))) {
            throw damaged("global/pg_control?", null);
        }
    }

    /** A killed JVM leaves its server alive; it is asked to stop, never robbed of its pid file. */
    private void stopOrphan() throws IOException {
        Path file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return;
        }
        List<String> lines = Files.readAllLines(file);
        long pid;
        try {
            pid = Long.parseLong(lines.get(0).trim());
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            return; // PostgreSQL judges it
        }
        ProcessHandle handle = ProcessHandle.of(pid).orElse(null);
        if (handle == null || !handle.isAlive()) {
            return; // PostgreSQL sees that it is stale
        }
        List<String> command = commandLine(pid);
        if (command.isEmpty()) {
            return; // unknown: PostgreSQL judges it
        }
        String itsData = lines.size() > 1 ? lines.get(1).trim() : data.toString();
        boolean ours =
                command.get(0).endsWith("postgres")
                        && (command.contains(itsData) || command.contains(data.toString()));
        if (!ours) {
            // The number went to a stranger, as it does after a reboot or in a container.
            Files.delete(file);
            return;
        }
        LOG.info("Stopping the database that a killed process left behind, pid {}", pid);
        signal("INT", pid);
        long end = System.nanoTime() + STOPPING.toNanos();
        while (handle.isAlive() && System.nanoTime() < end) {
            pause(20);
        }
        if (handle.isAlive()) {
            signal("QUIT", pid); // as good as a power cut, which it survives
            pause(1000);
        }
    }

    private static List<String> commandLine(long pid) {
        try {
            String all = Files.readString(Path.of("/proc/" + pid + "/cmdline"));
            return all.isEmpty() ? List.of() : List.of(all.split("\0"));
        } catch (IOException e) {
            return List.of();
        }
    }

    private void resetSuperuser() throws IOException {
        Process single =
                runAs.command(
                                programs.resolve("bin/postgres"),
                                "--single",
                                "-D",
                                data.toString(),
                                "postgres")
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                        .start();
        try (var in = single.getOutputStream()) {
            in.write(
                    ("ALTER ROLE postgres PASSWORD '" + passwords.superuser() + "'\n")
                            .getBytes(StandardCharsets.UTF_8));
        }
        try {
            if (single.waitFor() != 0) {
                throw damaged(problem(logged(0)), null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private void launch() throws IOException {
        long end = System.nanoTime() + settings.patience().toNanos();
        for (int attempt = 1; ; attempt++) {
            port = settings.port() == 0 ? freePort() : settings.port();
            rotateLog();
            long from = Files.exists(log) ? Files.size(log) : 0;
            process =
                    runAs.command(programs.resolve("bin/postgres"), arguments())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                            .start();
            process.getOutputStream().close();
            while (process.isAlive() && !ready()) {
                if (System.nanoTime() > end) {
                    throw failed(settings.folder(), "timeout", null);
                }
                pause(10);
            }
            if (process.isAlive()) {
                return;
            }
            String said = logged(from);
            boolean taken = said.contains("Address already in use");
            boolean dying = said.contains("shared memory block");
            if (attempt < 50 && (dying || taken && settings.port() == 0)) {
                pause(200);
                continue;
            }
            if (taken) {
                throw portTaken();
            }
            String problem = problem(said);
            boolean surroundings =
                    said.contains("No space left")
                            || said.contains("Permission denied")
                            || said.contains("annot allocate memory")
                            || said.contains("unrecognized configuration parameter")
                            || said.contains("invalid value for parameter")
                            || said.contains("lock file");
            throw surroundings ? failed(settings.folder(), problem, null) : damaged(problem, null);
        }
    }

    private String[] arguments() {
        List<String> all = new ArrayList<>(List.of("-D", data.toString(), "-p", "" + port));
        set(all, "listen_addresses", "127.0.0.1");
        set(all, "unix_socket_directories", "");
        set(all, "log_timezone", "Asia/Ho_Chi_Minh");
        set(all, "timezone", "Asia/Ho_Chi_Minh");
        settings.options().forEach((name, value) -> set(all, name, value));
        return all.toArray(String[]::new);
    }

    private static void set(List<String> all, String name, String value) {
        all.add("-c");
        all.add(name + "=" + value);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket =
                new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            return socket.getLocalPort();
        }
    }

    /** The pid file's last line says whether connections are taken. */
    private boolean ready() throws IOException {
        try {
            List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
            return lines.size() >= 8
                    && lines.get(0).trim().equals(Long.toString(process.pid()))
                    && lines.get(7).trim().equals("ready");
        } catch (java.nio.file.NoSuchFileException e) {
            return false;
        }
    }

    /** Stops the server and lets the folder go. */
    public void stop() {
        try {
            stopProcess();
        } finally {
            try {
                lock.close();
            } catch (IOException e) {
                LOG.debug("lock", e);
            }
        }
    }

    private void stopProcess() {
        if (process == null) {
            return;
        }
        boolean interrupted = Thread.interrupted();
        try {
            for (String signal : new String[] {"INT", "QUIT", "KILL"}) {
                if (!process.isAlive()) {
                    break;
                }
                signal(signal, process.pid());
                process.waitFor(STOPPING.toSeconds(), TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void signal(String name, long pid) {
        try {
            RunAs.answer("kill", "-" + name, Long.toString(pid));
        } catch (IOException e) {
            LOG.warn("kill -{} {}: {}", name, pid, e.toString());
        }
    }

    private static void pause(long millis) throws IOException {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private void rotateLog() throws IOException {
        if (Files.exists(log) && Files.size(log) > LOG_LIMIT) {
            Files.move(
                    log, log.resolveSibling("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private String logged(long from) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(Math.max(from, file.length() - 64_000));
            byte[] bytes = new byte[(int) (file.length() - file.getFilePointer())];
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    private static String problem(String said) {
        for (String level : new String[] {"PANIC: ", "FATAL: ", "ERROR: "}) {
            int at = said.indexOf(level);
            if (at >= 0) {
                int end = said.indexOf('\n', at);
                return said.substring(at + level.length(), end < 0 ? said.length() : end).trim();
            }
        }
        return lastLine(said);
    }

    private static String lastLine(String said) {
        String[] lines = said.strip().split("\n");
        return lines[lines.length - 1];
    }

    private PostgresException portTaken() {
        return new PostgresException(
                Kind.FAILED,
                "Cổng "
                        + port
                        + " của cơ sở dữ liệu đang bị chiếm: hãy đổi khóa port trong"
                        + " etc/vn.ansinh.embeddedpostgres.cfg (0 = tự chọn).",
                "The database's port "
                        + port
                        + " is in use: change the key port in"
                        + " etc/vn.ansinh.embeddedpostgres.cfg (0 = pick one).",
                null);
    }

    private PostgresException damaged(String detail, Throwable cause) {
        return new PostgresException(
                Kind.DAMAGED,
                "Thư mục dữ liệu "
                        + data
                        + " bị hỏng ("
                        + detail
                        + "); không có gì bị xóa: hãy khôi phục bản sao lưu, hoặc chuyển thư mục"
                        + " này đi nơi khác rồi khởi động lại để bắt đầu với cơ sở dữ liệu trống.",
                "The data folder "
                        + data
                        + " is damaged ("
                        + detail
                        + "); nothing was deleted: restore a backup, or move the folder away and"
                        + " start again to begin with an empty database.",
                cause);
    }

    private static PostgresException failed(Path folder, String detail, Throwable cause) {
        return new PostgresException(
                Kind.FAILED,
                "Không khởi động được cơ sở dữ liệu trong "
                        + folder
                        + " ("
                        + detail
                        + "); dữ liệu vẫn còn nguyên: xem postgres.log trong thư mục đó rồi khởi"
                        + " động lại.",
                "The database in "
                        + folder
                        + " could not be started ("
                        + detail
                        + "); the data are untouched: see postgres.log in that folder, then start"
                        + " again.",
                cause);
    }
}
