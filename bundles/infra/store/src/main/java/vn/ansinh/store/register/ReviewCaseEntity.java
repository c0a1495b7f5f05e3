package vn.ansinh.store.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.Table;
import vn.ansinh.beneficiary.api.ReviewCases.ReviewCase;
import vn.ansinh.beneficiary.api.ReviewCases.SubjectKind;

/** Table {@code review_case}: one row from opening to closing, by one officer at a time. */
@Entity
@Table(name = "review_case")
class ReviewCaseEntity {

    static final String OPEN = "OPEN";

    @Id
    @Column(name = "case_id")
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Column(nullable = false, updatable = false)
    private String kind;

    @Enumerated(EnumType.STRING)
    @Column(name = "subject_kind", nullable = false, updatable = false)
    private SubjectKind subjectKind;

    @Column(name = "subject_id", nullable = false, updatable = false)
    private long subjectId;

    @Column(nullable = false, updatable = false)
    private String reason;

    @Column(name = "due_on", nullable = false, updatable = false)
    private LocalDate dueOn;

    @Column(nullable = false)
    private String state = OPEN;

    @Column(name = "opened_at", nullable = false, updatable = false)
    private Instant openedAt;

    @Column(name = "closed_at")
    private Instant closedAt;

    @Column(name = "closed_by")
    private String closedBy;

    @Column(name = "closing_note")
    private String closingNote;

    protected ReviewCaseEntity() {}

    ReviewCaseEntity(
            String kind,
            SubjectKind subjectKind,
            long subjectId,
            String reason,
            LocalDate dueOn,
            Instant at) {
        this.kind = kind;
        this.subjectKind = subjectKind;
        this.subjectId = subjectId;
        this.reason = reason;
        this.dueOn = dueOn;
        this.openedAt = at;
    }

    boolean open() {
        return state.equals(OPEN);
    }

    void close(String outcome, String note, String by, Instant at) {
        state = outcome;
        closingNote = note;
        closedBy = by;
        closedAt = at;
    }

    ReviewCase view() {
        return new ReviewCase(
                id,
                kind,
                subjectKind,
                subjectId,
                reason,
                dueOn,
                state,
                openedAt,
                Objects.requireNonNullElse(closingNote, ""));
    }
}
