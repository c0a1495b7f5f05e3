package vn.ansinh.store.entitlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.ansinh.embeddedpostgres.api.PostgresServer;

/** Payee columns of every tenant become payees, under forced row-level security. */
class MigrationTest {

    private static final List<String> BEFORE =
            List.of("V1__platform", "V2__register", "V3__payment");

    @Test
    void payeesLeaveTheEntitlements() throws SQLException, IOException {
        try (PostgresServer server = PostgresServer.temporary();
                Connection owner =
                        DriverManager.getConnection(
                                server.url(PostgresServer.DATABASE),
                                PostgresServer.OWNER,
                                server.ownerPassword())) {
            for (String script : BEFORE) {
                run(owner, text(script));
            }
            for (int tenant = 1; tenant <= 2; tenant++) {
                run(owner, PEOPLE.replace("TENANT", "" + tenant));
            }
            run(owner, text("V9__decisions_payees"));

            assertThat(
                            rows(
                                    owner,
                                    "select tenant_id || ' ' || person_id || ' ' || component"
                                            + " || ' ' || kind || ' ' || name || ' ' || valid_from"
                                            + " || ' ' || coalesce(valid_to::text, '-') || ' '"
                                            + " || channel || ' ' || account || ' ' || name_check"
                                            + " from payee order by payee_id"))
                    .containsExactly(
                            "1 7 CARE CARER Trần Văn Giả 2025-03-01 - CASH_POINT  ",
                            "1 7 MONTHLY SELF Người Giả Lập 2025-01-01 2025-05-31 CASH_POINT  ",
                            "1 7 MONTHLY SELF Người Giả Lập 2025-06-01 - ACCOUNT 555 EQUAL",
                            "2 7 CARE CARER Trần Văn Giả 2025-03-01 - CASH_POINT  ",
                            "2 7 MONTHLY SELF Người Giả Lập 2025-01-01 2025-05-31 CASH_POINT  ",
                            "2 7 MONTHLY SELF Người Giả Lập 2025-06-01 - ACCOUNT 555 EQUAL");
            assertThat(
                            rows(
                                    owner,
                                    "select f.row_no || ' ' || f.component || ' ' || f.from_month"
                                            + " from decision_effect f where tenant_id = 1"
                                            + " order by effect_id"))
                    .containsExactly(
                            "1 MONTHLY 2025-01-01", "2 CARE 2025-03-01", "1 MONTHLY 2025-06-01");
            assertThat(rows(owner, "select state || origin || sequence from decision order by 1"))
                    .containsExactly(
                            "SIGNEDIMPORTED1",
                            "SIGNEDIMPORTED2",
                            "SIGNEDIMPORTED3",
                            "SIGNEDIMPORTED4");
            assertThat(rows(owner, "select count(*)::text from entitlement")).containsExactly("6");
        }
    }

    private static final String PEOPLE =
            """
            insert into locality (code, name, created_at) values ('xa-TENANT', 'DỮ LIỆU GIẢ LẬP', now());
            insert into person (tenant_id, person_id, full_name, folded_name, sex, birth_text,
                earliest_birth, latest_birth, unit_code, recorded_at)
            values (TENANT, 7, 'Người Giả Lập', 'nguoi gia lap', '', '1950', '1950-01-01', '1950-12-31',
                'T01', '2025-01-05T03:00:00Z');
            insert into decision (tenant_id, decision_id, number, authority, signed_on, kind, recorded_at)
            values (TENANT, 3, '1/QĐ', 'UBND', '2025-01-05', 'GRANT', '2025-01-05T03:00:00Z'),
                (TENANT, 4, '2/QĐ', 'UBND', '2025-06-05', 'GRANT', '2025-06-05T03:00:00Z');
            insert into entitlement (tenant_id, person_id, entitlement_id, decision_id, ground, component,
                coefficient_hundredths, from_month, to_month, channel, payee_name, payee_relation, bank,
                account, granted_at)
            values
                (TENANT, 7, 1, 3, 'A', 'MONTHLY', 100, '2025-01-01', '2025-05-01', 'CASH', 'Người Giả Lập',
                    'SELF', '', '', '2025-01-05T03:00:00Z'),
                (TENANT, 7, 2, 4, 'A', 'MONTHLY', 150, '2025-06-01', null, 'ACCOUNT', 'Người Giả Lập',
                    'SELF', 'Ngân hàng', '555', '2025-01-05T03:00:00Z'),
                (TENANT, 7, 3, 3, 'C', 'CARE', 100, '2025-03-01', null, 'CASH', 'Trần Văn Giả',
                    'CARER', '', '', '2025-01-05T03:00:00Z');
            """;

    private static String text(String script) throws IOException {
        try (InputStream sql =
                MigrationTest.class.getResourceAsStream("/db/migration/" + script + ".sql")) {
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> rows(Connection connection, String sql) throws SQLException {
        List<String> all = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                all.add(row.getString(1));
            }
        }
        return all;
    }
}
