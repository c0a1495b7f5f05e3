package vn.ansinh.store.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.ansinh.store.TestStore.one;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.time.YearMonth;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ansinh.payment.api.Payments.RunView;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.platform.api.TenantId;
import vn.ansinh.store.TestStore;
import vn.ansinh.store.api.Backups;
import vn.ansinh.store.api.Store;
import vn.ansinh.store.api.StoreSettings;

/** The drill: a paid month is saved, the database is lost, and nothing is missing afterwards. */
class PaidMonthBackupTest {

    private static final Actor ACTOR = new Actor("thu-nghiem", "");

    @TempDir static Path folder;

    private static TestStore store;
    private static TenantId tenant;
    private static RunView paid;
    private static Path file;
    private static Backups.Summary saved;

    @BeforeAll
    static void payAndSave() throws Exception {
        store = TestStore.fresh(6);
        tenant = store.tenant("noi-mot");
        try (Connection owner = store.owner()) {
            new TestPeople(owner, tenant, 1_000_000).add(300);
        }
        paid =
                TestLaw.payments(store.store(), new TestLaw('a'), 100)
                        .compute(tenant, ACTOR, YearMonth.of(2026, 3));
        file = folder.resolve("sao-luu.zip");
        saved = Backups.write(store.settings(1), file);
    }

    @AfterAll
    static void close() throws Exception {
        store.close();
    }

    private static Map<String, String> everyTable(Connection owner) throws Exception {
        Map<String, String> digests = new TreeMap<>();
        try (var statement = owner.createStatement();
                var row =
                        statement.executeQuery(
                                "select relname from pg_class where relkind in ('r', 'p')"
                                        + " and relnamespace = 'public'::regnamespace"
                                        + " and not relispartition"
                                        + " and relname <> 'flyway_schema_history'")) {
            while (row.next()) {
                String table = row.getString(1);
                digests.put(
                        table,
                        one(
                                owner,
                                "select count(*) || ' ' || coalesce(md5(string_agg(t::text, '\n'"
                                        + " order by t::text)), '') from "
                                        + table
                                        + " t"));
            }
        }
        return digests;
    }

    @Test
    void theFileIsItsOwnersAloneAndNamesWhatItHolds() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(saved.rows()).isGreaterThan(paid.lines() + 300);
        assertThatThrownBy(() -> Backups.write(store.settings(1), file))
                .isInstanceOfSatisfying(
                        AnsinhException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFLICT));
    }

    @Test
    void everyTableComesBackAndTheRunGoesOn() throws Exception {
        StoreSettings other = TestStore.emptyDatabase();
        Backups.Summary restored = Backups.restore(other, file);
        assertThat(restored).isEqualTo(saved);
        try (Connection before = store.owner();
                Connection after = TestStore.owner(other);
                Store reopened = Store.open(other)) {
            assertThat(everyTable(after)).isEqualTo(everyTable(before));
            // Nothing is computed anew: the run that is there is found again.
            RunView again =
                    TestLaw.payments(reopened, new TestLaw('a'), 100)
                            .compute(tenant, ACTOR, YearMonth.of(2026, 3));
            assertThat(again).isEqualTo(paid);
            // Keys go on behind the highest one.
            assertThat(
                            TestLaw.payments(reopened, new TestLaw('a'), 100)
                                    .compute(tenant, ACTOR, YearMonth.of(2026, 4))
                                    .id())
                    .isGreaterThan(paid.id());
        }
    }

    @Test
    void rowLevelSecurityIsThereAfterwards() throws Exception {
        StoreSettings other = TestStore.emptyDatabase();
        Backups.restore(other, file);
        try (Connection app = TestStore.app(other)) {
            assertThat(one(app, "select count(*) from payment_line")).isEqualTo("0");
            one(app, "select set_config('ansinh.tenant', '" + tenant.value() + "', false)");
            assertThat(one(app, "select count(*) from payment_line"))
                    .isEqualTo(Long.toString(paid.lines()));
        }
    }

    @Test
    void aDatabaseWithDataIsNeverOverwritten() {
        assertThatThrownBy(() -> Backups.restore(store.settings(1), file))
                .isInstanceOfSatisfying(
                        AnsinhException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFLICT))
                .hasMessageContaining("không trống");
    }

    @Test
    void aChangedFileIsRefusedBeforeTheDatabaseIsTouched() throws Exception {
        Path changed = folder.resolve("doi-mot-dong.zip");
        try (ZipFile in = new ZipFile(file.toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(changed))) {
            for (ZipEntry entry :
                    (Iterable<ZipEntry>) in.stream().<ZipEntry>map(e -> e)::iterator) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                byte[] bytes;
                try (InputStream content = in.getInputStream(entry)) {
                    bytes = content.readAllBytes();
                }
                if (entry.getName().equals("table/payment_line")) {
                    bytes[bytes.length / 2] ^= 1;
                }
                out.write(bytes);
                out.closeEntry();
            }
        }
        Path cut = folder.resolve("cut.zip");
        try (OutputStream out = Files.newOutputStream(cut)) {
            out.write(Files.readAllBytes(file), 0, (int) (Files.size(file) / 2));
        }
        StoreSettings other = TestStore.emptyDatabase();
        for (Path bad : new Path[] {changed, cut}) {
            assertThatThrownBy(() -> Backups.restore(other, bad))
                    .isInstanceOfSatisfying(
                            AnsinhException.class,
                            e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_INPUT))
                    .hasMessageContaining("Tệp sao lưu hỏng");
        }
        try (Connection owner = TestStore.owner(other)) {
            assertThat(
                            one(
                                    owner,
                                    "select count(*) from pg_class"
                                            + " where relnamespace = 'public'::regnamespace"))
                    .isEqualTo("0");
        }
    }
}
