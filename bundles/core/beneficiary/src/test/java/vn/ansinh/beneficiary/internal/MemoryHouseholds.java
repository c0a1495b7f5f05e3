package vn.ansinh.beneficiary.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.ansinh.beneficiary.api.Households.Household;
import vn.ansinh.beneficiary.api.Households.Kind;
import vn.ansinh.beneficiary.api.Households.Membership;
import vn.ansinh.beneficiary.api.Households.Recognition;
import vn.ansinh.beneficiary.port.HouseholdRows;

/** Households in memory. */
final class MemoryHouseholds implements HouseholdRows {

    final List<String> events = new ArrayList<>();
    private final Map<Long, Household> rows = new LinkedHashMap<>();
    private long statuses;

    @Override
    public long form(Kind kind, String unitCode, LocalDate from, Instant at) {
        long id = rows.size() + 1L;
        rows.put(id, new Household(id, 0, kind, unitCode, from, null, List.of(), List.of()));
        return id;
    }

    @Override
    public Optional<Household> household(long id) {
        return Optional.ofNullable(rows.get(id));
    }

    @Override
    public List<Long> ofPerson(long personId) {
        return rows.values().stream()
                .filter(h -> h.members().stream().anyMatch(m -> m.personId() == personId))
                .map(Household::id)
                .toList();
    }

    @Override
    public boolean touch(long id, long version) {
        Household h = rows.get(id);
        if (h == null || version >= 0 && version != h.version()) {
            return false;
        }
        put(h, h.version() + 1, h.unitCode(), h.closedOn(), h.members(), h.statuses());
        return true;
    }

    @Override
    public void join(Household household, Membership member, String paper, Instant at) {
        Household h = rows.get(household.id());
        List<Membership> members = new ArrayList<>(h.members());
        members.add(member);
        put(h, h.version(), h.unitCode(), h.closedOn(), members, h.statuses());
    }

    @Override
    public void leave(long id, long personId, LocalDate last, String paper, Instant at) {
        Household h = rows.get(id);
        List<Membership> members = new ArrayList<>(h.members());
        members.replaceAll(
                m ->
                        m.personId() == personId && m.to() == null
                                ? new Membership(personId, m.relation(), m.from(), last)
                                : m);
        put(h, h.version(), h.unitCode(), h.closedOn(), members, h.statuses());
    }

    @Override
    public void place(long id, String unitCode, LocalDate closedOn) {
        Household h = rows.get(id);
        put(h, h.version(), unitCode, closedOn, h.members(), h.statuses());
    }

    @Override
    public long recognise(long id, Recognition said, LocalDate knownSince, Instant at) {
        Household h = rows.get(id);
        List<Recognition> all = new ArrayList<>(h.statuses());
        all.add(said);
        put(h, h.version(), h.unitCode(), h.closedOn(), h.members(), all);
        return ++statuses;
    }

    @Override
    public void event(
            long id,
            String kind,
            LocalDate on,
            long other,
            String paper,
            String reason,
            Instant at) {
        events.add(id + " " + kind + (other == 0 ? "" : " " + other));
    }

    private void put(
            Household h,
            long version,
            String unit,
            LocalDate closedOn,
            List<Membership> members,
            List<Recognition> all) {
        rows.put(
                h.id(),
                new Household(
                        h.id(), version, h.kind(), unit, h.formedOn(), closedOn, members, all));
    }
}
