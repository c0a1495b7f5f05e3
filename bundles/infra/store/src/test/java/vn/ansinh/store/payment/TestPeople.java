package vn.ansinh.store.payment;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import vn.ansinh.platform.api.TenantId;

/**
 * People made up for tests (DỮ LIỆU GIẢ LẬP), written by the owner. Person {@code i} of a tenant
 * has key {@code base + i}; ground by {@code i % 4}: A, B, R, A; every tenth has care as well.
 */
final class TestPeople {
    private final Connection owner;
    private final int tenant;
    private final long base;

    TestPeople(Connection owner, TenantId tenant, long base) {
        this.owner = owner;
        this.tenant = tenant.value();
        this.base = base;
    }

    long person(int i) {
        return base + i;
    }

    /** So many people, each decided and assessed alike. */
    TestPeople add(int count) throws SQLException {
        run(
                "insert into decision (tenant_id, decision_id, number, authority, signed_on, kind,"
                        + " recorded_at) values (%1$s, %2$s, '7/QĐ-UBND', 'UBND xã', '2025-12-05',"
                        + " 'GRANT', '2025-12-05T03:00:00Z')");
        run(
                "insert into person (tenant_id, person_id, full_name, folded_name, sex, birth_text,"
                        + " earliest_birth, latest_birth, unit_code, recorded_at) select %1$s,"
                        + " %2$s + i, 'Người giả lập ' || i, 'nguoi gia lap', '', '1950',"
                        + " '1950-01-01', '1950-12-31', 'U' || i %% 7, '2025-12-05T03:00:00Z'"
                        + " from generate_series(1, "
                        + count
                        + ") i");
        run(
                "insert into fact (tenant_id, person_id, fact_id, kind, value, valid_from,"
                        + " known_since, paper, recorded_at) select %1$s, %2$s + i, %2$s + i,"
                        + " 'group', (array['A', 'B', 'R', 'A'])[i %% 4 + 1], '2020-01-01',"
                        + " '2020-01-01', '', '2025-12-05T03:00:00Z' from generate_series(1, "
                        + count
                        + ") i");
        run(
                "insert into fact (tenant_id, person_id, fact_id, kind, value, valid_from,"
                        + " known_since, paper, recorded_at) select %1$s, %2$s + i,"
                        + " %2$s + 500000 + i, 'care.group', 'C', '2020-01-01', '2020-01-01', '',"
                        + " '2025-12-05T03:00:00Z' from generate_series(1, "
                        + count
                        + ") i where i %% 10 = 0");
        run(
                "insert into entitlement (tenant_id, person_id, entitlement_id, decision_id, ground,"
                        + " component, coefficient_hundredths, from_month, granted_at) select %1$s, %2$s + i,"
                        + " %2$s + i, %2$s, (array['A', 'B', 'R', 'A'])[i %% 4 + 1], 'MONTHLY',"
                        + " (array[150, 200, 250, 150])[i %% 4 + 1], '2026-01-01',"
                        + " '2025-12-05T03:00:00Z' from generate_series(1, "
                        + count
                        + ") i");
        run(
                "insert into entitlement (tenant_id, person_id, entitlement_id, decision_id, ground,"
                        + " component, coefficient_hundredths, from_month, granted_at) select %1$s, %2$s + i,"
                        + " %2$s + 500000 + i, %2$s, 'C', 'CARE', 100, '2026-01-01',"
                        + " '2025-12-05T03:00:00Z'"
                        + " from generate_series(1, "
                        + count
                        + ") i where i %% 10 = 0");
        return this;
    }

    /** One more entitlement from a month on, by a decision of its own. */
    TestPeople grant(int i, String ground, int coefficient, String fromMonth) throws SQLException {
        long decision = base + 1 + i;
        run(
                "insert into decision (tenant_id, decision_id, number, authority, signed_on, kind,"
                        + " recorded_at) values (%1$s, "
                        + decision
                        + ", '8/QĐ-UBND-"
                        + i
                        + "', 'UBND xã', '2025-12-06', 'GRANT', '2025-12-06T03:00:00Z')");
        run(
                "insert into entitlement (tenant_id, person_id, entitlement_id, decision_id, ground,"
                        + " component, coefficient_hundredths, from_month, granted_at) values (%1$s, %2$s + "
                        + i
                        + ", %2$s + 900000 + "
                        + i
                        + ", "
                        + decision
                        + ", '"
                        + ground
                        + "', 'MONTHLY', "
                        + coefficient
                        + ", '"
                        + fromMonth
                        + "-01', '2025-12-06T03:00:00Z')");
        return this;
    }

    /** The monthly entitlements of a person end with a month. */
    TestPeople until(int i, String month) throws SQLException {
        run(
                "update entitlement set to_month = '"
                        + month
                        + "-01' where tenant_id = %1$s and component = 'MONTHLY'"
                        + " and to_month is null and person_id = %2$s + "
                        + i);
        return this;
    }

    TestPeople died(int i, LocalDate day) throws SQLException {
        run(
                "update person set death_on = '"
                        + day
                        + "', death_recorded_at = '2026-01-20T03:00:00Z'"
                        + " where tenant_id = %1$s and person_id = %2$s + "
                        + i);
        return this;
    }

    TestPeople noFacts(int i) throws SQLException {
        run("delete from fact where tenant_id = %1$s and person_id = %2$s + " + i);
        return this;
    }

    TestPeople fact(int i, String value) throws SQLException {
        run(
                "update fact set value = '"
                        + value
                        + "' where tenant_id = %1$s and kind = 'group' and person_id = %2$s + "
                        + i);
        return this;
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute(sql.formatted(tenant, base));
        }
    }
}
