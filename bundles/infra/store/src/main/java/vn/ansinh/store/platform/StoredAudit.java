package vn.ansinh.store.platform;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.Audit;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.store.internal.Current;

/** The audit trail in tables {@code audit_event} and {@code audit_subject}. */
final class StoredAudit implements Audit {

    private static final String INSERT =
            "insert into audit_event (at, actor, on_behalf_of, purpose, procedure, action,"
                    + " subject_kind, subject_id, detail) values (?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String INSERT_SUBJECTS =
            "insert into audit_subject (event_id, subject_kind, subject_id)"
                    + " select ?, ?, id from unnest(?) id group by id";

    /** How a record about a list names every subject; see {@link Audit#record}. */
    private static final Pattern IDS = Pattern.compile("(?:^| )ids='(\\d{1,18}(?:,\\d{1,18})*)'");

    private final Current current;
    private final CivilClock clock;

    StoredAudit(Current current, CivilClock clock) {
        this.current = current;
        this.clock = clock;
    }

    @Override
    public void record(String action, String subjectKind, long subjectId, String detail) {
        current.tenant(); // a record of nobody's tenant is a fault of the caller
        Actor actor = current.actor();
        Matcher ids = IDS.matcher(detail);
        boolean list = ids.find();
        String sql = list ? INSERT + " returning id" : INSERT;
        current.sql(
                connection -> {
                    try (PreparedStatement insert = connection.prepareStatement(sql)) {
                        insert.setObject(1, clock.now().atOffset(ZoneOffset.UTC));
                        insert.setString(2, actor.login());
                        insert.setString(3, actor.onBehalfOf());
                        insert.setString(4, actor.purpose());
                        insert.setString(5, actor.procedure());
                        insert.setString(6, action);
                        insert.setString(7, subjectKind);
                        insert.setLong(8, subjectId);
                        insert.setString(9, detail);
                        if (!list) {
                            return insert.executeUpdate();
                        }
                        try (ResultSet row = insert.executeQuery()) {
                            row.next();
                            return subjects(connection, row.getLong(1), subjectKind, ids.group(1));
                        }
                    }
                });
    }

    private static int subjects(Connection connection, long event, String kind, String ids)
            throws SQLException {
        Object[] keys = Stream.of(ids.split(",")).map(Long::valueOf).toArray();
        try (PreparedStatement insert = connection.prepareStatement(INSERT_SUBJECTS)) {
            insert.setLong(1, event);
            insert.setString(2, kind);
            insert.setArray(3, connection.createArrayOf("bigint", keys));
            return insert.executeUpdate();
        }
    }
}
