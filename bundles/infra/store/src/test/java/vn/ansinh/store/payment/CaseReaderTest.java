package vn.ansinh.store.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.ansinh.payment.port.Case;
import vn.ansinh.payment.port.StoredRun;
import vn.ansinh.platform.api.TenantId;
import vn.ansinh.store.TestStore;

/** A run reads people as known at its pinned instant. People are DỮ LIỆU GIẢ LẬP. */
class CaseReaderTest {

    private static TestStore store;
    private static TenantId tenant;

    @BeforeAll
    static void open() throws SQLException {
        store = TestStore.fresh();
        tenant = store.tenant("doc-nguoi");
        try (Connection owner = store.owner()) {
            new TestPeople(owner, tenant, 0).add(2);
            // Person 1 was dead since 20/01 as known until 01/03, then alive, moved and older.
            TestStore.run(
                    owner,
                    "insert into person_past (tenant_id, person_id, version, full_name,"
                            + " family_name, middle_name, given_name, name_whole, sex, birth_text,"
                            + " earliest_birth, latest_birth, ethnicity, phone, address, unit_code,"
                            + " death_on, death_paper, death_recorded_at, paper, reason,"
                            + " superseded_at) select tenant_id, person_id, 1, full_name, '', '',"
                            + " '', false, 'FEMALE', '1952', '1952-01-01', '1952-12-31', '', '', '',"
                            + " 'U99', '2026-01-10', '', '2026-01-20T03:00:00Z', 'GIẢ LẬP', 'thử',"
                            + " '2026-03-01T03:00:00Z' from person where person_id = 1 and tenant_id = "
                            + tenant.value());
            TestStore.run(
                    owner,
                    "update person set changed_at = '2026-03-01T03:00:00Z', version = 1"
                            + " where person_id = 1 and tenant_id = "
                            + tenant.value());
        }
    }

    @AfterAll
    static void close() throws SQLException {
        store.close();
    }

    @Test
    void whatWasChangedAfterTheInstantIsReadAsItWas() throws SQLException {
        Case before = person("2026-02-05T01:00:00Z");
        assertThat(before.unitCode()).isEqualTo("U99");
        assertThat(before.earliestBirth()).isEqualTo("1952-01-01");
        assertThat(before.latestBirth()).isEqualTo("1952-12-31");
        assertThat(before.sex()).isEqualTo("FEMALE");
        assertThat(before.death()).isEqualTo("2026-01-10");
    }

    @Test
    void whatBecameKnownAfterTheInstantIsNotKnown() throws SQLException {
        assertThat(person("2026-01-15T01:00:00Z").death()).isNull();
    }

    @Test
    void fromTheChangeOnWhatHoldsNow() throws SQLException {
        Case after = person("2026-03-01T03:00:00Z");
        assertThat(after.unitCode()).isEqualTo("U1");
        assertThat(after.earliestBirth()).isEqualTo("1950-01-01");
        assertThat(after.death()).isNull();
    }

    private static Case person(String pinnedAt) throws SQLException {
        StoredRun run =
                StoredRun.draft(
                        YearMonth.of(2026, 3),
                        LocalDate.of(2026, 3, 5),
                        Instant.parse(pinnedAt),
                        "",
                        0);
        List<Case> cases = new ArrayList<>();
        try (Connection app = store.app()) {
            TestStore.run(app, "set ansinh.tenant = '" + tenant.value() + "'");
            try (CaseReader reader = new CaseReader(app, run, 1, 2)) {
                reader.forEach(cases::add);
            }
        }
        assertThat(cases).hasSize(2);
        // The other one was never changed.
        assertThat(cases.get(1).unitCode()).isEqualTo("U2");
        return cases.get(0);
    }
}
