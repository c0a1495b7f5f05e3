package vn.ansinh.entitlement.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.ansinh.beneficiary.api.Fact;
import vn.ansinh.beneficiary.api.Names;
import vn.ansinh.beneficiary.api.Person;
import vn.ansinh.entitlement.api.Grant;
import vn.ansinh.entitlement.api.RunningDecisions.DecisionView;
import vn.ansinh.entitlement.port.Decisions.Key;
import vn.ansinh.entitlement.port.Decisions.NewDecision;

/**
 * Puts the rows of a file beside what is stored and finds what is new, what is there already and
 * what contradicts. Changes nothing itself.
 */
final class Import {

    private final Findings findings;
    private final Map<String, PersonPlan> persons = new LinkedHashMap<>();
    private final Map<Key, NewDecision> decisions = new LinkedHashMap<>();

    Import(Findings findings) {
        this.findings = findings;
    }

    /** One person of the file with everything its rows say. */
    static final class PersonPlan {
        private final Line first;
        private final Person stored;
        private final List<Fact> facts = new ArrayList<>();
        private final List<Line> grants = new ArrayList<>();

        /** Everything granted, stored and new. */
        private final List<Grant> granted = new ArrayList<>();

        private LocalDate newDeath;

        private PersonPlan(Line first, Person stored, List<Grant> granted) {
            this.first = first;
            this.stored = stored;
            this.granted.addAll(granted);
        }

        /** The stored person, or null. */
        Person stored() {
            return stored;
        }

        /** Facts to add. */
        List<Fact> facts() {
            return facts;
        }

        /** Rows whose grant is new. */
        List<Line> grants() {
            return grants;
        }

        /** A death the register does not have yet, or null. */
        LocalDate newDeath() {
            return newDeath;
        }

        /** The person to store, with all facts of its rows. */
        Person newPerson() {
            Person p = first.person();
            return new Person(
                    0,
                    p.fullName(),
                    p.sex(),
                    p.birthText(),
                    p.earliestBirth(),
                    p.latestBirth(),
                    p.personalId(),
                    p.unitCode(),
                    newDeath,
                    facts);
        }

        private LocalDate death() {
            return newDeath != null || stored == null ? newDeath : stored.death();
        }

        private List<Fact> known() {
            List<Fact> known = new ArrayList<>(facts);
            if (stored != null) {
                known.addAll(stored.facts());
            }
            return known;
        }
    }

    /**
     * Compares.
     *
     * @param storedPersons stored people by {@link Line#identity}
     * @param storedGrants what they are granted now, by person key
     * @param storedDecisions stored decisions by number and day
     * @return how many rows were there already
     */
    int compare(
            List<Line> lines,
            Map<String, Person> storedPersons,
            Map<Long, List<Grant>> storedGrants,
            Map<Key, DecisionView> storedDecisions) {
        int unchanged = 0;
        for (Line line : lines) {
            compareDecision(line, storedDecisions.get(line.decision().key()));
            PersonPlan plan =
                    persons.computeIfAbsent(
                            Line.identity(line.person()),
                            identity -> planOf(line, storedPersons.get(identity), storedGrants));
            boolean samePerson = comparePerson(line, plan);
            boolean sameFacts = compareFacts(line, plan);
            boolean sameGrant = compareGrant(line, plan);
            if (samePerson && sameFacts && sameGrant) {
                unchanged++;
            }
        }
        return unchanged;
    }

    private static PersonPlan planOf(
            Line line, Person stored, Map<Long, List<Grant>> storedGrants) {
        List<Grant> granted =
                stored == null ? List.of() : storedGrants.getOrDefault(stored.id(), List.of());
        return new PersonPlan(line, stored, granted);
    }

    /** People in the order of the file. */
    List<PersonPlan> persons() {
        return List.copyOf(persons.values());
    }

    /** New decisions in the order of the file. */
    List<NewDecision> newDecisions() {
        return List.copyOf(decisions.values());
    }

    private void compareDecision(Line line, DecisionView stored) {
        NewDecision decision = line.decision();
        String known = stored == null ? null : stored.authority();
        if (stored == null) {
            NewDecision before = decisions.putIfAbsent(decision.key(), decision);
            known = before == null ? decision.authority() : before.authority();
        }
        if (!Names.same(known, decision.authority())) {
            findings.fault(
                    line.row(),
                    Columns.DECISION_AUTHORITY,
                    "Quyết định này đã có với cơ quan ký «" + known + "».");
        }
    }

