package vn.ansinh.store.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.ansinh.entitlement.port.WatchedPeople;
import vn.ansinh.entitlement.port.WatchedPeople.Held;
import vn.ansinh.entitlement.port.WatchedPeople.Watched;
import vn.ansinh.locality.api.Component;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.TenantId;
import vn.ansinh.platform.api.UnitOfWork;
import vn.ansinh.store.TestStore;

/** What the monthly lists read, on real PostgreSQL. People are DỮ LIỆU GIẢ LẬP. */
class WatchedPeopleTest {

    private static TestStore store;
    private static TenantId tenant;
    private static TenantId other;

    @BeforeAll
    static void open() throws SQLException {
        store = TestStore.fresh();
        tenant = store.tenant("xa-gia-lap");
        other = store.tenant("xa-khac");
        try (Connection owner = store.owner()) {
            Finding.people(owner, tenant, 12_000);
            TestStore.run(
                    owner,
                    """
                    insert into fact (person_id, fact_id, kind, value, valid_from, known_since,
                                      paper, recorded_at, superseded_at)
                    values (2, 1, 'poverty.national', 'POOR', '2025-01-01', '2025-01-05', '',
                            '2025-01-05', '2025-06-01'),
                           (2, 2, 'poverty.national', 'NEAR_POOR', '2025-06-01', '2025-06-01', '',
                            '2025-06-01', null),
                           (4, 3, 'orphan', 'YES', '2025-01-01', '2025-01-05', '', '2025-01-05',
                            null);
                    update person set death_on = '2026-01-01', death_recorded_at = '2026-01-02'
                    where person_id = 3;
                    update person set merged_into = 1 where person_id = 4;
                    update entitlement set to_month = '2026-02-01' where person_id = 5;
                    update entitlement set ended_at = '2026-02-01' where person_id = 6;
                    """);
        }
    }

    @AfterAll
    static void close() throws SQLException {
        store.close();
    }

    private static List<Watched> read(TenantId of, YearMonth month) {
        List<Watched> people = new ArrayList<>();
        store.service(UnitOfWork.class)
                .inTenant(
                        of,
                        Actor.system("test"),
                        () -> {
                            store.service(WatchedPeople.class).forEach(month, people::add);
                            return null;
                        });
        return people;
    }

    @Test
    void everybodyAliveWithWhatIsKnownAndGrantedForTheMonth() {
        List<Watched> people = read(tenant, YearMonth.of(2026, 3));

        assertThat(people).hasSize(11_998);
        assertThat(people).extracting(Watched::personId).isSorted().doesNotContain(3L, 4L);
        Watched second = people.get(1);
        assertThat(second.personId()).isEqualTo(2);
        assertThat(second.facts())
                .singleElement()
                .satisfies(fact -> assertThat(fact.value()).isEqualTo("NEAR_POOR"));
        assertThat(second.held()).containsExactly(new Held("HTXH.75", Component.MONTHLY, 100));
        assertThat(people.get(2).personId()).isEqualTo(5);
        assertThat(people.get(2).held()).isEmpty();
        assertThat(people.get(3).held()).isEmpty();
        assertThat(people.get(4).held()).hasSize(1);
        assertThat(read(tenant, YearMonth.of(2026, 2)).get(2).held()).hasSize(1);
    }

    /** Negative control. */
    @Test
    void anotherTenantWatchesNobody() {
        assertThat(read(other, YearMonth.of(2026, 3))).isEmpty();
    }
}
