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
import vn.ansinh.entitlement.api.RunningDecisions.DecisionView;
import vn.ansinh.entitlement.port.Decisions.NewDecision;

/** Table {@code decision}. */
@Entity
@Table(name = "decision")
class DecisionEntity {

    @Id
    @Column(name = "decision_id")
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "decision")
    @SequenceGenerator(name = "decision", sequenceName = "decision_id_seq", allocationSize = 50)
    private long id;

    @Column(nullable = false, updatable = false)
    private String number;

    @Column(nullable = false, updatable = false)
    private String authority;

    @Column(name = "signed_on", nullable = false, updatable = false)
    private LocalDate signedOn;

    @Column(nullable = false, updatable = false)
    private String kind;

    @Column(name = "recorded_at", nullable = false, updatable = false)
    private Instant recordedAt;

    protected DecisionEntity() {}

    DecisionEntity(NewDecision decision, Instant at) {
        number = decision.key().number();
        authority = decision.authority();
        signedOn = decision.key().signedOn();
        kind = decision.kind();
        recordedAt = at;
    }

    long id() {
        return id;
    }

    DecisionView view(long persons) {
        return new DecisionView(id, number, authority, signedOn, kind, Math.toIntExact(persons));
    }
}
