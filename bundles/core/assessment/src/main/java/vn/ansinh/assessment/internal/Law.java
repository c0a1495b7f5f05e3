package vn.ansinh.assessment.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.ansinh.assessment.api.Engine;
import vn.ansinh.locality.api.Ground;
import vn.ansinh.locality.api.LawLayer;
import vn.ansinh.locality.api.ParameterRow;

/**
 * What the layers say, read once and numbered: rows, keys and grounds by index, so that deciding a
 * million people compares ints.
 */
final class Law {

    static final String FOLLOWS = "localCoefficientFollowsNational";

    /** Codes of the grounds or clauses that are paid beside the single parent's amount. */
    static final String BESIDE = "beside.SINGLE_PARENT";

    /** Prefix of rows that say where a later instrument restates a condition. */
    static final String CLAUSE = "clause.";

    final List<String> codes = new ArrayList<>();
    final List<String> parents = new ArrayList<>();
    final List<String> digests = new ArrayList<>();
    final List<String> territories;

    /** Rows of the territories, in order of layer and file, with the layer and key of each. */
    final List<ParameterRow> rows = new ArrayList<>();

    /** Rows of the territories that no monthly amount rests on. */
    final List<ParameterRow> reference = new ArrayList<>();

    final List<Integer> layerOfRow = new ArrayList<>();
    final Map<String, Integer> keys = new LinkedHashMap<>();

    final List<Ground> grounds = new ArrayList<>();
    final List<Integer> layerOfGround = new ArrayList<>();

    /** Territories that any row of the layers names, ours or not. */
    final List<String> namedTerritories = new ArrayList<>();

    private Law(List<String> territories) {
        this.territories = List.copyOf(territories);
    }

    static Law gather(List<Engine.Layer> layers, List<String> territories) {
        Law law = new Law(territories);
        for (int index = 0; index < layers.size(); index++) {
            LawLayer layer = layers.get(index).law();
            law.codes.add(layer.code());
            law.parents.add(layer.parent() == null ? "" : layer.parent());
            law.digests.add(layers.get(index).bundleSha256());
            for (ParameterRow row : layer.rows()) {
                law.namedTerritories.add(row.territory());
                if (territories.contains(row.territory())) {
                    law.rows.add(row);
                    law.layerOfRow.add(index);
                    // the same string as the code's, which is then found without comparing
                    law.keys.putIfAbsent(row.key().intern(), law.keys.size());
                }
            }
            for (ParameterRow row : layer.reference()) {
                law.namedTerritories.add(row.territory());
                if (territories.contains(row.territory())) {
                    law.reference.add(row);
                }
            }
            for (Ground ground : layer.grounds()) {
                if (!onlyElsewhere(ground, layer, territories)) {
                    law.grounds.add(ground);
                    law.layerOfGround.add(index);
                }
            }
        }
        return law;
    }

    /** A group that the layer lays down for other territories than these does not exist here. */
    private static boolean onlyElsewhere(Ground ground, LawLayer layer, List<String> territories) {
        List<String> places =
                layer.rows().stream()
                        .filter(row -> row.key().equals(existenceKey(ground)))
                        .map(ParameterRow::territory)
                        .toList();
        return !places.isEmpty() && places.stream().noneMatch(territories::contains);
    }

    int layers() {
        return codes.size();
    }

    /** Index of a key, or -1 when no row has it. */
    int key(String key) {
        Integer index = keys.get(key);
        return index == null ? -1 : index;
    }

    static String existenceKey(Ground ground) {
        return "ground." + ground.code();
    }
}
