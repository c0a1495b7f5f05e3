package vn.ansinh.store.nodes;

import java.sql.Statement;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.StoreCheck;
import vn.ansinh.platform.api.UnitOfWork;
import vn.ansinh.store.internal.Current;

/** Asks; writes too, but only after a write had no room. */
final class WrittenCheck implements StoreCheck {
    private static final Actor SELF = Actor.system("health");

    /** About four megabytes, in rows too short to be compressed. */
    private static final String PROBE =
            "create temporary table space_probe on commit drop as"
                    + " select repeat('x', 1900) as filler from generate_series(1, 2200)";

    private final Current current;
    private final UnitOfWork unitOfWork;

    WrittenCheck(Current current, UnitOfWork unitOfWork) {
        this.current = current;
        this.unitOfWork = unitOfWork;
    }

    @Override
    public void check() {
        boolean full = current.full();
        unitOfWork.common(
                SELF,
                () ->
                        current.sql(
                                connection -> {
                                    try (Statement statement = connection.createStatement()) {
                                        return statement.execute(full ? PROBE : "select 1");
                                    }
                                }));
        if (full) {
            current.notFull();
        }
    }
}
