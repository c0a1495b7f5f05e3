package vn.ansinh.store.activation;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.ansinh.activation.port.Agreement;
import vn.ansinh.store.internal.Current;

/** Tables {@code activation_turn} and {@code activation_answer}. */
final class StoredAgreement implements Agreement {

    /** A call counts while its node lives and its time is not over. */
    private static final String OPEN =
            "t.call_until > clock_timestamp() and exists (select from node n"
                    + " where n.node_id = t.called_by and n.live_until > clock_timestamp())";

    private final Current current;
    private final String self;

    StoredAgreement(Current current, String self) {
        this.current = current;
        this.self = self;
    }

    @Override
    public Look look() {
        return query(
                        "select t.turn, case when t.called_by <> ? and a.node_id is null and "
                                + OPEN
                                + " then t.call_no else 0 end, coalesce(t.sha256, '')"
                                + " from activation_turn t left join activation_answer a"
                                + " on a.call_no = t.call_no and a.node_id = ?",
                        row -> new Look(row.getLong(1), row.getLong(2), row.getString(3)),
                        self,
                        self)
                .get(0);
    }

    @Override
    public Optional<Long> call(String sha256, Duration limit) {
        Optional<Long> number =
                query(
                                "update activation_turn t set call_no = call_no + 1, called_by = ?,"
                                        + " sha256 = ?, call_until = clock_timestamp()"
                                        + " + ? * interval '1 millisecond'"
                                        + " where t.called_by is null or t.called_by = ? or not ("
                                        + OPEN
                                        + ") returning call_no",
                                row -> row.getLong(1),
                                self,
                                sha256,
                                limit.toMillis(),
                                self)
                        .stream()
                        .findFirst();
        number.ifPresent(n -> update("delete from activation_answer where call_no < ?", n));
        return number;
    }

    @Override
    public void end(long call) {
        update(
                "update activation_turn set called_by = null, sha256 = null, call_until = null"
                        + " where call_no = ? and called_by = ?",
                call,
                self);
    }

    @Override
    public void answer(long call, String digest, String fault) {
        update(
                "insert into activation_answer (call_no, node_id, digest, fault)"
                        + " values (?, ?, ?, ?) on conflict do nothing",
                call,
                self,
                digest,
                fault);
    }

    @Override
    public List<Answer> answers(long call) {
        return query(
                "select node_id, digest, fault from activation_answer where call_no = ?",
                row -> new Answer(row.getString(1), row.getString(2), row.getString(3)),
                call);
    }

    @Override
    public void serves(long turn) {
        update("update node set law_turn = ? where node_id = ?", turn, self);
    }

    @Override
    public List<String> behind() {
        return query(
                "select n.name from node n where n.live_until > clock_timestamp()"
                        + " and n.node_id <> ?"
                        + " and n.law_turn < (select turn from activation_turn) order by n.name",
                row -> row.getString(1),
                self);
    }

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> query(String sql, Reader<T> reader, Object... values) {
        return current.sql(
                connection -> {
                    try (PreparedStatement statement = connection.prepareStatement(sql)) {
                        set(statement, values);
                        try (ResultSet row = statement.executeQuery()) {
                            List<T> all = new ArrayList<>();
                            while (row.next()) {
                                all.add(reader.read(row));
                            }
                            return all;
                        }
                    }
                });
    }

    private void update(String sql, Object... values) {
        current.sql(
                connection -> {
                    try (PreparedStatement statement = connection.prepareStatement(sql)) {
                        set(statement, values);
                        return statement.executeUpdate();
                    }
                });
    }

    private static void set(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
