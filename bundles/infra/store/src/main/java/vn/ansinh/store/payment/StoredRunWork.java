package vn.ansinh.store.payment;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.ansinh.payment.port.RunWork;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.TenantId;
import vn.ansinh.platform.api.UnitOfWork;
import vn.ansinh.store.internal.Current;

/** Table {@code run_work}. */
final class StoredRunWork implements RunWork {
    private static final Actor SELF = Actor.system("runs");
    private static final String PURPOSE = "tự động tính tiếp kỳ chi trả bị dở";

    private final Current current;
    private final UnitOfWork unitOfWork;
    private final String self;

    StoredRunWork(Current current, UnitOfWork unitOfWork, String self) {
        this.current = current;
        this.unitOfWork = unitOfWork;
        this.self = self;
    }

    @Override
    public void take(long runId) {
        Actor actor = current.actor();
        update(
                "insert into run_work (tenant_id, run_id, node_id, ordered_by, on_behalf_of, units)"
                        + " values (?, ?, ?, ?, ?, ?) on conflict (tenant_id, run_id) do update set"
                        + " node_id = excluded.node_id, ordered_by = excluded.ordered_by,"
                        + " on_behalf_of = excluded.on_behalf_of, units = excluded.units",
                current.tenant().value(),
                runId,
                self,
                actor.login(),
                actor.onBehalfOf(),
                actor.units().toArray(String[]::new));
    }

    @Override
    public void done(long runId) {
        update(
                "delete from run_work where tenant_id = ? and run_id = ?",
                current.tenant().value(),
                runId);
    }

    @Override
    public void later(Left left) {
        unitOfWork.common(
                SELF,
                () ->
                        update(
                                "update run_work set tries = tries + 1, next_at = clock_timestamp()"
                                        + " + least(interval '10 seconds' * (1 << least(tries, 9)),"
                                        + " interval '1 hour') where tenant_id = ? and run_id = ?",
                                left.tenant().value(),
                                left.runId()));
    }

    @Override
    public List<Left> left() {
        return unitOfWork.common(SELF, () -> current.sql(connection -> found(connection)));
    }

    private List<Left> found(Connection connection) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(
                        "select w.tenant_id, w.run_id, w.node_id, w.ordered_by, w.on_behalf_of,"
                                + " w.units from run_work w"
                                + " left join node n on n.node_id = w.node_id"
                                + " where w.next_at <= clock_timestamp() and (w.node_id = ?"
                                + " or n.node_id is null or n.live_until < clock_timestamp())"
                                + " order by w.tenant_id, w.run_id")) {
            select.setString(1, self);
            try (ResultSet row = select.executeQuery()) {
                List<Left> all = new ArrayList<>();
                while (row.next()) {
                    Actor orderedBy =
                            new Actor(
                                    row.getString(4),
                                    row.getString(5),
                                    PURPOSE,
                                    "",
                                    Set.of((String[]) row.getArray(6).getArray()));
                    all.add(
                            new Left(
                                    new TenantId(row.getInt(1)),
                                    row.getLong(2),
                                    row.getString(3),
                                    orderedBy));
                }
                return all;
            }
        }
    }

    private int update(String sql, Object... values) {
        return current.sql(
                connection -> {
                    try (PreparedStatement statement = connection.prepareStatement(sql)) {
                        for (int i = 0; i < values.length; i++) {
                            statement.setObject(i + 1, values[i]);
                        }
                        return statement.executeUpdate();
                    }
                });
    }
}
