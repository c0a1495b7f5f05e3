package vn.ansinh.beneficiary.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.TenantId;

/**
 * Households (hộ) over time. One person may belong to a residence household, one on the poverty
 * list and one that cares, each with its own days. What happens to a household opens a case to
 * review; a poverty status comes from a recognition decision only.
 */
public interface Households {

    /** Forms a household; one of the members is the head. */
    long form(TenantId tenant, Actor actor, NewHousehold household);

    /** One household with its memberships and statuses, past ones too. */
    Optional<Household> household(TenantId tenant, Actor actor, long id);

    /** Households a person belongs or belonged to. */
    List<Household> ofPerson(TenantId tenant, Actor actor, long personId);

    /** Somebody joins. */
    void join(TenantId tenant, Actor actor, Change change, Joining joining);

    /** A member who is not the head leaves; {@code last} is the last day within. */
    void leave(TenantId tenant, Actor actor, Change change, long personId, LocalDate last);

    /** Another member is head from a day on. */
    void newHead(TenantId tenant, Actor actor, Change change, long personId, LocalDate from);

    /** Members form a household of their own from a day on (tách hộ); gives its key. */
    long split(
            TenantId tenant,
            Actor actor,
            Change change,
            List<Long> personIds,
            long newHead,
            LocalDate from);

    /** All members go over to another household of the same kind (nhập hộ); this one closes. */
    void merge(TenantId tenant, Actor actor, Change change, long intoHousehold, LocalDate from);

    /** The household is in another unit from a day on. */
    void move(TenantId tenant, Actor actor, Change change, String unitCode, LocalDate from);

    /**
     * Records a recognition decision (công nhận hộ nghèo, cận nghèo; also that it is neither any
     * more). The status before ends the day before; each member of that day gets the fact {@code
     * poverty.national} or {@code poverty.local} with the decision as paper.
     */
    void recognise(TenantId tenant, Actor actor, Change change, Recognition recognition);

    /** Kinds of households. */
    enum Kind {
        /** Registered residence (hộ cư trú). */
        RESIDENCE,
        /** As surveyed for the poverty list (hộ trong danh sách rà soát). */
        POVERTY,
        /** Household that cares for somebody (hộ chăm sóc). */
        CARE
    }

    /** Whose standard. */
    enum Standard {
        /** The Government's. */
        NATIONAL,
        /** The locality's. */
        LOCAL
    }

    /** Poverty status. */
    enum Status {
        /** Hộ nghèo. */
        POOR,
        /** Hộ cận nghèo. */
        NEAR_POOR,
        /** Neither. */
        NONE
    }

    /** Relation of the head to itself. */
    String HEAD = "HEAD";

    /**
     * A household to be formed.
     *
     * @param kind kind
     * @param unitCode unit
     * @param from first day
     * @param paper paper; may be empty
     * @param members members with relation to the head, exactly one is {@link #HEAD}
     */
    record NewHousehold(
            Kind kind, String unitCode, LocalDate from, String paper, List<Relation> members) {
        public NewHousehold {
            members = List.copyOf(members);
        }
    }

    /**
     * A person and the relation to the head, in words or {@link #HEAD}.
     *
     * @param personId person
     * @param relation relation
     */
    record Relation(long personId, String relation) {}

    /**
     * Somebody who joins.
     *
     * @param personId person
     * @param relation relation to the head, not {@link #HEAD}
     * @param from first day
     */
    record Joining(long personId, String relation, LocalDate from) {}

    /**
     * A membership.
     *
     * @param personId person
     * @param relation relation to the head
     * @param from first day
     * @param to last day, or null while true
     */
    record Membership(long personId, String relation, LocalDate from, LocalDate to) {
        /** Whether it holds on a day. */
        public boolean on(LocalDate day) {
            return !from.isAfter(day) && (to == null || !to.isBefore(day));
        }
    }

    /**
     * What a recognition decision says.
     *
     * @param standard whose standard
     * @param status status
     * @param cause why the household is poor, in words; may be empty
     * @param decisionNumber number of the decision
     * @param authority who signed
     * @param signedOn day of signature
     * @param from first day of the status
     * @param to last day, or null
     */
    record Recognition(
            Standard standard,
            Status status,
            String cause,
            String decisionNumber,
            String authority,
            LocalDate signedOn,
            LocalDate from,
            LocalDate to) {}

    /**
     * A household.
     *
     * @param id key
     * @param version counts changes
     * @param kind kind
     * @param unitCode unit
     * @param formedOn first day
     * @param closedOn last day, or null
     * @param members memberships as known now, past ones too
     * @param statuses poverty statuses as known now, past ones too
     */
    record Household(
            long id,
            long version,
            Kind kind,
            String unitCode,
            LocalDate formedOn,
            LocalDate closedOn,
            List<Membership> members,
            List<Recognition> statuses) {
        public Household {
            members = List.copyOf(members);
            statuses = List.copyOf(statuses);
        }
    }
}
