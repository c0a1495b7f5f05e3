package vn.ansinh.benchmarks.container;

import static vn.ansinh.benchmarks.container.Container.say;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * The packaged distribution from unpacked to ready, with nothing installed before and again with
 * all localities of the demonstration in force ÷ Apache Karaf of the same version as it is
 * published, from its start until its shell answers; memory and disk beside it. In turn, each in a
 * folder of its own. Ready of ours: {@code /health} says 200, its database included.
 */
public final class Boot implements AutoCloseable {
    private static final String KARAF = "org.apache.karaf:apache-karaf:4.4.10:tar.gz";
    private static final List<String> LAWS =
            List.of("law-vietnam", "law-ha-noi", "law-hai-duong", "law-hai-phong");
    private static final List<String> LOCALITIES =
            List.of("hung-dao", "long-bien", "thanh-tri", "tu-ky", "le-thanh-nghi");
    private static final long SETTLE_MILLIS = 3_000;

    private final int rounds;
    private final Path vanilla = Files.createTempDirectory("ansinh-karaf-");
    private final Path karaf = vanilla.resolve("karaf");
    private final List<Double> cold = new ArrayList<>();
    private final List<Double> again = new ArrayList<>();
    private final List<Double> full = new ArrayList<>();
    private final List<Double> karafCold = new ArrayList<>();
    private final List<Double> karafAgain = new ArrayList<>();
    private final List<Double> memory = new ArrayList<>();
    private final List<Double> fullMemory = new ArrayList<>();
    private final List<Double> wholeMemory = new ArrayList<>();
    private final List<Double> karafMemory = new ArrayList<>();
    private long unpackedMb;
    private long dataMb;

    private Boot(int rounds) throws IOException {
        this.rounds = rounds;
    }

    /** Entry: {@code --rounds R}. */
    public static void main(String[] args) throws Exception {
        int rounds = 5;
        for (int i = 0; i < args.length; i++) {
            if (!args[i].equals("--rounds")) {
                throw new IllegalArgumentException("unknown option " + args[i]);
            }
            rounds = Integer.parseInt(args[++i]);
        }
        String json;
        try (Boot benchmark = new Boot(rounds)) {
            json = benchmark.measure();
        }
        System.out.println(json);
    }

    private String measure() throws Exception {
        fetch();
        for (int round = 0; round < rounds; round++) {
            if (round % 2 == 0) {
                ours();
                karaf();
            } else {
                karaf();
                ours();
            }
            say(
                    "round %d: first %.2f s, second %.2f s, with %d localities %.2f s;"
                            + " Karaf first %.2f s, second %.2f s",
                    round + 1,
                    last(cold),
                    last(again),
                    LOCALITIES.size(),
                    last(full),
                    last(karafCold),
                    last(karafAgain));
        }
        return json();
    }

    private static double last(List<Double> values) {
        return values.get(values.size() - 1);
    }

