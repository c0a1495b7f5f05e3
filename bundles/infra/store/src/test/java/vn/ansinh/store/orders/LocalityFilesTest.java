package vn.ansinh.store.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.LocalityFiles;
import vn.ansinh.platform.api.LocalityFiles.Summary;
import vn.ansinh.platform.api.Suspensions;
import vn.ansinh.store.TestStore;

/** One locality goes out, comes back beside the others, and goes away. DỮ LIỆU GIẢ LẬP. */
class LocalityFilesTest {
    private static final Actor OPERATOR = new Actor("van-hanh", "bàn giao");

    private static TestStore store;
    private static Connection owner;
    private static LocalityFiles files;

    @TempDir private Path folder;

    @BeforeAll
    static void open() throws Exception {
        store = TestStore.fresh(6);
        owner = store.owner();
        files = store.service(LocalityFiles.class);
    }

    @AfterAll
    static void close() throws Exception {
        owner.close();
        store.close();
    }

    private static Paying paid(String code, long base, int people) throws Exception {
        Paying p = new Paying(store, owner, code, base).ready(people);
        p.orders().send(p.tenant, OPERATOR, p.runId);
        return p;
    }

    /** Per table of tenants: rows and their hash, whose they are aside. */
    private static Map<String, String> rows(int tenant) throws Exception {
        Map<String, String> all = new TreeMap<>();
        try (Statement statement = owner.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "select c.relname from pg_policy p join pg_class c on"
                                        + " c.oid = p.polrelid where p.polname = 'tenant'"
                                        + " and not c.relispartition"
                                        + " and c.relname not in ('audit_event', 'audit_subject')")) {
            while (row.next()) {
                String table = row.getString(1);
                String json = "(to_jsonb(t) - 'tenant_id')::text";
                String found =
                        TestStore.one(
                                owner,
                                "select count(*) || ' ' || coalesce(md5(string_agg("
                                        + json
                                        + ", ',' order by "
                                        + json
                                        + ")), '') from "
                                        + table
                                        + " t where tenant_id = "
                                        + tenant);
                if (!found.startsWith("0 ")) {
                    all.put(table, found);
                }
            }
        }
        return all;
    }

    private static int tenant(String code) {
        return store.service(Localities.class).require(code).id().value();
    }

    private static void refused(ErrorCode code, String part, ThrowingCallable call) {
        assertThatThrownBy(call)
                .hasMessageContaining(part)
                .hasFieldOrPropertyWithValue("code", code);
    }

    @Test
    void outBackInBesideAndAway() throws Exception {
        Paying p = paid("xuat", 3_000_000, 20);
        Paying other = paid("o-lai", 3_100_000, 10);
        Map<String, String> ours = rows(p.tenant.value());
        Map<String, String> others = rows(other.tenant.value());
        assertThat(ours).containsKeys("person", "payment_line", "payment_order", "bank_file");

        Path file = folder.resolve("xuat.zip");
        Summary out = files.export(OPERATOR, "xuat", file);
        assertThat(out.rows()).isGreaterThan(100);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        refused(ErrorCode.CONFLICT, "đã có", () -> files.export(OPERATOR, "xuat", file));

        // Beside the one that goes on: the same rows, at rest.
        Summary in = files.restore(OPERATOR, file, "xuat-cu", "Bản phục hồi giả lập");
        assertThat(in).isEqualTo(new Summary("xuat-cu", out.takenAt(), out.tables(), out.rows()));
        assertThat(rows(tenant("xuat-cu"))).isEqualTo(ours);
        assertThat(rows(p.tenant.value())).isEqualTo(ours);
        assertThat(store.service(Suspensions.class).of("xuat-cu")).isPresent();
        refused(
                ErrorCode.CONFLICT,
                "đã có",
                () -> files.restore(OPERATOR, file, "xuat-cu", "Lần hai"));

        // Away: at rest only, and by a file that holds what is there.
        refused(ErrorCode.CONFLICT, "tạm dừng", () -> files.remove(OPERATOR, "xuat", file));
        p.sql("update person set unit_code = 'U9' where tenant_id = :t and person_id = :b + 1", 0);
        store.service(Suspensions.class).suspend(OPERATOR, "xuat", "Đã bàn giao");
        refused(ErrorCode.CONFLICT, "bảng person", () -> files.remove(OPERATOR, "xuat", file));
        assertThat(rows(p.tenant.value())).hasSameSizeAs(ours);
        Path newest = folder.resolve("xuat-2.zip");
        files.export(OPERATOR, "xuat", newest);
        Summary gone = files.remove(OPERATOR, "xuat", newest);
        assertThat(gone.rows()).isEqualTo(out.rows());
        assertThat(rows(p.tenant.value())).isEmpty();
        assertThat(store.service(Localities.class).byCode("xuat")).isEmpty();
        refused(
                ErrorCode.CONFLICT,
                "địa phương đã gỡ",
                () -> store.service(Localities.class).create("xuat", "Giả lập"));
        refused(
                ErrorCode.CONFLICT,
                "địa phương đã gỡ",
                () -> files.restore(OPERATOR, newest, "xuat", "Giả lập"));
        refused(
                ErrorCode.INVALID_INPUT,
                "Mã địa phương",
                () -> files.restore(OPERATOR, newest, "Xuất cũ", "Giả lập"));
        assertThat(
                        TestStore.one(
                                owner,
                                "select string_agg(action, ' ' order by id) from audit_event where"
                                        + " action like 'locality.%' and tenant_id = "
                                        + p.tenant.value()))
                .isEqualTo("locality.export locality.suspend locality.export locality.remove");

        assertThat(rows(tenant("xuat-cu"))).isEqualTo(ours);
        assertThat(rows(other.tenant.value())).isEqualTo(others);
    }

    @Test
    void aDamagedFileWritesNothing() throws Exception {
        paid("hong", 3_200_000, 5);
        Path file = folder.resolve("hong.zip");
        files.export(OPERATOR, "hong", file);
        byte[] bytes = Files.readAllBytes(file);
        int refused = 0;
        for (int tenth = 1; tenth < 10; tenth++) {
            byte[] damaged = bytes.clone();
            damaged[bytes.length / 10 * tenth] ^= 1;
            Path copy = Files.write(folder.resolve("hong-" + tenth + ".zip"), damaged);
            String code = "hong-" + tenth;
            try {
                // A zip has bytes that mean nothing, such as times: then nothing is wrong.
                files.restore(OPERATOR, copy, code, "Giả lập");
                assertThat(rows(tenant(code))).isEqualTo(rows(tenant("hong")));
            } catch (AnsinhException e) {
                assertThat(e).hasMessageContaining("hỏng");
                assertThat(e.code()).isEqualTo(ErrorCode.INVALID_INPUT);
                assertThat(store.service(Localities.class).byCode(code)).isEmpty();
                refused++;
            }
        }
        assertThat(refused).isPositive();
        assertThat(files.restore(OPERATOR, file, "hong-nguyen", "Giả lập").rows()).isPositive();
    }
}
