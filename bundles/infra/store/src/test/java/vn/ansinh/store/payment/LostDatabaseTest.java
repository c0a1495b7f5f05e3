package vn.ansinh.store.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.ansinh.store.TestStore.one;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ansinh.embeddedpostgres.api.PostgresServer;
import vn.ansinh.embeddedpostgres.api.PostgresSettings;
import vn.ansinh.payment.api.Payments;
import vn.ansinh.payment.api.Payments.RunState;
import vn.ansinh.payment.internal.RunResume;
import vn.ansinh.payment.internal.RunsAtWork;
import vn.ansinh.payment.port.RunWork;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.StoreCheck;
import vn.ansinh.platform.api.TenantId;
import vn.ansinh.store.TestStore;
import vn.ansinh.store.api.NodeSettings;
import vn.ansinh.store.api.Store;
import vn.ansinh.store.api.StoreSettings;

/**
 * PostgreSQL is killed inside a run and away for a while: the node ends the run when it is back.
 */
class LostDatabaseTest {
    private static final YearMonth MARCH = YearMonth.of(2026, 3);
    private static final int PEOPLE = 20_000;

    @TempDir private Path folder;

    @Test
    void theRunGoesOnWhenItIsBack() throws Exception {
        PostgresServer server = PostgresServer.start(PostgresSettings.in(folder));
        try {
            StoreSettings settings =
                    new StoreSettings(
                            server.url(),
                            server.ownerPassword(),
                            server.appPassword(),
                            6,
                            TestStore.clock());
            try (Store store = Store.open(settings)) {
                TenantId tenant =
                        store.service(Localities.class).create("mat-noi", "DỮ LIỆU GIẢ LẬP").id();
                RunWork work = store.service(RunWork.class);
                RunsAtWork atWork = new RunsAtWork(work);
                var payments = NodeInChild.payments(store, atWork, 200);
                StoreCheck check = store.service(StoreCheck.class);
                CompletableFuture<?> computing;
                try (Connection owner = TestStore.owner(settings)) {
                    new TestPeople(owner, tenant, 10_000_000).add(PEOPLE);
                    TestStore.run(owner, "analyze");
                    computing =
                            CompletableFuture.runAsync(
                                    () -> payments.compute(tenant, TestRuns.PREPARER, MARCH));
                    while (done(owner) < 3) {
                        assertThat(computing).isNotDone();
                    }
                    kill(server);
                }
                assertThatThrownBy(() -> computing.get(60, TimeUnit.SECONDS))
                        .isInstanceOf(ExecutionException.class)
                        .cause()
                        .extracting(e -> ((AnsinhException) e).code())
                        .isEqualTo(ErrorCode.STORE_UNAVAILABLE);
                unavailable(check::check);
                unavailable(() -> payments.compute(tenant, TestRuns.PREPARER, MARCH));
                int port = server.port();
                server.close();

                server = PostgresServer.start(PostgresSettings.in(folder).withPort(port));
                assertThatCode(check::check).doesNotThrowAnyException();
                try (Connection owner = TestStore.owner(settings)) {
                    // Nothing half-done, and nobody does anything yet.
                    assertThat(done(owner)).isBetween(3, 109);
                    assertThat(FullDiskTest.linesMinusClaimed(owner)).isEqualTo("0");
                    assertThat(state(payments, tenant)).isEqualTo(RunState.DRAFT);

                    // As a container does, by itself.
                    store.join(
                            new NodeSettings(
                                    "a", Duration.ofMillis(250), 4, Duration.ofMillis(100)),
                            () -> List.of(new RunResume(payments, work, atWork, 1)));
                    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
                    while (state(payments, tenant) == RunState.DRAFT) {
                        assertThat(System.nanoTime()).as("too late").isLessThan(end);
                        Thread.sleep(20);
                    }
                    assertThat(state(payments, tenant)).isEqualTo(RunState.COMPUTED);
                    assertThat(one(owner, "select count(*) from payment_line")).isEqualTo("22000");
                    assertThat(FullDiskTest.linesMinusClaimed(owner)).isEqualTo("0");
                }
            }
        } finally {
            server.close();
        }
    }

    private static RunState state(Payments payments, TenantId tenant) {
        return payments.runs(tenant, TestRuns.PREPARER).get(0).state();
    }

    private static int done(Connection owner) throws Exception {
        return Integer.parseInt(one(owner, "select count(*) from run_chunk where state = 'DONE'"));
    }

    /** SIGKILL to the server and every process of it. */
    private static void kill(PostgresServer server) {
        ProcessHandle postmaster = ProcessHandle.of(server.pid()).orElseThrow();
        List<ProcessHandle> all = postmaster.descendants().toList();
        postmaster.destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
        postmaster.onExit().join();
    }

    private static void unavailable(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOf(AnsinhException.class)
                .extracting(e -> ((AnsinhException) e).code())
                .isEqualTo(ErrorCode.STORE_UNAVAILABLE);
    }
}
