package vn.ansinh.store.platform;

import java.sql.PreparedStatement;
import java.time.ZoneOffset;
import vn.ansinh.platform.api.Audit;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.store.internal.Current;

/** The audit trail in table {@code audit_event}. */
final class StoredAudit implements Audit {

    private static final String INSERT =
            "insert into audit_event (at, actor, purpose, action, subject_kind, subject_id, detail)"
                    + " values (?, ?, ?, ?, ?, ?, ?)";

    private final Current current;
    private final CivilClock clock;

    StoredAudit(Current current, CivilClock clock) {
        this.current = current;
        this.clock = clock;
    }

    @Override
    public void record(String action, String subjectKind, long subjectId, String detail) {
        current.tenant(); // a record of nobody's tenant is a fault of the caller
        current.sql(
                connection -> {
                    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                        insert.setObject(1, clock.now().atOffset(ZoneOffset.UTC));
                        insert.setString(2, current.actor().login());
                        insert.setString(3, current.actor().purpose());
                        insert.setString(4, action);
                        insert.setString(5, subjectKind);
                        insert.setLong(6, subjectId);
                        insert.setString(7, detail);
                        return insert.executeUpdate();
                    }
                });
    }
}
