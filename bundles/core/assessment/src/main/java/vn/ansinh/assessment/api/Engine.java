package vn.ansinh.assessment.api;

import java.time.LocalDate;
import java.util.List;
import vn.ansinh.locality.api.Facts;
import vn.ansinh.locality.api.LawLayer;

/** Compiles law and gathers facts. Stateless. */
public interface Engine {

    /**
     * Compiles layers for territories.
     *
     * @param layers from the State up, each with the digest of the bundle it came from
     * @param territories territory codes whose rows apply
     * @throws IllegalArgumentException with every fault of the layers
     */
    PolicySnapshot compile(List<Layer> layers, List<String> territories);

    /** The facts of a person as known on a day, from stored facts. */
    Facts facts(
            LocalDate earliestBirth,
            LocalDate latestBirth,
            String sex,
            LocalDate death,
            List<DatedFact> facts,
            LocalDate knownOn);

    /**
     * A layer and the bundle it came from.
     *
     * @param law the layer
     * @param bundleSha256 digest of the bundle's bytes, hex
     */
    record Layer(LawLayer law, String bundleSha256) {}
}
