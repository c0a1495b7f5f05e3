package vn.ansinh.payment.api;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import vn.ansinh.locality.api.Component;
import vn.ansinh.payment.api.Payments.Reconciliation;
import vn.ansinh.payment.api.Payments.RunView;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.TenantId;

/** What is read before a run is signed, and single lines that are held although it is. */
public interface RunPapers {

    /** The reconciliation page of a run: the equation of each month, then what is to be drawn. */
    Balance balance(TenantId tenant, Actor actor, long runId);

    /** The approval sheet (tờ trình duyệt chi). */
    Sheet sheet(TenantId tenant, Actor actor, long runId);

    /**
     * Holds one line of an approved run that is not sent: late death, stop, order, changed account.
     * The list stays as approved.
     *
     * @return key of the hold
     * @throws vn.ansinh.platform.api.AnsinhException NOT_FOUND without such a line; CONFLICT when
     *     the run is not approved or the line is held already
     */
    long hold(TenantId tenant, Actor actor, NewHold hold);

    /**
     * Releases a held line, by another hand than held it.
     *
     * @throws vn.ansinh.platform.api.AnsinhException FORBIDDEN for the same hand; CONFLICT when it
     *     is released already
     */
    void release(TenantId tenant, Actor actor, long holdId, String reason);

    /**
     * Lines of an approved run that is not sent which a later event speaks against: a death before
     * the month, an entitlement that has ended, another receiver or account, each recorded after
     * the list was drawn up and not judged by a hold of its kind since (audited: people).
     */
    List<Late> late(TenantId tenant, Actor actor, long runId);

    /**
     * Holds every line of {@link #late}.
     *
     * @return how many
     */
    int holdLate(TenantId tenant, Actor actor, long runId);

    /** Holds of a run, in order (audited: people). */
    List<Hold> holds(TenantId tenant, Actor actor, long runId);

    /**
     * The page. Every sum is in đồng; a one-off of another run is none of this one.
     *
     * @param months the equation of each month
     * @param regular lines of the list and their sum
     * @param arrears paid for past months (truy lĩnh)
     * @param oneOff paid once
     * @param recovery taken back (thu hồi), as a positive sum
     * @param toDrawDong regular + arrears + one-off − recovery
     * @param balances whether every month balances, in people and đồng, by unit and ground, and
     *     totals and lines agree
     */
    record Balance(
            List<Reconciliation> months,
            Sum regular,
            Sum arrears,
            Sum oneOff,
            Sum recovery,
            long toDrawDong,
            boolean balances) {
        public Balance {
            months = List.copyOf(months);
        }

        /** Lines of every kind. */
        public long lines() {
            return regular.lines() + arrears.lines() + oneOff.lines() + recovery.lines();
        }
    }

    /** Lines and đồng. */
    record Sum(long lines, long dong) {}

    /**
     * The sheet.
     *
     * @param run the run; {@code digest} is the list's hash
     * @param ledgerRoot hash of the last link of the chain, hex; empty before the first
     * @param ledgerLinks links of the chain
     * @param balance totals
     * @param openDifferences where the assessment differs from what is paid
     * @param uncertainLines lines on an uncertain row of law
     * @param held open holds
     * @param toPayDong to draw less what is held
     * @param preparedBy who prepared and submitted, in this round
     * @param checkedBy who checked
     * @param approvedBy who approved
     * @param approvalsNeeded hands that must approve
     */
    record Sheet(
            RunView run,
            String ledgerRoot,
            long ledgerLinks,
            Balance balance,
            long openDifferences,
            long uncertainLines,
            Sum held,
            long toPayDong,
            List<Signed> preparedBy,
            List<Signed> checkedBy,
            List<Signed> approvedBy,
            int approvalsNeeded) {
        public Sheet {
            preparedBy = List.copyOf(preparedBy);
            checkedBy = List.copyOf(checkedBy);
            approvedBy = List.copyOf(approvedBy);
        }
    }

    /** Whose hand, for whom, when. */
    record Signed(String login, String onBehalfOf, Instant at) {}

    /** Why a line is held. */
    enum HoldKind {
        /** Death known late. */
        DEATH("Đã mất"),
        /** Stopped by a decision. */
        STOP("Thôi hưởng"),
        /** Ordered by an authority. */
        ORDER("Lệnh tạm giữ"),
        /** Account or receiver changed. */
        ACCOUNT("Đổi tài khoản, người nhận"),
        /** Anything else. */
        OTHER("Khác");

        private final String title;

        HoldKind(String title) {
            this.title = title;
        }

        /** As people read it. */
        public String title() {
            return title;
        }
    }

    /**
     * A line that a later event speaks against.
     *
     * @param month month of the line
     * @param personId person
     * @param component component
     * @param sequence sequence
     * @param kind what happened
     * @param recordedAt when it was recorded
     */
    record Late(
            YearMonth month,
            long personId,
            Component component,
            int sequence,
            HoldKind kind,
            Instant recordedAt) {}

    /**
     * A line to hold.
     *
     * @param runId run
     * @param month month of the line
     * @param personId person
     * @param component component
     * @param sequence sequence of the line, 0 for the list
     * @param kind why
     * @param reason why, with its paper
     */
    record NewHold(
            long runId,
            YearMonth month,
            long personId,
            Component component,
            int sequence,
            HoldKind kind,
            String reason) {}

    /**
     * A hold.
     *
     * @param id key
     * @param runId run
     * @param month month of the line
     * @param personId person
     * @param component component
     * @param sequence sequence
     * @param amountDong amount of the line
     * @param recovery whether the line takes back: holding it keeps nothing from being paid
     * @param kind why
     * @param reason why
     * @param heldBy login
     * @param heldAt when
     * @param releasedBy login, or empty
     * @param releasedAt when, or null
     * @param releaseReason why it was released, or empty
     */
    record Hold(
            long id,
            long runId,
            YearMonth month,
            long personId,
            Component component,
            int sequence,
            long amountDong,
            boolean recovery,
            HoldKind kind,
            String reason,
            String heldBy,
            Instant heldAt,
            String releasedBy,
            Instant releasedAt,
            String releaseReason) {}
}
