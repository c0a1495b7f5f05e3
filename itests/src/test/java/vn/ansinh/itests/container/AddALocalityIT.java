package vn.ansinh.itests.container;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/**
 * docs/how-to/add-a-locality.md, command by command, in a fresh distribution: from nothing to the
 * first month of a locality that was not there. The machine may be shared; what the steps took is
 * printed, and only a multiple of what is promised fails.
 */
public class AddALocalityIT {

    private static final Path PAGE = Path.of("../docs/how-to/add-a-locality.md");
    private static final int PROMISED_SECONDS = 60;
    private static final int SHARED = 5;

    private final Path work = Path.of("target/add-a-locality").toAbsolutePath();
    private final Path home = work.resolve("ansinh");
    private final List<Integer> ports = new ArrayList<>();

    @Before
    public void unpack() throws Exception {
        run(work.getParent(), "rm -rf '%s' && mkdir -p '%s'".formatted(work, home));
        String archive = System.getProperty("ansinh.distribution");
        run(work, "tar -xzf '%s' -C '%s' --strip-components=1".formatted(archive, home));
        ports.add(freePort());
        ports.add(freePort());
    }

    @After
    public void stop() throws Exception {
        run(home, "bin/ansinh stop || true");
    }

    @Test
    public void thePageLeadsToTheFirstMonth() throws Exception {
        List<String> commands = commands();
        assertEquals("commands of the page", 3, commands.size());
        long began = System.nanoTime();
        String said = "";
        for (String command : commands) {
            long start = System.nanoTime();
            said = run(home, asHere(command));
            System.out.printf("%6.1f s  %s%n", seconds(start), command.split("\n")[0]);
        }
        double took = seconds(began);
        System.out.printf("%6.1f s  the whole page%n", took);
        assertTrue(said, said.contains("Tháng 2026-03 của dong-anh: 12 khoản, "));
        // six at 650,000 × 1; four at 650,000 × 1.5; two at 650,000 × 2
        assertTrue(said, said.contains("10.400.000 đồng; khác kết quả xét 0"));
        assertTrue("took " + took + " s", took < PROMISED_SECONDS * SHARED);

        String again = run(home, asHere(commands.get(2)));
        assertTrue(again, again.contains("0 người mới, không đổi 12"));
        assertTrue(again, again.contains("10.400.000 đồng; khác kết quả xét 0"));
    }

    /** The shell blocks of the page, in order. */
    private static List<String> commands() throws IOException {
        List<String> commands = new ArrayList<>();
        StringBuilder block = null;
        for (String line : Files.readAllLines(PAGE)) {
            if (line.strip().equals("```sh")) {
                block = new StringBuilder();
            } else if (block != null && line.strip().equals("```")) {
                commands.add(block.toString());
                block = null;
            } else if (block != null) {
                block.append(line.strip()).append('\n');
            }
        }
        return commands;
    }

    /** In the distribution the door is bin/ansinh; Maven takes what this build has downloaded. */
    private static String asHere(String command) {
        String maven = "mvn -q -o -Dmaven.repo.local=" + System.getProperty("maven.repo.local");
        return command.replaceAll("(?m)^\\./ansinh ", "bin/ansinh ")
                .replaceAll("(?m)^mvn ", maven + " ");
    }

    private String run(Path folder, String command) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        File said = File.createTempFile("said", ".txt", work.getParent().toFile());
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", command);
        builder.directory(folder.toFile());
        builder.redirectErrorStream(true).redirectOutput(said);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        if (ports.size() == 2) {
            builder.environment().put("ANSINH_HTTPS_PORT", ports.get(0).toString());
            builder.environment().put("ANSINH_SSH_PORT", ports.get(1).toString());
        }
        Process process = builder.start();
        boolean ended = process.waitFor(5, TimeUnit.MINUTES);
        if (!ended) {
            process.destroyForcibly();
        }
        String text = Files.readString(said.toPath());
        Files.delete(said.toPath());
        assertTrue(command + "\n" + text, ended && process.exitValue() == 0);
        return text;
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
