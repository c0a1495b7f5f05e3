package vn.ansinh.beneficiary.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Supplier;
import vn.ansinh.beneficiary.api.Change;
import vn.ansinh.beneficiary.api.PersonFile;
import vn.ansinh.beneficiary.api.ReviewCases.SubjectKind;
import vn.ansinh.beneficiary.port.PersonFiles;
import vn.ansinh.beneficiary.port.ReviewRows;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.Audit;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.TenantId;
import vn.ansinh.platform.api.UnitOfWork;

/** What every change of the register does: one unit of work, version, audit, case to review. */
final class Desk {

    static final String PERSON = "beneficiary";
    static final String HOUSEHOLD = "household";

    /** No law sets a term for looking again; a month is the rhythm of the payment. */
    private static final int DAYS_TO_REVIEW = 30;

    private final PersonFiles files;
    private final ReviewRows reviews;
    private final UnitOfWork unitOfWork;
    private final Audit audit;
    private final CivilClock clock;

    Desk(
            PersonFiles files,
            ReviewRows reviews,
            UnitOfWork unitOfWork,
            Audit audit,
            CivilClock clock) {
        this.files = files;
        this.reviews = reviews;
        this.unitOfWork = unitOfWork;
        this.audit = audit;
        this.clock = clock;
    }

    <T> T in(TenantId tenant, Actor actor, Supplier<T> work) {
        return unitOfWork.inTenant(tenant, actor, work);
    }

    void run(TenantId tenant, Actor actor, Runnable work) {
        unitOfWork.inTenant(
                tenant,
                actor,
                () -> {
                    work.run();
                    return null;
                });
    }

    Instant now() {
        return clock.now();
    }

    LocalDate today() {
        return clock.today();
    }

    /** The day in the civil zone on which an instant falls. */
    LocalDate dayOf(Instant instant) {
        return instant.atZone(clock.zone()).toLocalDate();
    }

    void record(String action, String kind, long id, String detail) {
        audit.record(action, kind, id, detail);
    }

    void review(String kind, SubjectKind subject, long id, String reason) {
        review(kind, subject, id, reason, today().plusDays(DAYS_TO_REVIEW));
    }

    void review(String kind, SubjectKind subject, long id, String reason, LocalDate dueOn) {
        reviews.open(kind, subject, id, reason, dueOn, now());
    }

    /** The file as stored. */
    PersonFile require(long personId) {
        return files.file(personId).orElseThrow(() -> Faults.noPerson(personId));
    }

    /** The file of a person that may change, claimed in the version the caller saw. */
    PersonFile claim(Change change) {
        boolean current = files.touch(change.id(), change.version());
        PersonFile file = require(change.id());
        if (!current) {
            throw Faults.stale();
        }
        if (file.mergedInto() != null) {
            throw Faults.conflict(
                    "Hồ sơ số "
                            + file.id()
                            + " đã hợp nhất vào hồ sơ số "
                            + file.mergedInto()
                            + "; hãy sửa ở hồ sơ đó hoặc hủy hợp nhất trước.");
        }
        return file;
    }

    /** The file a merged person leads to. */
    PersonFile survivor(PersonFile file) {
        PersonFile at = file;
        while (at.mergedInto() != null) {
            at = require(at.mergedInto());
        }
        return at;
    }
}
