package vn.ansinh.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The catalog says what {@code db/tables.csv} says, and the check notices when it does not. */
class CatalogTest {

    private static TestStore store;

    @BeforeAll
    static void open() throws SQLException {
        store = TestStore.fresh();
    }

    @AfterAll
    static void close() throws SQLException {
        store.close();
    }

    @Test
    void everyTableIsListedAndProtected() throws Exception {
        try (Connection owner = store.owner()) {
            assertThat(Catalog.faults(owner)).isEmpty();
        }
    }

    /** Negative controls: each change alone is noticed; the transaction takes it back. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    create table stray (id int primary key) | not in tables.csv: stray
                    alter table audit_event disable row level security | audit_event: row-level security
                    alter table audit_event no force row level security | audit_event: row-level security
                    drop policy tenant on audit_event | audit_event: policy is []
                    drop policy units on person | person: policy is [tenant: true
                    alter policy units on person using (true) | person: policy is [tenant: true
                    alter policy units on fact using (true) | fact: policy is [tenant: true
                    drop policy units on issued_report | issued_report: policy is [tenant: true
                    grant delete on person to ansinh_app | person: the application may delete
                    grant delete on audit_event to ansinh_app | audit_event: the application may delete
                    alter policy tenant on audit_event using (true) | audit_event: policy is
                    alter policy tenant on audit_event with check (true) | audit_event: policy is
                    create policy second on audit_event using (true) | audit_event: policy is
                    alter table audit_event alter tenant_id drop default | audit_event: tenant_id is not
                    create index late on audit_event (at, tenant_id) | audit_event: tenant_id is not first
                    alter table audit_event drop constraint audit_event_pkey cascade | audit_event: no primary key
                    alter table locality enable row level security | locality: common, but
                    create view peek as select * from audit_event | goes round the policies: view peek
                    grant truncate on audit_event to ansinh_app | application has more than rows
                    grant update on audit_event to ansinh_app | audit_event: the application may change
                    grant update (detail) on audit_event to ansinh_app | audit_event: the application may
                    grant create on schema public to ansinh_app | ansinh_app: has DDL
                    drop table role_title | no such table: role_title
                    """)
    void noticesAFault(String change, String fault) throws Exception {
        try (Connection owner = store.owner()) {
            owner.setAutoCommit(false);
            TestStore.run(owner, change);
            assertThat(Catalog.faults(owner)).anyMatch(f -> f.contains(fault));
            owner.rollback();
        }
    }

    @Test
    void noticesAFaultOfAPartition() throws Exception {
        try (Connection owner = store.owner()) {
            owner.setAutoCommit(false);
            TestStore.run(owner, "drop table audit_event cascade");
            TestStore.run(
                    owner,
                    "create table audit_event (tenant_id int not null default"
                            + " nullif(current_setting('ansinh.tenant', true), '')::int,"
                            + " id int not null, primary key (tenant_id, id))"
                            + " partition by list (id)");
            TestStore.run(owner, "select protect_tenant_table('audit_event')");
            TestStore.run(
                    owner, "create table audit_event_1 partition of audit_event for values in (1)");
            assertThat(Catalog.faults(owner))
                    .contains(
                            "audit_event_1: row-level security is not enabled and forced",
                            "application has SELECT on partition audit_event_1");

            TestStore.run(owner, "select protect_tenant_table('audit_event_1')");
            assertThat(Catalog.faults(owner)).noneMatch(f -> f.contains("audit_event_1"));
            owner.rollback();
        }
    }
}
