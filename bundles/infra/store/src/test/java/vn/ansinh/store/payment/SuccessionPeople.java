package vn.ansinh.store.payment;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import vn.ansinh.entitlement.api.DecisionKind;
import vn.ansinh.locality.api.Component;
import vn.ansinh.store.TestStore;

/**
 * People of the old locality with everything a succession carries (DỮ LIỆU GIẢ LẬP): two months
 * paid, arrears, a claim, a one-off sum, money nobody collected, a household, cases, a merge.
 */
final class SuccessionPeople {
    final long first;
    final long second;
    final long late;
    final long moved;
    final long overpaid;
    final long absent;
    final long home;

    /** In three units: 11086 (a, b, overpaid), 11074 (late, absent), TK-2023-1 (moved). */
    SuccessionPeople(SuccessionWorld w) throws SQLException {
        PastWorld old = w.old;
        first = w.person("11086", "030160000001");
        second = w.person("11086", "030160000002");
        late = w.person("11074", "030160000003");
        moved = w.person("TK-2023-1", "030160000004");
        overpaid = w.person("11086", "030160000005");
        absent = w.person("11074", "030160000006");
        w.grantA(List.of(first, second, moved, overpaid, absent));
        old.pay("2025-05");
        var adjust =
                old.decide(
                        DecisionKind.ADJUST,
                        PastWorld.grant(overpaid, Component.MONTHLY, "B", 200, "2025-06"));
        old.on("2025-06-01").pay("2025-06");
        old.on("2025-06-05").revoke(adjust);
        old.found(overpaid);
        old.accept(
                old.decide(
                        DecisionKind.RECOVER, PastWorld.money(overpaid, null, null, 250_000, 2)));
        var grant =
                old.decide(
                        DecisionKind.GRANT,
                        PastWorld.grant(late, Component.MONTHLY, "D", 200, "2025-05"));
        old.found(late);
        old.accept(grant);
        old.accept(
                old.decide(
                        DecisionKind.ONE_OFF,
                        PastWorld.money(moved, Component.FUNERAL, "2025-06", 3_000_000, 0)));
        home = w.household("11086", first, second);
        int tenant = old.tenant.value();
        insert(
                w,
                "fact",
                "person_id, fact_id, kind, value, valid_from, known_since, paper," + " recorded_at",
                first
                        + ", 900001, 'group', 'A', '2024-01-01', '2024-01-02',"
                        + " 'GIẢ LẬP', '2024-01-02 00:00Z'");
        insert(
                w,
                "payee",
                "person_id, component, kind, name, paper, valid_from, channel, bank,"
                        + " account, holder, holder_relation, name_check, change_paper, recorded_by,"
                        + " recorded_at",
                first
                        + ", 'MONTHLY', 'SELF', 'GIẢ LẬP', '', '2025-05-01',"
                        + " 'CASH_POINT', '', '', '', '', '', '', 'x', '2025-05-10 00:00Z'");
        insert(
                w,
                "review_case",
                "kind, subject_kind, subject_id, reason, due_on, opened_at",
                "'AGE', 'PERSON', " + late + ", 'GIẢ LẬP', '2025-08-01', '2025-06-01 00:00Z'");
        insert(
                w,
                "review_case",
                "kind, subject_kind, subject_id, reason, due_on, opened_at",
                "'POVERTY', 'HOUSEHOLD', "
                        + home
                        + ", 'GIẢ LẬP', '2025-09-01',"
                        + " '2025-06-01 00:00Z'");
        insert(
                w,
                "poverty_status",
                "household_id, standard, status, cause, decision_number,"
                        + " authority, signed_on, valid_from, known_since, recorded_at",
                home
                        + ", 'NATIONAL', 'POOR', '', '7/QĐ', 'GIẢ LẬP', '2024-12-20', '2025-01-01',"
                        + " '2024-12-20', '2024-12-20 00:00Z'");
        insert(
                w,
                "household_event",
                "household_id, kind, happened_on, paper, reason, recorded_at",
                home + ", 'FORMED', '2020-01-01', 'GIẢ LẬP', '', '2020-01-01 00:00Z'");
        insert(
                w,
                "duplicate_pair",
                "first_person, second_person, score, reasons, fingerprint,"
                        + " state, found_at, judged_at, judged_by, why",
                first
                        + ", "
                        + second
                        + ", 60, '{NAME}', repeat('a', 64), 'DIFFERENT', '2025-05-20 00:00Z',"
                        + " '2025-05-21 00:00Z', 'x', 'GIẢ LẬP'");
        long merged = w.person("11086", "");
        insert(
                w,
                "person_merge",
                "person_id, survivor_id, paper, reason, merged_at",
                merged + ", " + first + ", 'GIẢ LẬP', 'GIẢ LẬP', '2025-05-20 00:00Z'");
        // Taken back since: names somebody who goes elsewhere.
        insert(
                w,
                "person_merge",
                "person_id, survivor_id, paper, reason, merged_at, unmerged_at,"
                        + " unmerge_paper, unmerge_reason",
                second
                        + ", "
                        + late
                        + ", 'GIẢ LẬP', 'GIẢ LẬP',"
                        + " '2025-05-20 00:00Z', '2025-05-21 00:00Z', 'GIẢ LẬP', 'GIẢ LẬP'");
        w.run("update person set merged_into = " + first + " where person_id = " + merged);
        closed(w, tenant);
        old.on("2025-06-25");
    }

    private static void insert(SuccessionWorld w, String table, String columns, String values)
            throws SQLException {
        w.run(
                "insert into "
                        + table
                        + " (tenant_id, "
                        + columns
                        + ") values ("
                        + w.old.tenant.value()
                        + ", "
                        + values
                        + ")");
    }

    /** What orders leave behind, written past their rules: they have tests of their own. */
    private void closed(SuccessionWorld w, int tenant) throws SQLException {
        try (Connection superuser = w.store.superuser()) {
            TestStore.run(superuser, "set session_replication_role = replica");
            TestStore.run(
                    superuser,
                    "update payment_run set state = 'CLOSED' where tenant_id = " + tenant);
            TestStore.run(
                    superuser,
                    "insert into payment_order (tenant_id, run_id, origin_run_id, number, attempt,"
                            + " person_id, unit_code, payee_kind, payee_name, channel, bank,"
                            + " account, holder, amount_dong, end_to_end_id, state, created_at,"
                            + " created_by) select tenant_id, run_id, run_id, person_id, 1,"
                            + " person_id, unit_code, 'SELF', 'GIẢ LẬP', 'CASH_POINT', '', '', '',"
                            + " amount_dong, 'E' || run_id || 'P' || person_id, case when person_id"
                            + " = "
                            + absent
                            + " and for_month = '2025-05-01' then 'RETURNED' else"
                            + " 'PAID' end, for_month + 4, 'x' from payment_line where tenant_id = "
                            + tenant);
            TestStore.run(
                    superuser,
                    "insert into order_line (tenant_id, order_id, for_month, person_id, component,"
                            + " sequence, amount_dong) select l.tenant_id, o.order_id, l.for_month,"
                            + " l.person_id, l.component, l.sequence, l.amount_dong"
                            + " from payment_line l join payment_order o using (tenant_id, run_id,"
                            + " person_id) where l.tenant_id = "
                            + tenant);
        }
    }
}
