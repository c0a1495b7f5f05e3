package vn.ansinh.payment.api;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import vn.ansinh.locality.api.Component;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.TenantId;

/**
 * The shadow of a version that is not in force (bảng so sánh): what it would change for whom, month
 * by month, before somebody approves it. Nothing is paid or decided by it.
 */
public interface PolicyDiffs {

    /**
     * Assesses the register with the law in force and with the law the locality would have. Works
     * on its own threads in its own units of work: not to be called inside one.
     *
     * @param sha256 version that passed its check
     * @param from first benefit month
     * @param to last benefit month, at most 24 months later
     * @param knownOn day as known on which both laws are read, or null: the last day of the last
     *     month or today, whichever is later, so that a law enacted already counts
     * @throws vn.ansinh.platform.api.AnsinhException LAW_NOT_ACTIVE; CONFLICT when the version
     *     changes nothing in this locality or is in force; INVALID_INPUT for the months
     */
    DiffView compute(
            TenantId tenant,
            Actor actor,
            String sha256,
            YearMonth from,
            YearMonth to,
            LocalDate knownOn);

    /** Diffs of the locality, newest first. */
    List<DiffView> diffs(TenantId tenant, Actor actor);

    /** One diff. */
    Optional<DiffView> diff(TenantId tenant, Actor actor, long diffId);

    /** A page of changes, amounts that fall first and by how much; people are audited. */
    List<Change> changes(TenantId tenant, Actor actor, long diffId, int offset, int limit);

    /** Sums by month, unit, ground and component, of everybody whom decisions pay. */
    List<Total> totals(TenantId tenant, Actor actor, long diffId);

    /**
     * Agrees to a diff by its digest, with another hand than the one that made it.
     *
     * @throws vn.ansinh.platform.api.AnsinhException CONFLICT for another digest, for the same
     *     hand, or when the law in force is not the one the diff began from any more
     */
    DiffView approve(TenantId tenant, Actor actor, long diffId, String digest);

    /**
     * Compares a month's run with what the diff said: everybody about whom nothing newer is known
     * must be paid as the diff says, to the đồng; every other difference is named.
     *
     * @param runId computed run of one of the diff's months, of the law the diff led to
     */
    Comparison compare(TenantId tenant, Actor actor, long diffId, long runId);

    /**
     * A diff.
     *
     * @param id key
     * @param sha256 version
     * @param fromHash law in force when it was made
     * @param toHash law the locality would have
     * @param from first benefit month
     * @param to last benefit month
     * @param knownOn day as known on which both laws were read
     * @param pinnedAt instant as of which the register was read
     * @param payments monthly payments that decisions give, over all months
     * @param changes rows of the diff
     * @param falls rows whose paid amount falls
     * @param oldDong what decisions pay by the law in force, over all months
     * @param newDong what they would pay
     * @param digest digest of all rows, hex
     * @param madeBy hands that made it
     * @param approvedBy hands that agreed; empty while nobody has
     */
    record DiffView(
            long id,
            String sha256,
            String fromHash,
            String toHash,
            YearMonth from,
            YearMonth to,
            LocalDate knownOn,
            Instant pinnedAt,
            long payments,
            long changes,
            long falls,
            long oldDong,
            long newDong,
            String digest,
            String madeBy,
            String approvedBy) {}

    /**
     * What changes for a person in a month. A restricted ground is shown as "Theo quyết định".
     *
     * @param ground decided ground, or the one that would be due when nothing is decided
     * @param paidOldDong what the decision pays by the law in force; 0 when nothing is decided
     * @param paidNewDong what it would pay
     * @param dueOldGround ground that the law in force gives, or empty
     * @param dueOldDong its amount
     * @param dueNewGround ground that the coming law gives, or empty
     * @param dueNewDong its amount
     * @param clause clauses that make the difference
     */
    record Change(
            YearMonth month,
            long personId,
            Component component,
            String unitCode,
            String ground,
            long paidOldDong,
            long paidNewDong,
            String dueOldGround,
            long dueOldDong,
            String dueNewGround,
            long dueNewDong,
            String clause) {}

    /**
     * A sum.
     *
     * @param heads payments
     * @param changed of them, those whose amount changes
     * @param oldDong by the law in force
     * @param newDong by the coming law
     * @param oldStateDong of oldDong, the standard of the State
     * @param newStateDong of newDong, the standard of the State
     */
    record Total(
            YearMonth month,
            String unitCode,
            String ground,
            Component component,
            long heads,
            long changed,
            long oldDong,
            long newDong,
            long oldStateDong,
            long newStateDong) {}

    /**
     * A run beside a diff.
     *
     * @param equal payments equal to the đồng
     * @param explained differences by what became known after the diff
     * @param unexplained differences nothing newer explains; must be empty
     */
    record Comparison(long equal, List<Deviation> explained, List<Deviation> unexplained) {
        public Comparison {
            explained = List.copyOf(explained);
            unexplained = List.copyOf(unexplained);
        }
    }

    /**
     * A payment that is not as the diff said.
     *
     * @param saidDong what the diff said; 0 for nothing
     * @param paidDong what the run pays
     * @param cause what became known since, in Vietnamese; empty when nothing did
     */
    record Deviation(
            long personId, Component component, long saidDong, long paidDong, String cause) {}
}
