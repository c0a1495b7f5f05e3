package vn.ansinh.identity.internal;

import java.util.List;
import vn.ansinh.identity.api.AuditTrail;
import vn.ansinh.identity.port.AuditEvents;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.Audit;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.platform.api.TenantId;
import vn.ansinh.platform.api.UnitOfWork;

/** The trail with its sentences; a look into it is a record itself. */
final class RecordedTrail implements AuditTrail {
    private final AuditEvents events;
    private final UnitOfWork unitOfWork;
    private final Audit audit;
    private final CivilClock clock;

    RecordedTrail(AuditEvents events, UnitOfWork unitOfWork, Audit audit, CivilClock clock) {
        this.events = events;
        this.unitOfWork = unitOfWork;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public List<Entry> search(TenantId tenant, Actor actor, Query query) {
        if (query.limit() < 1 || query.limit() > LARGEST_PAGE) {
            throw new AnsinhException(
                    ErrorCode.INVALID_INPUT, "Mỗi trang từ 1 đến " + LARGEST_PAGE + " dòng.");
        }
        return unitOfWork.inTenant(
                tenant,
                actor,
                () -> {
                    List<Entry> found = events.search(query);
                    audit.record(
                            "audit.read",
                            query.subjectKind().isEmpty() ? "audit" : query.subjectKind(),
                            query.subjectId(),
                            "rows='" + found.size() + "'");
                    return found.stream().map(this::told).toList();
                });
    }

    private Entry told(Entry entry) {
        return new Entry(
                entry.id(),
                entry.at(),
                entry.login(),
                entry.onBehalfOf(),
                entry.purpose(),
                entry.procedure(),
                entry.action(),
                entry.subjectKind(),
                entry.subjectId(),
                entry.detail(),
                AuditSentences.of(entry, clock.zone()));
    }
}
