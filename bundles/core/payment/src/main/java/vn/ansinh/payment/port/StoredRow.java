package vn.ansinh.payment.port;

import java.util.ArrayList;
import java.util.List;
import vn.ansinh.assessment.api.PolicySnapshot;
import vn.ansinh.locality.api.Confidence;
import vn.ansinh.locality.api.ParameterRow;

/**
 * A row of law a run was computed with.
 *
 * @param number place in the snapshot's rows
 * @param key key
 * @param value value
 * @param unit unit of the value
 * @param citation the clause as Vietnamese readers write it
 * @param uncertain whether the row is open
 */
public record StoredRow(
        int number, String key, String value, String unit, String citation, boolean uncertain) {

    /** All rows of a law. */
    public static List<StoredRow> of(PolicySnapshot law) {
        List<StoredRow> rows = new ArrayList<>();
        for (ParameterRow row : law.rows()) {
            rows.add(
                    new StoredRow(
                            rows.size(),
                            row.key(),
                            row.value(),
                            row.unit(),
                            row.citation().vietnamese(),
                            row.confidence() == Confidence.UNCERTAIN));
        }
        return rows;
    }
}
