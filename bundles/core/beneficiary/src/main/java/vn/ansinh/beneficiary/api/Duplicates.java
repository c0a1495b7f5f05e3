package vn.ansinh.beneficiary.api;

import java.time.Instant;
import java.util.List;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.TenantId;

/**
 * Records that may be one person (nghi trùng), found, shown side by side and judged by an officer.
 * Nothing is merged here: SAME is a proposal. Never across tenants. Grounds and health facts play
 * no part, so that nothing of them shows.
 */
public interface Duplicates {

    /**
     * Compares the whole register and brings the queue up to date: new pairs, pairs whose data
     * changed since they were judged; open pairs that are no longer alike are withdrawn.
     */
    Scan scan(TenantId tenant, Actor actor);

    /**
     * A page of pairs of a state, in the order of their key.
     *
     * @param limit 1 to 500
     */
    List<Pair> pairs(TenantId tenant, Actor actor, State state, long afterId, int limit);

    /**
     * Judges an open pair.
     *
     * @param same whether both are one person
     * @param keep of one person, the record proposed to stay; 0 when they are two
     * @param why what it rests on; required
     * @throws vn.ansinh.platform.api.AnsinhException NOT_FOUND; CONFLICT when it is judged already;
     *     INVALID_INPUT
     */
    Pair judge(TenantId tenant, Actor actor, long pairId, boolean same, long keep, String why);

    /** Where a pair stands. */
    enum State {
        /** Waits for an officer. */
        OPEN,
        /** One person: a proposal to merge. */
        SAME,
        /** Two people; comes back only when their data change. */
        DIFFERENT,
        /** No longer alike before anybody judged. */
        WITHDRAWN
    }

    /** How sure. */
    enum Band {
        /** Almost certainly one person. */
        HIGH,
        /** To be looked at. */
        MEDIUM
    }

    /**
     * Outcome of a scan.
     *
     * @param people people compared
     * @param pairs pairs alike enough
     * @param added new in the queue
     * @param withdrawn taken out of the queue
     * @param skippedGroups groups too large to compare pair by pair
     */
    record Scan(int people, int pairs, int added, int withdrawn, int skippedGroups) {}

    /**
     * A pair.
     *
     * @param id key
     * @param first the earlier record
     * @param second the later record
     * @param score 0 to 100
     * @param band how sure
     * @param reasons why, in Vietnamese
     * @param state where it stands
     * @param keep record proposed to stay; 0 unless SAME
     * @param foundAt when it was found
     * @param judgedBy who judged; empty while open
     * @param why reason of the judge; empty while open
     */
    record Pair(
            long id,
            Side first,
            Side second,
            int score,
            Band band,
            List<String> reasons,
            State state,
            long keep,
            Instant foundAt,
            String judgedBy,
            String why) {
        public Pair {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * One of the two.
     *
     * @param personId key
     * @param fullName name
     * @param sex {@code MALE}, {@code FEMALE} or empty
     * @param birthText birth as the paper gives it
     * @param personalId number held now, or empty
     * @param unitCode unit of residence
     * @param deceased whether a death is recorded
     */
    record Side(
            long personId,
            String fullName,
            String sex,
            String birthText,
            String personalId,
            String unitCode,
            boolean deceased) {}
}
