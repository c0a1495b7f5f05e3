package vn.ansinh.beneficiary.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.ansinh.beneficiary.internal.MemoryRegister.OFFICER;
import static vn.ansinh.beneficiary.internal.MemoryRegister.TENANT;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import vn.ansinh.beneficiary.api.Change;
import vn.ansinh.beneficiary.api.Fact;
import vn.ansinh.beneficiary.api.FactRow;
import vn.ansinh.beneficiary.api.Merges;
import vn.ansinh.beneficiary.api.Person;
import vn.ansinh.beneficiary.api.PersonFile;
import vn.ansinh.platform.api.AnsinhException;

/** People are DỮ LIỆU GIẢ LẬP. */
class MergeTest {

    private static final List<String[]> KINDS =
            List.of(
                    new String[] {"pension.dong", "0"},
                    new String[] {"pension.dong", "500000"},
                    new String[] {"disability.degree", "SEVERE"},
                    new String[] {"poverty.national", "POOR"},
                    new String[] {"hiv", "YES"},
                    new String[] {"supporter", "NOBODY"});

    private final MemoryRegister memory = new MemoryRegister();
    private final Merges merges = memory.module.merges();

    /** Whatever facts two people have, merging and taking it back leaves both as they were. */
    @Property
    void mergeThenUnmergeChangesNothing(
            @ForAll @Size(max = 5) List<@IntRange(max = 5) Integer> one,
            @ForAll @Size(max = 5) List<@IntRange(max = 5) Integer> other) {
        long a = person("A", one);
        long b = person("B", other);
        List<Object> before = List.of(image(a), image(b));

        merges.merge(TENANT, OFFICER, change(a), b);
        assertThat(List.of(image(a), image(b))).isNotEqualTo(before);
        merges.unmerge(TENANT, OFFICER, change(a));

        assertThat(List.of(image(a), image(b))).isEqualTo(before);
    }

    @Example
    void theSurvivorGetsTheKindsItHasNoneOf() {
        long a = person("A", List.of(1, 2));
        long b = person("B", List.of(0));
        merges.merge(TENANT, OFFICER, change(a), b);

        List<FactRow> facts = memory.file(b).orElseThrow().facts();
        assertThat(facts)
                .extracting(row -> row.fact().kind() + "=" + row.fact().value())
                .containsExactly("pension.dong=0", "disability.degree=SEVERE");
        assertThat(facts.get(1).source()).isEqualTo(FactRow.Source.MERGE);
    }

    @Example
    void aMergedPersonReadsAsTheSurvivorAndTakesNoChange() {
        long a = person("A", List.of());
        long b = person("B", List.of());
        long c = person("C", List.of());
        merges.merge(TENANT, OFFICER, change(a), b);
        merges.merge(TENANT, OFFICER, change(b), c);

        PersonFile file = memory.module.changes().file(TENANT, OFFICER, a).orElseThrow();
        assertThat(file.id()).isEqualTo(c);
        assertThat(file.mergedFrom()).containsExactly(b);
        assertThat(memory.module.register().person(TENANT, OFFICER, a)).map(Person::id).contains(c);
        assertThat(memory.module.register().page(TENANT, OFFICER, 0, 10))
                .extracting(Person::id)
                .containsExactly(c);
        assertThatThrownBy(
                        () ->
                                memory.module
                                        .facts()
                                        .add(TENANT, OFFICER, change(a), List.of(fact(0))))
                .isInstanceOf(AnsinhException.class)
                .hasMessageContaining("số " + b);
        // The inner merge waits for the outer one.
        assertThatThrownBy(() -> merges.unmerge(TENANT, OFFICER, change(a)))
                .hasMessageContaining("hủy hợp nhất");
        merges.unmerge(TENANT, OFFICER, change(b));
        merges.unmerge(TENANT, OFFICER, change(a));
        assertThat(merges.of(TENANT, OFFICER, b))
                .hasSize(2)
                .allMatch(m -> m.unmergedAt().isPresent());
    }

    @Example
    void whatAMergeNeeds() {
        long a = person("A", List.of());
        long b = person("B", List.of());
        assertThatThrownBy(() -> merges.merge(TENANT, OFFICER, new Change(a, -1, "", ""), b))
                .isInstanceOfSatisfying(
                        AnsinhException.class, e -> assertThat(e.faults()).hasSize(2));
        assertThatThrownBy(() -> merges.merge(TENANT, OFFICER, change(a), a))
                .hasMessageContaining("khác nhau");
        assertThatThrownBy(() -> merges.merge(TENANT, OFFICER, change(a), 99))
                .hasMessageContaining("Không có đối tượng");
        memory.recordDeath(a, LocalDate.of(2026, 1, 1), memory.now());
        assertThatThrownBy(() -> merges.merge(TENANT, OFFICER, change(a), b))
                .hasMessageContaining("khai tử");
        assertThatThrownBy(() -> merges.unmerge(TENANT, OFFICER, change(b)))
                .hasMessageContaining("không đang được hợp nhất");
        assertThat(memory.reviews.cases).isEmpty();
    }

    private long person(String name, List<Integer> kinds) {
        LocalDate day = LocalDate.of(1950, 1, 1);
        List<Fact> facts = new ArrayList<>();
        kinds.forEach(kind -> facts.add(fact(kind)));
        return memory.module
                .register()
                .add(
                        TENANT,
                        OFFICER,
                        List.of(
                                new Person(
                                        0,
                                        name,
                                        "",
                                        "1950-01-01",
                                        day,
                                        day,
                                        "",
                                        "U1",
                                        null,
                                        facts)))
                .get(0);
    }

    private static Fact fact(int kind) {
        return new Fact(
                KINDS.get(kind)[0],
                KINDS.get(kind)[1],
                LocalDate.of(2025, 1, 1),
                null,
                LocalDate.of(2025, 1, 5),
                "GIẢ LẬP");
    }

    private static Change change(long id) {
        return new Change(id, Change.ANY_VERSION, "Biên bản GIẢ LẬP", "trùng hồ sơ");
    }

    /** Everything of a person but the count of changes. */
    private List<Object> image(long id) {
        PersonFile f = memory.file(id).orElseThrow();
        List<Object> image = new ArrayList<>();
        image.add(f.traits());
        image.add(f.unitCode());
        image.add(f.numbers());
        image.add(f.residences());
        image.add(f.facts());
        image.add(f.mergedFrom());
        image.add(String.valueOf(f.mergedInto()));
        return image;
    }
}
