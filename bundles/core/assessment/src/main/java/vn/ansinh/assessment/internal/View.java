package vn.ansinh.assessment.internal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import vn.ansinh.locality.api.ParameterRow;

/**
 * Which row counts for each layer and key in one stretch of benefit months and days of knowledge in
 * which nothing changes. Immutable once built.
 */
final class View {

    static final int NONE = -1;

    /** Row of the layer itself, by layer and key; {@link #NONE} where it says nothing. */
    final int[][] own;

    /** Row of the layer or else of the nearest one below. */
    final int[][] down;

    /** Whether a known row was left out because it was enacted after {@code enactedBy}. */
    final boolean curtailed;

    /**
     * @param layers how many layers from the State up
     * @param enactedBy leave out rows enacted later; null for none
     */
    View(Law law, YearMonth month, LocalDate knownOn, int layers, LocalDate enactedBy) {
        own = new int[layers][law.keys.size()];
        down = new int[layers][];
        boolean leftOut = false;
        for (int[] rows : own) {
            Arrays.fill(rows, NONE);
        }
        for (int index = 0; index < law.rows.size(); index++) {
            ParameterRow row = law.rows.get(index);
            int layer = law.layerOfRow.get(index);
            if (layer >= layers || !row.applies(month) || !row.known(month, knownOn)) {
                continue;
            }
            if (enactedBy != null && row.enacted().isAfter(enactedBy)) {
                leftOut = true;
                continue;
            }
            int key = law.key(row.key());
            int standing = own[layer][key];
            if (standing == NONE || overrides(row, law.rows.get(standing))) {
                own[layer][key] = index;
            }
        }
        for (int layer = 0; layer < layers; layer++) {
            down[layer] = own[layer].clone();
            for (int key = 0; layer > 0 && key < down[layer].length; key++) {
                if (down[layer][key] == NONE) {
                    down[layer][key] = down[layer - 1][key];
                }
            }
        }
        curtailed = leftOut;
    }

    private static boolean overrides(ParameterRow row, ParameterRow standing) {
        int order = row.inForce().compareTo(standing.inForce());
        return order > 0 || order == 0 && row.appliesFrom().isAfter(standing.appliesFrom());
    }
}
