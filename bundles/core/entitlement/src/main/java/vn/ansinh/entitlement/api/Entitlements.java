package vn.ansinh.entitlement.api;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import vn.ansinh.locality.api.Component;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.TenantId;

/**
 * What decisions in force say somebody gets from month to month, and what the law proposes to
 * decide. Every read leaves an audit record; restricted grounds are empty unless the actor says a
 * purpose.
 */
public interface Entitlements {

    /**
     * Everything a person was entitled to, as known at an instant: replayed from the decisions
     * known then, suspended spans included.
     */
    List<Entitled> of(TenantId tenant, Actor actor, long personId, Instant knownAt);

    /**
     * What the law says a decision signed on a day should do for a person, beside what is running:
     * one proposal per component where they differ. Pays nothing, decides nothing.
     *
     * @throws vn.ansinh.platform.api.AnsinhException NOT_FOUND; LAW_NOT_ACTIVE
     */
    List<Proposal> propose(TenantId tenant, Actor actor, long personId, LocalDate signedOn);

    /** Past months that signed decisions changed: payment makes arrears or recoveries of them. */
    List<PastChange> pastChanges(TenantId tenant, Actor actor, long personId);

    /**
     * A span of months.
     *
     * @param component component
     * @param ground ground
     * @param coefficientHundredths coefficient × 100
     * @param from first month
     * @param to last month, or null
     * @param decisionId decision it rests on
     * @param suspendedBy decision that suspends the span; 0 when it is paid
     */
    record Entitled(
            Component component,
            String ground,
            int coefficientHundredths,
            YearMonth from,
            YearMonth to,
            long decisionId,
            long suspendedBy) {
        /** Whether the span covers a month. */
        public boolean covers(YearMonth month) {
            return !month.isBefore(from) && (to == null || !month.isAfter(to));
        }
    }

    /**
     * What the law proposes to decide.
     *
     * @param kind GRANT, ADJUST or STOP
     * @param effect row to put into a draft
     * @param amountDong what the law gives in the month of signature, đồng per month; 0 for a stop
     * @param clauses clauses the amount rests on
     * @param warnings what to verify, in Vietnamese
     */
    record Proposal(
            DecisionKind kind,
            Effect effect,
            long amountDong,
            List<String> clauses,
            List<String> warnings) {
        public Proposal {
            clauses = List.copyOf(clauses);
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * Months up to the signature whose entitlement a decision changed.
     *
     * @param decisionId decision
     * @param personId person
     * @param component component
     * @param from first month
     * @param to last month
     * @param beforeGround ground before, empty for nothing
     * @param beforeHundredths coefficient × 100 before
     * @param afterGround ground after, empty for nothing
     * @param afterHundredths coefficient × 100 after
     */
    record PastChange(
            long decisionId,
            long personId,
            Component component,
            YearMonth from,
            YearMonth to,
            String beforeGround,
            int beforeHundredths,
            String afterGround,
            int afterHundredths) {}
}
