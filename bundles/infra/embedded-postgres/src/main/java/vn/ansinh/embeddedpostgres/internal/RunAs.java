package vn.ansinh.embeddedpostgres.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * PostgreSQL refuses to run as root. Root enters a user namespace of its own (nothing has to change
 * owner), or, where that is forbidden, hands the folder to nobody; an ordinary user needs neither.
 */
final class RunAs {
    private static final String NOBODY = "65534";

    private final List<String> prefix;
    private final boolean handOver;

    private RunAs(List<String> prefix, boolean handOver) {
        this.prefix = prefix;
        this.handOver = handOver;
    }

    static RunAs find() throws IOException {
        if (!"0".equals(answer("id", "-u"))) {
            return new RunAs(List.of(), false);
        }
        String inside = answer("unshare", "-U", "id", "-u");
        if (inside != null && !inside.isEmpty() && !inside.equals("0")) {
            return new RunAs(List.of("unshare", "-U"), false);
        }
        List<String> setpriv =
                List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");
        List<String> probe = new ArrayList<>(setpriv);
        probe.addAll(List.of("id", "-u"));
        if (NOBODY.equals(answer(probe.toArray(String[]::new)))) {
            return new RunAs(setpriv, true);
        }
        throw Programs.unsupported("root, unshare, setpriv", null);
    }

    /** Returns whether another user has to reach the files. */
    boolean handsOver() {
        return handOver;
    }

    /** Lets the other user own the folder, where there is another user. */
    void handOver(Path folder) throws IOException {
        if (handOver && answer("chown", "-R", NOBODY + ":" + NOBODY, folder.toString()) == null) {
            throw new IOException("chown " + folder);
        }
    }

    ProcessBuilder command(Path program, String... arguments) {
        List<String> all = new ArrayList<>(prefix);
        all.add(program.toString());
        all.addAll(Arrays.asList(arguments));
        ProcessBuilder builder = new ProcessBuilder(all);
        // Karaf's scripts point this at folders of Java; the programs bring their own libraries.
        builder.environment().remove("LD_LIBRARY_PATH");
        builder.environment().keySet().removeIf(k -> k.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        return builder;
    }

    /** Runs a small command; null when it is missing, fails or does not end. */
    static String answer(String... command) throws IOException {
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            return null;
        }
        process.getOutputStream().close();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return null;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
            return null;
        }
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.exitValue() == 0 ? out.trim() : null;
    }
}
