package vn.ansinh.payment.api;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.TenantId;

/**
 * Succession (kế thừa khi sắp xếp đơn vị hành chính): what localities that end hand over to those
 * that follow them, from a month on. People, households, decisions and open money are carried with
 * their keys and their history; paid runs, orders, ledger and trail stay readable in the old
 * locality, which is at rest from then on. Whoever runs the container does it; nothing here shows a
 * name, only keys, counts and đồng. Not to be called inside a unit of work.
 */
public interface Successions {

    /**
     * Makes a plan; which unit goes where comes from the public lists as far as a source says one
     * successor only.
     *
     * @return key of the plan
     * @throws vn.ansinh.platform.api.AnsinhException NOT_FOUND, INVALID_INPUT with every fault
     */
    long plan(Actor actor, NewPlan plan);

    /**
     * Says where a unit goes, instead of the public lists or where they say nothing. A proposal is
     * taken back by it.
     *
     * @throws vn.ansinh.platform.api.AnsinhException NOT_FOUND, INVALID_INPUT, CONFLICT once
     *     carried
     */
    void assign(Actor actor, long id, UnitRow row);

    /** All plans, newest first. */
    List<Plan> all(Actor actor);

    /** One. */
    Plan get(Actor actor, long id);

    /** Counts and sums everything and writes nothing but the trail. */
    DryRun dryRun(Actor actor, long id);

    /**
     * Proposes what a dry run showed.
     *
     * @param hash {@link DryRun#hash} of it
     * @throws vn.ansinh.platform.api.AnsinhException NOT_FOUND; CONFLICT when something must be
     *     settled first or the state does not allow it; STALE when a dry run now has another hash
     */
    void propose(Actor actor, long id, String hash);

    /**
     * Approves what was proposed.
     *
     * @throws vn.ansinh.platform.api.AnsinhException NOT_FOUND, CONFLICT; FORBIDDEN for the hand
     *     that proposed, its delegate or delegator
     */
    void approve(Actor actor, long id);

    /**
     * Carries out what was approved, or goes on where a killed container stopped. All parties rest
     * meanwhile; at the end the control sums are counted on both sides. Equal: the successors are
     * open and the predecessors stay at rest. Not equal: all stay at rest, state FAILED; called
     * again it checks again.
     *
     * @throws vn.ansinh.platform.api.AnsinhException NOT_FOUND, CONFLICT; STALE when something
     *     changed since the proposal, which is taken back; NOT_RECONCILED with every sum that
     *     differs
     */
    Plan carry(Actor actor, long id);

    /**
     * Takes a succession back: the successors lose what came, the predecessors are open again. The
     * first hand asks, with the plan unchanged; the same call by another does it, or goes on where
     * a killed container stopped.
     *
     * @param reason why, for people; no name, no identity number
     * @throws vn.ansinh.platform.api.AnsinhException NOT_FOUND, INVALID_INPUT without a reason;
     *     FORBIDDEN for the hand that asked; HANDED_OVER once a successor has sent a run; CONFLICT
     *     when a run is to be cancelled first, or with every table that would lose what was
     *     recorded there since
     */
    Plan reverse(Actor actor, long id, String reason);

    /** Where a person of a locality came from; empty when the person was not carried. */
    Optional<Origin> origin(TenantId tenant, Actor actor, long personId);

    /**
     * A plan to be made.
     *
     * @param predecessors codes of localities that end
     * @param successors codes of localities that follow
     * @param units units of the public list, by locality code, that successors stand for
     * @param effective first month the successors pay
     * @param paper instrument it rests on
     */
    record NewPlan(
            List<String> predecessors,
            List<String> successors,
            List<Seat> units,
            YearMonth effective,
            String paper) {}

    /**
     * Which unit of the public lists a successor is.
     *
     * @param locality its code here
     * @param unit official code on the first day of the effective month
     */
    record Seat(String locality, String unit) {}

