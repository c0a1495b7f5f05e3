package vn.ansinh.benchmarks.container;

import static vn.ansinh.benchmarks.container.Container.say;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/**
 * Versions of a locality's bundle go in force in the packaged container while officers read lists
 * and assess people over REST: failed requests, the longest request while versions change ÷ the
 * 99th percentile while none does, from the act to the first answer by the new version, from the
 * drop of a jar until it is listed ÷ until Karaf's own handler has installed another. A bundle of
 * ours in the container writes what happens to every bundle.
 */
public final class Activation implements AutoCloseable {
    private static final String LOCALITY = "hung-dao";
    private static final String BUNDLE = "vn.ansinh.locality.hungdao";
    private static final int THREADS = 4;
    private static final int DROPS = 9;

    /** Of deploy/, in the packaged settings. */
    private static final int POLL_MILLIS = 500;

    private static final int CHAIN = 3;
    private static final int GRACE_SECONDS = 2;
    private static final long BETWEEN_MILLIS = 200;
    private static final double P99 = 0.99;

    private final int activations;
    private final int rounds;
    private final int people;
    private final Path work = Files.createTempDirectory("ansinh-activation-");
    private final Seen seen = new Seen(work.resolve("witness"));
    private final Container container = Container.unpack();
    private Versions versions;
    private Rest officer;
    private Rest leader;
    private String probe;

    private Activation(int activations, int rounds, int people) throws IOException {
        this.activations = activations;
        this.rounds = rounds;
        this.people = people;
    }

