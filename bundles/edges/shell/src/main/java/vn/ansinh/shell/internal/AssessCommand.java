package vn.ansinh.shell.internal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import vn.ansinh.activation.api.ActiveLaw;
import vn.ansinh.assessment.api.DatedFact;
import vn.ansinh.assessment.api.Engine;
import vn.ansinh.assessment.api.PolicySnapshot;
import vn.ansinh.beneficiary.api.Fact;
import vn.ansinh.beneficiary.api.Person;
import vn.ansinh.beneficiary.api.Register;
import vn.ansinh.locality.api.Facts;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.platform.api.Localities;

/** {@code ansinh:assess}: what the law says of a person, given by key, for a month. */
@Service
@Command(scope = "ansinh", name = "assess", description = "Xét một đối tượng cho một tháng")
public final class AssessCommand implements Action {
    @Reference private Localities localities;
    @Reference private ActiveLaw activeLaw;
    @Reference private Register register;
    @Reference private Engine engine;
    @Reference private CivilClock clock;
    @Reference private Session session;

    @Argument(index = 0, name = "locality", required = true, description = "Mã địa phương")
    private String locality;

    @Argument(index = 1, name = "personId", required = true, description = "Số đối tượng")
    private long personId;

    @Argument(index = 2, name = "month", required = true, description = "Tháng, yyyy-MM")
    private String month;

    @Argument(index = 3, name = "knownOn", description = "Theo hồ sơ đến ngày, yyyy-MM-dd")
    private String knownOn;

    @Override
    public Object execute() {
        YearMonth assessed = YearMonth.parse(month);
        LocalDate known = knownOn == null ? clock.today() : LocalDate.parse(knownOn);
        PolicySnapshot snapshot = activeLaw.require(locality).snapshot();
        Person person =
                register.person(localities.require(locality).id(), Operator.of(session), personId)
                        .orElseThrow(
                                () ->
                                        new AnsinhException(
                                                ErrorCode.NOT_FOUND,
                                                "Không có đối tượng số " + personId + "."));
        Facts facts =
                engine.facts(
                        person.earliestBirth(),
                        person.latestBirth(),
                        person.sex(),
                        person.death(),
                        dated(person.facts()),
                        known);
        AssessmentText.lines(snapshot.assess(facts, assessed, known), snapshot)
                .forEach(session.getConsole()::println);
        return null;
    }

    private static List<DatedFact> dated(List<Fact> facts) {
        return facts.stream()
                .map(f -> new DatedFact(f.kind(), f.value(), f.from(), f.to(), f.knownSince()))
                .toList();
    }
}
