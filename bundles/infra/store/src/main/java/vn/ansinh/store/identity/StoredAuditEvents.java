package vn.ansinh.store.identity;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import vn.ansinh.identity.api.AuditTrail.Entry;
import vn.ansinh.identity.api.AuditTrail.Query;
import vn.ansinh.identity.port.AuditEvents;
import vn.ansinh.store.internal.Current;

/** Reads tables {@code audit_event} and {@code audit_subject} of the current tenant. */
final class StoredAuditEvents implements AuditEvents {

    private final Current current;

    StoredAuditEvents(Current current) {
        this.current = current;
    }

    @Override
    public List<Entry> search(Query query) {
        current.tenant(); // nobody's trail is a fault of the caller
        StringBuilder sql =
                new StringBuilder(
                        "select id, at, actor, on_behalf_of, purpose, procedure, action,"
                                + " subject_kind, subject_id, detail from audit_event e"
                                + " where true");
        List<Object> values = new ArrayList<>();
        if (!query.login().isEmpty()) {
            sql.append(" and (actor = ? or on_behalf_of = ?)");
            values.add(query.login());
            values.add(query.login());
        }
        if (query.subjectId() > 0) {
            // Two index ranges: what is about this subject alone, and lists it stands in.
            sql.append(
                    " and id in (select id from audit_event where subject_kind = ?"
                            + " and subject_id = ? union all select event_id from audit_subject"
                            + " where subject_kind = ? and subject_id = ?)");
            for (int i = 0; i < 2; i++) {
                values.add(query.subjectKind());
                values.add(query.subjectId());
            }
        } else if (!query.subjectKind().isEmpty()) {
            sql.append(" and subject_kind = ?");
            values.add(query.subjectKind());
        }
        add(sql, values, " and at >= ?", query.from());
        add(sql, values, " and at < ?", query.until());
        if (query.before() > 0) {
            sql.append(" and id < ?");
            values.add(query.before());
        }
        sql.append(" order by id desc limit ?");
        values.add(query.limit());
        return current.sql(
                connection -> {
                    try (PreparedStatement select = connection.prepareStatement(sql.toString())) {
                        for (int i = 0; i < values.size(); i++) {
                            select.setObject(i + 1, values.get(i));
                        }
                        return read(select, query);
                    }
                });
    }

    private static void add(
            StringBuilder sql, List<Object> values, String condition, Instant instant) {
        if (instant != null) {
            sql.append(condition);
            values.add(instant.atOffset(ZoneOffset.UTC));
        }
    }

    /** In a list of one person, that person's number stands and not the first of a page. */
    private static List<Entry> read(PreparedStatement select, Query query) throws SQLException {
        List<Entry> found = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                found.add(
                        new Entry(
                                row.getLong("id"),
                                row.getObject("at", OffsetDateTime.class).toInstant(),
                                row.getString("actor"),
                                row.getString("on_behalf_of"),
                                row.getString("purpose"),
                                row.getString("procedure"),
                                row.getString("action"),
                                row.getString("subject_kind"),
                                query.subjectId() > 0
                                        ? query.subjectId()
                                        : row.getLong("subject_id"),
                                query.subjectId() > 0 ? "" : row.getString("detail"),
                                ""));
            }
        }
        return found;
    }
}
