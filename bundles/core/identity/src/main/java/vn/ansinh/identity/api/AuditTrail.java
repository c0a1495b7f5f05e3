package vn.ansinh.identity.api;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.TenantId;

/** Reads the audit trail (nhật ký): who looked at whom, and why. Reading it is recorded too. */
public interface AuditTrail {

    /** Largest page. */
    int LARGEST_PAGE = 500;

    /** Kind of subject that a person has in the trail. */
    String PERSON = "beneficiary";

    /** A page of records, newest first. */
    List<Entry> search(TenantId tenant, Actor actor, Query query);

    /**
     * What to look for; every part narrows.
     *
     * @param login who acted or on whose behalf, or empty
     * @param subjectKind kind of subject, or empty
     * @param subjectId id of the subject, or 0
     * @param from first instant, or null
     * @param until first instant no more, or null
     * @param before number of a record: only older ones; 0 from the newest
     * @param limit most records, 1 to {@link #LARGEST_PAGE}
     */
    record Query(
            String login,
            String subjectKind,
            long subjectId,
            Instant from,
            Instant until,
            long before,
            int limit) {
        public Query {
            Objects.requireNonNull(login, "login");
            Objects.requireNonNull(subjectKind, "subjectKind");
        }

        /** Everything about one person. */
        public static Query ofPerson(long personId, long before, int limit) {
            return new Query("", PERSON, personId, null, null, before, limit);
        }
    }

    /**
     * A record.
     *
     * @param id number
     * @param at when, on the civil clock
     * @param login who
     * @param onBehalfOf delegator, or empty
     * @param purpose why, or empty
     * @param procedure procedure or paper, or empty
     * @param action stable verb
     * @param subjectKind kind of subject
     * @param subjectId its id
     * @param detail ids and counts
     * @param sentence the same as a Vietnamese sentence to hand over
     */
    record Entry(
            long id,
            Instant at,
            String login,
            String onBehalfOf,
            String purpose,
            String procedure,
            String action,
            String subjectKind,
            long subjectId,
            String detail,
            String sentence) {}
}