    private void fetch() throws IOException, InterruptedException {
        int status =
                new ProcessBuilder(
                                "mvn",
                                "-q",
                                "-B",
                                "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy",
                                "-Dartifact=" + KARAF,
                                "-DoutputDirectory=" + vanilla)
                        .directory(vanilla.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                        .start()
                        .waitFor();
        if (status != 0) {
            throw new IOException(KARAF + " could not be fetched: " + status);
        }
    }

    private void ours() throws IOException {
        try (Container container = Container.unpack()) {
            unpackedMb = Container.sizeMb(container.home());
            cold.add(container.start());
            container.stop();
            again.add(container.start());
            Versions.pause(SETTLE_MILLIS);
            memory.add((double) Container.residentMb(container.pid()));
            Versions versions = new Versions(container, Rest.admin(container), "");
            for (String law : LAWS) {
                versions.dropAndActivate(container.jar(law));
            }
            for (String locality : LOCALITIES) {
                versions.dropAndActivate(container.jar("locality-" + locality));
            }
            container.stop();
            full.add(container.start());
            versions.awaitActive(LOCALITIES);
            Versions.pause(SETTLE_MILLIS);
            fullMemory.add((double) Container.residentMb(container.pid()));
            wholeMemory.add((double) Container.proportionalMb(container.pid()));
            container.stop();
            dataMb = Container.sizeMb(container.home().resolve("data"));
        }
    }

    private void karaf() throws IOException, InterruptedException {
        if (Files.exists(karaf)) {
            Container.delete(karaf);
        }
        Container.unpack(vanilla.resolve("apache-karaf-4.4.10.tar.gz"), karaf);
        int ssh = Container.freePort();
        replace("org.apache.karaf.shell.cfg", "sshPort", ssh);
        replace("org.apache.karaf.management.cfg", "rmiRegistryPort", Container.freePort());
        replace("org.apache.karaf.management.cfg", "rmiServerPort", Container.freePort());
        karafCold.add(karafOnce(ssh, false));
        karafAgain.add(karafOnce(ssh, true));
    }

    private void replace(String file, String key, int value) throws IOException {
        Path path = karaf.resolve("etc").resolve(file);
        Files.writeString(
                path,
                Files.readString(path).replaceAll("(?m)^" + key + " *=.*$", key + " = " + value));
    }

    /** Seconds until its shell answers. */
    private double karafOnce(int ssh, boolean weigh) throws IOException, InterruptedException {
        long started = System.nanoTime();
        ProcessBuilder builder =
                new ProcessBuilder(karaf.resolve("bin/karaf").toString(), "daemon")
                        .directory(karaf.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(vanilla.resolve("karaf.out").toFile());
        builder.environment().put("KARAF_EXEC", "exec");
        builder.environment().put("EXTRA_JAVA_OPTS", "-Xmx1024m");
        Process process = builder.start();
        try {
            while (!answers(ssh)) {
                if (!process.isAlive()) {
                    throw new IOException("Karaf ended: " + process.exitValue());
                }
                Versions.pause(10);
            }
            double seconds = (System.nanoTime() - started) / 1e9;
            if (weigh) {
                Versions.pause(SETTLE_MILLIS);
                karafMemory.add((double) Container.residentMb(process.pid()));
            }
            return seconds;
        } finally {
            process.destroy();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        }
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 100);
            return true;
        } catch (IOException e) {
            return false; // nobody listens yet
        }
    }

    private String json() {
        List<Double> ratios = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            ratios.add(again.get(i) / karafAgain.get(i));
            weights.add(memory.get(i) / karafMemory.get(i));
        }
        return String.format(
                Locale.ROOT,
                "{\"benchmark\":\"boot\",\"ratio\":%.3f,\"memoryRatio\":%.3f,\"rounds\":%d,"
                        + "\"firstSeconds\":%.2f,\"secondSeconds\":%.2f,"
                        + "\"withLocalitiesSeconds\":%.2f,\"localities\":%d,"
                        + "\"karafFirstSeconds\":%.2f,\"karafSecondSeconds\":%.2f,"
                        + "\"residentMb\":%.0f,\"withLocalitiesResidentMb\":%.0f,"
                        + "\"withDatabaseMb\":%.0f,\"karafResidentMb\":%.0f,"
                        + "\"unpackedMb\":%d,\"dataMb\":%d,\"load\":%.2f}",
                Load.median(ratios),
                Load.median(weights),
                rounds,
                Load.median(cold),
                Load.median(again),
                Load.median(full),
                LOCALITIES.size(),
                Load.median(karafCold),
                Load.median(karafAgain),
                Load.median(memory),
                Load.median(fullMemory),
                Load.median(wholeMemory),
                Load.median(karafMemory),
                unpackedMb,
                dataMb,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    @Override
    public void close() throws IOException {
        Container.delete(vanilla);
    }
}
