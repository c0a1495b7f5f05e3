package vn.ansinh.locality.kit;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Prints one digest over a bundle's answers to the generated people of the kit: {@code candidate
 * [layers…]}, jars or modules. Two JVMs, whatever their zone, language or number of cores, print
 * the same, or the bundle is not deterministic.
 */
public final class Answers {

    private Answers() {}

    public static void main(String[] args) throws Exception {
        List<BundleFile> below = new ArrayList<>();
        for (int i = 1; i < args.length; i++) {
            below.add(open(args[i]));
        }
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (BundleFile candidate = open(args[0])) {
            out.println(digest(candidate, below));
        }
    }

    /** The digest, hex. */
    public static String digest(BundleFile candidate, List<BundleFile> below) throws Exception {
        return new LocalityKit().answers(candidate, below);
    }

    private static BundleFile open(String place) throws Exception {
        Path path = Path.of(place);
        return Files.isDirectory(path) ? BundleFile.module(path) : BundleFile.jar(path);
    }
}
