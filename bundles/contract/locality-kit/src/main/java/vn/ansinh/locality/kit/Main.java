package vn.ansinh.locality.kit;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The kit as a command: {@code --candidate x.jar --layers a.jar,b.jar} (layers from the State up;
 * left out for the law of the State). Prints one JSON line per finding and at the end one that says
 * which digest was checked, in UTF-8. With {@code --report CODE} it prints what that form makes of
 * the sample month instead, to be read and kept as its golden. Exit status: 0 passed, 1 findings, 2
 * could not run. Needs on its class path only the jars of locality-api, assessment and
 * locality-kit.
 */
public final class Main {

    private static final int PASSED = 0;
    private static final int FINDINGS = 1;
    private static final int COULD_NOT_RUN = 2;

    private Main() {}

    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(args, out, err));
    }

    static int run(String[] args, PrintStream out, PrintStream err) {
        String form = option(args, "--report");
        String candidate = option(args, "--candidate");
        String layers = option(args, "--layers");
        if (candidate == null) {
            err.println("cần: --candidate x.jar [--layers a.jar,b.jar | --report MẪU]");
            return COULD_NOT_RUN;
        }
        List<BundleFile> below = new ArrayList<>();
        try (BundleFile bundle = BundleFile.jar(Path.of(candidate))) {
            for (String layer : layers == null ? new String[0] : layers.split(",")) {
                below.add(BundleFile.jar(Path.of(layer)));
            }
            if (form != null) {
                out.println(new LocalityKit().reports(bundle).get(form));
                return PASSED;
            }
            List<Finding> findings = new LocalityKit().check(bundle, below);
            findings.forEach(finding -> out.println(finding.json()));
            // A bundle that ends the process with status 0 must not pass for one that was checked.
            out.println("{\"checked\":\"" + bundle.sha256() + "\"}");
            return findings.isEmpty() ? PASSED : FINDINGS;
        } catch (Throwable e) {
            // whatever a candidate throws, linkage and memory errors included, it did not pass
            err.println("không kiểm tra được " + candidate + ": " + e);
            return COULD_NOT_RUN;
        } finally {
            close(below, err);
        }
    }

    private static void close(List<BundleFile> files, PrintStream err) {
        for (BundleFile file : files) {
            try {
                file.close();
            } catch (IOException e) {
                err.println("không đóng được tệp: " + e);
            }
        }
    }

    private static String option(String[] args, String name) {
        for (int i = 0; i + 1 < args.length; i += 2) {
            if (args[i].equals(name)) {
                return args[i + 1];
            }
        }
        return null;
    }
}
