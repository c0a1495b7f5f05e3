package vn.ansinh.beneficiary.port;

import java.time.Instant;
import java.util.List;
import vn.ansinh.beneficiary.api.Fact;
import vn.ansinh.beneficiary.api.FactRow;
import vn.ansinh.beneficiary.api.FactRow.Source;

/** Stored facts of the tenant of the current unit of work. */
public interface FactRows {

    /** Every row of a person, superseded ones too, in the order of recording. */
    List<FactRow> all(long personId);

    /**
     * Adds a fact.
     *
     * @param sourceId key of the source, 0 for a paper
     * @param replaces key of the row it corrects or ends, or 0
     */
    long add(long personId, Fact fact, Source source, long sourceId, long replaces, Instant at);

    /** The register says so no more; false when it did not any more. */
    boolean supersede(long personId, long factId, Instant at);
}
