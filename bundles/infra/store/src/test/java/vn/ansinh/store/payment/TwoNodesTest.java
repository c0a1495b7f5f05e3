package vn.ansinh.store.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ansinh.store.TestStore.one;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ansinh.payment.api.Payments;
import vn.ansinh.payment.api.Payments.RunState;
import vn.ansinh.payment.api.Payments.RunView;
import vn.ansinh.platform.api.TenantId;
import vn.ansinh.store.TestStore;
import vn.ansinh.store.api.StoreSettings;

/** A node that is killed inside a run loses it to another, without anybody doing anything. */
class TwoNodesTest {
    private static final YearMonth MARCH = YearMonth.of(2026, 3);
    private static final int PEOPLE = 30_000;
    private static final int CHUNK = 300;
    private static final long BASE_KILLED = 10_000_000;
    private static final long BASE_CALM = 20_000_000;

    @TempDir private Path folder;

    @Test
    void theOtherGoesOnAtItsPart() throws Exception {
        try (TestStore store = TestStore.fresh(6);
                Connection owner = store.owner()) {
            TenantId killed = store.tenant("bi-giet");
            TenantId calm = store.tenant("yen-on");
            new TestPeople(owner, killed, BASE_KILLED).add(PEOPLE);
            new TestPeople(owner, calm, BASE_CALM).add(PEOPLE);
            TestStore.run(owner, "analyze");
            Payments payments = TestLaw.payments(store.store(), new TestLaw('a'), CHUNK);
            RunView undisturbed = payments.compute(calm, TestRuns.PREPARER, MARCH);

            Process a = node(store, "a", "bi-giet", MARCH.toString());
            try {
                await(() -> done(owner, killed) >= 5);
            } finally {
                a.destroyForcibly().waitFor();
            }
            String before = finished(owner, killed);
            // Negative control: with nobody else alive it stays what it is, a draft.
            Thread.sleep(3_000);
            assertThat(done(owner, killed)).as("killed inside the run").isBetween(5L, 105L);
            assertThat(state(payments, killed)).isEqualTo(RunState.DRAFT);
            assertThat(one(owner, "select count(*) from run_work")).isEqualTo("1");

            Process b = node(store, "b");
            try {
                await(() -> state(payments, killed) == RunState.COMPUTED);
                assertThat(a.isAlive()).isFalse();
                assertThat(b.isAlive()).isTrue();
            } finally {
                b.destroyForcibly().waitFor();
            }

            RunView resumed = payments.runs(killed, TestRuns.PREPARER).get(0);
            assertThat(resumed.lines()).isEqualTo(undisturbed.lines()).isEqualTo(33_000);
            assertThat(resumed.totalDong()).isEqualTo(undisturbed.totalDong());
            assertThat(lines(owner, killed)).isEqualTo("33000");
            // What A had finished was not done again.
            assertThat(finished(owner, killed)).startsWith(before);
            assertThat(one(owner, "select count(*) from run_work")).isEqualTo("0");
            // Who ordered the run prepared it, whoever's machine ended it: four eyes stay four.
            assertThat(
                            one(
                                    owner,
                                    "select actor from run_event where to_state = 'COMPUTED'"
                                            + " and tenant_id = "
                                            + killed.value()))
                    .isEqualTo(TestRuns.PREPARER.login());
            assertThat(
                            one(
                                    owner,
                                    "select count(distinct purpose) from audit_event"
                                            + " where action = 'run.chunk' and tenant_id = "
                                            + killed.value()))
                    .as("the trail tells who went on from who ordered")
                    .isEqualTo("2");
        }
    }

    private Process node(TestStore store, String name, String... run) throws IOException {
        StoreSettings settings = store.settings(4);
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty(
                                        "surefire.test.class.path",
                                        System.getProperty("java.class.path")),
                                NodeInChild.class.getName(),
                                settings.url(),
                                settings.ownerPassword(),
                                settings.appPassword(),
                                Integer.toString(CHUNK),
                                name));
        command.addAll(List.of(run));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile())
                .start();
    }

    private interface Question {
        boolean yes() throws Exception;
    }

    private static void await(Question question) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (!question.yes()) {
            assertThat(System.nanoTime()).as("too late").isLessThan(deadline);
            Thread.sleep(5);
        }
    }

    private static RunState state(Payments payments, TenantId tenant) {
        return payments.runs(tenant, TestRuns.PREPARER).get(0).state();
    }

    private static long done(Connection owner, TenantId tenant) throws Exception {
        return Long.parseLong(
                one(
                        owner,
                        "select count(*) from run_chunk where state = 'DONE' and tenant_id = "
                                + tenant.value()));
    }

    private static String lines(Connection owner, TenantId tenant) throws Exception {
        return one(owner, "select count(*) from payment_line where tenant_id = " + tenant.value());
    }

    /** Finished parts in the order they were committed, with the transaction that did them. */
    private static String finished(Connection owner, TenantId tenant) throws Exception {
        return one(
                owner,
                "select string_agg(chunk_no || ':' || xmin || ':' || encode(root, 'hex'), ','"
                        + " order by xmin::text::bigint, chunk_no) from run_chunk"
                        + " where state = 'DONE' and tenant_id = "
                        + tenant.value());
    }
}
