package vn.ansinh.beneficiary.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import vn.ansinh.beneficiary.api.Change;
import vn.ansinh.beneficiary.api.Fact;
import vn.ansinh.beneficiary.api.FactRow;
import vn.ansinh.beneficiary.api.FactRow.Source;
import vn.ansinh.beneficiary.api.Households.Household;
import vn.ansinh.beneficiary.api.Households.Kind;
import vn.ansinh.beneficiary.api.Households.Membership;
import vn.ansinh.beneficiary.api.Households.Recognition;
import vn.ansinh.beneficiary.api.Households.Standard;
import vn.ansinh.beneficiary.api.PersonFile;
import vn.ansinh.beneficiary.port.FactRows;
import vn.ansinh.beneficiary.port.HouseholdRows;
import vn.ansinh.locality.api.FactKinds;
import vn.ansinh.platform.api.AnsinhException.Fault;

/**
 * What a recognition decision does: the status of the household, and the fact of each member, with
 * the decision as paper. Written once, so that a payment run reads facts only.
 */
final class Recognising {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final Desk desk;
    private final HouseholdRows rows;
    private final FactRows facts;

    Recognising(Desk desk, HouseholdRows rows, FactRows facts) {
        this.desk = desk;
        this.rows = rows;
        this.facts = facts;
    }

    void recognise(Household household, Recognition recognition) {
        check(household, recognition);
        Instant now = desk.now();
        long status = rows.recognise(household.id(), recognition, recognition.signedOn(), now);
        household.members().stream()
                .filter(member -> member.on(recognition.from()))
                .map(Membership::personId)
                .distinct()
                .forEach(person -> tell(person, status, recognition, now));
    }

    private void check(Household household, Recognition recognition) {
        List<Fault> faults = new ArrayList<>();
        if (household.kind() != Kind.POVERTY) {
            faults.add(
                    new Fault(
                            0, "kind", "Chỉ công nhận được hộ trong danh sách rà soát (POVERTY)."));
        }
        if (recognition.decisionNumber() == null || recognition.decisionNumber().isBlank()) {
            faults.add(new Fault(0, "decisionNumber", "Thiếu số quyết định công nhận."));
        }
        if (recognition.authority() == null || recognition.authority().isBlank()) {
            faults.add(new Fault(0, "authority", "Thiếu cơ quan ký quyết định."));
        }
        if (recognition.signedOn().isAfter(desk.today())) {
            faults.add(new Fault(0, "signedOn", "Ngày ký sau hôm nay."));
        }
        if (recognition.to() != null && recognition.to().isBefore(recognition.from())) {
            faults.add(new Fault(0, "to", "Ngày cuối trước ngày đầu."));
        }
        if (!faults.isEmpty()) {
            throw Faults.invalid(faults);
        }
    }

    private void tell(long personId, long status, Recognition recognition, Instant now) {
        PersonFile file = desk.claim(new Change(personId, Change.ANY_VERSION, "", ""));
        if (file.death() != null && file.death().on().isBefore(recognition.from())) {
            return;
        }
        String kind =
                recognition.standard() == Standard.NATIONAL
                        ? FactKinds.POVERTY_NATIONAL
                        : FactKinds.POVERTY_LOCAL;
        LocalDate dayBefore = recognition.from().minusDays(1);
        for (FactRow row : file.facts()) {
            Fact old = row.fact();
            if (old.kind().equals(kind) && (old.to() == null || old.to().isAfter(dayBefore))) {
                facts.supersede(personId, row.id(), now);
                if (!old.from().isAfter(dayBefore)) {
                    facts.add(
                            personId,
                            new Fact(
                                    kind,
                                    old.value(),
                                    old.from(),
                                    dayBefore,
                                    desk.today(),
                                    old.paper()),
                            row.source(),
                            row.sourceId(),
                            row.id(),
                            now);
                }
            }
        }
        facts.add(
                personId,
                new Fact(
                        kind,
                        recognition.status().name(),
                        recognition.from(),
                        recognition.to(),
                        recognition.signedOn(),
                        "Quyết định số "
                                + recognition.decisionNumber()
                                + " ngày "
                                + DAY.format(recognition.signedOn())
                                + " của "
                                + recognition.authority()),
                Source.POVERTY,
                status,
                0,
                now);
        desk.record("person.facts", Desk.PERSON, personId, "status='" + status + "'");
    }
}
