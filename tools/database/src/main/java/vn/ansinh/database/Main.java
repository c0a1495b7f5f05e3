package vn.ansinh.database;

import java.io.Console;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import vn.ansinh.embeddedpostgres.api.PostgresException;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.store.api.Backups;
import vn.ansinh.store.api.Backups.Summary;

/**
 * Commands of the script: {@code backup HOME DATA RUNNING FILE}, {@code restore HOME DATA FILE},
 * {@code prepare URL USER SECRETS} (password from {@code PGPASSWORD}, else asked for). Says one
 * sentence in Vietnamese and English; exit status 0 only on success.
 */
public final class Main {

    private Main() {}

    /** Runs one command. */
    public static void main(String[] args) throws IOException {
        try {
            System.out.println(run(args));
        } catch (AnsinhException | Refusal | PostgresException e) {
            fail(e.getMessage());
        } catch (NoSuchFileException e) {
            fail("Không có tệp " + e.getFile() + ". / There is no file " + e.getFile() + ".");
        } catch (SQLException e) {
            fail("PostgreSQL: " + e.getMessage());
        }
    }

    private static void fail(String sentence) {
        System.err.println("LỖI / ERROR: " + sentence);
        System.exit(1);
    }

    private static String run(String[] args) throws IOException, SQLException {
        switch (args[0]) {
            case "backup" -> {
                try (Place place = Place.of(Path.of(args[1]), Path.of(args[2]), yes(args[3]))) {
                    Summary saved = Backups.write(place.settings(), Path.of(args[4]));
                    return say(saved, "Đã sao lưu", "Saved", args[4]);
                }
            }
            case "restore" -> {
                try (Place place = Place.of(Path.of(args[1]), Path.of(args[2]), false)) {
                    Summary restored = Backups.restore(place.settings(), Path.of(args[3]));
                    return say(restored, "Đã phục hồi", "Restored", args[3]);
                }
            }
            case "prepare" -> {
                String url =
                        Preparation.prepare(args[1], args[2], password(args[2]), Path.of(args[3]));
                return "etc/vn.ansinh.store.cfg:\n\nurl = "
                        + url
                        + "\npasswordFile = "
                        + Path.of(args[3]).toAbsolutePath();
            }
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    private static boolean yes(String running) {
        return running.equals("running");
    }

    private static String say(Summary summary, String vietnamese, String english, String file) {
        return "%1$s %2$s: %3$d bảng, %4$d dòng, lược đồ %5$s / %6$s: %3$d tables, %4$d rows, schema %5$s"
                .formatted(
                        vietnamese,
                        file,
                        summary.tables(),
                        summary.rows(),
                        summary.schemaVersion(),
                        english);
    }

    private static String password(String user) {
        String given = System.getenv("PGPASSWORD");
        if (given != null) {
            return given;
        }
        Console console = System.console();
        if (console == null) {
            throw new Refusal(
                    "Chưa có mật khẩu: hãy đặt biến PGPASSWORD.",
                    "There is no password: set the variable PGPASSWORD.");
        }
        return new String(console.readPassword("Mật khẩu của / password of %s: ", user));
    }
}
