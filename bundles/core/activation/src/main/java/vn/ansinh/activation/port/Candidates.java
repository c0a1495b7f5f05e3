package vn.ansinh.activation.port;

import java.util.List;
import vn.ansinh.locality.api.LawLayer;
import vn.ansinh.locality.api.Locality;
import vn.ansinh.locality.api.ReportFormat;

/**
 * Live objects of checked jars. Implemented by infra/bundles: a jar is installed as a bundle beside
 * every other version, and what it registers is a candidate, never in force by itself.
 */
public interface Candidates {

    /**
     * Installs and starts a jar, or finds it installed, and waits until it has registered its
     * service.
     *
     * @throws vn.ansinh.platform.api.AnsinhException BUNDLE_REFUSED with a Vietnamese sentence when
     *     it does not come within the time limit
     */
    Candidate open(String kind, String symbolicName, String version, String sha256, byte[] bytes);

    /** Whether the bundle of a jar runs now and offers what it registered. */
    boolean runs(String sha256);

    /**
     * Retires a jar: no new calls, a grace for those that run, then uninstalled. Returns at once;
     * nothing happens when it is not installed.
     */
    void retire(String sha256);

    /**
     * Locations of bundles that the stock handler took out of {@code deploy/} before us. They run,
     * if at all, outside of activation; dropping the file again brings it the right way.
     */
    List<String> strays();

    /**
     * What a jar registered.
     *
     * @param sha256 digest of the jar
     * @param locality the locality, or null when the jar is a law
     * @param layer the law, or the locality's own layer; never null
     * @param reports report forms of the locality
     */
    record Candidate(String sha256, Locality locality, LawLayer layer, List<ReportFormat> reports) {
        public Candidate {
            reports = List.copyOf(reports);
        }
    }
}
