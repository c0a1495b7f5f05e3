package vn.ansinh.store.entitlement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.ansinh.entitlement.api.Grant;
import vn.ansinh.entitlement.api.RunningDecisions.DecisionView;
import vn.ansinh.entitlement.port.Decisions;
import vn.ansinh.locality.api.Component;
import vn.ansinh.store.internal.Current;

/** What imports bring: signed decisions, their annex rows and the entitlements they grant. */
final class StoredRunning implements Decisions {

    private static final String VIEW =
            "select d.decision_id, d.number, d.authority, d.signed_on, d.kind, %s as persons"
                    + " from decision d where d.state = 'SIGNED' and ";
    private static final String COUNT =
            "(select count(distinct f.person_id) from decision_effect f"
                    + " where f.tenant_id = d.tenant_id and f.decision_id = d.decision_id)";

    private final Sql sql;
    private final StoredDecisions decisions;

    StoredRunning(Current current) {
        this.sql = new Sql(current);
        this.decisions = new StoredDecisions(current);
    }

    @Override
    public Map<Key, DecisionView> byNumbers(Collection<String> numbers) {
        if (numbers.isEmpty()) {
            return Map.of();
        }
        Map<Key, DecisionView> found = new HashMap<>();
        // An imported one first: a decision taken here has its annex and takes no more people.
        sql.list(
                        VIEW.formatted("0")
                                + "d.number = any (?) order by d.origin desc, d.sequence",
                        StoredRunning::view,
                        numbers)
                .forEach(v -> found.putIfAbsent(new Key(v.number(), v.signedOn()), v));
        return found;
    }

    @Override
    public List<Long> add(List<NewDecision> added, Instant at) {
        decisions.lock();
        List<Long> keys =
                sql.list(
                        "select nextval('decision_id_seq') from generate_series(1, ?)",
                        row -> row.getLong(1),
                        added.size());
        List<Object[]> rows = new ArrayList<>();
        for (NewDecision decision : added) {
            rows.add(
                    new Object[] {
                        keys.get(rows.size()),
                        decision.key().number(),
                        decision.authority(),
                        decision.key().signedOn(),
                        decision.kind(),
                        at
                    });
        }
        sql.insert(
                "decision",
                "decision_id bigint, number text, authority text, signed_on date, kind text,"
                        + " recorded_at timestamptz",
                rows);
        return keys;
    }

    @Override
    public void grant(List<Grant> grants, Instant at) {
        decisions.lock();
        Map<Long, Integer> rowNumbers = new HashMap<>();
        List<Object[]> effects = new ArrayList<>();
        List<Object[]> rows = new ArrayList<>();
        for (Grant grant : grants) {
            effects.add(
                    new Object[] {
                        grant.decisionId(),
                        rowNumbers.merge(grant.decisionId(), 1, Integer::sum),
                        grant.personId(),
                        grant.component(),
                        grant.groundCode(),
                        grant.coefficientHundredths(),
                        grant.fromMonth(),
                        grant.toMonth()
                    });
            rows.add(
                    new Object[] {
                        grant.personId(),
                        grant.decisionId(),
                        grant.groundCode(),
                        grant.component(),
                        grant.coefficientHundredths(),
                        grant.fromMonth(),
                        grant.toMonth(),
                        at
                    });
        }
        sql.insert(
                "decision_effect",
                "decision_id bigint, row_no int, person_id bigint, component text, ground text,"
                        + " coefficient_hundredths int, from_month date, to_month date",
                effects);
        sql.insert("entitlement", StoredDecisions.ROW_COLUMNS, rows);
    }

    /** Without payees: they are kept apart. */
    @Override
    public List<Grant> grantsOf(Collection<Long> personIds) {
        return sql.list(
                "select e.entitlement_id, e.decision_id, d.number, d.signed_on, e.person_id,"
                        + " e.ground, e.component, e.coefficient_hundredths, e.from_month,"
                        + " e.to_month from entitlement e join decision d"
                        + " using (tenant_id, decision_id) where e.person_id = any (?)"
                        + " and e.ended_at is null order by e.person_id, e.entitlement_id",
                StoredRunning::grant,
                personIds);
    }

    @Override
    public List<DecisionView> page(long afterId, int limit) {
        return sql.list(
                VIEW.formatted(COUNT) + "d.decision_id > ? order by d.decision_id limit ?",
                StoredRunning::view,
                afterId,
                limit);
    }

    private static DecisionView view(ResultSet row) throws SQLException {
        return new DecisionView(
                row.getLong("decision_id"),
                row.getString("number"),
                row.getString("authority"),
                row.getObject("signed_on", LocalDate.class),
                row.getString("kind"),
                row.getInt("persons"));
    }

    private static Grant grant(ResultSet row) throws SQLException {
        return new Grant(
                row.getLong("entitlement_id"),
                row.getLong("decision_id"),
                row.getString("number"),
                Sql.day(row, "signed_on"),
                row.getLong("person_id"),
                row.getString("ground"),
                Component.valueOf(row.getString("component")),
                row.getInt("coefficient_hundredths"),
                Sql.month(row, "from_month"),
                Sql.month(row, "to_month"),
                "CASH",
                "",
                "SELF",
                "",
                "");
    }
}
