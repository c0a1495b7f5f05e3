package vn.ansinh.store.payment;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.postgresql.PGStatement;
import vn.ansinh.assessment.api.DatedFact;
import vn.ansinh.locality.api.Component;
import vn.ansinh.payment.api.Payments.RunKind;
import vn.ansinh.payment.port.Case;
import vn.ansinh.payment.port.LineKey;
import vn.ansinh.payment.port.StoredRun;

/**
 * Reads people of a key range by three cursors in the order of the key, merged as they come:
 * entitlements with their person, facts, lines of the month before. Days travel as numbers (binary,
 * no parsing).
 */
final class CaseReader implements AutoCloseable {
    private static final int FETCH = 10_000;

    private final Map<String, String> shared = new HashMap<>();
    private final PreparedStatement heldStatement;
    private final PreparedStatement factStatement;
    private final PreparedStatement previousStatement;
    private final ResultSet held;
    private final ResultSet facts;
    private final ResultSet previous;
    private boolean moreHeld;
    private boolean moreFacts;
    private boolean morePrevious;

    CaseReader(Connection connection, StoredRun run, long from, long to) throws SQLException {
        heldStatement = prepare(connection, heldSql(run));
        factStatement = prepare(connection, FACTS);
        previousStatement = prepare(connection, previousSql(run));
        var pinned = run.pinnedAt().atOffset(ZoneOffset.UTC);
        heldStatement.setLong(1, from);
        heldStatement.setLong(2, to);
        heldStatement.setLong(3, from);
        heldStatement.setLong(4, to);
        heldStatement.setObject(5, pinned);
        heldStatement.setObject(6, pinned);
        factStatement.setLong(1, from);
        factStatement.setLong(2, to);
        factStatement.setObject(3, pinned);
        factStatement.setObject(4, pinned);
        previousStatement.setLong(1, run.previousRunId());
        previousStatement.setLong(2, from);
        previousStatement.setLong(3, to);
        held = heldStatement.executeQuery();
        facts = factStatement.executeQuery();
        previous = previousStatement.executeQuery();
        moreHeld = held.next();
        moreFacts = facts.next();
        morePrevious = previous.next();
    }

    // The month is a literal of ours, so that only its partition is planned.
    private static String heldSql(StoredRun run) {
        String month = "date '" + run.month().atDay(1) + "'";
        return "select p.person_id, "
                + known(run, "%1$s.unit_code")
                + ", "
                + known(run, "%1$s.earliest_birth - date '1970-01-01'")
                + ", "
                + known(run, "%1$s.latest_birth - date '1970-01-01'")
                + ", "
                + known(run, "%1$s.sex")
                + ", "
                + known(
                        run,
                        "case when %1$s.death_recorded_at <= "
                                + pinned(run)
                                + " then %1$s.death_on - date '1970-01-01' end")
                + ","
                + " e.entitlement_id, e.decision_id, e.ground, e.component,"
                + " e.coefficient_hundredths"
                + " from entitlement e join person p using (tenant_id, person_id)"
                + " where e.person_id between ? and ? and p.person_id between ? and ?"
                + " and e.from_month <= "
                + month
                + " and (e.to_month is null or e.to_month >= "
                + month
                + ")"
                + " and e.granted_at <= ? and (e.ended_at is null or e.ended_at > ?)"
                + missed(run, month)
                + " order by p.person_id, e.entitlement_id";
    }

    /** A supplementary list pays what no list of the month has. */
    private static String missed(StoredRun run, String month) {
        return run.kind() == RunKind.REGULAR
                ? ""
                : " and not exists (select from payment_line l where l.tenant_id = e.tenant_id"
                        + " and l.for_month = "
                        + month
                        + " and l.person_id = e.person_id and l.sequence = 0 and l.component ="
                        + " case e.component when 'MONTHLY' then 1 when 'SINGLE_PARENT' then 2"
                        + " else 3 end)";
    }

    /**
     * What was known of a person at the pinned instant: who was changed since then (hardly anybody)
     * is read from the image that was the first to end after it.
     */
    private static String known(StoredRun run, String expression) {
        return "case when p.changed_at > "
                + pinned(run)
                + " then (select "
                + expression.formatted("past")
                + " from person_past past where past.tenant_id = p.tenant_id"
                + " and past.person_id = p.person_id and past.superseded_at > "
                + pinned(run)
                + " order by past.version limit 1) else "
                + expression.formatted("p")
                + " end";
    }

