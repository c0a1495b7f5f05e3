package vn.ansinh.store.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ansinh.store.TestStore.one;

import java.io.File;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ansinh.payment.api.Payments;
import vn.ansinh.payment.api.Payments.RunState;
import vn.ansinh.payment.api.Payments.RunView;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.TenantId;
import vn.ansinh.store.TestStore;
import vn.ansinh.store.api.StoreSettings;

/** A run whose process is killed goes on and equals one that nobody disturbed. */
class KilledRunTest {
    private static final Actor ACTOR = new Actor("thu-nghiem", "");
    private static final YearMonth MARCH = YearMonth.of(2026, 3);
    private static final int PEOPLE = 40_000;
    private static final int CHUNK = 400;
    private static final long BASE_KILLED = 10_000_000;
    private static final long BASE_CALM = 20_000_000;

    @TempDir private Path folder;

    @Test
    void goesOnAfterKills() throws Exception {
        try (TestStore store = TestStore.fresh(6);
                Connection owner = store.owner()) {
            TenantId killed = store.tenant("bi-giet");
            TenantId calm = store.tenant("yen-on");
            new TestPeople(owner, killed, BASE_KILLED).add(PEOPLE).noFacts(4711);
            new TestPeople(owner, calm, BASE_CALM).add(PEOPLE).noFacts(4711);
            TestStore.run(owner, "analyze");
            Payments payments = TestLaw.payments(store.store(), new TestLaw('a'), CHUNK);
            RunView undisturbed = payments.compute(calm, ACTOR, MARCH);

            // Killed once few chunks are committed, once in the middle, once near the end.
            long seen = 0;
            for (int atLeast : new int[] {2, 50, 95}) {
                long done = killAt(store, owner, killed, atLeast);
                assertThat(done).isGreaterThanOrEqualTo(atLeast).isGreaterThan(seen);
                assertThat(done).as("killed inside the run").isLessThan(110);
                assertThat(linesMinusClaimed(owner, killed)).isEqualTo("0");
                seen = done;
            }
            String before = finished(owner, killed);
            assertThat(payments.runs(killed, ACTOR))
                    .singleElement()
                    .satisfies(run -> assertThat(run.state()).isEqualTo(RunState.DRAFT));

            RunView resumed = payments.compute(killed, ACTOR, MARCH);

            assertThat(resumed.lines()).isEqualTo(undisturbed.lines()).isEqualTo(44_000);
            assertThat(resumed.totalDong()).isEqualTo(undisturbed.totalDong());
            assertThat(resumed.differences()).isEqualTo(undisturbed.differences()).isEqualTo(1);
            assertThat(linesMinusClaimed(owner, killed)).isEqualTo("0");
            assertThat(digestOfLines(owner, killed, BASE_KILLED))
                    .isEqualTo(digestOfLines(owner, calm, BASE_CALM));
            assertThat(payments.totals(killed, ACTOR, resumed.id(), null))
                    .isEqualTo(payments.totals(calm, ACTOR, undisturbed.id(), null));
            // Finished chunks were not done again: their rows are the ones committed before.
            assertThat(finished(owner, killed)).startsWith(before);
            // One audit record per chunk and one for the run, like the undisturbed one.
            assertThat(audits(owner, killed)).isEqualTo(audits(owner, calm));
            // The comparison is not blind.
            TestStore.run(
                    owner,
                    "update payment_line set amount_dong = amount_dong + 1 where tenant_id = "
                            + killed.value()
                            + " and person_id = "
                            + (BASE_KILLED + 77));
            assertThat(digestOfLines(owner, killed, BASE_KILLED))
                    .isNotEqualTo(digestOfLines(owner, calm, BASE_CALM));
        }
    }

    /** Starts a process that computes and kills it when so many chunks are committed. */
    private long killAt(TestStore store, Connection owner, TenantId tenant, int atLeast)
            throws Exception {
        StoreSettings settings = store.settings(4);
        File log = folder.resolve("child-" + atLeast + ".log").toFile();
        Process child =
                new ProcessBuilder(
                                List.of(
                                        Path.of(System.getProperty("java.home"), "bin", "java")
                                                .toString(),
                                        "-cp",
                                        System.getProperty(
                                                "surefire.test.class.path",
                                                System.getProperty("java.class.path")),
                                        ComputeInChild.class.getName(),
                                        settings.url(),
                                        settings.ownerPassword(),
                                        settings.appPassword(),
                                        "bi-giet",
                                        MARCH.toString(),
                                        Integer.toString(CHUNK)))
                        .redirectErrorStream(true)
                        .redirectOutput(log)
                        .start();
        try {
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
            while (done(owner, tenant) < atLeast) {
                assertThat(child.isAlive()).as("the child ended by itself, see " + log).isTrue();
                assertThat(System.nanoTime()).isLessThan(deadline);
            }
        } finally {
            child.destroyForcibly().waitFor();
        }
        awaitRollback(owner);
        return done(owner, tenant);
    }

    private static long done(Connection owner, TenantId tenant) throws Exception {
        return Long.parseLong(
                one(
                        owner,
                        "select count(*) from run_chunk where state = 'DONE' and tenant_id = "
                                + tenant.value()));
    }

    /** The server notices a lost client at its next word; until then its work is not over. */
    private static void awaitRollback(Connection owner) throws Exception {
        String working =
                "select count(*) from pg_stat_activity where datname = current_database()"
                        + " and usename = 'ansinh_app' and state <> 'idle'";
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!one(owner, working).equals("0")) {
            assertThat(System.nanoTime()).isLessThan(deadline);
        }
    }

    /** Lines that are there minus lines that finished chunks say. */
    private static String linesMinusClaimed(Connection owner, TenantId tenant) throws Exception {
        return one(
                owner,
                "select (select count(*) from payment_line where tenant_id = %1$s) - (select"
                                .formatted(tenant.value())
                        + " coalesce(sum(lines), 0) from run_chunk where tenant_id = %1$s)"
                                .formatted(tenant.value()));
    }

    private static String digestOfLines(Connection owner, TenantId tenant, long base)
            throws Exception {
        return one(
                owner,
                ("select md5(string_agg(concat_ws('|', person_id - %2$s, component, sequence,"
                                + " unit_code, ground, coefficient_hundredths, rate_dong,"
                                + " amount_dong, movement, prev_amount, entitlement_id - %2$s,"
                                + " decision_id - %2$s, rate_row, coefficient_row, uncertain,"
                                + " restricted), ',' order by person_id, component))"
                                + " from payment_line where tenant_id = %1$s")
                        .formatted(tenant.value(), base));
    }

    /** Finished chunks in the order they were committed, with the transaction that did them. */
    private static String finished(Connection owner, TenantId tenant) throws Exception {
        return one(
                owner,
                "select string_agg(chunk_no || ':' || xmin || ':' || encode(root, 'hex'), ','"
                        + " order by xmin::text::bigint, chunk_no) from run_chunk"
                        + " where state = 'DONE' and tenant_id = "
                        + tenant.value());
    }

    private static String audits(Connection owner, TenantId tenant) throws Exception {
        return one(
                owner,
                "select string_agg(action || ' ' || n, ',' order by action) from (select action,"
                        + " count(*) as n from audit_event where tenant_id = "
                        + tenant.value()
                        + " and action like 'run.%' group by action) x");
    }
}