    /** Entry: {@code --activations N}, {@code --rounds R}, {@code --people P}. */
    public static void main(String[] args) throws Exception {
        int activations = 50;
        int rounds = 5;
        int people = 2_000;
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--activations" -> activations = Integer.parseInt(args[++i]);
                case "--rounds" -> rounds = Integer.parseInt(args[++i]);
                case "--people" -> people = Integer.parseInt(args[++i]);
                default -> throw new IllegalArgumentException("unknown option " + args[i]);
            }
        }
        String json;
        try (Activation benchmark = new Activation(activations, rounds, people)) {
            json = benchmark.measure();
        }
        System.out.println(json);
    }

    private String measure() throws Exception {
        container.set("vn.ansinh.activation.cfg", "autoActivate", "false");
        container.set("vn.ansinh.bundles.cfg", "graceSeconds", String.valueOf(GRACE_SECONDS));
        say("ready after %.1f s", container.start());
        Rest operator = Rest.admin(container);
        versions = new Versions(container, operator, LOCALITY);
        for (String law : List.of("law-vietnam", "law-ha-noi")) {
            versions.activate(versions.drop(container.jar(law)).sha256());
        }
        Path jar = container.jar("locality-" + LOCALITY);
        String first = versions.drop(jar).sha256();
        versions.activate(first);
        List<String> paths = prepare(operator);

        List<Drop> drops = drops(jar);
        String second = drops.get(0).ours.sha256();
        String firstHash = versions.hash();
        List<Double> approved = new ArrayList<>();
        String secondHash = approveAndActivate(second, approved);
        Map<String, String> hashes = Map.of(first, firstHash, second, secondHash);

        List<Double> answered = new ArrayList<>();
        List<Round> all = new ArrayList<>();
        List<String> events;
        long requests;
        try (Load load = new Load(officer, paths, THREADS)) {
            Versions.pause(5_000);
            long alternating = System.nanoTime();
            String now = second;
            for (int round = 0; round < rounds; round++) {
                long begun = System.nanoTime();
                for (int i = 0; i < activations / rounds; i++) {
                    now = now.equals(first) ? second : first;
                    answered.add(enter(now, hashes.get(now)));
                    Versions.pause(BETWEEN_MILLIS);
                }
                long ended = System.nanoTime();
                Versions.pause((ended - begun) / 1_000_000);
                all.add(
                        new Round(
                                load.between(begun, ended),
                                load.between(ended, System.nanoTime())));
                say("%s", all.get(round));
            }
            events = seen.events(alternating, System.nanoTime());
            if (now.equals(first)) {
                enter(second, secondHash);
            }
            // Further versions: the one before the last is stopped and, after a grace, uninstalled.
            for (int i = 1; i <= CHAIN; i++) {
                approveAndActivate(drops.get(i).ours.sha256(), approved);
            }
            Versions.pause((GRACE_SECONDS + 2) * 1_000L);
            requests = load.requests();
            load.close();
            if (load.failed() > 0) {
                throw new IllegalStateException(
                        load.failed() + " requests failed: " + load.failures());
            }
        }
        return json(drops, approved, answered, all, events, requests);
    }

    /** People, accounts and what the load asks. */
    private List<String> prepare(Rest operator) throws IOException {
        officer = account(operator, "can-bo", "OFFICER");
        leader = account(operator, "lanh-dao", "LEADER");
        Path folder = work.resolve("people");
        container.ansinh(
                "generate",
                "--people",
                String.valueOf(people),
                "--seed",
                "7",
                "--localities",
                LOCALITY,
                "--out",
                folder.toString());
        String of = "localities/" + LOCALITY;
        officer.post(
                of + "/decisions:import",
                "text/csv;charset=UTF-8",
                Files.readString(folder.resolve(LOCALITY + ".csv"), StandardCharsets.UTF_8));
        officer.post(of + "/runs", "{\"month\":\"2026-03\"}");
        String page = officer.get(of + "/people?limit=50");
        List<String> ids =
                Arrays.stream(page.split("\\{"))
                        .filter(one -> one.contains("\"fullName\""))
                        .map(one -> Rest.field(one, "id"))
                        .toList();
        probe = of + "/people/" + ids.get(0) + "/assessment?month=2026-03";
        List<String> paths = new ArrayList<>();
        for (String id : ids) {
            paths.add(of + "/people/" + id + "/assessment?month=2026-03");
            paths.add(of + "/people?limit=20");
            paths.add("localities");
            paths.add(of + "/runs");
        }
        Jars.witness(seen.file(), work.resolve("witness.jar"));
        String said =
                container.ansinh("client", "bundle:install -s file:" + work.resolve("witness.jar"));
        if (!Files.exists(seen.file())) {
            throw new IOException("the witness did not start: " + said);
        }
        return paths;
    }

    private Rest account(Rest operator, String login, String role) throws IOException {
        String made =
                operator.post(
                        "localities/" + LOCALITY + "/accounts",
                        "{\"login\":\"%s\",\"role\":\"%s\"}".formatted(login, role));
        return new Rest(container, login, Rest.field(made, "secret"));
    }

    private record Drop(Versions.Dropped ours, double emptyMillis) {}

    /** New versions, each dropped with a bundle without anything, so that one poll sees both. */
    private List<Drop> drops(Path jar) throws IOException {
        List<Drop> drops = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(6);
        for (int i = 1; i <= DROPS; i++) {
            String version = "1.0." + i;
            Path empty = Jars.empty(version, work.resolve("empty-" + i + ".jar"));
            Path next = work.resolve("locality-" + LOCALITY + "-" + version + ".jar");
            Jars.version(jar, version, next);
            Versions.pause(random.nextInt(POLL_MILLIS));
            long dropped = container.drop(empty);
            Versions.Dropped ours = versions.drop(next);
            long installed = seen.await(" installed benchmark.empty " + version + " ");
            drops.add(new Drop(ours, (installed - dropped) / 1e6));
            say("drop %d: %s", i, drops.get(i - 1));
        }
        return drops;
    }

    private String approveAndActivate(String sha256, List<Double> approved) throws Exception {
        Versions.Diff diff = versions.diff(officer, sha256);
        // The second hand is signed in and looks at the diff before agreeing.
        leader.get("localities/" + LOCALITY + "/policy-diffs");
        long started = System.nanoTime();
        versions.approve(leader, diff);
        enter(sha256, diff.toHash());
        double millis = (System.nanoTime() - started) / 1e6;
        say("approved, answered by the new version after %.1f ms", millis);
        approved.add(millis);
        return diff.toHash();
    }

    /** Activates; milliseconds until somebody is assessed by the new version. */
    private double enter(String sha256, String hash) throws Exception {
        long started = System.nanoTime();
        CompletableFuture<Void> act =
                CompletableFuture.runAsync(
                        () -> {
                            try {
                                versions.activate(sha256);
                            } catch (IOException e) {
                                throw new IllegalStateException(e);
                            }
                        });
        while (!officer.get(probe).contains(hash)) {
            if (act.isCompletedExceptionally()) {
                act.get();
            }
        }
        double millis = (System.nanoTime() - started) / 1e6;
        act.get();
        return millis;
    }

    /** Requests while versions change, and while none does. */
    private record Round(double[] during, double[] quiet) {
        double ratio() {
            return Load.highest(during) / Load.percentile(quiet, P99);
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "changing: %d requests, p50 %.1f p99 %.1f longest %.1f ms;"
                            + " quiet: %d, p50 %.1f p99 %.1f longest %.1f ms; ratio %.2f",
                    during.length,
                    Load.percentile(during, 0.5),
                    Load.percentile(during, P99),
                    Load.highest(during),
                    quiet.length,
                    Load.percentile(quiet, 0.5),
                    Load.percentile(quiet, P99),
                    Load.highest(quiet),
                    ratio());
        }
    }

    private String json(
            List<Drop> drops,
            List<Double> approved,
            List<Double> answered,
            List<Round> all,
            List<String> events,
            long requests)
            throws IOException {
        container.ansinh("client", "bundle:uninstall vn.ansinh.benchmarks.witness");
        seen.awaitGone();
        List<String> others = seen.others(BUNDLE);
        List<String> rewired = seen.rewired(BUNDLE);
        if (!others.isEmpty() || !rewired.isEmpty() || !events.isEmpty()) {
            throw new IllegalStateException(
                    "other bundles: events "
                            + others
                            + ", wirings "
                            + rewired
                            + "; while two versions took turns: "
                            + events);
        }
        long uninstalled =
                seen.all().stream().filter(one -> one.startsWith("uninstalled " + BUNDLE)).count();
        double longest =
                all.stream()
                        .flatMap(one -> Arrays.stream(new double[][] {one.during, one.quiet}))
                        .mapToDouble(Load::highest)
                        .max()
                        .orElseThrow();
        List<Double> ratios = all.stream().map(Round::ratio).toList();
        List<Double> quiet =
                all.stream()
                        .map(one -> Load.highest(one.quiet) / Load.percentile(one.quiet, P99))
                        .toList();
        return String.format(
                Locale.ROOT,
                "{\"benchmark\":\"activation\",\"ratio\":%.3f,\"ratios\":%s,\"quietRatio\":%.3f,"
                        + "\"activations\":%d,\"requests\":%d,\"failed\":0,"
                        + "\"p50Millis\":%.1f,\"p99Millis\":%.1f,\"quietP50Millis\":%.1f,"
                        + "\"quietP99Millis\":%.1f,\"longestMillis\":%.1f,"
                        + "\"activateToAnswerMillis\":%.1f,\"activateToAnswerLongestMillis\":%.1f,"
                        + "\"approveToAnswerMillis\":%.1f,\"stagedRatio\":%.3f,"
                        + "\"dropToStagedMillis\":%.0f,\"dropToInstalledByKarafMillis\":%.0f,"
                        + "\"checkSeconds\":%.2f,\"uninstalledAfterGrace\":%d,"
                        + "\"graceSeconds\":%d,\"otherBundlesChanged\":0,\"threads\":%d,"
                        + "\"people\":%d,\"load\":%.2f}",
                Load.median(ratios),
                ratios.stream()
                        .map(one -> String.format(Locale.ROOT, "%.3f", one))
                        .collect(Collectors.joining(", ", "[", "]")),
                Load.median(quiet),
                answered.size(),
                requests,
                median(all, one -> Load.percentile(one.during, 0.5)),
                median(all, one -> Load.percentile(one.during, P99)),
                median(all, one -> Load.percentile(one.quiet, 0.5)),
                median(all, one -> Load.percentile(one.quiet, P99)),
                longest,
                Load.median(answered),
                answered.stream().mapToDouble(Double::doubleValue).max().orElseThrow(),
                Load.median(approved),
                Load.median(
                        drops.stream().map(d -> d.ours.stagedMillis() / d.emptyMillis).toList()),
                Load.median(drops.stream().map(d -> d.ours.stagedMillis()).toList()),
                Load.median(drops.stream().map(Drop::emptyMillis).toList()),
                Load.median(drops.stream().map(d -> d.ours.checkSeconds()).toList()),
                uninstalled,
                GRACE_SECONDS,
                THREADS,
                people,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static double median(
            List<Round> rounds, java.util.function.ToDoubleFunction<Round> of) {
        return Load.median(rounds.stream().map(of::applyAsDouble).toList());
    }

    @Override
    public void close() throws IOException {
        container.close();
        Container.delete(work);
    }
}