    private static String pinned(StoredRun run) {
        return "timestamptz '" + run.pinnedAt() + "'";
    }

    private static final String FACTS =
            "select person_id, kind, value, valid_from - date '1970-01-01',"
                    + " valid_to - date '1970-01-01', known_since - date '1970-01-01'"
                    + " from fact where person_id between ? and ?"
                    + " and recorded_at <= ? and (superseded_at is null or superseded_at > ?)"
                    + " order by person_id, fact_id";

    private static String previousSql(StoredRun run) {
        return "select person_id, component, unit_code, ground, restricted,"
                + " coefficient_hundredths, rate_dong, amount_dong from payment_line"
                + " where for_month = date '"
                + run.month().minusMonths(1).atDay(1)
                + "'"
                + " and run_id = ? and sequence = 0 and person_id between ? and ?"
                + " order by person_id, component";
    }

    private static PreparedStatement prepare(Connection connection, String sql)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setFetchSize(FETCH);
        statement.unwrap(PGStatement.class).setPrepareThreshold(-1);
        return statement;
    }

    void forEach(Consumer<Case> each) throws SQLException {
        while (moreHeld || morePrevious) {
            long heldPerson = moreHeld ? held.getLong(1) : Long.MAX_VALUE;
            long previousPerson = morePrevious ? previous.getLong(1) : Long.MAX_VALUE;
            if (heldPerson <= previousPerson) {
                each.accept(withEntitlements(heldPerson));
            } else {
                // Nothing granted any more: only what stopped counts, no fact is needed.
                each.accept(
                        new Case(
                                previousPerson,
                                "",
                                null,
                                null,
                                "",
                                null,
                                List.of(),
                                List.of(),
                                previousOf(previousPerson)));
            }
        }
    }

    private Case withEntitlements(long person) throws SQLException {
        String unit = share(held.getString(2));
        LocalDate earliest = day(held, 3);
        LocalDate latest = day(held, 4);
        String sex = share(held.getString(5));
        LocalDate death = day(held, 6);
        List<Case.Held> entitlements = new ArrayList<>(2);
        do {
            entitlements.add(
                    new Case.Held(
                            held.getLong(7),
                            held.getLong(8),
                            share(held.getString(9)),
                            Component.valueOf(held.getString(10)),
                            held.getInt(11)));
            moreHeld = held.next();
        } while (moreHeld && held.getLong(1) == person);
        return new Case(
                person,
                unit,
                earliest,
                latest,
                sex,
                death,
                entitlements,
                factsOf(person),
                previousOf(person));
    }

    private List<DatedFact> factsOf(long person) throws SQLException {
        List<DatedFact> list = new ArrayList<>(4);
        while (moreFacts && facts.getLong(1) <= person) {
            if (facts.getLong(1) == person) {
                list.add(
                        new DatedFact(
                                share(facts.getString(2)),
                                share(facts.getString(3)),
                                day(facts, 4),
                                day(facts, 5),
                                day(facts, 6)));
            }
            moreFacts = facts.next();
        }
        return list;
    }

    private List<Case.Previous> previousOf(long person) throws SQLException {
        List<Case.Previous> list = List.of();
        while (morePrevious && previous.getLong(1) == person) {
            if (list.isEmpty()) {
                list = new ArrayList<>(2);
            }
            list.add(
                    new Case.Previous(
                            LineKey.componentOf(previous.getInt(2)),
                            share(previous.getString(3)),
                            share(previous.getString(4)),
                            previous.getBoolean(5),
                            previous.getInt(6),
                            previous.getLong(7),
                            previous.getLong(8)));
            morePrevious = previous.next();
        }
        return list;
    }

    private static LocalDate day(ResultSet row, int column) throws SQLException {
        int day = row.getInt(column);
        return row.wasNull() ? null : LocalDate.ofEpochDay(day);
    }

    /** Codes repeat: one string each per chunk. */
    private String share(String code) {
        String known = shared.putIfAbsent(code, code);
        return known == null ? code : known;
    }

    @Override
    public void close() throws SQLException {
        try (heldStatement;
                factStatement;
                previousStatement) {
            shared.clear();
        }
    }
}