    /**
     * A unit and where it goes.
     *
     * @param predecessor locality that ends
     * @param oldUnit its unit, as people have it
     * @param successor locality that follows
     * @param newUnit unit there
     * @param reason source or why
     * @param byHand whether an operator said so
     */
    record UnitRow(
            String predecessor,
            String oldUnit,
            String successor,
            String newUnit,
            String reason,
            boolean byHand) {}

    /** Where a succession stands. */
    enum State {
        /** Not proposed, or changed since. */
        PLANNED,
        /** Waits for the other hand. */
        PROPOSED,
        /** Being carried; all its localities are at rest. */
        RUNNING,
        /** The control sums differ: all its localities stay at rest. */
        FAILED,
        /** Carried; the successors are open. */
        DONE,
        /** Being taken back. */
        REVERSING,
        /** Taken back. */
        REVERSED
    }

    /**
     * A plan and how far it is.
     *
     * @param id key
     * @param state state
     * @param predecessors localities that end
     * @param successors localities that follow
     * @param effective first month the successors pay
     * @param paper instrument
     * @param units where each unit goes
     * @param planHash hash that was proposed; empty before
     * @param proposedBy hand that proposed; empty before
     * @param approvedBy hand that approved; empty before
     * @param parts parts of the execution
     * @param partsDone those done
     * @param rows rows carried
     * @param controls control sums; new side null before the check at the end
     * @param events what happened, in order
     */
    record Plan(
            long id,
            State state,
            List<String> predecessors,
            List<String> successors,
            YearMonth effective,
            String paper,
            List<UnitRow> units,
            String planHash,
            String proposedBy,
            String approvedBy,
            int parts,
            int partsDone,
            long rows,
            List<Control> controls,
            List<Event> events) {}

    /** What happened. */
    record Event(String what, String hands, String note, Instant at) {}

    /**
     * One control sum.
     *
     * @param predecessor locality that ends
     * @param successor locality that follows; empty: stays behind
     * @param kind see {@link Sum#kind}
     * @param oldHeads counted before
     * @param oldDong summed before
     * @param newHeads counted in the successor, or null before the check
     * @param newDong summed in the successor, or null before the check
     */
    record Control(
            String predecessor,
            String successor,
            String kind,
            long oldHeads,
            long oldDong,
            Long newHeads,
            Long newDong) {
        /** Whether both sides are known and equal. */
        public boolean ties() {
            return newHeads != null
                    && newDong != null
                    && newHeads == oldHeads
                    && newDong == oldDong;
        }
    }

    /**
     * What a dry run found.
     *
     * @param id plan
     * @param hash hash of all of it; a proposal names it
     * @param sums what goes from each predecessor to each successor, and what stays
     * @param unmatched what has no place or deserves a look
     * @param notes remarks, in Vietnamese
     */
    record DryRun(
            long id, String hash, List<Sum> sums, List<Unmatched> unmatched, List<String> notes) {
        public DryRun {
            sums = List.copyOf(sums);
            unmatched = List.copyOf(unmatched);
            notes = List.copyOf(notes);
        }

        /** Whether something must be settled in the old localities first. */
        public boolean blocked() {
            return unmatched.stream().anyMatch(row -> row.reason().blocks());
        }
    }

    /**
     * A count and a sum.
     *
     * @param predecessor locality that ends
     * @param successor locality that follows; empty: stays behind
     * @param kind {@code PEOPLE}, {@code ENTITLEMENTS} (in force in the effective month; its sum is
     *     coefficients × 100), {@code MONTHLY_DUE} by the successor's law, {@code
     *     MONTHLY_DUE_BEFORE} by the predecessor's, {@code ARREARS}, {@code RECOVERIES}, {@code
     *     UNCLAIMED}, {@code CASES} …
     * @param heads how many
     * @param dong đồng, or 0
     */
    record Sum(String predecessor, String successor, String kind, long heads, long dong) {}

