package vn.ansinh.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.Audit;
import vn.ansinh.platform.api.TenantId;
import vn.ansinh.platform.api.UnitOfWork;

/** What the application's role sees and may do, asked of the database itself. */
class RowLevelSecurityTest {

    private static final String COUNT = "select count(*) from audit_event";
    private static final String COLUMNS =
            "at, actor, purpose, action, subject_kind, subject_id, detail";
    private static final String VALUES = "now(), 'a', '', 'test', 'none', 1, ''";

    private static TestStore store;
    private static TenantId first;
    private static TenantId second;

    @BeforeAll
    static void open() throws SQLException {
        store = TestStore.fresh();
        first = store.tenant("mot");
        second = store.tenant("hai");
        for (int i = 0; i < 3; i++) {
            record(first);
        }
        record(second);
    }

    @AfterAll
    static void close() throws SQLException {
        store.close();
    }

    private static void record(TenantId tenant) {
        store.service(UnitOfWork.class)
                .inTenant(
                        tenant,
                        Actor.system("test"),
                        () -> {
                            store.service(Audit.class).record("test", "none", 1, "");
                            return null;
                        });
    }

    private static void setTenant(Connection app, TenantId tenant) throws SQLException {
        TestStore.run(app, "select set_config('ansinh.tenant', '" + tenant.value() + "', true)");
    }

    @Test
    void noTenantNoRowsTwiceOnOneConnection() throws SQLException {
        try (Connection app = store.app()) {
            app.setAutoCommit(false);
            assertThat(TestStore.one(app, "select current_setting('ansinh.tenant', true)"))
                    .isNull();
            assertThat(TestStore.one(app, COUNT)).isEqualTo("0");
            app.commit();

            setTenant(app, first);
            assertThat(TestStore.one(app, COUNT)).isEqualTo("3");
            app.commit();

            // The setting exists now and is empty, which is another path through the policy.
            assertThat(TestStore.one(app, "select current_setting('ansinh.tenant', true)"))
                    .isEmpty();
            assertThat(TestStore.one(app, COUNT)).isEqualTo("0");
        }
    }

    @Test
    void rowsOfAnotherTenantAreInvisibleAndNotToBeWritten() throws SQLException {
        try (Connection app = store.app()) {
            app.setAutoCommit(false);
            setTenant(app, first);
            assertThat(TestStore.one(app, COUNT + " where tenant_id = " + second.value()))
                    .isEqualTo("0");
            assertThatThrownBy(
                            () ->
                                    TestStore.run(
                                            app,
                                            "insert into audit_event (tenant_id, "
                                                    + COLUMNS
                                                    + ") values ("
                                                    + second.value()
                                                    + ", "
                                                    + VALUES
                                                    + ")"))
                    .hasMessageContaining("violates row-level security policy");
        }
    }

    @Test
    void withoutATenantNothingCanBeWritten() throws SQLException {
        try (Connection app = store.app()) {
            assertThatThrownBy(
                            () ->
                                    TestStore.run(
                                            app,
                                            "insert into audit_event ("
                                                    + COLUMNS
                                                    + ") values ("
                                                    + VALUES
                                                    + ")"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageMatching(
                            "(?s).*(row-level security|null value in column \"tenant_id\").*");
        }
    }

    @Test
    void copyIsRefusedButATemporaryTableAndInsertWork() throws Exception {
        try (Connection app = store.app()) {
            app.setAutoCommit(false);
            setTenant(app, second);
            assertThatThrownBy(() -> copy(app, "copy audit_event (" + COLUMNS + ") from stdin csv"))
                    .hasMessageContaining("COPY FROM not supported with row-level security");
            app.rollback();

            setTenant(app, second);
            TestStore.run(
                    app,
                    "create temp table stage on commit drop as select "
                            + COLUMNS
                            + " from audit_event with no data");
            copy(app, "copy stage from stdin csv");
            TestStore.run(
                    app,
                    "insert into audit_event (" + COLUMNS + ") select " + COLUMNS + " from stage");
            assertThat(TestStore.one(app, COUNT)).isEqualTo("3");
            app.rollback();
        }
    }

    private static void copy(Connection app, String sql) throws Exception {
        app.unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn(
                        sql,
                        new StringReader(
                                "2026-03-15 09:00+07,a,\"\",test,none,1,\"\"\n"
                                        + "2026-03-15 09:00+07,a,\"\",test,none,2,\"\"\n"));
    }

    @Test
    void whatIsWrittenInTheTrailStays() throws SQLException {
        for (String change :
                new String[] {
                    "update audit_event set detail = 'x'",
                    "delete from audit_event",
                    "truncate audit_event"
                }) {
            try (Connection app = store.app()) {
                app.setAutoCommit(false);
                setTenant(app, first);
                assertThatThrownBy(() -> TestStore.run(app, change))
                        .as(change)
                        .hasMessageContaining("permission denied for table audit_event");
            }
        }
    }

    @Test
    void theApplicationHasNoDdl() throws SQLException {
        for (String ddl :
                new String[] {
                    "create table mine (id int)",
                    "alter table audit_event disable row level security",
                    "drop policy tenant on audit_event",
                    "select protect_tenant_table('audit_event')",
                    "set role ansinh_owner"
                }) {
            try (Connection app = store.app()) {
                assertThatThrownBy(() -> TestStore.run(app, ddl))
                        .as(ddl)
                        .hasMessageMatching("(?s).*(permission denied|must be owner).*");
            }
        }
    }

    /** Negative control: without the policy the same question sees other tenants' rows. */
    @Test
    void thePolicyIsWhatHides() throws SQLException {
        try (TestStore bare = TestStore.fresh();
                Connection owner = bare.owner();
                Connection app = bare.app()) {
            TenantId tenant = bare.tenant("mot");
            bare.service(UnitOfWork.class)
                    .inTenant(
                            tenant,
                            Actor.system("test"),
                            () -> {
                                bare.service(Audit.class).record("test", "none", 1, "");
                                return null;
                            });
            assertThat(TestStore.one(app, COUNT)).isEqualTo("0");

            TestStore.run(owner, "alter table audit_event disable row level security");

            assertThat(TestStore.one(app, COUNT)).isEqualTo("1");
        }
    }
}
