package vn.ansinh.bank;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A bank for tests, as a process of its own (DỮ LIỆU GIẢ LẬP). It pays every file each time it gets
 * it, loses answers, is late, repeats and shuffles, and never loses a booking.
 *
 * <pre>
 * Bank --dir FOLDER [--port N] [--day YYYY-MM-DD] [--dump] [name=value …]
 * </pre>
 */
public final class Bank {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private Bank() {}

    /** Starts and prints {@code READY PORT}, or with {@code --dump} prints the ledger and ends. */
    public static void main(String[] args) throws IOException {
        Behaviour behaviour = new Behaviour();
        Path folder = null;
        int port = 0;
        boolean dump = false;
        Clock clock = Clock.system(VIETNAM);
        try {
            for (int i = 0; i < args.length; i++) {
                switch (args[i]) {
                    case "--dir" -> folder = Path.of(args[++i]);
                    case "--port" -> port = Integer.parseInt(args[++i]);
                    case "--day" -> clock = startingOn(LocalDate.parse(args[++i]));
                    case "--dump" -> dump = true;
                    default -> setting(behaviour, args[i]);
                }
            }
            if (folder == null) {
                throw new IllegalArgumentException("--dir FOLDER is missing");
            }
        } catch (RuntimeException e) {
            System.err.println(
                    "Bank --dir FOLDER [--port N] [--day YYYY-MM-DD] [--dump] [name=value ...]: "
                            + e.getMessage());
            System.exit(64);
            return;
        }
        Ledger ledger = new Ledger(folder);
        if (dump) {
            System.out.println(ledger.dump());
            ledger.close();
            return;
        }
        Teller teller = new Teller(ledger, behaviour, clock);
        Counter counter = new Counter(ledger, behaviour, teller, port);
        System.out.println("READY " + counter.port());
    }

    /** Takes {@code name=value}. */
    static void setting(Behaviour behaviour, String text) {
        int at = text.indexOf('=');
        if (at < 1) {
            throw new IllegalArgumentException("not name=value: " + text);
        }
        behaviour.set(text.substring(0, at).strip(), text.substring(at + 1).strip());
    }

    /** The bank's clock goes on from this day. */
    private static Clock startingOn(LocalDate day) {
        Clock real = Clock.system(VIETNAM);
        Duration apart =
                Duration.between(
                        LocalDate.now(real).atStartOfDay(VIETNAM), day.atStartOfDay(VIETNAM));
        return Clock.offset(real, apart);
    }
}
