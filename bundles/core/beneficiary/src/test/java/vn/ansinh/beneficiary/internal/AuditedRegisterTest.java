package vn.ansinh.beneficiary.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import vn.ansinh.beneficiary.api.Fact;
import vn.ansinh.beneficiary.api.Person;
import vn.ansinh.beneficiary.port.Persons;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.TenantId;
import vn.ansinh.platform.api.UnitOfWork;

/** People are DỮ LIỆU GIẢ LẬP. */
class AuditedRegisterTest {

    private static final TenantId TENANT = new TenantId(1);
    private static final Actor OFFICER = new Actor("can-bo", "");

    private final List<String> trail = new ArrayList<>();
    private final AuditedRegister register =
            new AuditedRegister(
                    new InMemory(),
                    new Direct(),
                    (action, kind, id, detail) -> trail.add(action + " " + id + " " + detail),
                    new Noon());

    @Test
    void everyReadAndChangeLeavesARecordWithoutNames() {
        List<Long> keys = register.add(TENANT, OFFICER, List.of(person("A"), person("B")));
        register.person(TENANT, OFFICER, keys.get(0));
        register.person(TENANT, OFFICER, 99);
        register.page(TENANT, OFFICER, 0, 10);
        register.recordDeath(TENANT, OFFICER, keys.get(1), LocalDate.of(2026, 1, 5));

        assertThat(trail)
                .containsExactly(
                        "person.add 1 ids='1,2'",
                        "person.read 1 ",
                        "person.read 99 none",
                        "person.page 1 ids='1,2'",
                        "person.death 2 ");
    }

    @Test
    void anotherDayOfDeathIsRefusedTheSameIsNoChange() {
        long key = register.add(TENANT, OFFICER, List.of(person("A"))).get(0);
        register.recordDeath(TENANT, OFFICER, key, LocalDate.of(2026, 1, 5));
        trail.clear();

        register.recordDeath(TENANT, OFFICER, key, LocalDate.of(2026, 1, 5));
        assertThat(trail).isEmpty();
        assertThatThrownBy(
                        () -> register.recordDeath(TENANT, OFFICER, key, LocalDate.of(2026, 1, 6)))
                .isInstanceOf(AnsinhException.class)
                .hasMessageContaining("2026-01-05");
    }

    @Test
    void aPageIsBounded() {
        assertThatThrownBy(() -> register.page(TENANT, OFFICER, 0, 501))
                .isInstanceOf(AnsinhException.class);
    }

    private static Person person(String name) {
        LocalDate day = LocalDate.of(1950, 1, 1);
        return new Person(0, name, "", "1950-01-01", day, day, "", "U1", null, List.of());
    }

    private static final class Direct implements UnitOfWork {
        @Override
        public <T> T inTenant(TenantId tenant, Actor actor, Supplier<T> work) {
            return work.get();
        }

        @Override
        public <T> T common(Actor actor, Supplier<T> work) {
            return work.get();
        }
    }

    private static final class Noon implements CivilClock {
        @Override
        public Instant now() {
            return Instant.parse("2026-03-10T05:00:00Z");
        }

        @Override
        public ZoneId zone() {
            return ZoneId.of("Asia/Ho_Chi_Minh");
        }

        @Override
        public boolean adjusted() {
            return true;
        }
    }

    private static final class InMemory implements Persons {
        private final Map<Long, Person> rows = new LinkedHashMap<>();

        @Override
        public List<Long> add(List<Person> persons, Instant at) {
            List<Long> keys = new ArrayList<>();
            for (Person person : persons) {
                long key = rows.size() + 1L;
                rows.put(key, with(person, key, person.death()));
                keys.add(key);
            }
            return keys;
        }

        @Override
        public void addFacts(long personId, List<Fact> facts, Instant at) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void recordDeath(long personId, LocalDate death, Instant at) {
            rows.computeIfPresent(personId, (key, person) -> with(person, key, death));
        }

        @Override
        public Optional<Person> byId(long id) {
            return Optional.ofNullable(rows.get(id));
        }

        @Override
        public Map<String, Person> byPersonalIds(Collection<String> personalIds) {
            return Map.of();
        }

        @Override
        public List<Person> withoutPersonalId(Collection<String> foldedNames) {
            return List.of();
        }

        @Override
        public List<Person> page(long afterId, int limit) {
            return List.copyOf(rows.values());
        }

        @Override
        public long count() {
            return rows.size();
        }

        private static Person with(Person p, long id, LocalDate death) {
            return new Person(
                    id,
                    p.fullName(),
                    p.sex(),
                    p.birthText(),
                    p.earliestBirth(),
                    p.latestBirth(),
                    p.personalId(),
                    p.unitCode(),
                    death,
                    p.facts());
        }
    }
}
