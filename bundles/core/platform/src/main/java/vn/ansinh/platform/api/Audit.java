package vn.ansinh.platform.api;

import java.util.List;

/**
 * The audit trail of a tenant, written inside the current unit of work: every read or change of
 * personal data leaves one record.
 */
public interface Audit {

    /**
     * Writes one record for the current tenant and actor.
     *
     * @param action stable verb, e.g. {@code person.read}, {@code run.compute}
     * @param subjectKind what it concerns, e.g. {@code beneficiary}, {@code run}
     * @param subjectId id of the subject; never a name or personal id
     * @param detail short text with ids and counts only; {@code ids='3,5,8'} in it names every
     *     subject of a list, and the record is then found under each of them
     */
    void record(String action, String subjectKind, long subjectId, String detail);

    /** Writes many records of the current tenant and actor; the store does it in one go. */
    default void recordAll(List<Entry> entries) {
        entries.forEach(e -> record(e.action(), e.subjectKind(), e.subjectId(), e.detail()));
    }

    /** One record, in the words of {@link #record}. */
    record Entry(String action, String subjectKind, long subjectId, String detail) {}
}
