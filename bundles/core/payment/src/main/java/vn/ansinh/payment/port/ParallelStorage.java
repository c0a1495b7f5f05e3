package vn.ansinh.payment.port;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import vn.ansinh.locality.api.Component;
import vn.ansinh.payment.api.ParallelRun.DifferenceView;
import vn.ansinh.payment.api.ParallelRun.GoLive;
import vn.ansinh.payment.api.ParallelRun.Kind;
import vn.ansinh.payment.api.ParallelRun.MonthView;

/**
 * Paid lists, trials and what they differ in, of the tenant of the current unit of work: every
 * method is called inside one.
 */
public interface ParallelStorage {

    /** Locks the tenant's parallel run until the end of the transaction. */
    void lock();

    /** Key ranges of people with entitlements, of about so many each, that cover every key. */
    List<Chunk> ranges(int size);

    /** Begins the trial of a month anew. */
    void openTrial(StoredRun draft);

    /** Adds lines of the trial. */
    void addLines(YearMonth month, List<TrialLine> lines);

    /** The paid list of a month, in its order; empty when there is none. */
    List<PaidRow> paid(YearMonth month);

    /** Everybody of the register with the lines of the month's trial, by key. */
    List<Registered> registered(YearMonth month);

    /** Replaces the differences of a month. */
    void replace(YearMonth month, List<Found> differences, long agreeing, Instant at);

    /** Months with a paid list, newest first. */
    List<MonthView> months();

    /** A page of differences. */
    List<DifferenceView> differences(YearMonth month, long after, int limit);

    /** One difference. */
    Optional<DifferenceView> difference(YearMonth month, long id);

    /** Keeps an explanation. */
    void explain(YearMonth month, long id, String reason, String by, Instant at);

    /** Whether the tenant is live. */
    GoLive goLive();

    /** Keeps the declaration. */
    void declare(String by, Instant at, List<YearMonth> months, long explained);

    /**
     * A line of a trial: no debt.
     *
     * @param personId person
     * @param component component
     * @param groundCode decided ground
     * @param restricted whether the ground must not show
     * @param coefficientHundredths coefficient × 100
     * @param rateDong rate
     * @param amountDong amount
     */
    record TrialLine(
            long personId,
            Component component,
            String groundCode,
            boolean restricted,
            int coefficientHundredths,
            long rateDong,
            long amountDong) {}

    /**
     * A row of a paid list.
     *
     * @param number number in the list
     * @param place sheet and row, as people find it
     * @param fullName name
     * @param birth birth as written, or empty
     * @param personalId number of 12 digits, or empty
     * @param oldId number of 9 digits, or empty
     * @param unitCode unit, or empty
     * @param groundCode ground, or empty
     * @param coefficientHundredths coefficient × 100, 0 when the list says none
     * @param amountDong paid
     */
    record PaidRow(
            int number,
            String place,
            String fullName,
            String birth,
            String personalId,
            String oldId,
            String unitCode,
            String groundCode,
            int coefficientHundredths,
            long amountDong) {}

    /**
     * Somebody of the register.
     *
     * @param personId key
     * @param fullName name
     * @param birthText birth as stored
     * @param earliestBirth first day it allows
     * @param numbers every number the person holds or held
     * @param unitCode unit
     * @param death day of death, or null
     * @param entitled whether anything was ever granted
     * @param lines lines of the trial
     */
    record Registered(
            long personId,
            String fullName,
            String birthText,
            LocalDate earliestBirth,
            List<String> numbers,
            String unitCode,
            LocalDate death,
            boolean entitled,
            List<TrialLine> lines) {
        public Registered {
            numbers = List.copyOf(numbers);
            lines = List.copyOf(lines);
        }
    }

    /**
     * A difference that was found.
     *
     * @param kind kind
     * @param personId person, 0 when unknown
     * @param fullName name to show
     * @param paper sheet and rows, or empty
     * @param paperDong paid
     * @param ourDong ours
     * @param sentence what differs; never names a restricted ground
     */
    record Found(
            Kind kind,
            long personId,
            String fullName,
            String paper,
            long paperDong,
            long ourDong,
            String sentence) {}
}
