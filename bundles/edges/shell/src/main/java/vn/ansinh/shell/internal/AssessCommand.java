package vn.ansinh.shell.internal;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import vn.ansinh.activation.api.ActiveLaw;
import vn.ansinh.assessment.api.Assessment;
import vn.ansinh.assessment.api.Assessment.ConditionResult;
import vn.ansinh.assessment.api.Assessment.GroundResult;
import vn.ansinh.assessment.api.DatedFact;
import vn.ansinh.assessment.api.Engine;
import vn.ansinh.assessment.api.PolicySnapshot;
import vn.ansinh.beneficiary.api.Person;
import vn.ansinh.beneficiary.api.Register;
import vn.ansinh.identity.api.Identity;
import vn.ansinh.identity.api.Permission;
import vn.ansinh.locality.api.Ground;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.platform.api.Localities;

/** {@code ansinh:assess}: grounds, conditions and clauses; no name and no restricted ground. */
@Service
@Command(
        scope = "ansinh",
        name = "assess",
        description = "Xét một đối tượng theo chính sách của một tháng, như được biết hôm nay")
public final class AssessCommand implements Action {
    @Reference private Session session;
    @Reference private Identity identity;
    @Reference private Localities localities;
    @Reference private ActiveLaw activeLaw;
    @Reference private Register register;
    @Reference private Engine engine;
    @Reference private CivilClock clock;

    @Argument(index = 0, name = "locality", description = "Mã địa phương", required = true)
    private String locality;

    @Argument(index = 1, name = "personId", description = "Số hiệu đối tượng", required = true)
    private long personId;

    @Argument(index = 2, name = "month", description = "Tháng, yyyy-MM", required = true)
    private String month;

    /** Made by the shell. */
    public AssessCommand() {}

    AssessCommand(
            Session session,
            Identity identity,
            Localities localities,
            ActiveLaw activeLaw,
            Register register,
            Engine engine,
            CivilClock clock,
            String locality,
            long personId,
            String month) {
        this.session = session;
        this.identity = identity;
        this.localities = localities;
        this.activeLaw = activeLaw;
        this.register = register;
        this.engine = engine;
        this.clock = clock;
        this.locality = locality;
        this.personId = personId;
        this.month = month;
    }

    @Override
    public Object execute() {
        LocalDate today = clock.today();
        PolicySnapshot snapshot = activeLaw.require(locality).snapshot();
        Person person =
                register.person(
                                localities.require(locality).id(),
                                Console.actor(session, identity, Permission.READ_PERSON, locality),
                                personId)
                        .orElseThrow(
                                () ->
                                        new AnsinhException(
                                                ErrorCode.NOT_FOUND,
                                                "Không có đối tượng số " + personId + "."));
        Assessment assessment =
                snapshot.assess(
                        engine.facts(
                                person.earliestBirth(),
                                person.latestBirth(),
                                person.sex(),
                                person.death(),
                                person.facts().stream()
                                        .map(
                                                fact ->
                                                        new DatedFact(
                                                                fact.kind(),
                                                                fact.value(),
                                                                fact.from(),
                                                                fact.to(),
                                                                fact.knownSince()))
                                        .toList(),
                                today),
                        Console.month(month),
                        today);
        print(assessment, snapshot);
        return null;
    }

    private void print(Assessment assessment, PolicySnapshot snapshot) {
        Set<String> restricted =
                snapshot.grounds().stream()
                        .filter(Ground::restricted)
                        .map(Ground::code)
                        .collect(Collectors.toUnmodifiableSet());
        for (GroundResult ground : assessment.grounds()) {
            if (restricted.contains(ground.groundCode())) {
                continue;
            }
            Console.row(
                    session,
                    ground.groundCode(),
                    ground.met() ? "đạt" : "không đạt",
                    ground.chosen() ? "được chọn" : "",
                    ground.amountDong());
            for (ConditionResult condition : ground.conditions()) {
                Console.row(
                        session,
                        "",
                        condition.met() ? "+" : "-",
                        condition.sentence(),
                        condition.citation().vietnamese());
            }
        }
        assessment.dues().stream()
                .filter(due -> !restricted.contains(due.groundCode()))
                .forEach(
                        due ->
                                Console.row(
                                        session,
                                        due.component(),
                                        due.groundCode(),
                                        due.amountDong()));
        assessment.warnings().forEach(warning -> Console.row(session, "!", warning));
    }
}
