package vn.ansinh.store.register;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;
import vn.ansinh.entitlement.api.Grant;
import vn.ansinh.entitlement.api.RunningDecisions.DecisionView;
import vn.ansinh.locality.api.Component;

/** Table {@code entitlement}; months are stored as their first day. */
@Entity
@Table(name = "entitlement")
class EntitlementEntity {

    @Id
    @Column(name = "entitlement_id")
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "entitlement")
    @SequenceGenerator(
            name = "entitlement",
            sequenceName = "entitlement_id_seq",
            allocationSize = 50)
    private long id;

    @Column(name = "person_id", nullable = false, updatable = false)
    private long personId;

    @Column(name = "decision_id", nullable = false, updatable = false)
    private long decisionId;

    @Column(nullable = false, updatable = false)
    private String ground;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    private Component component;

    @Column(name = "coefficient_hundredths", nullable = false, updatable = false)
    private int coefficientHundredths;

    @Column(name = "from_month", nullable = false, updatable = false)
    private LocalDate fromMonth;

    @Column(name = "to_month", updatable = false)
    private LocalDate toMonth;

    @Column(nullable = false, updatable = false)
    private String channel;

    @Column(name = "payee_name", nullable = false, updatable = false)
    private String payeeName;

    @Column(name = "payee_relation", nullable = false, updatable = false)
    private String payeeRelation;

    @Column(nullable = false, updatable = false)
    private String bank;

    @Column(nullable = false, updatable = false)
    private String account;

    @Column(name = "granted_at", nullable = false, updatable = false)
    private Instant grantedAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    protected EntitlementEntity() {}

    EntitlementEntity(Grant grant, Instant at) {
        personId = grant.personId();
        decisionId = grant.decisionId();
        ground = grant.groundCode();
        component = grant.component();
        coefficientHundredths = grant.coefficientHundredths();
        fromMonth = grant.fromMonth().atDay(1);
        toMonth = grant.toMonth() == null ? null : grant.toMonth().atDay(1);
        channel = grant.channel();
        payeeName = grant.payeeName();
        payeeRelation = grant.payeeRelation();
        bank = grant.bank();
        account = grant.account();
        grantedAt = at;
    }

    Grant grant(DecisionEntity decision) {
        DecisionView view = decision.view(0);
        return new Grant(
                id,
                decisionId,
                view.number(),
                view.signedOn(),
                personId,
                ground,
                component,
                coefficientHundredths,
                YearMonth.from(fromMonth),
                toMonth == null ? null : YearMonth.from(toMonth),
                channel,
                payeeName,
                payeeRelation,
                bank,
                account);
    }
}
