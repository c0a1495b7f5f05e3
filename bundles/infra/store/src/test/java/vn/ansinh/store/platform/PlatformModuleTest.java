package vn.ansinh.store.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.Audit;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.Localities.TenantInfo;
import vn.ansinh.platform.api.UnitOfWork;
import vn.ansinh.store.TestStore;

class PlatformModuleTest {

    private static TestStore store;
    private static Localities localities;

    @BeforeAll
    static void open() throws SQLException {
        store = TestStore.fresh();
        localities = store.service(Localities.class);
    }

    @AfterAll
    static void close() throws SQLException {
        store.close();
    }

    @Test
    void localityIsCreatedOnce() {
        TenantInfo made = localities.create("xa-gia-lap", "Xã DỮ LIỆU GIẢ LẬP");

        assertThat(localities.create("xa-gia-lap", "Tên khác")).isEqualTo(made);
        assertThat(localities.byCode("xa-gia-lap")).contains(made);
        assertThat(localities.all()).contains(made);
        assertThat(made.name()).isEqualTo("Xã DỮ LIỆU GIẢ LẬP");
        assertThat(localities.byCode("khong-co")).isEmpty();
        assertThatThrownBy(() -> localities.require("khong-co"))
                .isInstanceOf(AnsinhException.class)
                .hasMessageContaining("khong-co");
    }

    @Test
    void localitiesAreKnownInsideATenantsUnitOfWork() {
        TenantInfo made = localities.create("xa-ben-trong", "DỮ LIỆU GIẢ LẬP");

        assertThat(
                        store.service(UnitOfWork.class)
                                .inTenant(
                                        made.id(),
                                        Actor.system("test"),
                                        () -> localities.require("xa-ben-trong")))
                .isEqualTo(made);
    }

    @Test
    void auditSaysWhoWhatAndWhenByThePlatformsClock() throws SQLException {
        TenantInfo tenant = localities.create("xa-nhat-ky", "DỮ LIỆU GIẢ LẬP");
        store.service(UnitOfWork.class)
                .inTenant(
                        tenant.id(),
                        new Actor("can-bo-gia-lap", "chi trả tháng 3/2026"),
                        () -> {
                            store.service(Audit.class).record("run.compute", "run", 7, "lines=3");
                            return null;
                        });

        try (Connection owner = store.owner()) {
            assertThat(
                            TestStore.one(
                                    owner,
                                    "select concat_ws('|', actor, purpose, action, subject_kind,"
                                            + " subject_id, detail, at at time zone 'UTC')"
                                            + " from audit_event where tenant_id = "
                                            + tenant.id().value()))
                    .isEqualTo(
                            "can-bo-gia-lap|chi trả tháng 3/2026|run.compute|run|7|lines=3"
                                    + "|2026-03-15 02:00:00");
        }
    }

    @Test
    void manyRecordsAreWrittenAsOneByOneAndAListIsFoundUnderEachOfItsSubjects()
            throws SQLException {
        TenantInfo tenant = localities.create("xa-nhat-ky-nhieu", "DỮ LIỆU GIẢ LẬP");
        store.service(UnitOfWork.class)
                .inTenant(
                        tenant.id(),
                        new Actor("can-bo-gia-lap", "thử nghiệm"),
                        () -> {
                            store.service(Audit.class)
                                    .recordAll(
                                            List.of(
                                                    entry("grant", 3, "decision='9'"),
                                                    entry("add", 3, "ids='3,5,5'"),
                                                    entry("grant", 5, "decision='9'"),
                                                    // 19 digits are no key
                                                    entry("add", 7, "ids='9999999999999999999'"),
                                                    entry("match", 8, "month='x' ids='8'")));
                            store.service(Audit.class).recordAll(List.of());
                            return null;
                        });

        String of = " where tenant_id = " + tenant.id().value();
        try (Connection owner = store.owner()) {
            assertThat(
                            TestStore.one(
                                    owner,
                                    "select string_agg(concat_ws(' ', action, subject_id, detail,"
                                            + " actor), '|' order by action, subject_id)"
                                            + " from audit_event"
                                            + of))
                    .isEqualTo(
                            "add 3 ids='3,5,5' can-bo-gia-lap"
                                    + "|add 7 ids='9999999999999999999' can-bo-gia-lap"
                                    + "|grant 3 decision='9' can-bo-gia-lap"
                                    + "|grant 5 decision='9' can-bo-gia-lap"
                                    + "|match 8 month='x' ids='8' can-bo-gia-lap");
            assertThat(
                            TestStore.one(
                                    owner,
                                    "select string_agg(concat_ws(' ', e.action, s.subject_id), '|'"
                                            + " order by s.subject_id) from audit_subject s"
                                            + " join audit_event e on e.tenant_id = s.tenant_id"
                                            + " and e.id = s.event_id where s.tenant_id = "
                                            + tenant.id().value()))
                    .isEqualTo("add 3|add 5|match 8");
        }
    }

    private static Audit.Entry entry(String action, long subject, String detail) {
        return new Audit.Entry(action, "beneficiary", subject, detail);
    }
}
