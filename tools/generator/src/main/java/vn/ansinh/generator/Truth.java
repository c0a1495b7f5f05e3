package vn.ansinh.generator;

import java.util.List;
import java.util.Map;

/**
 * A planted difference between what was decided and what the law gives in the month.
 *
 * @param kind stable name, e.g. {@code DIED}
 * @param assessed what the law gives: ground and coefficient, or {@code NOTHING}
 * @param why the reason, in Vietnamese
 */
record Truth(String kind, String assessed, String why) {

    static final List<String> COLUMNS =
            List.of("locality", "month", "personal_id", "kind", "decided", "assessed", "why");

    static final String NOTHING = "NOTHING";

    Map<String, String> row(Place place, String personalId, String decided) {
        return Map.of(
                "locality", place.code(),
                "month", place.month().toString(),
                "personal_id", personalId,
                "kind", kind,
                "decided", decided,
                "assessed", assessed,
                "why", why);
    }
}
