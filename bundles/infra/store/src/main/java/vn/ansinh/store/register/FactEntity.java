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
import vn.ansinh.beneficiary.api.Fact;

/** Table {@code fact}. */
@Entity
@Table(name = "fact")
class FactEntity {

    @Id
    @Column(name = "fact_id")
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "fact")
    @SequenceGenerator(name = "fact", sequenceName = "fact_id_seq", allocationSize = 50)
    private long id;

    @Column(name = "person_id", nullable = false, updatable = false)
    private long personId;

    @Column(nullable = false, updatable = false)
    private String kind;

    @Column(nullable = false, updatable = false)
    private String value;

    @Column(name = "valid_from", nullable = false, updatable = false)
    private LocalDate validFrom;

    @Column(name = "valid_to", updatable = false)
    private LocalDate validTo;

    @Column(name = "known_since", nullable = false, updatable = false)
    private LocalDate knownSince;

    @Column(nullable = false, updatable = false)
    private String paper;

    @Column(name = "recorded_at", nullable = false, updatable = false)
    private Instant recordedAt;

    @Column(name = "superseded_at")
    private Instant supersededAt;

    protected FactEntity() {}

    FactEntity(long personId, Fact fact, Instant at) {
        this.personId = personId;
        kind = fact.kind();
        value = fact.value();
        validFrom = fact.from();
        validTo = fact.to();
        knownSince = fact.knownSince();
        paper = fact.paper();
        recordedAt = at;
    }

    long personId() {
        return personId;
    }

    Fact fact() {
        return new Fact(kind, value, validFrom, validTo, knownSince, paper);
    }
}
