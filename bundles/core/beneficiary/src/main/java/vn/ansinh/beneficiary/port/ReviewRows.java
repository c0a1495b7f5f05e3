package vn.ansinh.beneficiary.port;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import vn.ansinh.beneficiary.api.ReviewCases.Outcome;
import vn.ansinh.beneficiary.api.ReviewCases.ReviewCase;
import vn.ansinh.beneficiary.api.ReviewCases.SubjectKind;

/** Stored cases to review of the tenant of the current unit of work. */
public interface ReviewRows {

    /** Opens a case. */
    void open(
            String kind,
            SubjectKind subjectKind,
            long subjectId,
            String reason,
            LocalDate dueOn,
            Instant at);

    /** A page by key. */
    List<ReviewCase> page(boolean openOnly, long afterId, int limit);

    /** Closes; false when there is no such open case. */
    boolean close(long caseId, Outcome outcome, String note, String by, Instant at);
}
