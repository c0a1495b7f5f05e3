package vn.ansinh.store.platform;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.Audit;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.Localities.TenantInfo;
import vn.ansinh.platform.api.Suspensions;
import vn.ansinh.platform.api.UnitOfWork;
import vn.ansinh.store.internal.Current;

/** Columns of {@code locality}; the triggers {@code rests_with_locality} read them. */
final class StoredSuspensions implements Suspensions {
    private static final Actor SELF = Actor.system("suspensions");

    private final Current current;
    private final UnitOfWork unitOfWork;
    private final Localities localities;
    private final Audit audit;
    private final CivilClock clock;

    StoredSuspensions(
            Current current,
            UnitOfWork unitOfWork,
            Localities localities,
            Audit audit,
            CivilClock clock) {
        this.current = current;
        this.unitOfWork = unitOfWork;
        this.localities = localities;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public void suspend(Actor actor, String code, String reason) {
        if (reason == null || reason.isBlank()) {
            throw new AnsinhException(
                    ErrorCode.INVALID_INPUT, "Tạm dừng một địa phương phải ghi lý do.");
        }
        OffsetDateTime now = clock.now().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
        change(actor, code, "locality.suspend", "suspended_at is null", now, reason.strip());
    }

    @Override
    public void resume(Actor actor, String code) {
        change(actor, code, "locality.resume", "suspended_at is not null", null, "");
    }

    /** Audited only when something changed. */
    private void change(
            Actor actor, String code, String action, String when, OffsetDateTime at, String why) {
        TenantInfo place = localities.require(code);
        unitOfWork.inTenant(
                place.id(),
                actor,
                () -> {
                    int changed =
                            current.sql(
                                    connection -> {
                                        try (PreparedStatement update =
                                                connection.prepareStatement(
                                                        "update locality set suspended_at = ?,"
                                                                + " suspended_reason = ?"
                                                                + " where tenant_id = ? and "
                                                                + when)) {
                                            update.setObject(1, at);
                                            update.setString(2, why);
                                            update.setInt(3, place.id().value());
                                            return update.executeUpdate();
                                        }
                                    });
                    if (changed == 1) {
                        audit.record(action, "locality", place.id().value(), "");
                    }
                    return null;
                });
    }

    @Override
    public Optional<Suspension> of(String code) {
        return all().stream().filter(rest -> rest.code().equals(code)).findFirst();
    }

    @Override
    public List<Suspension> all() {
        return unitOfWork.common(
                SELF,
                () ->
                        current.sql(
                                connection -> {
                                    List<Suspension> found = new ArrayList<>();
                                    try (PreparedStatement query =
                                                    connection.prepareStatement(
                                                            "select code, suspended_at,"
                                                                    + " suspended_reason"
                                                                    + " from locality where"
                                                                    + " suspended_at is not null"
                                                                    + " and removed_at is null"
                                                                    + " order by code");
                                            ResultSet row = query.executeQuery()) {
                                        while (row.next()) {
                                            found.add(
                                                    new Suspension(
                                                            row.getString(1),
                                                            row.getObject(2, OffsetDateTime.class)
                                                                    .toInstant(),
                                                            row.getString(3)));
                                        }
                                    }
                                    return List.copyOf(found);
                                }));
    }
}