    /** Why something is told. */
    enum Reason {
        /** A unit of people or households that the plan sends nowhere. */
        UNIT_NOWHERE(false, "Đơn vị chưa được giao cho địa phương nào."),
        /** A person without a unit that goes somewhere: stays. */
        PERSON_NOWHERE(false, "Người không có đơn vị cư trú được giao: ở lại địa phương cũ."),
        /** A personal number that the successor, or another predecessor, has too: stays. */
        NUMBER_TAKEN(false, "Số định danh đã có ở địa phương mới hoặc nơi khác cùng chuyển đến."),
        /** An unpaid order that also keeps a recovery: stays until it is paid or made anew. */
        UNPAID_WITH_RECOVERY(false, "Lệnh chưa trả có khoản thu hồi: lập lại lệnh rồi chuyển."),
        /** A household whose unit goes nowhere: stays. */
        HOUSEHOLD_NOWHERE(false, "Hộ không có đơn vị được giao: ở lại địa phương cũ."),
        /** A household whose members go to several places; it goes with its unit. */
        HOUSEHOLD_TORN(false, "Hộ có thành viên đi nơi khác: hộ theo đơn vị của hộ."),
        /** A decision for people who go to several places; each takes its own rows. */
        DECISION_SHARED(false, "Quyết định cho người của nhiều nơi: mỗi nơi nhận phần của mình."),
        /** A draft: stays. */
        DECISION_DRAFT(false, "Dự thảo chưa ký: ở lại, phải lập lại ở địa phương mới."),
        /** A proposal of arrears or recovery that nobody decided: stays. */
        CORRECTION_OPEN(false, "Đề xuất truy lĩnh, thu hồi chưa quyết định: không chuyển."),
        /** A number of a decision that the successor would have twice. */
        DECISION_NUMBER_TAKEN(true, "Số quyết định trùng với quyết định khác ở địa phương mới."),
        /** A run that is neither closed nor cancelled. */
        RUN_OPEN(true, "Kỳ chi trả chưa đóng: đóng hoặc hủy trước khi chuyển."),
        /** A run for a month that the successors pay. */
        RUN_AFTER(true, "Kỳ chi trả của tháng thuộc địa phương mới: hủy trước khi chuyển."),
        /** An order the bank has not answered. */
        ORDER_IN_FLIGHT(true, "Lệnh chi chưa có kết quả: ghi nhận kết quả trước khi chuyển."),
        /** A successor that has runs of its own. */
        SUCCESSOR_HAS_RUNS(
                true, "Địa phương mới đã có kỳ chi trả: cần địa phương chưa chi lần nào."),
        /** A party that is at rest already. */
        AT_REST(true, "Địa phương đang tạm dừng: cho chạy lại trước khi chuyển.");

        private final boolean blocks;
        private final String sentence;

        Reason(boolean blocks, String sentence) {
            this.blocks = blocks;
            this.sentence = sentence;
        }

        /** Whether nothing can be carried before it is settled. */
        public boolean blocks() {
            return blocks;
        }

        /** For people. */
        public String sentence() {
            return sentence;
        }
    }

    /**
     * A row that does not match or deserves a look.
     *
     * @param locality where it is
     * @param kind {@code PERSON}, {@code HOUSEHOLD}, {@code DECISION}, {@code UNIT}, {@code RUN},
     *     {@code ORDER}, {@code CORRECTION}
     * @param id key, or 0
     * @param unit unit code, or empty
     * @param reason why
     */
    record Unmatched(String locality, String kind, long id, String unit, Reason reason) {}

    /**
     * Where a person came from.
     *
     * @param succession key of the succession
     * @param locality code of the old locality
     * @param name its name
     * @param unit unit there
     * @param carriedAt when
     * @param sentence for people: {@code chuyển từ …}
     */
    record Origin(
            long succession,
            String locality,
            String name,
            String unit,
            Instant carriedAt,
            String sentence) {}
}
