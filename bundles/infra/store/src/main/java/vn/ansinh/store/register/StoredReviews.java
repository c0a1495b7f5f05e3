package vn.ansinh.store.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import javax.persistence.LockModeType;
import vn.ansinh.beneficiary.api.ReviewCases.Outcome;
import vn.ansinh.beneficiary.api.ReviewCases.ReviewCase;
import vn.ansinh.beneficiary.api.ReviewCases.SubjectKind;
import vn.ansinh.beneficiary.port.ReviewRows;
import vn.ansinh.store.internal.Current;

/** Cases in table {@code review_case}. */
final class StoredReviews implements ReviewRows {

    private final Current current;

    StoredReviews(Current current) {
        this.current = current;
    }

    @Override
    public void open(
            String kind,
            SubjectKind subjectKind,
            long subjectId,
            String reason,
            LocalDate dueOn,
            Instant at) {
        current.em().persist(new ReviewCaseEntity(kind, subjectKind, subjectId, reason, dueOn, at));
    }

    @Override
    public List<ReviewCase> page(boolean openOnly, long afterId, int limit) {
        return current
                .em()
                .createQuery(
                        "select c from ReviewCaseEntity c where c.id > :after"
                                + (openOnly ? " and c.state = 'OPEN'" : "")
                                + " order by c.id",
                        ReviewCaseEntity.class)
                .setParameter("after", afterId)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(ReviewCaseEntity::view)
                .toList();
    }

    @Override
    public boolean close(long caseId, Outcome outcome, String note, String by, Instant at) {
        // Locked, so that of two officers one closes it.
        ReviewCaseEntity found =
                current.em().find(ReviewCaseEntity.class, caseId, LockModeType.PESSIMISTIC_WRITE);
        if (found == null || !found.open()) {
            return false;
        }
        found.close(outcome.name(), note, by, at);
        return true;
    }
}
