package vn.ansinh.store.register;

import java.time.Instant;
import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;

/** Table {@code personal_id}: the number is a dated fact of a person. */
@Entity
@Table(name = "personal_id")
class PersonalIdEntity {

    @Id
    @Column(name = "personal_id_id")
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "personalId")
    @SequenceGenerator(name = "personalId", sequenceName = "personal_id_seq", allocationSize = 50)
    private long id;

    @Column(name = "person_id", nullable = false, updatable = false)
    private long personId;

    @Column(nullable = false, updatable = false)
    private String number;

    @Column(name = "valid_from", nullable = false, updatable = false)
    private LocalDate validFrom;

    @Column(name = "valid_to")
    private LocalDate validTo;

    @Column(name = "recorded_at", nullable = false, updatable = false)
    private Instant recordedAt;

    protected PersonalIdEntity() {}

    PersonalIdEntity(long personId, String number, LocalDate validFrom, Instant at) {
        this.personId = personId;
        this.number = number;
        this.validFrom = validFrom;
        recordedAt = at;
    }

    long personId() {
        return personId;
    }

    String number() {
        return number;
    }
}
