package vn.ansinh.beneficiary.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.ansinh.beneficiary.api.ReviewCases.Outcome;
import vn.ansinh.beneficiary.api.ReviewCases.ReviewCase;
import vn.ansinh.beneficiary.api.ReviewCases.SubjectKind;
import vn.ansinh.beneficiary.port.ReviewRows;

/** Cases in memory. */
final class MemoryReviews implements ReviewRows {

    final List<ReviewCase> cases = new ArrayList<>();

    @Override
    public void open(
            String kind,
            SubjectKind subjectKind,
            long subjectId,
            String reason,
            LocalDate dueOn,
            Instant at) {
        cases.add(
                new ReviewCase(
                        cases.size() + 1L,
                        kind,
                        subjectKind,
                        subjectId,
                        reason,
                        dueOn,
                        "OPEN",
                        at,
                        ""));
    }

    @Override
    public List<ReviewCase> page(boolean openOnly, long afterId, int limit) {
        return cases.stream()
                .filter(c -> c.id() > afterId && (!openOnly || c.state().equals("OPEN")))
                .limit(limit)
                .toList();
    }

    @Override
    public boolean close(long caseId, Outcome outcome, String note, String by, Instant at) {
        boolean open = page(true, 0, 1_000).stream().anyMatch(c -> c.id() == caseId);
        cases.replaceAll(
                c ->
                        open && c.id() == caseId
                                ? new ReviewCase(
                                        c.id(),
                                        c.kind(),
                                        c.subjectKind(),
                                        c.subjectId(),
                                        c.reason(),
                                        c.dueOn(),
                                        outcome.name(),
                                        c.openedAt(),
                                        note)
                                : c);
        return open;
    }
}
