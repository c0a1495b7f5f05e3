package vn.ansinh.store.nodes;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.Nodes;
import vn.ansinh.platform.api.UnitOfWork;
import vn.ansinh.store.internal.Current;

/** Table {@code node}, which the process itself writes. */
final class StoredNodes implements Nodes {
    private static final Actor SELF = Actor.system("nodes");

    private final Current current;
    private final UnitOfWork unitOfWork;
    private final String self;

    StoredNodes(Current current, UnitOfWork unitOfWork, String self) {
        this.current = current;
        this.unitOfWork = unitOfWork;
        this.self = self;
    }

    @Override
    public String self() {
        return self;
    }

    @Override
    public List<Node> all() {
        return unitOfWork.common(
                SELF,
                () ->
                        current.sql(
                                connection -> {
                                    try (PreparedStatement select =
                                                    connection.prepareStatement(
                                                            "select node_id, name, started_at,"
                                                                    + " seen_at, live_until >"
                                                                    + " clock_timestamp() from node"
                                                                    + " order by name, node_id");
                                            ResultSet row = select.executeQuery()) {
                                        List<Node> all = new ArrayList<>();
                                        while (row.next()) {
                                            all.add(
                                                    new Node(
                                                            row.getString(1),
                                                            row.getString(2),
                                                            instant(row, 3),
                                                            instant(row, 4),
                                                            row.getBoolean(5)));
                                        }
                                        return all;
                                    }
                                }));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
