package vn.ansinh.store.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.Audit;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.platform.api.TenantId;
import vn.ansinh.platform.api.UnitOfWork;
import vn.ansinh.store.TestStore;

class UnitTest {

    private static final Actor OFFICER = new Actor("can-bo-gia-lap", "thử");
    private static final Actor OTHER = Actor.system("other");

    private TestStore store;
    private UnitOfWork unit;
    private Current current;
    private Audit audit;
    private TenantId tenant;
    private TenantId neighbour;

    @BeforeEach
    void open() throws SQLException {
        store = TestStore.fresh(1);
        unit = store.service(UnitOfWork.class);
        current = (Current) unit;
        audit = store.service(Audit.class);
        tenant = store.tenant("mot");
        neighbour = store.tenant("hai");
    }

    @AfterEach
    void close() throws SQLException {
        store.close();
    }

    private void record() {
        audit.record("test", "none", 1, "");
    }

    private Void recordOnce() {
        record();
        return null;
    }

    private String ask(String sql) {
        return current.sql(connection -> TestStore.one(connection, sql));
    }

    private long committed() throws SQLException {
        try (Connection owner = store.owner()) {
            return Long.parseLong(TestStore.one(owner, "select count(*) from audit_event"));
        }
    }

    @Test
    void commitsAndReturns() throws SQLException {
        String answer =
                unit.inTenant(
                        tenant,
                        OFFICER,
                        () -> {
                            record();
                            return "xong";
                        });

        assertThat(answer).isEqualTo("xong");
        assertThat(committed()).isEqualTo(1);
    }

    @Test
    void rollsBackOnAnyThrowable() throws SQLException {
        for (Throwable failure :
                new Throwable[] {new IllegalArgumentException("x"), new AssertionError("y")}) {
            assertThatThrownBy(
                            () ->
                                    unit.inTenant(
                                            tenant,
                                            OFFICER,
                                            () -> {
                                                record();
                                                return sneaky(failure);
                                            }))
                    .isSameAs(failure);
        }
        assertThat(committed()).isZero();
        // The one connection of the pool is free again.
        assertThat(unit.<Integer>common(OFFICER, () -> 1)).isEqualTo(1);
    }

    private static Object sneaky(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) failure;
    }

    @Test
    void nestedCallJoinsAndKeepsTheActor() {
        unit.inTenant(
                tenant,
                OFFICER,
                () -> {
                    String outer = ask("select pg_current_xact_id()");
                    unit.inTenant(
                            tenant,
                            OTHER,
                            () -> {
                                assertThat(ask("select pg_current_xact_id()")).isEqualTo(outer);
                                assertThat(current.actor()).isEqualTo(OFFICER);
                                return null;
                            });
                    unit.common(
                            OTHER,
                            () -> {
                                assertThat(ask("select pg_current_xact_id()")).isEqualTo(outer);
                                assertThat(current.tenant()).isEqualTo(tenant);
                                return null;
                            });
                    return null;
                });
    }

    @Test
    void failureInsideDoomsTheWhole() throws SQLException {
        IllegalStateException inner = new IllegalStateException("inner");
        assertThatThrownBy(
                        () ->
                                unit.inTenant(
                                        tenant,
                                        OFFICER,
                                        () -> {
                                            record();
                                            try {
                                                unit.inTenant(tenant, OFFICER, () -> sneaky(inner));
                                            } catch (IllegalStateException e) {
                                                // swallowed by the caller, yet not committed
                                            }
                                            return null;
                                        }))
                .isInstanceOf(AnsinhException.class)
                .hasCause(inner)
                .extracting(e -> ((AnsinhException) e).code())
                .isEqualTo(ErrorCode.INTERNAL);
        assertThat(committed()).isZero();
    }

    @Test
    void swallowedFailureOfSqlDoomsTheWhole() throws SQLException {
        assertThatThrownBy(
                        () ->
                                unit.inTenant(
                                        tenant,
                                        OFFICER,
                                        () -> {
                                            record();
                                            try {
                                                ask("select 1/0");
                                            } catch (AnsinhException e) {
                                                assertThat(e.code()).isEqualTo(ErrorCode.INTERNAL);
                                            }
                                            return null;
                                        }))
                .isInstanceOf(AnsinhException.class);
        assertThat(committed()).isZero();
    }

    @Test
    void anotherTenantInsideIsRefused() {
        unit.inTenant(
                tenant,
                OFFICER,
                () -> {
                    assertThatThrownBy(() -> unit.inTenant(neighbour, OFFICER, () -> 1))
                            .isInstanceOf(IllegalStateException.class);
                    return null;
                });
        unit.common(
                OFFICER,
                () -> {
                    assertThatThrownBy(() -> unit.inTenant(tenant, OFFICER, () -> 1))
                            .isInstanceOf(IllegalStateException.class);
                    return null;
                });
    }

    @Test
    void tenantDoesNotStayOnTheConnection() {
        String question = "select count(*) || ' ' || pg_backend_pid() from audit_event";
        String own =
                unit.inTenant(
                        tenant,
                        OFFICER,
                        () -> {
                            record();
                            return ask(question);
                        });
        String nobody = unit.common(OFFICER, () -> ask(question));
        String other = unit.inTenant(neighbour, OFFICER, () -> ask(question));

        String backend = own.split(" ")[1];
        assertThat(own).isEqualTo("1 " + backend);
        assertThat(nobody).isEqualTo("0 " + backend);
        assertThat(other).isEqualTo("0 " + backend);
    }

    @Test
    void nothingIsToBeHadOutsideOrWithoutATenant() {
        assertThatThrownBy(current::em).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(current::actor).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(this::record).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> unit.common(OFFICER, this::recordOnce))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void duplicateKeyIsAConflict() {
        assertThatThrownBy(
                        () ->
                                unit.common(
                                        OFFICER,
                                        () ->
                                                current.sql(
                                                        connection -> {
                                                            TestStore.run(
                                                                    connection,
                                                                    "insert into locality (code,"
                                                                            + " name, created_at) values"
                                                                            + " ('mot', 'x', now())");
                                                            return null;
                                                        })))
                .isInstanceOf(AnsinhException.class)
                .extracting(e -> ((AnsinhException) e).code())
                .isEqualTo(ErrorCode.CONFLICT);
    }

    @Test
    void noFreeConnectionIsStoreUnavailable() throws Exception {
        CountDownLatch taken = new CountDownLatch(1);
        CountDownLatch free = new CountDownLatch(1);
        ExecutorService executor = Executors.newSingleThreadExecutor();
        try {
            Future<Object> holder =
                    executor.submit(
                            () ->
                                    unit.common(
                                            OTHER,
                                            () -> {
                                                taken.countDown();
                                                return await(free);
                                            }));
            assertThat(taken.await(10, TimeUnit.SECONDS)).isTrue();
            assertThatThrownBy(() -> unit.common(OFFICER, () -> 1))
                    .isInstanceOf(AnsinhException.class)
                    .extracting(e -> ((AnsinhException) e).code())
                    .isEqualTo(ErrorCode.STORE_UNAVAILABLE);
            free.countDown();
            assertThat(holder.get(10, TimeUnit.SECONDS)).isEqualTo(true);
        } finally {
            free.countDown();
            executor.shutdownNow();
        }
    }

    private static Object await(CountDownLatch latch) {
        try {
            return latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
