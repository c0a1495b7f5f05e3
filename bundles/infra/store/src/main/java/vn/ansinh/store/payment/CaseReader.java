package vn.ansinh.store.payment;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.OffsetDateTime;
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
 * Reads people of a key range by four cursors in the order of the key, merged as they come: people,
 * entitlements, facts, lines of the month before. Days travel as numbers (binary, no parsing).
 *
 * <p>Each cursor walks its primary key, which is the order wanted; the planner, which cannot know
 * that whole ranges are read, would rather fetch by bitmap and sort, and join before that: five
 * times the work (measured at 1,000,000 people). So this transaction is told not to.
 */
final class CaseReader implements AutoCloseable {
    private static final int FETCH = 10_000;
    private static final long END = Long.MAX_VALUE;

    /** Column of {@link #PEOPLE}: another record stands for this one, or it came later. */
    private static final int GONE = 8;

    private static final Component[] COMPONENTS = Component.values();

    private static final String IN_ORDER =
            "set local enable_sort = off; set local enable_bitmapscan = off";

    private static final String COLUMNS =
            " unit_code, earliest_birth - date '1970-01-01', latest_birth - date '1970-01-01', sex,"
                    + " case when death_recorded_at <= ? then death_on - date '1970-01-01' end";

    private static final String PEOPLE =
            "select person_id, changed_at > ?,"
                    + COLUMNS
                    + ", merged_into is not null or recorded_at > ?"
                    + " from person where person_id between ? and ? order by person_id";

    /** What was known at an instant of somebody changed since: the first image that ended then. */
    private static final String PAST =
            "select person_id, false,"
                    + COLUMNS
                    + " from person_past where person_id = ? and superseded_at > ?"
                    + " order by version limit 1";

    private static final String FACTS =
            "select person_id, kind, value, valid_from - date '1970-01-01',"
                    + " valid_to - date '1970-01-01', known_since - date '1970-01-01'"
                    + " from fact where person_id between ? and ?"
                    + " and recorded_at <= ? and (superseded_at is null or superseded_at > ?)"
                    + " order by person_id, fact_id";

    private final Map<String, String> shared = new HashMap<>();
    private final Connection connection;
    private final OffsetDateTime pinned;
    private final PreparedStatement peopleStatement;
    private final PreparedStatement heldStatement;
    private final PreparedStatement factStatement;
    private final PreparedStatement previousStatement;
    private final ResultSet people;
    private final ResultSet held;
    private final ResultSet facts;
    private final ResultSet previous;

    /** The person each cursor stands at; {@link #END} behind the last. */
    private long atPerson;

    private long atHeld;
    private long atFact;
    private long atPrevious;

    CaseReader(Connection connection, StoredRun run, long from, long to) throws SQLException {
        this.connection = connection;
        pinned = run.pinnedAt().atOffset(ZoneOffset.UTC);
        try (Statement statement = connection.createStatement()) {
            statement.execute(IN_ORDER);
        }
        peopleStatement = prepare(connection, PEOPLE, pinned, pinned, pinned, from, to);
        heldStatement = prepare(connection, heldSql(run), from, to, pinned, pinned);
        factStatement = prepare(connection, FACTS, from, to, pinned, pinned);
        previousStatement = prepare(connection, previousSql(run), run.previousRunId(), from, to);
        people = peopleStatement.executeQuery();
        held = heldStatement.executeQuery();
        facts = factStatement.executeQuery();
        previous = previousStatement.executeQuery();
        atPerson = next(people);
        atHeld = next(held);
        atFact = next(facts);
        atPrevious = next(previous);
    }

    private static long next(ResultSet cursor) throws SQLException {
        return cursor.next() ? cursor.getLong(1) : END;
    }

