package vn.ansinh.beneficiary.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.TenantId;

/**
 * Two records found to be one person (hợp nhất hồ sơ), and the way back. Nothing is deleted or
 * moved: the absorbed record points to the survivor, and facts of kinds the survivor has none of
 * are copied. Both open a case to review what the two receive.
 */
public interface Merges {

    /**
     * Merges by paper and reason.
     *
     * @param change the person to be absorbed
     * @param survivorId the person that stays
     * @return key of the merge
     */
    long merge(TenantId tenant, Actor actor, Change change, long survivorId);

    /** Takes the running merge of the absorbed person back, by paper and reason. */
    void unmerge(TenantId tenant, Actor actor, Change change);

    /** Merges a person took part in, with those taken back. */
    List<Merge> of(TenantId tenant, Actor actor, long personId);

    /**
     * A merge.
     *
     * @param id key
     * @param personId absorbed person
     * @param survivorId person that stays
     * @param paper paper
     * @param reason why
     * @param mergedAt when
     * @param unmergedAt when it was taken back, if so
     */
    record Merge(
            long id,
            long personId,
            long survivorId,
            String paper,
            String reason,
            Instant mergedAt,
            Optional<Instant> unmergedAt) {}
}
