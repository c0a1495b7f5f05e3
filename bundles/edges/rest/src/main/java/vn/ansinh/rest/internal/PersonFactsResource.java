package vn.ansinh.rest.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.SecurityContext;
import vn.ansinh.beneficiary.api.Fact;
import vn.ansinh.beneficiary.api.FactRecords;
import vn.ansinh.identity.api.Permission;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.TenantId;
import vn.ansinh.rest.internal.PersonBodies.FactBody;
import vn.ansinh.rest.internal.PersonView.FactView;

/** Facts of a person, on any day, as known on any day. */
@Path("localities/{code}/people")
@Tag(name = "facts", description = "Căn cứ: đúng từ–đến, biết từ ngày nào")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class PersonFactsResource {

    private final Localities localities;
    private final FactRecords facts;
    private final CivilClock clock;
    private final Once once;

    PersonFactsResource(Localities localities, FactRecords facts, CivilClock clock, Once once) {
        this.localities = localities;
        this.facts = facts;
        this.clock = clock;
        this.once = once;
    }

    /** Facts, restricted ones aside. */
    @GET
    @Path("{id}/facts")
    @Needs(Permission.READ_PERSON)
    @Operation(operationId = "listFacts", summary = "Căn cứ, không gồm căn cứ bảo mật")
    public List<FactView> list(
            @PathParam("code") String code,
            @PathParam("id") long id,
            @Parameter(description = "Chỉ căn cứ đúng vào ngày này, yyyy-MM-dd") @QueryParam("on")
                    String on,
            @Parameter(description = "Như được biết cuối ngày này, yyyy-MM-dd; mặc định bây giờ")
                    @QueryParam("knownOn")
                    String knownOn,
            @Context SecurityContext security) {
        return facts
                .list(
                        tenant(code),
                        Caller.actor(security),
                        id,
                        on == null ? null : Input.day("on", on),
                        knownOn == null ? null : Input.day("knownOn", knownOn))
                .stream()
                .map(FactView::of)
                .toList();
    }

    /** Restricted facts, for a purpose. */
    @GET
    @Path("{id}/facts/restricted")
    @Needs(Permission.READ_RESTRICTED)
    @Operation(
            operationId = "listRestrictedFacts",
            summary = "Căn cứ bảo mật: phải nêu mục đích (X-Purpose), mỗi lần mở đều ghi vết")
    public List<FactView> restricted(
            @PathParam("code") String code,
            @PathParam("id") long id,
            @Context SecurityContext security) {
        return facts.restricted(tenant(code), Caller.actor(security), id).stream()
                .map(FactView::of)
                .toList();
    }

    /** Adds facts. */
    @POST
    @Path("{id}/facts")
    @Needs(Permission.CHANGE_PERSON)
    @Operation(operationId = "addFacts", summary = "Thêm căn cứ; tất cả hoặc không")
    public Once.Created add(
            @PathParam("code") String code,
            @PathParam("id") long id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @HeaderParam(Once.KEY) String key,
            List<FactBody> body,
            @Context SecurityContext security) {
        List<Fact> added =
                Input.required("body", body).stream()
                        .map(fact -> Input.required("body", fact).fact(clock.today()))
                        .toList();
        TenantId tenant = tenant(code);
        return once.create(
                tenant,
                Caller.actor(security),
                key,
                "addFacts/" + id,
                body,
                () ->
                        facts.add(
                                tenant,
                                Caller.actor(security),
                                // Adding takes nothing away: the version may be left out.
                                Versions.change(id, ifMatch == null ? "*" : ifMatch, "", ""),
                                added));
    }

    /** Corrects a fact that was wrong. */
    @PUT
    @Path("{id}/facts/{factId}")
    @Needs(Permission.CHANGE_PERSON)
    @Operation(
            operationId = "correctFact",
            summary = "Sửa căn cứ ghi sai; điều từng được biết vẫn đọc lại được")
    public Once.Created correct(
            @PathParam("code") String code,
            @PathParam("id") long id,
            @PathParam("factId") long factId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            FactCorrection body,
            @Context SecurityContext security) {
        Fact right =
                Input.required("fact", Input.required("body", body).fact()).fact(clock.today());
        return new Once.Created(
                List.of(
                        facts.correct(
                                tenant(code),
                                Caller.actor(security),
                                Versions.change(id, ifMatch, right.paper(), body.reason()),
                                factId,
                                right)));
    }

    /** Ends a fact. */
    @POST
    @Path("{id}/facts/{factId}/end")
    @Needs(Permission.CHANGE_PERSON)
    @Operation(operationId = "endFact", summary = "Căn cứ không còn đúng sau một ngày")
    public Once.Created end(
            @PathParam("code") String code,
            @PathParam("id") long id,
            @PathParam("factId") long factId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            FactEnd body,
            @Context SecurityContext security) {
        LocalDate last = Input.required("last", Input.required("body", body).last());
        return new Once.Created(
                List.of(
                        facts.end(
                                tenant(code),
                                Caller.actor(security),
                                Versions.change(id, ifMatch, body.paper(), body.reason()),
                                factId,
                                last)));
    }

    private TenantId tenant(String code) {
        return localities.require(code).id();
    }

    /** What is right, with its paper, and why the old one was wrong. */
    record FactCorrection(FactBody fact, String reason) {}

    /** The last day. */
    record FactEnd(LocalDate last, String paper, String reason) {}
}