    // The month is a literal of ours, so that only its partition is planned.
    private static String heldSql(StoredRun run) {
        String month = "date '" + run.month().atDay(1) + "'";
        return "select person_id, entitlement_id, decision_id, ground, component,"
                + " coefficient_hundredths from entitlement e where person_id between ? and ?"
                + " and from_month <= "
                + month
                + " and (to_month is null or to_month >= "
                + month
                + ") and granted_at <= ? and (ended_at is null or ended_at > ?)"
                + missed(run, month)
                + " order by person_id, entitlement_id";
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

    private static String previousSql(StoredRun run) {
        return "select person_id, component, unit_code, ground, restricted,"
                + " coefficient_hundredths, rate_dong, amount_dong from payment_line"
                + " where for_month = date '"
                + run.month().minusMonths(1).atDay(1)
                + "'"
                + " and run_id = ? and sequence = 0 and person_id between ? and ?"
                + " order by person_id, component";
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... values)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setFetchSize(FETCH);
        statement.unwrap(PGStatement.class).setPrepareThreshold(-1);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    void forEach(Consumer<Case> each) throws SQLException {
        while (atHeld != END || atPrevious != END) {
            long previousPerson = atPrevious;
            if (atHeld <= previousPerson) {
                each.accept(withEntitlements(atHeld));
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

    /** Everybody, whether anything is granted or not; the dead without a grant aside. */
    void everybody(Consumer<Case> each) throws SQLException {
        while (atPerson != END) {
            if (atHeld < atPerson) {
                throw new IllegalStateException("no person of entitlement: person " + atHeld);
            }
            if (atHeld == atPerson) {
                each.accept(withEntitlements(atPerson));
            } else if (!people.getBoolean(GONE)) {
                Case one = known(atPerson, List.of());
                if (one.death() == null) {
                    each.accept(one);
                }
            }
            atPerson = next(people);
        }
    }

    private Case withEntitlements(long person) throws SQLException {
        List<Case.Held> entitlements = new ArrayList<>(2);
        do {
            entitlements.add(
                    new Case.Held(
                            held.getLong(2),
                            held.getLong(3),
                            share(held.getString(4)),
                            component(held.getString(5)),
                            held.getInt(6)));
            atHeld = next(held);
        } while (atHeld == person);
        while (atPerson < person) {
            atPerson = next(people);
        }
        if (atPerson != person) {
            throw new IllegalStateException("no person of entitlement: person " + person);
        }
        return known(person, entitlements);
    }

    /** The person the cursor stands at, as known at the pinned instant. */
    private Case known(long person, List<Case.Held> entitlements) throws SQLException {
        return people.getBoolean(2) ? then(person, entitlements) : of(people, person, entitlements);
    }

    /** Hardly anybody: who was changed since the pinned instant. */
    private Case then(long person, List<Case.Held> entitlements) throws SQLException {
        try (PreparedStatement past = prepare(connection, PAST, pinned, person, pinned);
                ResultSet row = past.executeQuery()) {
            if (!row.next()) {
                throw new IllegalStateException("no image of person " + person);
            }
            return of(row, person, entitlements);
        }
    }

    private Case of(ResultSet row, long person, List<Case.Held> entitlements) throws SQLException {
        return new Case(
                person,
                share(row.getString(3)),
                day(row, 4),
                day(row, 5),
                share(row.getString(6)),
                day(row, 7),
                entitlements,
                factsOf(person),
                previousOf(person));
    }

    private static Component component(String name) {
        for (Component component : COMPONENTS) {
            if (component.name().equals(name)) {
                return component;
            }
        }
        throw new IllegalStateException("no component " + name);
    }

    private List<DatedFact> factsOf(long person) throws SQLException {
        List<DatedFact> list = new ArrayList<>(4);
        while (atFact <= person) {
            if (atFact == person) {
                list.add(
                        new DatedFact(
                                share(facts.getString(2)),
                                share(facts.getString(3)),
                                day(facts, 4),
                                day(facts, 5),
                                day(facts, 6)));
            }
            atFact = next(facts);
        }
        return list;
    }

    private List<Case.Previous> previousOf(long person) throws SQLException {
        List<Case.Previous> list = List.of();
        while (atPrevious == person) {
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
            atPrevious = next(previous);
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
        try (peopleStatement;
                heldStatement;
                factStatement;
                previousStatement) {
            shared.clear();
        }
    }
}
