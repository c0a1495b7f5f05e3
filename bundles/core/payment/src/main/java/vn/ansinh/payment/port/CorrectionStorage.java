package vn.ansinh.payment.port;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import vn.ansinh.payment.api.Corrections.Correction;
import vn.ansinh.payment.api.Corrections.DueItem;
import vn.ansinh.payment.api.Corrections.Query;
import vn.ansinh.payment.api.Corrections.Sum;

/**
 * Corrections and due items of the tenant of the current unit of work: every method is called
 * inside one.
 */
public interface CorrectionStorage {

    /** Lets one search or acceptance of the tenant at a time write, until the unit of work ends. */
    void lock();

    /** Months with the list of a live regular run, in order. */
    List<YearMonth> paidMonths();

    /** Key ranges of about so many people each that cover every key. */
    List<Chunk> ranges(int people);

    /** People of a key range as known at an instant, in the order of their key. */
    List<PastPerson> people(Chunk range, List<YearMonth> months, Instant at);

    /**
     * Makes these the open corrections of a key range: what is open and the same stays, what is
     * open and no longer found is superseded.
     */
    Replaced replace(Chunk range, List<FoundCorrection> found, Instant at);

    /** A page of open corrections by key, with real grounds. */
    List<Stored> open(Query query, long afterId, int limit);

    /** Open corrections in sums. */
    List<Sum> sums();

    /** Open overpaid months of a person: corrections that are no arrears, by month. */
    List<Stored> overpaid(long personId);

    /** Sum and count of arrears items written for a decision. */
    record Made(long items, long dong) {}

    /** Arrears of everybody from a new rate become due by a decision. */
    Made levelDue(long decisionId, Instant at);

    /**
     * Arrears become due by a decision that changed their months or that their entitlement rests
     * on.
     *
     * @param withLaw whether a new rate needs no decision of its own
     */
    Made decidedDue(long decisionId, boolean withLaw, Instant at);

    /** Writes a sum paid once; false when the decision's sum is there already. */
    boolean oneOffDue(OneOff sum, Instant at);

    /** Marks corrections accepted by a decision. */
    void accepted(List<Long> correctionIds, long decisionId, Instant at);

    /** A page of due items by key. */
    List<DueItem> items(long personId, boolean openOnly, long afterId, int limit);

    /**
     * Which other localities pay a month for a person: the one door, which records the question.
     */
    List<String> paidElsewhere(
            long personId, YearMonth month, String legalBasis, String actor, Instant at);

    /**
     * What a replacement did.
     *
     * @param added corrections that are new
     * @param superseded corrections that no longer hold
     * @param open corrections of the range open now
     * @param arrearsDong their arrears
     * @param recoveryDong their overpaid sums
     */
    record Replaced(long added, long superseded, long open, long arrearsDong, long recoveryDong) {}

    /**
     * A stored correction with its real ground.
     *
     * @param view as the api shows it, but for the ground
     * @param restricted whether the ground must not show
     */
    record Stored(Correction view, boolean restricted) {}

    /**
     * A sum paid once.
     *
     * @param decisionId decision
     * @param personId person
     * @param componentCode 4 funeral, 5 other
     * @param month month of the event
     * @param amountDong amount
     * @param payeeKind who receives
     * @param instrument basis
     * @param budgetYear budget year it is paid from
     * @param on day of the decision, for the payee
     */
    record OneOff(
            long decisionId,
            long personId,
            int componentCode,
            YearMonth month,
            long amountDong,
            String payeeKind,
            String instrument,
            int budgetYear,
            LocalDate on) {}
}
