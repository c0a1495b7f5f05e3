package vn.ansinh.payment.api;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import vn.ansinh.locality.api.Component;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.TenantId;

/**
 * What past months lack or paid too much (truy lĩnh, thu hồi): what is owed as decisions, facts and
 * law are known now, against everything paid or in flight for the month and component. A difference
 * is a proposal; a signed decision makes due items of it, which the next run takes. Months are
 * those a run has paid here; what was paid on paper before is not looked at.
 *
 * <p>No law text says how (national.md 7.8): rules of the project, all by decision. Throws {@code
 * AnsinhException}: INVALID_INPUT, NOT_FOUND, CONFLICT, LAW_NOT_ACTIVE.
 */
public interface Corrections {

    /**
     * Looks anew: proposals that no longer hold are superseded, new ones kept. Again without a
     * change it finds nothing new. Works in its own units of work.
     *
     * @param personId one person, or 0 for everybody of the locality
     */
    Search search(TenantId tenant, Actor actor, long personId);

    /** A page of open proposals by key (audited); restricted grounds show as "Theo quyết định". */
    List<Correction> open(TenantId tenant, Actor actor, Query query, long afterId, int limit);

    /** Open proposals in sums: no person. */
    List<Sum> sums(TenantId tenant, Actor actor);

    /**
     * Makes due items of what a signed decision covers: ONE_OFF its sums; RECOVER the overpaid
     * months of its people, as a claim with a plan; LEVEL everybody's arrears from a new rate; any
     * other the arrears of the months it changed or that rest on it. Again it does nothing.
     */
    Accepted accept(TenantId tenant, Actor actor, long decisionId);

    /** A page of due items by key (audited). */
    List<DueItem> items(
            TenantId tenant, Actor actor, long personId, boolean openOnly, long afterId, int limit);

    /** Why owed and settled differ. */
    enum Cause {
        /** Only the rate of the month changed. */
        LAW("Mức chuẩn thay đổi, áp dụng cho tháng đã chi"),
        /** The same, for who no longer received when the instrument came into force; listed. */
        LAW_ENDED("Mức chuẩn thay đổi, đã thôi hưởng trước ngày văn bản có hiệu lực (chỉ liệt kê)"),
        /** A decision, or a fact a decision rests on, became known late. */
        DECISION("Quyết định hoặc căn cứ biết sau khi đã chi"),
        /** Died before the month. */
        DEATH("Đã mất trước tháng chi"),
        /** Another locality of this platform pays the month; listed. */
        ELSEWHERE("Địa phương khác đang chi tháng này (chỉ liệt kê)");

        private final String title;

        Cause(String title) {
            this.title = title;
        }

        /** As people read it. */
        public String title() {
            return title;
        }
    }

    /** What an item does. */
    enum Kind {
        /** Owed for a past month (truy lĩnh). */
        ARREARS,
        /** Kept back (thu hồi); counts as minus. */
        RECOVERY,
        /** Paid once. */
        ONE_OFF
    }

    /**
     * What a search did.
     *
     * @param persons people looked at
     * @param months months looked at
     * @param found proposals that are new
     * @param superseded proposals that no longer hold
     * @param open proposals open now
     * @param arrearsDong their arrears
     * @param recoveryDong their overpaid sums
     */
    record Search(
            long persons,
            List<YearMonth> months,
            long found,
            long superseded,
            long open,
            long arrearsDong,
            long recoveryDong) {
        public Search {
            months = List.copyOf(months);
        }
    }

    /**
     * What to list.
     *
     * @param personId person, or 0
     * @param cause cause, or null
     */
    record Query(long personId, Cause cause) {}

    /**
     * A proposal.
     *
     * @param id key
     * @param personId person
     * @param component component
     * @param month past month
     * @param cause why
     * @param owedDong owed as known now
     * @param settledDong paid, in flight or claimed back
     * @param citesSequence line of the month that is corrected; -1 when none was written
     * @param payeeKind who receives or received
     * @param source whose money: {@code STATE}, {@code LOCAL}, {@code MIXED}
     * @param budgetYear budget year
     * @param decisionId decision the entitlement rests on; 0 for none
     * @param ground ground as people may see it
     * @param instrument instrument of the rate; empty for a recovery
     * @param uncertain whether an uncertain row was used
     * @param foundAt since when it is known
     */
    record Correction(
            long id,
            long personId,
            Component component,
            YearMonth month,
            Cause cause,
            long owedDong,
            long settledDong,
            int citesSequence,
            String payeeKind,
            String source,
            int budgetYear,
            long decisionId,
            String ground,
            String instrument,
            boolean uncertain,
            Instant foundAt) {
        /** Arrears above 0, overpaid below. */
        public long deltaDong() {
            return owedDong - settledDong;
        }
    }

    /**
     * Sum of open proposals.
     *
     * @param cause cause
     * @param month month
     * @param count proposals
     * @param arrearsDong arrears
     * @param recoveryDong overpaid
     */
    record Sum(Cause cause, YearMonth month, long count, long arrearsDong, long recoveryDong) {}

    /**
     * What a decision made due.
     *
     * @param decisionId decision
     * @param items due items
     * @param arrearsDong arrears
     * @param oneOffDong sums paid once
     * @param claimedDong claimed back
     * @param notes what to know, in Vietnamese
     */
    record Accepted(
            long decisionId,
            long items,
            long arrearsDong,
            long oneOffDong,
            long claimedDong,
            List<String> notes) {
        public Accepted {
            notes = List.copyOf(notes);
        }
    }

    /**
     * A due item.
     *
     * @param id key
     * @param personId person
     * @param component component
     * @param month month it is for
     * @param sequence sequence of its line
     * @param kind kind
     * @param amountDong amount, never negative
     * @param payeeKind who receives
     * @param budgetYear budget year
     * @param decisionId decision it rests on
     * @param citesSequence line of the same month and component it corrects; -1 for none
     * @param takeFrom first month a run may take it; null for any
     * @param runId run whose line took it; 0 while open
     * @param withdrawn whether it is no longer taken
     * @param instrument instrument of the amount
     */
    record DueItem(
            long id,
            long personId,
            Component component,
            YearMonth month,
            int sequence,
            Kind kind,
            long amountDong,
            String payeeKind,
            int budgetYear,
            long decisionId,
            int citesSequence,
            YearMonth takeFrom,
            long runId,
            boolean withdrawn,
            String instrument) {}
}
