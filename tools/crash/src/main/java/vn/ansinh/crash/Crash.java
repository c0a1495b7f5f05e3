package vn.ansinh.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Pays month after month while processes are killed, and compares what the bank did with what was
 * approved (docs/reference/crash.md). Progress goes to standard error, one JSON line to standard
 * output; exit status 0 only when nothing differs.
 *
 * <pre>
 * Crash [--kills N] [--seed S] [--people P] [--chunk LINES] [--for SECONDS]
 *       [--at SPOT,SPOT …] [--blind] [--keep]
 * </pre>
 */
public final class Crash {
    private Crash() {}

    /** Starts. */
    public static void main(String[] args) throws Exception {
        int kills = 300;
        long seed = 5;
        int people = 3_000;
        int chunk = 50;
        int seconds = 7_200;
        boolean blind = false;
        boolean keep = false;
        List<Spot> spots = List.of(Spot.values());
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--kills" -> kills = Integer.parseInt(args[++i]);
                case "--seed" -> seed = Long.parseLong(args[++i]);
                case "--people" -> people = Integer.parseInt(args[++i]);
                case "--chunk" -> chunk = Integer.parseInt(args[++i]);
                case "--for" -> seconds = Integer.parseInt(args[++i]);
                case "--at" -> spots = Stream.of(args[++i].split(",")).map(Spot::valueOf).toList();
                case "--blind" -> blind = true;
                case "--keep" -> keep = true;
                default -> {
                    System.err.println("unknown option " + args[i]);
                    System.exit(64);
                }
            }
        }
        Path folder = Files.createTempDirectory("ansinh-crash-");
        Score score = run(folder, kills, seed, people, chunk, seconds, blind, spots);
        if (keep || !score.differences.isEmpty()) {
            System.err.println("kept: " + folder);
        } else {
            World.delete(folder);
        }
        System.out.println(score.json());
        System.exit(score.differences.isEmpty() && score.kills() >= kills ? 0 : 1);
    }

    /**
     * Kills at these spots in each month until enough is killed, time is over or a month differs.
     */
    static Score run(
            Path folder,
            int kills,
            long seed,
            int people,
            int chunk,
            int seconds,
            boolean blind,
            List<Spot> spots)
            throws IOException, InterruptedException, SQLException {
        Score score = new Score(seed, people);
        int localities = 1 + kills / (Months.PER_LOCALITY * Math.max(1, spots.size() * 3 / 4));
        try (World world = new World(folder.resolve("postgres"), people, localities)) {
            // What shows blindness is the file that is sent again; a dropped one would hide it.
            BankChild bank = new BankChild(folder.resolve("bank"), seed, !blind);
            try (Months months = new Months(folder, world, bank, score, chunk, blind)) {
                for (int n = 0;
                        n < localities * Months.PER_LOCALITY
                                && score.kills() < kills
                                && (n == 0 || score.seconds() < seconds)
                                && score.differences.isEmpty();
                        n++) {
                    months.pay(n, spots, kills);
                }
            } finally {
                bank.kill();
            }
        }
        return score;
    }
}
