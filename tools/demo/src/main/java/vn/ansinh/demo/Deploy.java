package vn.ansinh.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.function.Predicate;
import vn.ansinh.demo.Door.DemoFailure;
import vn.ansinh.demo.Door.Login;

/** Jars into the running container, as an operator does it: {@code deploy/} and the releases. */
final class Deploy {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Door door;
    private final Login admin;
    private final Path folder;
    private final Print print;

    Deploy(Door door, Login admin, Path home, Print print) {
        this.door = door;
        this.admin = admin;
        this.folder = home.resolve("deploy");
        this.print = print;
    }

    /** Drops a jar whole: the container never sees half of it. */
    Path drop(Path jar) throws IOException {
        Path target = folder.resolve(jar.getFileName());
        Path hidden = folder.resolve("." + jar.getFileName());
        Files.copy(jar, hidden, StandardCopyOption.REPLACE_EXISTING);
        Files.move(hidden, target, StandardCopyOption.ATOMIC_MOVE);
        print.line(jar.getFileName() + " → deploy/");
        return target;
    }

    /** Every version the container knows, newest first. */
    JsonNode releases() {
        return door.get(Office.API + "/releases", admin).must(200).json();
    }

    /** Waits until the newest version of a code is in the state. */
    void await(String code, String state) {
        await(code, release -> release.path("code").asText().equals(code), state);
    }

    /** Waits until the newest of some versions is in the state; a refusal ends it. */
    void await(String name, Predicate<JsonNode> wanted, String state) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        String last = "";
        while (System.nanoTime() < end) {
            for (JsonNode release : releases()) {
                if (wanted.test(release)) {
                    last = release.path("state").asText() + " " + release.path("findings");
                    if (release.path("state").asText().equals(state)) {
                        print.line(name + " " + release.path("version").asText() + ": " + state);
                        return;
                    }
                    if (release.path("state").asText().equals("REFUSED")) {
                        throw new DemoFailure(name + " bị từ chối / refused: " + last);
                    }
                    break;
                }
            }
            pause();
        }
        throw new DemoFailure(name + " chưa đạt / is not " + state + ": " + last);
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailure("Bị ngắt / interrupted", e);
        }
    }
}
