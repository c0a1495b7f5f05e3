package vn.ansinh.store.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static vn.ansinh.store.TestStore.one;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.YearMonth;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ansinh.payment.api.Payments;
import vn.ansinh.payment.api.Payments.RunState;
import vn.ansinh.payment.api.Payments.RunView;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.platform.api.StoreCheck;
import vn.ansinh.platform.api.TenantId;
import vn.ansinh.store.TestStore;

/**
 * A disk that is full inside a run: whole parts, one code, one sentence, and the same call again.
 */
class FullDiskTest {
    private static final YearMonth MARCH = YearMonth.of(2026, 3);
    private static final int CHUNK = 200;

    @TempDir private Path folder;

    /** The server's own error, wherever this runs. */
    @Test
    void theRunStaysADraftOfWholeParts() throws Exception {
        try (TestStore store = TestStore.fresh(4);
                Connection owner = store.owner()) {
            TenantId tenant = store.tenant("dia-day");
            new TestPeople(owner, tenant, 10_000_000).add(2_000);
            Payments payments = TestLaw.payments(store.store(), new TestLaw('a'), CHUNK);
            StoreCheck check = store.service(StoreCheck.class);
            fail(owner, "53100");

            assertThatThrownBy(() -> payments.compute(tenant, TestRuns.PREPARER, MARCH))
                    .isInstanceOf(AnsinhException.class)
                    .hasMessageContaining("đã đầy")
                    .extracting(e -> ((AnsinhException) e).code())
                    .isEqualTo(ErrorCode.STORE_FULL);
            assertThat(payments.runs(tenant, TestRuns.PREPARER).get(0).state())
                    .isEqualTo(RunState.DRAFT);
            String done = one(owner, "select count(*) from run_chunk where state = 'DONE'");
            assertThat(Integer.parseInt(done)).isBetween(1, 9);
            assertThat(linesMinusClaimed(owner)).isEqualTo("0");
            // There is room for the few megabytes of the check: it says so, once asked.
            assertThatCode(check::check).doesNotThrowAnyException();

            TestStore.run(owner, "drop trigger disk_full on payment_line_202603");
            RunView run = payments.compute(tenant, TestRuns.PREPARER, MARCH);
            assertThat(run.state()).isEqualTo(RunState.COMPUTED);
            assertThat(run.lines()).isEqualTo(2_200);
            assertThat(linesMinusClaimed(owner)).isEqualTo("0");
        }
    }

    /** Another error of the server is not told as a full disk. */
    @Test
    void anotherFaultIsNotAFullDisk() throws Exception {
        try (TestStore store = TestStore.fresh(4);
                Connection owner = store.owner()) {
            TenantId tenant = store.tenant("loi-khac");
            new TestPeople(owner, tenant, 10_000_000).add(2_000);
            Payments payments = TestLaw.payments(store.store(), new TestLaw('a'), CHUNK);
            fail(owner, "58030");
            assertThatThrownBy(() -> payments.compute(tenant, TestRuns.PREPARER, MARCH))
                    .extracting(e -> ((AnsinhException) e).code())
                    .isEqualTo(ErrorCode.INTERNAL);
        }
    }

    /** The sixth part and every later one fail as they are written. */
    private static void fail(Connection owner, String state) throws Exception {
        TestStore.run(
                owner,
                "create function full_disk() returns trigger language plpgsql as $$ begin"
                        + " if (select count(*) from payment_line_202603) > 1000 then"
                        + " raise exception 'could not extend file' using errcode = '"
                        + state
                        + "'; end if; return null; end $$;"
                        + " alter function full_disk() security definer;"
                        + " grant execute on function full_disk() to ansinh_app;"
                        + " create trigger disk_full after insert on payment_line_202603"
                        + " for each row when (new.person_id % 50 = 0)"
                        + " execute function full_disk()");
    }

    /** A real one: the lines lie on a small file system of a namespace of its own. */
    @Test
    void aRealDiskThatIsFull() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(
                mounts(disk),
                "this machine lets nobody mount a small file system in a namespace of their own");
        Path log = folder.resolve("child.log");
        Path said = folder.resolve("said.properties");
        Process child =
                new ProcessBuilder(
                                "unshare",
                                "-rm",
                                "sh",
                                "-c",
                                "mount -t tmpfs -o size=4m tmpfs \"$1\" && shift && exec \"$@\"",
                                "sh",
                                disk.toString(),
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty(
                                        "surefire.test.class.path",
                                        System.getProperty("java.class.path")),
                                FullDiskInChild.class.getName(),
                                disk.toString(),
                                said.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        assertThat(child.waitFor(180, TimeUnit.SECONDS)).isTrue();
        assertThat(child.exitValue()).as(Files.readString(log)).isZero();
        Properties answers = new Properties();
        try (var in = Files.newBufferedReader(said)) {
            answers.load(in);
        }
        assertThat(answers)
                .containsEntry("before", "fits")
                .containsEntry("code", "STORE_FULL")
                .containsEntry("state", "DRAFT")
                .containsEntry("torn", "0")
                .containsEntry("health", "STORE_FULL")
                .containsEntry("again", "STORE_FULL")
                .containsEntry("after", "COMPUTED 44000")
                .containsEntry("tornAfter", "0")
                .containsEntry("healthAfter", "ok");
        assertThat(Integer.parseInt(answers.getProperty("done"))).isBetween(1, 219);
    }

    private static boolean mounts(Path disk) throws InterruptedException {
        try {
            return new ProcessBuilder(
                                    List.of(
                                            "unshare",
                                            "-rm",
                                            "mount",
                                            "-t",
                                            "tmpfs",
                                            "-o",
                                            "size=4m",
                                            "tmpfs",
                                            disk.toString()))
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Lines that are there minus lines that finished parts say. */
    static String linesMinusClaimed(Connection owner) throws Exception {
        return one(
                owner,
                "select (select count(*) from payment_line)"
                        + " - (select coalesce(sum(lines), 0) from run_chunk)");
    }
}
