package vn.ansinh.beneficiary.port;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.ansinh.beneficiary.api.Households.Household;
import vn.ansinh.beneficiary.api.Households.Kind;
import vn.ansinh.beneficiary.api.Households.Membership;
import vn.ansinh.beneficiary.api.Households.Recognition;

/** Stored households of the tenant of the current unit of work. */
public interface HouseholdRows {

    /** A new household without members. */
    long form(Kind kind, String unitCode, LocalDate from, Instant at);

    /** One household with memberships and statuses as known now. */
    Optional<Household> household(long id);

    /** Households a person belongs or belonged to, as known now. */
    List<Long> ofPerson(long personId);

    /** Counts the version up; false when the household is not there in this version (-1: any). */
    boolean touch(long id, long version);

    /** Adds a membership. */
    void join(Household household, Membership member, String paper, Instant at);

    /** Replaces the open membership by one that ends; one that would end before it began goes. */
    void leave(long householdId, long personId, LocalDate last, String paper, Instant at);

    /** Sets unit and last day. */
    void place(long id, String unitCode, LocalDate closedOn);

    /** Ends statuses of this standard the day before, adds the new; gives its key. */
    long recognise(long id, Recognition recognition, LocalDate knownSince, Instant at);

    /** What happened; {@code other} is the other household, or 0. */
    void event(
            long id,
            String kind,
            LocalDate on,
            long other,
            String paper,
            String reason,
            Instant at);
}
