package vn.ansinh.activation.internal;

import java.util.ArrayList;
import java.util.List;
import vn.ansinh.activation.port.Candidates.Candidate;
import vn.ansinh.activation.port.ReleaseArchive.Archived;
import vn.ansinh.locality.api.BundleHeader;
import vn.ansinh.locality.api.LawLayer;
import vn.ansinh.locality.api.LocalityPlan;
import vn.ansinh.locality.api.LocalityProfile;
import vn.ansinh.locality.api.ReportFormat;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.ErrorCode;

/**
 * A version whose bundle runs, read once.
 *
 * @param release what the archive says of it
 * @param profile who the locality is; null for a law
 * @param layer the law, or the locality's own layer
 * @param reports report forms
 * @param plan the plan the locality works by; none for a law
 */
record Live(
        Archived release,
        LocalityProfile profile,
        LawLayer layer,
        List<ReportFormat> reports,
        LocalityPlan plan) {

    /** Reads a candidate and compares it with what its manifest promised. */
    static Live of(Archived release, Candidate candidate) {
        LocalityProfile profile = null;
        LocalityPlan plan = LocalityPlan.NONE;
        LawLayer layer = candidate.layer();
        List<String> faults = new ArrayList<>();
        if (BundleHeader.KIND_LOCALITY.equals(release.kind())) {
            if (candidate.locality() == null) {
                throw refused(List.of("gói không đăng ký dịch vụ Locality"));
            }
            profile = candidate.locality().profile();
            plan = candidate.locality().plan();
            same(faults, "mã địa phương", release.code(), profile.code());
            same(faults, "luật của địa phương", release.parent(), profile.law());
            for (ReportFormat report : candidate.reports()) {
                same(
                        faults,
                        "địa phương của mẫu " + report.code(),
                        release.code(),
                        report.localityCode());
            }
        } else {
            same(faults, "mã luật", release.code(), layer.code());
        }
        same(faults, "tầng dưới", release.parent(), layer.parent());
        if (!faults.isEmpty()) {
            throw refused(faults);
        }
        return new Live(release, profile, layer, candidate.reports(), plan);
    }

    boolean isLaw() {
        return profile == null;
    }

    private static void same(List<String> faults, String what, String manifest, String object) {
        if (!manifest.equals(object)) {
            faults.add(
                    "%s: MANIFEST ghi «%s» nhưng gói trả lời «%s»"
                            .formatted(what, manifest, object));
        }
    }

    private static AnsinhException refused(List<String> faults) {
        return new AnsinhException(ErrorCode.BUNDLE_REFUSED, String.join("; ", faults));
    }
}
