package vn.ansinh.beneficiary.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.TenantId;

/**
 * Cases to review (việc cần rà soát): what happened to a person or a household and may change what
 * is due. They never change a status by themselves.
 */
public interface ReviewCases {

    /** A page of cases in the order of their key; open ones only, or all. */
    List<ReviewCase> page(TenantId tenant, Actor actor, boolean openOnly, long afterId, int limit);

    /** Closes an open case with a note of what was decided. */
    void close(TenantId tenant, Actor actor, long caseId, Outcome outcome, String note);

    /** What became of a case. */
    enum Outcome {
        /** Dealt with. */
        DONE,
        /** Nothing to do. */
        DISMISSED
    }

    /** What a case is about. */
    enum SubjectKind {
        /** A person. */
        PERSON,
        /** A household. */
        HOUSEHOLD
    }

    /**
     * A case.
     *
     * @param id key
     * @param kind what happened: {@code MERGE}, {@code MOVED_OUT}, {@code SPLIT} …
     * @param subjectKind person or household
     * @param subjectId its key
     * @param reason why to review, in Vietnamese, without names
     * @param dueOn day by which it should be done
     * @param state {@code OPEN}, {@code DONE} or {@code DISMISSED}
     * @param openedAt when it was opened
     * @param closingNote what was decided; empty while open
     */
    record ReviewCase(
            long id,
            String kind,
            SubjectKind subjectKind,
            long subjectId,
            String reason,
            LocalDate dueOn,
            String state,
            Instant openedAt,
            String closingNote) {}
}