    private boolean comparePerson(Line line, PersonPlan plan) {
        Person person = line.person();
        Person other = plan.stored == null ? plan.first.person() : plan.stored;
        String where = plan.stored == null ? "dòng " + plan.first.row() : "dữ liệu đã nhập";
        same(line, Columns.FULL_NAME, Names.same(person.fullName(), other.fullName()), where);
        same(line, Columns.SEX, person.sex().equals(other.sex()), where);
        same(line, Columns.BIRTH, person.birthText().equals(other.birthText()), where);
        same(line, Columns.UNIT_CODE, person.unitCode().equals(other.unitCode()), where);
        if (person.death() == null) {
            return plan.stored != null;
        }
        if (plan.death() == null) {
            plan.newDeath = person.death();
            return false;
        }
        same(line, Columns.DEATH, person.death().equals(plan.death()), where);
        return plan.stored != null && plan.newDeath == null;
    }

    private void same(Line line, String column, boolean same, String where) {
        if (!same) {
            findings.fault(
                    line.row(),
                    column,
                    "Khác với " + where + " của cùng một người; hãy xác minh và sửa cho khớp.");
        }
    }

    /** A later fact of a kind replaces an earlier one from its own first day on; both stay. */
    private boolean compareFacts(Line line, PersonPlan plan) {
        boolean same = true;
        for (Fact fact : line.person().facts()) {
            List<Fact> overlapping =
                    plan.known().stream().filter(known -> overlap(known, fact)).toList();
            if (overlapping.stream().anyMatch(known -> covers(known, fact))) {
                continue;
            }
            same = false;
            if (overlapping.stream().allMatch(known -> replaces(fact, known))) {
                plan.facts.add(fact);
            } else {
                findings.fault(
                        line.row(),
                        fact.kind(),
                        "Căn cứ này mâu thuẫn với căn cứ đã có cho cùng thời gian; nếu đã thay đổi,"
                                + " hãy ghi giá trị mới với ngày bắt đầu muộn hơn.");
            }
        }
        return same;
    }

    private static boolean covers(Fact known, Fact fact) {
        return known.value().equals(fact.value())
                && !known.from().isAfter(fact.from())
                && Objects.equals(known.to(), fact.to());
    }

    private static boolean replaces(Fact fact, Fact known) {
        return fact.from().isAfter(known.from()) && !fact.value().equals(known.value());
    }

    private static boolean overlap(Fact one, Fact other) {
        return one.kind().equals(other.kind())
                && (one.to() == null || !one.to().isBefore(other.from()))
                && (other.to() == null || !other.to().isBefore(one.from()));
    }

    private boolean compareGrant(Line line, PersonPlan plan) {
        Grant grant = line.grant();
        for (Grant other : plan.granted) {
            if (other.component() != grant.component()) {
                continue;
            }
            if (sameDecisionAndGround(other, grant)) {
                boolean there = sameContent(other, grant);
                if (!there) {
                    findings.fault(
                            line.row(),
                            Columns.DECISION_NUMBER,
                            "Quyết định này đã cấp cho người này với hệ số, tháng hoặc người nhận"
                                    + " khác.");
                } else if (other.id() == 0) {
                    findings.fault(line.row(), "", "Dòng lặp lại một dòng trước của tệp.");
                }
                return there;
            }
            if (overlap(other, grant)) {
                findings.fault(
                        line.row(),
                        Columns.FIRST_MONTH,
                        "Người này đã hưởng cùng khoản theo quyết định "
                                + other.decisionNumber()
                                + " trong cùng tháng; một khoản chỉ hưởng một lần, hãy ghi tháng cuối"
                                + " của quyết định cũ.");
                return false;
            }
        }
        plan.granted.add(grant);
        plan.grants.add(line);
        return false;
    }

    private static boolean sameDecisionAndGround(Grant one, Grant other) {
        return one.decisionNumber().equals(other.decisionNumber())
                && one.signedOn().equals(other.signedOn())
                && one.groundCode().equals(other.groundCode());
    }

    private static boolean sameContent(Grant one, Grant other) {
        return one.coefficientHundredths() == other.coefficientHundredths()
                && one.fromMonth().equals(other.fromMonth())
                && Objects.equals(one.toMonth(), other.toMonth())
                && one.channel().equals(other.channel())
                && Names.same(one.payeeName(), other.payeeName())
                && one.payeeRelation().equals(other.payeeRelation())
                && one.bank().equals(other.bank())
                && one.account().equals(other.account());
    }

    private static boolean overlap(Grant one, Grant other) {
        return (one.toMonth() == null || !one.toMonth().isBefore(other.fromMonth()))
                && (other.toMonth() == null || !other.toMonth().isBefore(one.fromMonth()));
    }
}
