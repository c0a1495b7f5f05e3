package vn.ansinh.store.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.Audit;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.Localities.TenantInfo;
import vn.ansinh.platform.api.OnceOnly;
import vn.ansinh.platform.api.Suspensions;
import vn.ansinh.platform.api.UnitOfWork;
import vn.ansinh.store.TestStore;

class SuspensionsTest {
    private static final Actor OPERATOR = new Actor("van-hanh", "sáp nhập");

    private static final AtomicInteger KEYS = new AtomicInteger();

    private static TestStore store;
    private static Suspensions suspensions;

    @BeforeAll
    static void open() throws SQLException {
        store = TestStore.fresh();
        suspensions = store.service(Suspensions.class);
    }

    @AfterAll
    static void close() throws SQLException {
        store.close();
    }

    private static TenantInfo place(String code) {
        return store.service(Localities.class).create(code, "DỮ LIỆU GIẢ LẬP");
    }

    /** An audited read, as every reading of personal data is. */
    private static void read(TenantInfo place) {
        store.service(UnitOfWork.class)
                .inTenant(
                        place.id(),
                        OPERATOR,
                        () -> {
                            store.service(Audit.class).record("person.read", "person", 1, "");
                            return null;
                        });
    }

    @Test
    void everythingIsReadAndNothingChangesUntilItGoesOn() throws SQLException {
        TenantInfo resting = place("xa-tam-dung");
        TenantInfo other = place("xa-ben-canh");
        suspensions.suspend(OPERATOR, resting.code(), "Chờ bàn giao");
        suspensions.suspend(OPERATOR, resting.code(), "Lý do sau không thay lý do trước");
        assertThat(suspensions.of(resting.code()).orElseThrow())
                .isEqualTo(
                        new Suspensions.Suspension(resting.code(), TestStore.NOW, "Chờ bàn giao"));
        assertThat(suspensions.of(other.code())).isEmpty();
        assertThatCode(() -> read(resting)).doesNotThrowAnyException();
        assertThatThrownBy(() -> change(resting))
                .isInstanceOfSatisfying(
                        AnsinhException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.LOCALITY_SUSPENDED))
                .hasMessageContaining("tạm dừng");
        change(other);
        suspensions.resume(OPERATOR, resting.code());
        suspensions.resume(OPERATOR, resting.code());
        change(resting);
        try (Connection owner = store.owner()) {
            assertThat(
                            TestStore.one(
                                    owner,
                                    "select string_agg(action, ' ' order by id) from audit_event"
                                            + " where tenant_id = "
                                            + resting.id().value()))
                    .isEqualTo("locality.suspend person.read locality.resume");
        }
        assertThatThrownBy(() -> suspensions.suspend(OPERATOR, other.code(), " "))
                .hasMessageContaining("lý do");
        assertThatThrownBy(() -> suspensions.suspend(OPERATOR, "khong-co", "vì"))
                .hasMessageContaining("khong-co");
    }

    /** Writes to a tenant's table as every operation that creates something does. */
    private static void change(TenantInfo place) {
        String key = "khoa-" + KEYS.incrementAndGet();
        store.service(OnceOnly.class).answer(place.id(), OPERATOR, key, "thu", "thu", () -> "xong");
    }

    /** A table of a later migration is covered by protect_tenant_table, or is found here. */
    @Test
    void everyTenantTableRests() throws SQLException {
        try (Connection owner = store.owner()) {
            assertThat(uncovered(owner)).containsExactly("audit_event", "audit_subject");
            owner.setAutoCommit(false);
            TestStore.run(owner, "drop trigger rests_with_locality on payment_line");
            assertThat(uncovered(owner)).contains("payment_line");
            owner.rollback();
        }
    }

    private static List<String> uncovered(Connection owner) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement query = owner.createStatement();
                ResultSet row =
                        query.executeQuery(
                                "select c.relname from pg_policy p join pg_class c on c.oid ="
                                        + " p.polrelid where p.polname = 'tenant' and not"
                                        + " c.relispartition and not exists (select 1 from"
                                        + " pg_trigger t where t.tgrelid = c.oid and t.tgname ="
                                        + " 'rests_with_locality') order by 1")) {
            while (row.next()) {
                tables.add(row.getString(1));
            }
        }
        return tables;
    }
}
