package vn.ansinh.store.finding;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import vn.ansinh.beneficiary.api.Duplicates.Side;
import vn.ansinh.beneficiary.api.Duplicates.State;
import vn.ansinh.beneficiary.port.DuplicatePairs;
import vn.ansinh.store.internal.Current;

/** Table {@code duplicate_pair} and what is compared of people. */
final class StoredDuplicatePairs implements DuplicatePairs {

    private static final int FETCH = 5_000;
    private static final int BATCH = 1_000;

    /** Of one feature of its own; the tenant is the second key of the lock. */
    private static final int LOCK = 0x4455504C;

    private static final String PEOPLE =
            "select person_id, full_name, sex, birth_text, unit_code from person"
                    + " where merged_into is null order by person_id";
    private static final String NUMBERS =
            "select person_id, number from personal_id where kind = '%s'"
                    + " and superseded_at is null order by person_id";
    private static final String ACCOUNTS =
            "select person_id, account from payee where superseded_at is null and account <> ''"
                    + " order by person_id";
    private static final String HOUSEHOLDS =
            "select person_id, household_id::text from household_member where valid_to is null"
                    + " and superseded_at is null order by person_id";

    private static final String STORED =
            "select d.pair_id, d.first_person, d.second_person, d.score, d.reasons,"
                    + " d.fingerprint, d.state, d.keep_person, d.found_at, d.judged_by, d.why,"
                    + side("a")
                    + side("b")
                    + " from duplicate_pair d"
                    + " join person a on a.person_id = d.first_person"
                    + " join person b on b.person_id = d.second_person where ";

    private final Current current;

    StoredDuplicatePairs(Current current) {
        this.current = current;
    }

    private static String side(String person) {
        String comma = person.equals("a") ? "" : ", ";
        return comma
                + " "
                + "P.full_name, P.sex, P.birth_text, P.unit_code, P.death_on is not null,"
                        .replace("P.", person + ".")
                + " (select i.number from personal_id i where i.person_id = "
                + person
                + ".person_id and i.kind = 'PERSONAL' and i.valid_to is null"
                + " and i.superseded_at is null)";
    }

    @Override
    public void lockScan() {
        current.sql(
                connection -> {
                    try (PreparedStatement lock =
                            connection.prepareStatement("select pg_advisory_xact_lock(?, ?)")) {
                        lock.setInt(1, LOCK);
                        lock.setInt(2, current.tenant().value());
                        return lock.execute();
                    }
                });
    }

    @Override
    public void people(Consumer<Card> each) {
        current.sql(
                connection -> {
                    try (PreparedStatement people = Follower.prepare(connection, PEOPLE);
                            PreparedStatement ids = numbers(connection, "PERSONAL");
                            PreparedStatement aliases = numbers(connection, "CMND");
                            PreparedStatement accounts = Follower.prepare(connection, ACCOUNTS);
                            PreparedStatement homes = Follower.prepare(connection, HOUSEHOLDS);
                            ResultSet row = people.executeQuery();
                            Follower id = new Follower(ids.executeQuery());
                            Follower alias = new Follower(aliases.executeQuery());
                            Follower account = new Follower(accounts.executeQuery());
                            Follower home = new Follower(homes.executeQuery())) {
                        while (row.next()) {
                            long key = row.getLong(1);
                            each.accept(
                                    new Card(
                                            key,
                                            row.getString(2),
                                            row.getString(3),
                                            row.getString(4),
                                            id.texts(key),
                                            alias.texts(key),
                                            account.texts(key),
                                            home.texts(key),
                                            row.getString(5)));
                        }
                        return null;
                    }
                });
    }

    private static PreparedStatement numbers(Connection connection, String kind)
            throws SQLException {
        return Follower.prepare(connection, NUMBERS.formatted(kind));
    }

