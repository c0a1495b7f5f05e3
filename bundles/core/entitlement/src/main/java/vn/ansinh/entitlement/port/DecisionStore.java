package vn.ansinh.entitlement.port;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import vn.ansinh.entitlement.api.DecisionBook.AnnexRow;
import vn.ansinh.entitlement.api.DecisionBook.DecisionDoc;
import vn.ansinh.entitlement.api.DecisionBook.Draft;
import vn.ansinh.entitlement.api.DecisionBook.Query;
import vn.ansinh.entitlement.api.DecisionBook.Signature;
import vn.ansinh.entitlement.api.DecisionBook.Warning;
import vn.ansinh.entitlement.api.DecisionKind;
import vn.ansinh.entitlement.api.Effect;
import vn.ansinh.entitlement.api.Entitlements.Entitled;
import vn.ansinh.entitlement.api.Entitlements.PastChange;

/**
 * Stored decisions with their annexes and the entitlement rows that follow, of the tenant of the
 * current unit of work. {@code at} is the instant of the civil clock from which a reader may know
 * what is stored.
 */
public interface DecisionStore {

    /** Stores a draft with its annex and gives its key. */
    long addDraft(Draft draft, String foldedAuthority, Instant at);

    /** Replaces a draft and its annex; false when the version is another or it is no draft. */
    boolean replaceDraft(long id, int version, Draft draft, String foldedAuthority);

    /** Gives a draft up; false when the version is another or it is no draft. */
    boolean discard(long id, int version);

    /** Signs a draft; false when the version is another or it is no draft. */
    boolean sign(long id, int version, Signature signature, Instant at);

    /** Keeps what was confirmed. */
    void addWarnings(long decisionId, List<Warning> warnings, String confirmedBy, Instant at);

    /** One decision without its annex. */
    Optional<DecisionDoc> byId(long id);

    /** A page by key, with counts of people, without warnings. */
    List<DecisionDoc> find(Query query, long afterId, int limit);

    /** The whole annex in the order of rows. */
    List<Effect> effects(long decisionId);

    /** A page of the annex by key, with names. */
    List<AnnexRow> annex(long decisionId, long afterId, int limit);

    /** Authorities of the signed decisions with this number of a year. */
    List<String> authoritiesOf(String number, int year);

    /**
     * Everything signed decisions known at an instant do to these people, in the order in which the
     * decisions became known.
     */
    List<Known> known(Collection<Long> personIds, Instant at);

    /** Lets one signature or import of the tenant at a time write, until the unit of work ends. */
    void lock();

    /** Live entitlement rows of these people. */
    List<Row> rows(Collection<Long> personIds);

    /** Ends live rows. */
    void end(Collection<Row> rows, Instant at);

    /** Adds rows. */
    void addRows(List<Row> rows, Instant at);

    /** Adds past changes. */
    void addPastChanges(List<PastChange> changes, Instant at);

    /** Past changes of a person by key. */
    List<PastChange> pastChanges(long personId);

    /**
     * An annex row of a signed decision with what a replay needs of the decision.
     *
     * @param decisionId decision
     * @param kind its kind
     * @param targetDecisionId decision it is about, or 0
     * @param effectiveOn of a repeal
     * @param signedOn day of signature
     * @param effect the row
     */
    record Known(
            long decisionId,
            DecisionKind kind,
            long targetDecisionId,
            LocalDate effectiveOn,
            LocalDate signedOn,
            Effect effect) {}

    /**
     * An entitlement row.
     *
     * @param id key; 0 before it is stored
     * @param personId person
     * @param entitled what it says; never suspended
     * @param grantedAt instant from which it is known; null before it is stored
     */
    record Row(long id, long personId, Entitled entitled, Instant grantedAt) {}
}
