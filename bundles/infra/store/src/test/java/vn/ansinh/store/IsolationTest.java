package vn.ansinh.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.TenantId;
import vn.ansinh.platform.api.UnitOfWork;
import vn.ansinh.store.internal.Current;

/**
 * Every tenant table, whatever it is, holds canaries of one tenant in two units. Another tenant,
 * nobody, and somebody of the other unit read each of them; a policy that is gone is noticed.
 */
class IsolationTest {
    private static final String ONE = "thon-1";
    private static final String TWO = "thon-2";

    private static TestStore store;
    private static Connection superuser;
    private static Canaries canaries;
    private static TenantId first;
    private static TenantId second;

    @BeforeAll
    static void plant() throws Exception {
        store = TestStore.fresh(1);
        first = store.tenant("mot");
        second = store.tenant("hai");
        superuser = store.superuser();
        canaries = new Canaries(superuser);
        canaries.unguard();
        canaries.add(first.value(), ONE, 11);
        canaries.add(first.value(), TWO, 12);
        superuser.setAutoCommit(false);
    }

    @AfterAll
    static void close() throws Exception {
        superuser.close();
        store.close();
    }

    /** What is wrong with the isolation between tenants; empty when nothing is. */
    private static List<String> faults() throws Exception {
        List<String> faults = new ArrayList<>();
        String own = Integer.toString(first.value());
        canaries.seen(own, "").forEach((t, n) -> note(faults, "own " + t, n, 2));
        String other = Integer.toString(second.value());
        canaries.seen(other, "").forEach((t, n) -> note(faults, "other " + t, n, 0));
        canaries.seen("", "").forEach((t, n) -> note(faults, "nobody " + t, n, 0));
        return faults;
    }

    private static void note(List<String> faults, String what, int seen, int wanted) {
        if (seen != wanted) {
            faults.add(what + ": " + seen);
        }
    }

    @Test
    void anotherTenantAndNobodySeeNoRowOfAnyTable() throws Exception {
        assertThat(canaries.tables()).hasSizeGreaterThan(12).contains("person", "payment_line");
        assertThat(faults()).isEmpty();
        superuser.rollback();
    }

    /** Negative control: each policy in turn dropped, opened, or switched off. */
    @Test
    void eachPolicyThatIsGoneIsNoticed() throws Exception {
        for (String table : canaries.tables()) {
            for (String change :
                    List.of(
                            "drop policy tenant on " + table,
                            "alter policy tenant on " + table + " using (true)",
                            "alter table " + table + " disable row level security")) {
                TestStore.run(superuser, change);
                assertThat(faults()).as(change).anyMatch(f -> f.contains(" " + table + ":"));
                superuser.rollback();
            }
        }
    }

    @Test
    void whoeverWorksForOneUnitSeesNobodyOfAnother() throws Exception {
        Set<String> open = open();
        String own = Integer.toString(first.value());
        Map<String, Integer> one = canaries.seen(own, ONE);
        Map<String, Integer> both = canaries.seen(own, ONE + "," + TWO);
        Map<String, Integer> none = canaries.seen(own, "thon-9");
        superuser.rollback();
        for (String table : canaries.tables()) {
            if (open.contains(table)) {
                assertThat(one).as(table).containsEntry(table, 2);
            } else {
                assertThat(none).as(table).containsEntry(table, 0);
                assertThat(one.get(table)).as(table).isLessThan(2);
                assertThat(one.get(table) * 2).as(table).isEqualTo(both.get(table));
            }
        }
        assertThat(one)
                .containsEntry("person", 1)
                .containsEntry("fact", 1)
                .containsEntry("payment_line", 1)
                .containsEntry("entitlement", 1)
                .containsEntry("issued_report", 0);
    }

    /** Negative control of the one before. */
    @Test
    void eachUnitPolicyThatIsGoneIsNoticed() throws Exception {
        Set<String> closed = new TreeSet<>(canaries.tables());
        closed.removeAll(open());
        assertThat(closed).hasSizeGreaterThan(7);
        for (String table : closed) {
            TestStore.run(superuser, "drop policy units on " + table);
            assertThat(canaries.seen(Integer.toString(first.value()), "thon-9"))
                    .as(table)
                    .doesNotContainEntry(table, 0);
            superuser.rollback();
        }
    }

    private static Set<String> open() throws Exception {
        Set<String> open = new TreeSet<>();
        try (var lines =
                new java.io.BufferedReader(
                        new java.io.InputStreamReader(
                                IsolationTest.class.getResourceAsStream("/db/tables.csv"),
                                java.nio.charset.StandardCharsets.UTF_8))) {
            lines.lines()
                    .map(line -> line.split(",", 3))
                    .filter(cells -> cells[2].startsWith("\"open to every unit: "))
                    .forEach(cells -> open.add(cells[0]));
        }
        return open;
    }

    /** The pool has one connection: what one request left in it meets the next one. */
    @Test
    void whatARequestLeftInAPooledConnectionDoesNotCount() {
        UnitOfWork units = store.service(UnitOfWork.class);
        Current current = (Current) units;
        units.inTenant(
                first,
                new Actor("a", ""),
                () ->
                        current.sql(
                                connection -> {
                                    TestStore.run(
                                            connection,
                                            "select set_config('ansinh.tenant', '"
                                                    + first.value()
                                                    + "', false),"
                                                    + " set_config('ansinh.units', 'thon-9', false)");
                                    return null;
                                }));
        assertThat(units.common(new Actor("b", ""), () -> people(current))).isEqualTo("0");
        assertThat(units.inTenant(second, new Actor("b", ""), () -> people(current)))
                .isEqualTo("0");
        assertThat(units.inTenant(first, new Actor("b", ""), () -> people(current)))
                .as("units that were left do not narrow either")
                .isEqualTo("2");
        Actor hamlet = new Actor("c", "", "", "", Set.of(TWO));
        assertThat(units.inTenant(first, hamlet, () -> people(current))).isEqualTo("1");
        assertThat(units.inTenant(first, new Actor("b", ""), () -> people(current))).isEqualTo("2");
        assertThat(units.common(hamlet, () -> people(current))).isEqualTo("0");
    }

    private static String people(Current current) {
        return current.sql(c -> TestStore.one(c, "select count(*) from person"));
    }
}