    @Override
    public List<Row> newest() {
        return current.sql(
                connection -> {
                    String sql =
                            "select distinct on (first_person, second_person) pair_id,"
                                    + " first_person, second_person, score, reasons, fingerprint,"
                                    + " state from duplicate_pair"
                                    + " order by first_person, second_person, pair_id desc";
                    try (PreparedStatement query = connection.prepareStatement(sql)) {
                        query.setFetchSize(FETCH);
                        List<Row> rows = new ArrayList<>();
                        try (ResultSet row = query.executeQuery()) {
                            while (row.next()) {
                                rows.add(row(row));
                            }
                        }
                        return rows;
                    }
                });
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                row.getInt(4),
                List.of((String[]) row.getArray(5).getArray()),
                row.getString(6),
                State.valueOf(row.getString(7)));
    }

    @Override
    public void open(List<Row> pairs, Instant at) {
        String sql =
                "insert into duplicate_pair (first_person, second_person, score, reasons,"
                        + " fingerprint, state, found_at) values (?, ?, ?, ?, ?, 'OPEN', ?)";
        batch(
                sql,
                pairs,
                (connection, insert, pair) -> {
                    insert.setLong(1, pair.first());
                    insert.setLong(2, pair.second());
                    insert.setInt(3, pair.score());
                    insert.setArray(4, connection.createArrayOf("text", pair.reasons().toArray()));
                    insert.setString(5, pair.fingerprint());
                    insert.setObject(6, at.atOffset(ZoneOffset.UTC));
                });
    }

    @Override
    public void withdraw(List<Long> pairIds, Instant at) {
        batch(
                "update duplicate_pair set state = 'WITHDRAWN', judged_at = ?"
                        + " where pair_id = ? and state = 'OPEN'",
                pairIds,
                (connection, update, pair) -> {
                    update.setObject(1, at.atOffset(ZoneOffset.UTC));
                    update.setLong(2, pair);
                });
    }

    private <T> void batch(String sql, List<T> all, Setter<T> setter) {
        current.sql(
                connection -> {
                    try (PreparedStatement statement = connection.prepareStatement(sql)) {
                        int waiting = 0;
                        for (T one : all) {
                            setter.set(connection, statement, one);
                            statement.addBatch();
                            waiting++;
                            if (waiting == BATCH) {
                                statement.executeBatch();
                                waiting = 0;
                            }
                        }
                        return statement.executeBatch();
                    }
                });
    }

    @Override
    public boolean judge(long pairId, State state, long keep, String by, String why, Instant at) {
        return current.sql(
                connection -> {
                    try (PreparedStatement update =
                            connection.prepareStatement(
                                    "update duplicate_pair set state = ?, keep_person = ?,"
                                            + " judged_by = ?, why = ?, judged_at = ?"
                                            + " where pair_id = ? and state = 'OPEN'")) {
                        update.setString(1, state.name());
                        update.setObject(2, keep == 0 ? null : keep, java.sql.Types.BIGINT);
                        update.setString(3, by);
                        update.setString(4, why);
                        update.setObject(5, at.atOffset(ZoneOffset.UTC));
                        update.setLong(6, pairId);
                        return update.executeUpdate() == 1;
                    }
                });
    }

    @Override
    public List<Stored> page(State state, long afterId, int limit) {
        return stored(
                "d.state = ? and d.pair_id > ? order by d.pair_id limit ?",
                state.name(),
                afterId,
                limit);
    }

    @Override
    public Optional<Stored> byId(long pairId) {
        return stored("d.pair_id = ?", pairId).stream().findFirst();
    }

    private List<Stored> stored(String condition, Object... parameters) {
        return current.sql(
                connection -> {
                    try (PreparedStatement query =
                            connection.prepareStatement(STORED + condition)) {
                        for (int i = 0; i < parameters.length; i++) {
                            query.setObject(i + 1, parameters[i]);
                        }
                        List<Stored> found = new ArrayList<>();
                        try (ResultSet row = query.executeQuery()) {
                            while (row.next()) {
                                found.add(
                                        new Stored(
                                                row(row),
                                                side(row, row.getLong(2), 12),
                                                side(row, row.getLong(3), 18),
                                                row.getLong(8),
                                                row.getObject(9, OffsetDateTime.class).toInstant(),
                                                text(row.getString(10)),
                                                text(row.getString(11))));
                            }
                        }
                        return found;
                    }
                });
    }

    private static Side side(ResultSet row, long person, int from) throws SQLException {
        return new Side(
                person,
                row.getString(from),
                row.getString(from + 1),
                row.getString(from + 2),
                text(row.getString(from + 5)),
                row.getString(from + 3),
                row.getBoolean(from + 4));
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }

    @FunctionalInterface
    private interface Setter<T> {
        void set(Connection connection, PreparedStatement statement, T value) throws SQLException;
    }
}
