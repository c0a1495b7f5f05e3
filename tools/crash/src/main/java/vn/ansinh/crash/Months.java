package vn.ansinh.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import vn.ansinh.crash.Spot.Hold;

/** Pays months and kills while they are paid. */
final class Months implements AutoCloseable {
    static final int PER_LOCALITY = 6;
    private static final YearMonth FIRST = YearMonth.of(2026, 1);
    private static final long PATIENCE_MILLIS = 90_000;
    private static final long HELD_MILLIS = 20_000;

    private final Path folder;
    private final World world;
    private final BankChild bank;
    private final Score score;
    private final int chunk;
    private final boolean blind;
    private final Random random;
    private final Wire database;
    private final Wire link;
    private final Path archive;
    private int version;
    private int locality;
    private YearMonth month;
    private Instant zero;
    private Child worker;

    Months(Path folder, World world, BankChild bank, Score score, int chunk, boolean blind)
            throws IOException {
        this.folder = folder;
        this.world = world;
        this.bank = bank;
        this.score = score;
        this.chunk = chunk;
        this.blind = blind;
        this.random = new Random(score.seed);
        this.database = new Wire(true, world.port());
        this.link = new Wire(false, bank.port());
        // Class data are shared by JVMs whose class path has jars only.
        boolean jars = Stream.of(Child.classPath().split(":")).allMatch(p -> p.endsWith(".jar"));
        this.archive = jars ? folder.resolve("worker.jsa") : null;
    }

    /** One kill that is planned: where, at which time it comes there, what. */
    private record Plan(Spot spot, int hit, String victim) {}

    /** Pays month n, killing at each of the spots, and compares. */
    void pay(int n, List<Spot> spots, int kills) throws IOException, InterruptedException {
        locality = 1 + n / PER_LOCALITY;
        month = FIRST.plusMonths(n % PER_LOCALITY);
        zero = Instant.now();
        bank.stating(false);
        List<Plan> plans = plan(spots);
        boolean announced = false;
        for (int i = 0; i < plans.size() && score.kills() < kills; i++) {
            Plan plan = plans.get(i);
            boolean fresh = worker == null;
            if (fresh) {
                worker = start();
            }
            if (fresh || !announced) {
                announce(plan);
            }
            Plan next = i + 1 < plans.size() ? plans.get(i + 1) : null;
            announced = plan.spot() == Spot.ANY_TIME ? anyTime(plan) : strike(plan, next);
        }
        finish();
    }

    /** In the order of a month; inside its stages as it comes. */
    private List<Plan> plan(List<Spot> spots) {
        List<Spot> order = new ArrayList<>(spots);
        shuffle(order, Spot.CHUNK_BEFORE_CLAIM, Spot.CHUNK_COMMITTED);
        shuffle(order, Spot.BEFORE_CALL, Spot.ANSWER_COMMITTED);
        List<Plan> plans = new ArrayList<>();
        for (Spot spot : order) {
            boolean chunks = spot.compareTo(Spot.COMPUTE_HALF) < 0;
            plans.add(new Plan(spot, chunks ? 1 + random.nextInt(2) : 1, victim(spot)));
        }
        return plans;
    }

    private void shuffle(List<Spot> order, Spot first, Spot last) {
        int from = order.indexOf(first);
        int to = order.indexOf(last);
        if (from >= 0 && to > from) {
            Collections.shuffle(order.subList(from, to + 1), random);
        }
    }

    private String victim(Spot spot) {
        int roll = random.nextInt(100);
        if (spot == Spot.ANY_TIME || roll < 65) {
            return "WORKER";
        }
        if (spot.withBank() && roll < 85) {
            return roll < 75 ? "BANK" : "BANK_LINE";
        }
        return roll < 80 ? "BACKEND" : roll < 90 ? "POSTGRES" : "DATABASE_LINE";
    }

