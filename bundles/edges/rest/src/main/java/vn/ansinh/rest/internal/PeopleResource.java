package vn.ansinh.rest.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.SecurityContext;
import vn.ansinh.activation.api.ActiveLaw;
import vn.ansinh.assessment.api.DatedFact;
import vn.ansinh.assessment.api.Engine;
import vn.ansinh.assessment.api.PolicySnapshot;
import vn.ansinh.assessment.api.Reasons;
import vn.ansinh.beneficiary.api.FactRecords;
import vn.ansinh.beneficiary.api.Person;
import vn.ansinh.beneficiary.api.Register;
import vn.ansinh.entitlement.api.Grant;
import vn.ansinh.entitlement.api.RunningDecisions;
import vn.ansinh.identity.api.Permission;
import vn.ansinh.locality.api.Facts;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.TenantId;

/** People of a locality, for its officers only. */
@Path("localities/{code}/people")
@Tag(name = "people", description = "Đối tượng: chỉ cán bộ của địa phương được đọc")
@Produces(MediaType.APPLICATION_JSON)
public final class PeopleResource {
    private final Localities localities;
    private final Register register;
    private final RunningDecisions decisions;
    private final ActiveLaw activeLaw;
    private final Engine engine;
    private final CivilClock clock;
    private final FactRecords records;

    PeopleResource(
            Localities localities,
            Register register,
            RunningDecisions decisions,
            ActiveLaw activeLaw,
            Engine engine,
            CivilClock clock,
            FactRecords records) {
        this.localities = localities;
        this.register = register;
        this.decisions = decisions;
        this.activeLaw = activeLaw;
        this.engine = engine;
        this.clock = clock;
        this.records = records;
    }

    /** A page of people, without facts and personal ids. */
    @GET
    @Needs(Permission.READ_PERSON)
    @Operation(operationId = "listPeople", summary = "Danh sách đối tượng")
    public Page<PersonSummary> list(
            @PathParam("code") String code,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit,
            @Context SecurityContext security) {
        int most = Input.limit(limit);
        List<PersonSummary> page =
                register
                        .page(
                                localities.require(code).id(),
                                Caller.actor(security),
                                Input.after(after),
                                most)
                        .stream()
                        .map(PersonSummary::of)
                        .toList();
        return Page.of(page, most, PersonSummary::id);
    }

    /** What decisions in force grant. */
    @GET
    @Path("{id}/decisions")
    @Needs(Permission.READ_DECISION)
    @Operation(operationId = "listGrants", summary = "Chế độ đang hưởng theo quyết định")
    public List<Grant> grants(
            @PathParam("code") String code,
            @PathParam("id") long id,
            @Context SecurityContext security) {
        TenantId tenant = localities.require(code).id();
        person(tenant, id, security);
        return decisions.ofPerson(tenant, Caller.actor(security), id);
    }

    /** What the law says, with reasons; pays nothing. */
    @GET
    @Path("{id}/assessment")
    @Needs(Permission.READ_PERSON)
    @Operation(
            operationId = "assessPerson",
            summary = "Xét theo chính sách của một tháng, như được biết tại một ngày")
    public Reasons assess(
            @PathParam("code") String code,
            @PathParam("id") long id,
            @Parameter(required = true, description = "Tháng hưởng, yyyy-MM") @QueryParam("month")
                    String month,
            @Parameter(description = "Như được biết tại ngày này, yyyy-MM-dd; mặc định hôm nay")
                    @QueryParam("knownOn")
                    String knownOn,
            @Context SecurityContext security) {
        YearMonth of = Input.month("month", month);
        LocalDate known = knownOn == null ? clock.today() : Input.day("knownOn", knownOn);
        TenantId tenant = localities.require(code).id();
        PolicySnapshot snapshot = activeLaw.require(code).snapshot();
        return Reasons.of(
                snapshot.assess(facts(whole(tenant, id, known, security), known), of, known),
                snapshot,
                false);
    }

    private Person person(TenantId tenant, long id, SecurityContext security) {
        return register.person(tenant, Caller.actor(security), id)
                .orElseThrow(() -> Input.notFound("đối tượng số " + id));
    }

    /** With restricted facts, which the engine needs and nobody sees. */
    private Person whole(TenantId tenant, long id, LocalDate knownOn, SecurityContext security) {
        return records.forAssessment(tenant, Caller.actor(security), id, knownOn)
                .orElseThrow(() -> Input.notFound("đối tượng số " + id));
    }

    private Facts facts(Person person, LocalDate knownOn) {
        return engine.facts(
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
                knownOn);
    }

    /** A person in a list. */
    record PersonSummary(
            long id, String fullName, String birthText, String unitCode, boolean deceased) {
        static PersonSummary of(Person person) {
            return new PersonSummary(
                    person.id(),
                    person.fullName(),
                    person.birthText(),
                    person.unitCode(),
                    person.death() != null);
        }
    }
}
