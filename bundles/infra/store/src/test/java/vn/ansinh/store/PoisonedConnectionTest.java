package vn.ansinh.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.TenantId;
import vn.ansinh.platform.api.UnitOfWork;
import vn.ansinh.store.internal.Current;

/**
 * The pool has one connection: whatever a request leaves in it meets the next one. One locality has
 * two people (DỮ LIỆU GIẢ LẬP), the other three; seven stand where a poisoned connection looks.
 */
class PoisonedConnectionTest {
    private static final Actor OFFICER = new Actor("can-bo-gia-lap", "thử");
    private static final String PEOPLE = "select count(*) from person";
    private static final String MOST = "select max(person_id) from person";

    private static TestStore store;
    private static UnitOfWork units;
    private static Current current;
    private static TenantId first;
    private static TenantId second;

    @BeforeAll
    static void plant() throws Exception {
        store = TestStore.fresh(1);
        units = store.service(UnitOfWork.class);
        current = (Current) units;
        first = store.tenant("mot");
        second = store.tenant("hai");
        try (Connection superuser = store.superuser()) {
            Canaries canaries = new Canaries(superuser);
            canaries.unguard();
            canaries.add(first.value(), "thon-1", 11);
            canaries.add(first.value(), "thon-2", 12);
            canaries.add(second.value(), "thon-1", 21);
            canaries.add(second.value(), "thon-2", 22);
            canaries.add(second.value(), "thon-3", 23);
            TestStore.run(superuser, "create schema gia");
            TestStore.run(
                    superuser,
                    "create table gia.person as select n as person_id from generate_series(1, 7) n");
            // Who can do anything, as if somebody had granted it to the application by mistake.
            TestStore.run(superuser, "create role toan_quyen bypassrls");
            for (String schema : Set.of("gia", "public")) {
                TestStore.run(
                        superuser,
                        "grant usage on schema " + schema + " to ansinh_app, toan_quyen");
                TestStore.run(
                        superuser,
                        "grant select on all tables in schema "
                                + schema
                                + " to ansinh_app, toan_quyen");
            }
            TestStore.run(superuser, "grant toan_quyen to ansinh_app");
        }
    }

    @AfterAll
    static void close() throws Exception {
        try (Connection superuser = store.superuser()) {
            TestStore.run(superuser, "drop owned by toan_quyen");
            TestStore.run(superuser, "drop role toan_quyen");
        }
        store.close();
    }

    private static String ask(String sql) {
        return current.sql(connection -> TestStore.one(connection, sql));
    }

    private static Void run(String sql) {
        return current.sql(
                connection -> {
                    TestStore.run(connection, sql);
                    return null;
                });
    }

    private static void theNextOnesSeeTheirOwn() {
        assertThat(units.<String>inTenant(second, OFFICER, () -> ask(PEOPLE))).isEqualTo("3");
        assertThat(units.<String>inTenant(second, OFFICER, () -> ask(MOST))).isEqualTo("23");
        assertThat(units.<String>common(OFFICER, () -> ask(PEOPLE))).isEqualTo("0");
        assertThat(units.<String>inTenant(first, OFFICER, () -> ask(PEOPLE))).isEqualTo("2");
        Actor hamlet = new Actor("truong-thon", "", "", "", Set.of("thon-2"));
        assertThat(units.<String>inTenant(second, hamlet, () -> ask(MOST))).isEqualTo("22");
        assertThat(units.<String>inTenant(second, OFFICER, () -> ask("select current_user")))
                .isEqualTo("ansinh_app");
    }

    /** What is left behind, and how many people it shows to whoever takes it as it is. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "select set_config('ansinh.tenant', '1', false) | 2",
                "select set_config('ansinh.units', 'thon-9', false) | 0",
                "set search_path = gia | 7",
                "create temporary table person as select * from gia.person | 7",
                "set role toan_quyen | 5",
            })
    void whatARequestLeavesDoesNotCount(String poison, String poisoned) {
        TenantId leaver = poison.contains("tenant") ? second : first;
        units.inTenant(leaver, OFFICER, () -> run(poison));
        theNextOnesSeeTheirOwn();
        // Negative control: the poison works where nobody says anything after it.
        assertThat(
                        units.<String>inTenant(
                                leaver,
                                OFFICER,
                                () -> {
                                    run("drop table if exists pg_temp.person");
                                    run("set local search_path = pg_temp, public");
                                    run(poison);
                                    return ask(PEOPLE);
                                }))
                .isEqualTo(poisoned);
        theNextOnesSeeTheirOwn();
    }

    @Test
    void policiesSwitchedOffAreOnAgain() {
        units.inTenant(first, OFFICER, () -> run("set row_security = off"));
        theNextOnesSeeTheirOwn();
        assertThatThrownBy(
                        () ->
                                units.inTenant(
                                        first,
                                        OFFICER,
                                        () -> {
                                            run("set row_security = off");
                                            return ask(PEOPLE);
                                        }))
                .as("the server refuses rather than show what the policy hides")
                .isInstanceOf(RuntimeException.class);
        theNextOnesSeeTheirOwn();
    }

    /** Whoever ends the transaction under the store works for nobody from then on. */
    @Test
    void aTransactionEndedOrLeftOpenByHandTakesNothingAlong() {
        units.inTenant(
                first,
                OFFICER,
                () -> {
                    run("discard temp; reset all; reset role; commit");
                    assertThat(ask(PEOPLE)).isEqualTo("0");
                    return null;
                });
        theNextOnesSeeTheirOwn();
        assertThatThrownBy(
                        () ->
                                units.inTenant(
                                        first,
                                        OFFICER,
                                        () -> {
                                            run("commit");
                                            run("begin");
                                            run(
                                                    "select set_config('ansinh.tenant', '"
                                                            + first.value()
                                                            + "', true)");
                                            run("update person set full_name = 'mất'");
                                            throw new IllegalStateException("mất giữa chừng");
                                        }))
                .hasMessage("mất giữa chừng");
        theNextOnesSeeTheirOwn();
        String lost = "select count(*) from person where full_name = 'mất'";
        assertThat(units.<String>inTenant(first, OFFICER, () -> ask(lost))).isEqualTo("0");
    }
}
