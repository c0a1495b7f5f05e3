package vn.ansinh.store.platform;

import java.sql.PreparedStatement;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.Audit;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.store.internal.Current;

/**
 * The audit trail in tables {@code audit_event} and {@code audit_subject}. Records go as arrays,
 * one statement for many.
 */
final class StoredAudit implements Audit {

    /** How a record about a list names every subject; see {@link Audit#record}. */
    private static final String IDS = "(?:^| )ids='([0-9]{1,18}(?:,[0-9]{1,18})*)'";

    private static final Pattern LIST = Pattern.compile(IDS);

    private static final String INSERT =
            "insert into audit_event (at, actor, on_behalf_of, purpose, procedure, action,"
                    + " subject_kind, subject_id, detail)"
                    + " select ?::timestamptz, ?, ?, ?, ?, action, kind, subject, detail"
                    + " from unnest(?::text[], ?::text[], ?::bigint[], ?::text[])"
                    + " as n(action, kind, subject, detail)";
    private static final String INSERT_LISTS =
            "with listed as ("
                    + INSERT
                    + " returning id, subject_kind, detail)"
                    + " insert into audit_subject (event_id, subject_kind, subject_id)"
                    + " select distinct id, subject_kind, one::bigint from listed,"
                    + " unnest(string_to_array(substring(detail from ?), ',')) one";

    private final Current current;
    private final CivilClock clock;

    StoredAudit(Current current, CivilClock clock) {
        this.current = current;
        this.clock = clock;
    }

    @Override
    public void record(String action, String subjectKind, long subjectId, String detail) {
        recordAll(List.of(new Entry(action, subjectKind, subjectId, detail)));
    }

    @Override
    public void recordAll(List<Entry> entries) {
        current.tenant(); // a record of nobody's tenant is a fault of the caller
        Map<Boolean, List<Entry>> byList =
                entries.stream()
                        .collect(
                                Collectors.partitioningBy(
                                        entry -> LIST.matcher(entry.detail()).find()));
        // Who may see some units only may add to the trail and not read it: a plain record asks for
        // nothing back.
        insert(INSERT, byList.get(false));
        insert(INSERT_LISTS, byList.get(true));
    }

    private void insert(String sql, List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        Actor actor = current.actor();
        current.sql(
                connection -> {
                    try (PreparedStatement insert = connection.prepareStatement(sql)) {
                        insert.setObject(1, clock.now().atOffset(ZoneOffset.UTC));
                        insert.setString(2, actor.login());
                        insert.setString(3, actor.onBehalfOf());
                        insert.setString(4, actor.purpose());
                        insert.setString(5, actor.procedure());
                        Object[] actions = entries.stream().map(Entry::action).toArray();
                        Object[] kinds = entries.stream().map(Entry::subjectKind).toArray();
                        Object[] subjects = entries.stream().map(Entry::subjectId).toArray();
                        Object[] details = entries.stream().map(Entry::detail).toArray();
                        insert.setArray(6, connection.createArrayOf("text", actions));
                        insert.setArray(7, connection.createArrayOf("text", kinds));
                        insert.setArray(8, connection.createArrayOf("bigint", subjects));
                        insert.setArray(9, connection.createArrayOf("text", details));
                        if (sql.equals(INSERT_LISTS)) {
                            insert.setString(10, IDS);
                        }
                        return insert.executeUpdate();
                    }
                });
    }
}
