package vn.ansinh.activation.api;

import java.util.List;
import java.util.Optional;
import vn.ansinh.assessment.api.PolicySnapshot;
import vn.ansinh.locality.api.LocalityPlan;
import vn.ansinh.locality.api.LocalityProfile;
import vn.ansinh.locality.api.ReportFormat;

/**
 * What is in force in this container. Read it once per request and once per run: the {@link Active}
 * never changes under the reader.
 */
public interface ActiveLaw {

    /** The active law of a locality, if its bundle and every layer below are active. */
    Optional<Active> of(String localityCode);

    /** The same, or LAW_NOT_ACTIVE with a Vietnamese sentence. */
    Active require(String localityCode);

    /** Every locality that is active now. */
    List<Active> all();

    /**
     * Active law of a locality.
     *
     * @param profile who
     * @param snapshot compiled law
     * @param reports its report forms
     * @param symbolicName bundle
     * @param version version of the bundle
     * @param sha256 digest of the bundle, hex
     * @param plan the plan the locality works by
     */
    record Active(
            LocalityProfile profile,
            PolicySnapshot snapshot,
            List<ReportFormat> reports,
            String symbolicName,
            String version,
            String sha256,
            LocalityPlan plan) {
        public Active {
            reports = List.copyOf(reports);
        }

        /** Active law of a locality without a plan. */
        public Active(
                LocalityProfile profile,
                PolicySnapshot snapshot,
                List<ReportFormat> reports,
                String symbolicName,
                String version,
                String sha256) {
            this(profile, snapshot, reports, symbolicName, version, sha256, LocalityPlan.NONE);
        }
    }
}
