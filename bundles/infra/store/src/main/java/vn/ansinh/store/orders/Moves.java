package vn.ansinh.store.orders;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Events of orders: one statement moves many, all or none (trigger). */
final class Moves {
    private static final String INSERT =
            "insert into order_event (order_id, from_state, to_state, reason, actor, on_behalf_of,"
                    + " at) select o.order_id, o.state, ";

    private final Sql sql;

    Moves(Sql sql) {
        this.sql = sql;
    }

    /** Moves the orders {@code o} that a condition names; says how many. */
    int all(String to, String reason, Instant at, String condition, Object... values) {
        return sql.update(statement(condition), values(to, reason, at, values));
    }

    /** The same; gives their keys. */
    List<Long> some(String to, String reason, Instant at, String condition, Object... values) {
        return sql.keys(
                statement(condition) + " returning order_id", values(to, reason, at, values));
    }

    /** Moves with a reason, an SQL expression, of each. */
    int reasoned(String to, String reason, Instant at, String join, String condition) {
        return sql.update(
                INSERT
                        + "?, "
                        + reason
                        + ", ?, ?, ? from payment_order o "
                        + join
                        + " where "
                        + condition,
                to,
                sql.login(),
                sql.onBehalfOf(),
                at);
    }

    private static String statement(String condition) {
        return INSERT + "?, ?, ?, ?, ? from payment_order o where " + condition;
    }

    private Object[] values(String to, String reason, Instant at, Object[] more) {
        List<Object> all = new ArrayList<>();
        all.add(to);
        all.add(reason);
        all.add(sql.login());
        all.add(sql.onBehalfOf());
        all.add(at);
        all.addAll(Arrays.asList(more));
        return all.toArray();
    }
}
