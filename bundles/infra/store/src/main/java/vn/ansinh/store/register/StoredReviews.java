package vn.ansinh.store.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import vn.ansinh.beneficiary.api.ReviewCases.Outcome;
import vn.ansinh.beneficiary.api.ReviewCases.ReviewCase;
import vn.ansinh.beneficiary.api.ReviewCases.SubjectKind;
import vn.ansinh.beneficiary.port.ReviewRows;
import vn.ansinh.store.internal.Current;

/** Cases in table {@code review_case}. */
final class StoredReviews implements ReviewRows {

    private final Sql sql;

    StoredReviews(Current current) {
        sql = new Sql(current);
    }

    @Override
    public void open(
            String kind,
            SubjectKind subjectKind,
            long subjectId,
            String reason,
            LocalDate dueOn,
            Instant at) {
        sql.update(
                "insert into review_case (kind, subject_kind, subject_id, reason, due_on, opened_at)"
                        + " values (?, ?, ?, ?, ?, ?)",
                kind,
                subjectKind,
                subjectId,
                reason,
                dueOn,
                at);
    }

    @Override
    public List<ReviewCase> page(boolean openOnly, long afterId, int limit) {
        return sql.list(
                "select * from review_case where case_id > ?"
                        + (openOnly ? " and state = 'OPEN'" : "")
                        + " order by case_id limit ?",
                row ->
                        new ReviewCase(
                                row.getLong("case_id"),
                                row.getString("kind"),
                                SubjectKind.valueOf(row.getString("subject_kind")),
                                row.getLong("subject_id"),
                                row.getString("reason"),
                                Sql.day(row, "due_on"),
                                row.getString("state"),
                                Sql.instant(row, "opened_at"),
                                row.getString("closing_note") == null
                                        ? ""
                                        : row.getString("closing_note")),
                afterId,
                limit);
    }

    @Override
    public boolean close(long caseId, Outcome outcome, String note, String by, Instant at) {
        return sql.update(
                        "update review_case set state = ?, closing_note = ?, closed_by = ?,"
                                + " closed_at = ? where case_id = ? and state = 'OPEN'",
                        outcome,
                        note,
                        by,
                        at,
                        caseId)
                == 1;
    }
}
