package vn.ansinh.store.payment;

import static vn.ansinh.store.TestStore.one;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.Properties;
import vn.ansinh.embeddedpostgres.api.PostgresServer;
import vn.ansinh.payment.api.Payments;
import vn.ansinh.payment.api.Payments.RunView;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.StoreCheck;
import vn.ansinh.platform.api.TenantId;
import vn.ansinh.store.TestStore;
import vn.ansinh.store.api.Store;
import vn.ansinh.store.api.StoreSettings;

/**
 * Computes while a small disk runs full, and again when it was made larger: folder of the disk,
 * file for what was seen. Runs as root of a namespace of its own (DỮ LIỆU GIẢ LẬP).
 */
final class FullDiskInChild {
    private static final YearMonth FEBRUARY = YearMonth.of(2026, 2);
    private static final YearMonth MARCH = YearMonth.of(2026, 3);
    private static final int PEOPLE = 40_000;

    private FullDiskInChild() {}

    public static void main(String[] args) throws Exception {
        Path disk = Path.of(args[0]);
        Properties said = new Properties();
        try (PostgresServer server = PostgresServer.temporary()) {
            StoreSettings settings =
                    new StoreSettings(
                            server.url(),
                            server.ownerPassword(),
                            server.appPassword(),
                            4,
                            TestStore.clock());
            // Lines of the month, and what is temporary, go to the small disk.
            try (Connection superuser = superuser(server)) {
                TestStore.run(superuser, "create tablespace nho location '" + disk + "'");
                TestStore.run(superuser, "grant create on tablespace nho to public");
                TestStore.run(superuser, "alter role ansinh_app set temp_tablespaces = nho");
            }
            try (Store store = Store.open(settings);
                    Connection owner = TestStore.owner(settings)) {
                try (Connection superuser = superuser(server)) {
                    TestStore.run(superuser, "alter table payment_line_202603 set tablespace nho");
                }
                TenantId small =
                        store.service(Localities.class).create("nho", "DỮ LIỆU GIẢ LẬP").id();
                TenantId large =
                        store.service(Localities.class).create("lon", "DỮ LIỆU GIẢ LẬP").id();
                new TestPeople(owner, small, 10_000_000).add(10);
                new TestPeople(owner, large, 20_000_000).add(PEOPLE);
                TestStore.run(owner, "analyze");
                Payments payments = TestLaw.payments(store, new TestLaw('a'), 200);
                StoreCheck check = store.service(StoreCheck.class);
                // Control: the same call where there is room.
                payments.compute(small, TestRuns.PREPARER, FEBRUARY);
                said.setProperty("before", "fits");
                long lines = Long.parseLong(one(owner, "select count(*) from payment_line"));

                said.setProperty("code", code(() -> payments.compute(large, who(), MARCH)));
                said.setProperty("state", payments.runs(large, who()).get(0).state().name());
                String ofLarge = " where tenant_id = " + large.value() + " and state = 'DONE'";
                said.setProperty("done", one(owner, "select count(*) from run_chunk" + ofLarge));
                said.setProperty("torn", FullDiskTest.linesMinusClaimed(owner));
                said.setProperty("health", code(check::check));
                said.setProperty("again", code(() -> payments.compute(large, who(), MARCH)));

                run("mount", "-o", "remount,size=64m", disk.toString());
                said.setProperty("healthAfter", code(check::check));
                RunView run = payments.compute(large, who(), MARCH);
                said.setProperty("after", run.state() + " " + run.lines());
                said.setProperty("tornAfter", FullDiskTest.linesMinusClaimed(owner));
                said.setProperty("linesBefore", Long.toString(lines));
            }
        }
        try (var out = Files.newBufferedWriter(Path.of(args[1]))) {
            said.store(out, null);
        }
    }

    private static Actor who() {
        return TestRuns.PREPARER;
    }

    private static Connection superuser(PostgresServer server) throws SQLException {
        return DriverManager.getConnection(
                server.url(), PostgresServer.SUPERUSER, server.superuserPassword());
    }

    private interface Work {
        void run() throws Exception;
    }

    private static String code(Work work) throws Exception {
        try {
            work.run();
            return "ok";
        } catch (AnsinhException e) {
            return e.code().name();
        }
    }

    private static void run(String... command) throws IOException, InterruptedException {
        int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (exit != 0) {
            throw new IOException(String.join(" ", command) + " ended with " + exit);
        }
    }
}
