package vn.ansinh.store.platform;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.TenantId;
import vn.ansinh.platform.api.UnitOfWork;
import vn.ansinh.store.internal.Current;

/** Tenants in table {@code locality}; every call is a unit of work, or joins the one there is. */
final class StoredLocalities implements Localities {

    private static final Actor SELF = Actor.system("localities");
    private static final String SELECT =
            "select tenant_id, code, name from locality where removed_at is null";

    private final Current current;
    private final UnitOfWork unitOfWork;
    private final CivilClock clock;

    StoredLocalities(Current current, UnitOfWork unitOfWork, CivilClock clock) {
        this.current = current;
        this.unitOfWork = unitOfWork;
        this.clock = clock;
    }

    @Override
    public List<TenantInfo> all() {
        return select(SELECT + " order by code");
    }

    @Override
    public Optional<TenantInfo> byCode(String code) {
        return select(SELECT + " and code = ?", code).stream().findFirst();
    }

    @Override
    public Optional<TenantInfo> byId(TenantId id) {
        return select(SELECT + " and tenant_id = ?::int", Integer.toString(id.value())).stream()
                .findFirst();
    }

    @Override
    public TenantInfo create(String code, String name) {
        return unitOfWork.common(
                SELF,
                () -> {
                    Optional<TenantInfo> present = byCode(code);
                    if (present.isEmpty()) {
                        insert(code, name);
                    }
                    return present.orElseGet(() -> created(code));
                });
    }

    /** A code that a locality once had is never given again: its trail is kept under it. */
    private TenantInfo created(String code) {
        return byCode(code)
                .orElseThrow(
                        () ->
                                new AnsinhException(
                                        ErrorCode.CONFLICT,
                                        "Mã «"
                                                + code
                                                + "» là của một địa phương đã gỡ: hãy dùng mã"
                                                + " khác."));
    }

    private void insert(String code, String name) {
        current.sql(
                connection -> {
                    // Two nodes may meet the same bundle at once: the second finds the first's row.
                    try (PreparedStatement insert =
                            connection.prepareStatement(
                                    "insert into locality (code, name, created_at)"
                                            + " values (?, ?, ?) on conflict (code) do nothing")) {
                        insert.setString(1, code);
                        insert.setString(2, name);
                        insert.setObject(3, clock.now().atOffset(ZoneOffset.UTC));
                        return insert.executeUpdate();
                    }
                });
    }

    private List<TenantInfo> select(String sql, String... parameters) {
        return unitOfWork.common(
                SELF,
                () ->
                        current.sql(
                                connection -> {
                                    try (PreparedStatement query =
                                            connection.prepareStatement(sql)) {
                                        for (int i = 0; i < parameters.length; i++) {
                                            query.setString(i + 1, parameters[i]);
                                        }
                                        return read(query);
                                    }
                                }));
    }

    private static List<TenantInfo> read(PreparedStatement query) throws SQLException {
        List<TenantInfo> found = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                found.add(
                        new TenantInfo(
                                new TenantId(row.getInt(1)), row.getString(2), row.getString(3)));
            }
        }
        return List.copyOf(found);
    }
}