    private Child start() throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(world.door(database.port()));
        Instant civil = month.atDay(12).atTime(2, 0).toInstant(java.time.ZoneOffset.UTC);
        arguments.addAll(
                List.of(
                        World.code(locality),
                        month.toString(),
                        Long.toString(civil.toEpochMilli() - zero.toEpochMilli()),
                        "http://localhost:" + link.port(),
                        blind ? "blind" : "asks",
                        Integer.toString(chunk)));
        Path usable =
                archive != null && (score.months > 0 == Files.exists(archive)) ? archive : null;
        Child started =
                new Child(folder.resolve("worker.log"), usable, Worker.class.getName(), arguments);
        String line = started.next(PATIENCE_MILLIS);
        if (!"READY".equals(line)) {
            started.kill();
            throw new IOException("the worker did not start: " + line);
        }
        return started;
    }

    private void announce(Plan plan) throws IOException, InterruptedException {
        boolean stating = plan.spot().compareTo(Spot.CLOSE_HALF) >= 0;
        if (stating) {
            worker.say("TARGET NONE 0 " + ++version);
            awaitAnswers();
        }
        String point = plan.spot().point.isEmpty() ? "NONE" : plan.spot().point;
        worker.say("TARGET " + point + " " + plan.hit() + " " + ++version);
        if (stating) {
            bank.stating(true);
        }
    }

    /** One statement for all: not before every file that was called has its answer. */
    private void awaitAnswers() throws InterruptedException {
        long end = System.currentTimeMillis() + HELD_MILLIS;
        while (world.sending()) {
            if (System.currentTimeMillis() > end) {
                System.err.println(month + ": a file without an answer; the statement comes first");
                return;
            }
            Thread.sleep(50);
        }
    }

    private boolean anyTime(Plan plan) throws InterruptedException {
        for (int i = 0; i < 100 && world.state(locality, month).equals("NONE"); i++) {
            Thread.sleep(20);
        }
        Thread.sleep(random.nextInt(250));
        worker.kill();
        worker = null;
        hit(plan);
        return false;
    }

    /** Waits for the worker at its point and kills; whether the next plan is announced already. */
    private boolean strike(Plan plan, Plan next) throws IOException, InterruptedException {
        if (!awaited()) {
            missed(plan);
            return false;
        }
        Hold hold = plan.spot().hold;
        Wire wire = hold == Hold.ANSWER ? link : database;
        boolean told = false;
        if (hold != Hold.NONE) {
            wire.arm(hold);
            worker.say("GO");
            if (!wire.awaitHeld(HELD_MILLIS)) {
                wire.release();
                missed(plan);
                return false;
            }
        }
        kill(plan.victim());
        hit(plan);
        if (worker != null && next != null && next.spot().compareTo(Spot.CLOSE_HALF) < 0) {
            announce(next);
            told = true;
        }
        if (worker != null && hold == Hold.NONE) {
            worker.say("GO");
        }
        database.release();
        link.release();
        return told;
    }

    /** Whether the worker came to its point; not when it has nothing to do or is done. */
    private boolean awaited() throws IOException, InterruptedException {
        while (true) {
            String line = worker.next(PATIENCE_MILLIS);
            if (line == null) {
                throw new IOException("the worker hangs; see worker.log");
            }
            if (line.startsWith("AT ")) {
                return true;
            }
            if (line.equals("IDLE " + version)) {
                return false;
            }
            if (line.startsWith("CLOSED") || line.equals(Child.GONE)) {
                worker.end();
                worker = null;
                return false;
            }
        }
    }

    private void kill(String victim) throws IOException, InterruptedException {
        switch (victim) {
            case "WORKER" -> {
                worker.kill();
                worker = null;
            }
            case "BACKEND" -> world.killBackend();
            case "POSTGRES" -> {
                world.killAll();
                database.target(world.port());
            }
            case "DATABASE_LINE" -> database.cut();
            case "BANK" -> {
                bank.killAndStart();
                link.target(bank.port());
            }
            case "BANK_LINE" -> link.cut();
            default -> throw new IllegalArgumentException(victim);
        }
    }

    private void missed(Plan plan) {
        score.missed++;
        System.err.printf(
                "%s %s %s: never at %s (%d)%n",
                LocalTime.now(), World.code(locality), month, plan.spot(), plan.hit());
    }

    private void hit(Plan plan) throws InterruptedException {
        String state = world.state(locality, month);
        boolean unfinished = !state.equals("NONE") && !state.equals("CLOSED") || world.reading();
        score.hit(plan.spot(), plan.victim(), unfinished);
        System.err.printf(
                "%s %s %s: %s killed at %s (%d), run %s%n",
                LocalTime.now(),
                World.code(locality),
                month,
                plan.victim(),
                plan.spot(),
                plan.hit(),
                state);
    }

    /** Nothing more is killed: the next statement is issued and the month comes to its end. */
    private void finish() throws IOException, InterruptedException {
        if (worker == null) {
            worker = start();
        }
        worker.say("TARGET NONE 0 " + ++version);
        awaitAnswers();
        bank.stating(true);
        String line = "";
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (line != null
                && !line.startsWith("CLOSED")
                && !line.equals(Child.GONE)
                && System.currentTimeMillis() < end) {
            if (line.startsWith("AT ")) {
                worker.say("GO");
            }
            line = worker.next(PATIENCE_MILLIS);
        }
        score.months++;
        if (line == null || !line.startsWith("CLOSED")) {
            score.differences.add(month + " was not closed: " + world.state(locality, month));
            worker.kill();
        } else {
            worker.end();
            if (!line.endsWith("true")) {
                score.differences.add(month + ": the product finds differences");
            }
        }
        worker = null;
        for (String one : Comparison.of(world, bank.ledger(), locality, month)) {
            score.differences.add(World.code(locality) + " " + month + ": " + one);
        }
        System.err.printf(
                "%s %s: %d kills, %d differences%n",
                World.code(locality), month, score.kills(), score.differences.size());
    }

    @Override
    public void close() throws IOException, InterruptedException {
        if (worker != null) {
            worker.kill();
        }
        database.close();
        link.close();
    }
}
