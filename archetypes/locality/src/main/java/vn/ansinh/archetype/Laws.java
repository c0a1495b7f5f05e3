package vn.ansinh.archetype;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import vn.ansinh.locality.api.BundleHeader;

/**
 * Which laws and localities there are already: what the jars of a folder say in their manifests.
 */
final class Laws {

    /** Parent of each law; empty for the State. */
    private final Map<String, String> parents = new LinkedHashMap<>();

    private final TreeSet<String> codes = new TreeSet<>();

    /**
     * Reads the manifests; no code of a jar runs.
     *
     * @throws IOException when the folder or a jar cannot be read
     */
    Laws(Path folder) throws IOException {
        List<Path> jars;
        try (Stream<Path> found = Files.list(folder)) {
            jars = found.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        }
        for (Path path : jars) {
            try (JarFile jar = new JarFile(path.toFile())) {
                Manifest manifest = jar.getManifest();
                String header =
                        manifest == null
                                ? null
                                : manifest.getMainAttributes().getValue(BundleHeader.NAME);
                if (header != null) {
                    add(header);
                }
            }
        }
    }

    private void add(String header) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String part : header.split(";")) {
            String[] pair = part.strip().split("=", 2);
            values.put(pair[0], pair.length == 2 ? pair[1] : "");
        }
        String code = values.getOrDefault("code", "");
        codes.add(code);
        if (values.containsKey(BundleHeader.KIND_LAW)) {
            parents.put(code, values.getOrDefault("parent", ""));
        }
    }

    /** Whether a law or locality has the code. */
    boolean taken(String code) {
        return codes.contains(code);
    }

    boolean has(String law) {
        return parents.containsKey(law);
    }

    List<String> all() {
        return List.copyOf(new TreeSet<>(parents.keySet()));
    }

    /** The law and what it stands on, from the State up. */
    List<String> chain(String law) {
        LinkedList<String> chain = new LinkedList<>();
        for (String one = law; one != null && !one.isEmpty(); one = parents.get(one)) {
            chain.addFirst(one);
        }
        return new ArrayList<>(chain);
    }
}
