package vn.ansinh.store.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ansinh.store.TestStore.one;
import static vn.ansinh.store.TestStore.run;

import java.sql.Connection;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import vn.ansinh.embeddedpostgres.api.PostgresServer;
import vn.ansinh.store.TestStore;
import vn.ansinh.store.api.StoreSettings;

/** Runs of before V14 go on living. DỮ LIỆU GIẢ LẬP. */
class RunMigrationTest {
    private static final String DIGEST = "'\\x" + "ab".repeat(32) + "'";

    @Test
    void runsThereAreKeepTheirListAndCanBeSubmitted() throws Exception {
        StoreSettings settings = TestStore.emptyDatabase();
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(settings.url());
        source.setUser(PostgresServer.OWNER);
        source.setPassword(settings.ownerPassword());
        Migrations.run(source, "13");
        try (Connection owner = TestStore.owner(settings)) {
            String tenant =
                    one(
                            owner,
                            "insert into locality (code, name, created_at) values ('cu', 'GIẢ LẬP',"
                                    + " '2026-01-01T00:00:00Z') returning tenant_id");
            String computed = runOf(owner, tenant, "2026-02-01", "COMPUTED");
            String draft = runOf(owner, tenant, "2026-03-01", "DRAFT");
            parts(owner, tenant, computed);

            Migrations.run(source, "14");

            String of = " where run_id = " + computed;
            for (String table : new String[] {"run_chunk", "run_total", "run_difference"}) {
                assertThat(one(owner, "select min(for_month)::text from " + table + of))
                        .as(table)
                        .isEqualTo("2026-02-01");
            }
            assertThat(one(owner, "select count(*) from run_month where regular and live"))
                    .isEqualTo("2");
            assertThat(
                            one(
                                    owner,
                                    "select string_agg(run_id || from_state || to_state, ' ')"
                                            + " from run_event"))
                    .isEqualTo(computed + "DRAFTCOMPUTED");
            assertThat(
                            one(
                                    owner,
                                    "select round || ' ' || budget_year || ' ' || to_month from"
                                            + " payment_run where id = "
                                            + draft))
                    .isEqualTo("1 2026 2026-03-01");
            try (Connection app = TestStore.app(settings)) {
                run(app, "set ansinh.tenant = " + tenant);
                run(
                        app,
                        "insert into run_event (run_id, seq, from_state, to_state, duty, actor, at,"
                                + " round, digest) values ("
                                + computed
                                + ", 2, 'COMPUTED', 'SUBMITTED', 'PREPARE', 'lap',"
                                + " '2026-02-20T01:00:00Z', 1, "
                                + DIGEST
                                + ")");
            }
            assertThat(one(owner, "select state from payment_run where id = " + computed))
                    .isEqualTo("SUBMITTED");
        }
    }

    private static String runOf(Connection owner, String tenant, String month, String state)
            throws Exception {
        boolean list = state.equals("COMPUTED");
        return one(
                owner,
                "insert into payment_run (tenant_id, for_month, kind, state, list_date, pinned_at,"
                        + " snapshot_hash, digest, computed_at) values ("
                        + tenant
                        + ", '"
                        + month
                        + "', 'REGULAR', '"
                        + state
                        + "', '2026-01-20', '2026-01-20T01:00:00Z', 'h', "
                        + (list ? DIGEST + ", '2026-01-20T01:00:00Z'" : "null, null")
                        + ") returning id");
    }

    /** One row of each part, written past the triggers as a backup is. */
    private static void parts(Connection owner, String tenant, String runId) throws Exception {
        String key = tenant + ", " + runId + ", ";
        run(
                owner,
                "insert into run_chunk (tenant_id, run_id, chunk_no, from_person, to_person, state,"
                        + " persons, lines, total_dong, root, totals) values ("
                        + key
                        + "1, 0, 9, 'DONE', 1, 1, 500000, "
                        + DIGEST
                        + ", '')");
        run(
                owner,
                "insert into run_total (tenant_id, run_id, unit_code, ground, component, movement,"
                        + " heads, amount_dong, previous_dong, change_dong, rate_dong) values ("
                        + key
                        + "'U1', 'A', 1, 'NEW', 1, 500000, 0, 0, 0)");
        run(
                owner,
                "insert into run_difference (tenant_id, run_id, person_id, component, kind,"
                        + " entitlement_id, decided_ground, decided_dong, assessed_ground,"
                        + " assessed_dong) values ("
                        + key
                        + "1, 1, 'AMOUNT', 1, 'A', 500000, 'B', 600000)");
    }
}
