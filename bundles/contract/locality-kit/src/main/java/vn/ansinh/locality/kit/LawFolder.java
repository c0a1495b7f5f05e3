package vn.ansinh.locality.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import vn.ansinh.assessment.api.Engine;
import vn.ansinh.assessment.api.Engines;
import vn.ansinh.assessment.api.PolicySnapshot;

/** A folder with law and locality jars, as the distribution carries one; no container needed. */
public final class LawFolder implements AutoCloseable {

    private final Map<String, Contribution> byCode = new TreeMap<>();
    private final Map<String, BundleFile> files = new TreeMap<>();

    /**
     * Opens every jar of the folder that names itself a law or a locality.
     *
     * @throws IOException when a jar cannot be read
     * @throws IllegalArgumentException in Vietnamese, when one does not load or two have one code
     */
    public LawFolder(Path folder) throws IOException {
        List<Path> jars;
        try (Stream<Path> found = Files.list(folder)) {
            jars = found.filter(p -> p.toString().endsWith(".jar")).sorted().toList();
        }
        for (Path jar : jars) {
            BundleFile file = BundleFile.jar(jar);
            if (file.header() == null) {
                file.close();
                continue;
            }
            List<Finding> findings = new ArrayList<>();
            Contribution made = Contribution.of(file, findings);
            if (made == null) {
                throw new IllegalArgumentException(jar.getFileName() + ": " + findings);
            }
            if (byCode.put(made.code(), made) != null) {
                throw new IllegalArgumentException(
                        jar.getFileName() + ": mã «" + made.code() + "» có hai tệp trong thư mục");
            }
            files.put(made.code(), file);
        }
    }

    /** Codes of the localities of the folder. */
    public List<String> localities() {
        return byCode.values().stream()
                .filter(made -> made.locality() != null)
                .map(Contribution::code)
                .toList();
    }

    /**
     * The law of a locality: its layer and every layer below it.
     *
     * @throws IllegalArgumentException in Vietnamese, when the locality or a layer below is missing
     *     or the layers do not compile
     */
    public PolicySnapshot law(String locality) {
        Contribution made = byCode.get(locality);
        if (made == null || made.locality() == null) {
            throw new IllegalArgumentException(
                    "không có địa phương «"
                            + locality
                            + "»; có: "
                            + String.join(", ", localities()));
        }
        LinkedList<Engine.Layer> layers = new LinkedList<>();
        for (Contribution layer = made; layer != null; layer = below(layer)) {
            layers.addFirst(new Engine.Layer(layer.layer(), files.get(layer.code()).sha256()));
        }
        return Engines.standard().compile(layers, made.locality().profile().territories());
    }

    /**
     * The layers that a bundle on a law stands on, from the State up; for {@link
     * LocalityKit#check}. They stay open as long as this folder.
     *
     * @throws IllegalArgumentException in Vietnamese, when the law or a layer below is missing
     */
    public List<BundleFile> upTo(String law) {
        Contribution made = byCode.get(law);
        if (made == null) {
            throw new IllegalArgumentException("thiếu tầng chính sách «" + law + "»");
        }
        LinkedList<BundleFile> layers = new LinkedList<>();
        for (Contribution layer = made; layer != null; layer = below(layer)) {
            layers.addFirst(files.get(layer.code()));
        }
        return layers;
    }

    private Contribution below(Contribution layer) {
        String parent = layer.layer().parent();
        if (parent == null || parent.isEmpty()) {
            return null;
        }
        Contribution found = byCode.get(parent);
        if (found == null) {
            throw new IllegalArgumentException("thiếu tầng chính sách «" + parent + "»");
        }
        return found;
    }

    @Override
    public void close() throws IOException {
        for (BundleFile file : files.values()) {
            file.close();
        }
    }
}
