package vn.ansinh.store.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;
import vn.ansinh.beneficiary.api.Fact;
import vn.ansinh.beneficiary.api.Names;
import vn.ansinh.beneficiary.api.Person;

/** Table {@code person}; the tenant comes from the column's default. */
@Entity
@Table(name = "person")
class PersonEntity {

    @Id
    @Column(name = "person_id")
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "person")
    @SequenceGenerator(name = "person", sequenceName = "person_id_seq", allocationSize = 50)
    private long id;

    @Column(name = "full_name", nullable = false, updatable = false)
    private String fullName;

    @Column(name = "folded_name", nullable = false, updatable = false)
    private String foldedName;

    @Column(nullable = false, updatable = false)
    private String sex;

    @Column(name = "birth_text", nullable = false, updatable = false)
    private String birthText;

    @Column(name = "earliest_birth", nullable = false, updatable = false)
    private LocalDate earliestBirth;

    @Column(name = "latest_birth", nullable = false, updatable = false)
    private LocalDate latestBirth;

    @Column(name = "unit_code", nullable = false, updatable = false)
    private String unitCode;

    @Column(name = "death_on")
    private LocalDate deathOn;

    @Column(name = "death_recorded_at")
    private Instant deathRecordedAt;

    @Column(name = "recorded_at", nullable = false, updatable = false)
    private Instant recordedAt;

    protected PersonEntity() {}

    PersonEntity(Person person, Instant at) {
        fullName = person.fullName();
        foldedName = Names.fold(person.fullName());
        sex = person.sex();
        birthText = person.birthText();
        earliestBirth = person.earliestBirth();
        latestBirth = person.latestBirth();
        unitCode = person.unitCode();
        recordedAt = at;
        if (person.death() != null) {
            die(person.death(), at);
        }
    }

    final void die(LocalDate day, Instant at) {
        deathOn = day;
        deathRecordedAt = at;
    }

    long id() {
        return id;
    }

    Person person(String personalId, List<Fact> facts) {
        return new Person(
                id,
                fullName,
                sex,
                birthText,
                earliestBirth,
                latestBirth,
                personalId,
                unitCode,
                deathOn,
                facts);
    }
}
