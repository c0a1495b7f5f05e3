package vn.ansinh.rest.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;
import javax.ws.rs.core.UriInfo;
import vn.ansinh.beneficiary.api.Death;
import vn.ansinh.beneficiary.api.Households;
import vn.ansinh.beneficiary.api.Households.Household;
import vn.ansinh.beneficiary.api.Merges;
import vn.ansinh.beneficiary.api.Merges.Merge;
import vn.ansinh.beneficiary.api.NewPerson;
import vn.ansinh.beneficiary.api.PersonChanges;
import vn.ansinh.beneficiary.api.PersonFile;
import vn.ansinh.beneficiary.api.PersonalId;
import vn.ansinh.beneficiary.api.Residence;
import vn.ansinh.identity.api.Permission;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.TenantId;
import vn.ansinh.rest.internal.PersonBodies.NewBody;
import vn.ansinh.rest.internal.PersonBodies.TraitsBody;
import vn.ansinh.rest.internal.PersonBodies.Why;

/** The file of a person and its changes. A change names the version it saw by {@code If-Match}. */
@Path("localities/{code}/people")
@Tag(name = "people", description = "Đối tượng: chỉ cán bộ của địa phương được đọc")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class PersonChangesResource {
    private final Localities localities;
    private final PersonChanges changes;
    private final Merges merges;
    private final Households households;
    private final CivilClock clock;
    private final Once once;

    PersonChangesResource(
            Localities localities,
            PersonChanges changes,
            Merges merges,
            Households households,
            CivilClock clock,
            Once once) {
        this.localities = localities;
        this.changes = changes;
        this.merges = merges;
        this.households = households;
        this.clock = clock;
        this.once = once;
    }

    /** One person with numbers, residences and facts; a merged one reads as its survivor. */
    @GET
    @Path("{id}")
    @Needs(Permission.READ_PERSON)
    @Operation(
            operationId = "getPerson",
            summary = "Một đối tượng và các căn cứ; hồ sơ đã hợp nhất thì trả về hồ sơ còn lại",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "Hồ sơ; ETag là phiên bản để sửa",
                            content =
                                    @Content(schema = @Schema(implementation = PersonView.class))))
    public Response get(
            @PathParam("code") String code,
            @PathParam("id") long id,
            @Context SecurityContext security) {
        return file(tenant(code), id, security);
    }

    /** Adds a person. */
    @POST
    @Needs(Permission.CHANGE_PERSON)
    @Operation(
            operationId = "addPerson",
            summary = "Thêm một đối tượng; Idempotency-Key gọi lại không thêm lần nữa",
            responses =
                    @ApiResponse(
                            responseCode = "201",
                            description = "Số hiệu đã cấp; địa chỉ ở Location",
                            content =
                                    @Content(
                                            schema = @Schema(implementation = Once.Created.class))))
    public Response add(
            @PathParam("code") String code,
            NewBody body,
            @HeaderParam(Once.KEY) String key,
            @Context UriInfo uri,
            @Context SecurityContext security) {
        NewPerson person = Input.required("body", body).person(clock.today());
        TenantId tenant = tenant(code);
        Once.Created created =
                once.create(
                        tenant,
                        Caller.actor(security),
                        key,
                        "addPerson",
                        body,
                        () -> changes.add(tenant, Caller.actor(security), List.of(person)));
        URI location =
                uri.getAbsolutePathBuilder().path(Long.toString(created.ids().get(0))).build();
        return Response.created(location).entity(created).build();
    }

    /** Corrects name, birth and so on by a paper. */
    @PUT
    @Path("{id}")
    @Needs(Permission.CHANGE_PERSON)
    @Operation(operationId = "correctPerson", summary = "Sửa thông tin nhân thân theo giấy tờ")
    public PersonView correct(
            @PathParam("code") String code,
            @PathParam("id") long id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            Correction body,
            @Context SecurityContext security) {
        TraitsBody traits = Input.required("traits", Input.required("body", body).traits());
        changes.correct(
                tenant(code),
                Caller.actor(security),
                Versions.change(id, ifMatch, body.paper(), body.reason()),
                traits.traits());
        return view(tenant(code), id, security);
    }

    /** Adds a number: personal id, alias or provisional identity. */
    @POST
    @Path("{id}/numbers")
    @Needs(Permission.CHANGE_PERSON)
    @Operation(
            operationId = "addNumber",
            summary = "Thêm số định danh, số chứng minh nhân dân cũ hoặc định danh tạm")
    public PersonView addNumber(
            @PathParam("code") String code,
            @PathParam("id") long id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            NumberBody body,
            @Context SecurityContext security) {
        Input.required("body", body);
        Input.required("kind", body.kind());
        Input.required("from", body.from());
        PersonalId number =
                PersonBodies.read(
                        "number",
                        () ->
                                new PersonalId(
                                        0,
                                        body.kind(),
                                        body.number(),
                                        body.from(),
                                        body.to(),
                                        body.paper(),
                                        body.reason()));
        changes.addNumber(
                tenant(code),
                Caller.actor(security),
                Versions.change(id, ifMatch, body.paper(), body.reason()),
                number);
        return view(tenant(code), id, security);
    }

    /** Moves within, out of or into the locality. */
    @POST
    @Path("{id}/residences")
    @Needs(Permission.CHANGE_PERSON)
    @Operation(
            operationId = "movePerson",
            summary = "Chuyển nơi cư trú: trong địa phương (unitCode) hoặc ra ngoài (outside)")
    public PersonView move(
            @PathParam("code") String code,
            @PathParam("id") long id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            Move body,
            @Context SecurityContext security) {
        Input.required("body", body);
        Residence residence =
                PersonBodies.read(
                        "unitCode",
                        () ->
                                new Residence(
                                        body.unitCode(),
                                        body.outside(),
                                        Input.required("from", body.from()),
                                        null,
                                        body.paper()));
        changes.move(
                tenant(code),
                Caller.actor(security),
                Versions.change(id, ifMatch, body.paper(), body.reason()),
                residence);
        return view(tenant(code), id, security);
    }

    /** Records a death, or corrects the one recorded. */
    @PUT
    @Path("{id}/death")
    @Needs(Permission.CHANGE_PERSON)
    @Operation(operationId = "recordDeath", summary = "Ghi khai tử, hoặc sửa khai tử đã ghi")
    public PersonView die(
            @PathParam("code") String code,
            @PathParam("id") long id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            DeathBody body,
            @Context SecurityContext security) {
        Input.required("body", body);
        Input.required("on", body.on());
        LocalDate knownOn = body.knownOn() == null ? clock.today() : body.knownOn();
        Death death =
                PersonBodies.read(
                        "on",
                        () -> new Death(body.on(), body.registeredOn(), knownOn, body.paper()));
        changes.die(
                tenant(code),
                Caller.actor(security),
                Versions.change(id, ifMatch, body.paper(), body.reason()),
                death);
        return view(tenant(code), id, security);
    }

    /** Takes back a death recorded in error. */
    @POST
    @Path("{id}/death/undo")
    @Needs(Permission.CHANGE_PERSON)
    @Operation(operationId = "undoDeath", summary = "Hủy khai tử ghi nhầm")
    public PersonView undoDeath(
            @PathParam("code") String code,
            @PathParam("id") long id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            Why body,
            @Context SecurityContext security) {
        Input.required("body", body);
        changes.die(
                tenant(code),
                Caller.actor(security),
                Versions.change(id, ifMatch, body.paper(), body.reason()),
                null);
        return view(tenant(code), id, security);
    }

    /** Merges this person into another. */
    @POST
    @Path("{id}/merge")
    @Needs(Permission.CHANGE_PERSON)
    @Operation(
            operationId = "mergePerson",
            summary = "Hợp nhất hồ sơ này vào hồ sơ khác; không mất gì, hủy lại được")
    public PersonView merge(
            @PathParam("code") String code,
            @PathParam("id") long id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            MergeBody body,
            @Context SecurityContext security) {
        Input.required("body", body);
        merges.merge(
                tenant(code),
                Caller.actor(security),
                Versions.change(id, ifMatch, body.paper(), body.reason()),
                Input.required("survivorId", body.survivorId()));
        return view(tenant(code), id, security);
    }

    /** Takes the merge of this person back. */
    @POST
    @Path("{id}/unmerge")
    @Needs(Permission.CHANGE_PERSON)
    @Operation(operationId = "unmergePerson", summary = "Hủy hợp nhất hồ sơ này")
    public PersonView unmerge(
            @PathParam("code") String code,
            @PathParam("id") long id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            Why body,
            @Context SecurityContext security) {
        Input.required("body", body);
        merges.unmerge(
                tenant(code),
                Caller.actor(security),
                Versions.change(id, ifMatch, body.paper(), body.reason()));
        return view(tenant(code), id, security);
    }

    /** Merges the person took part in. */
    @GET
    @Path("{id}/merges")
    @Needs(Permission.READ_PERSON)
    @Operation(operationId = "listMerges", summary = "Các lần hợp nhất, kể cả đã hủy")
    public List<MergeView> merges(
            @PathParam("code") String code,
            @PathParam("id") long id,
            @Context SecurityContext security) {
        return merges.of(tenant(code), Caller.actor(security), id).stream()
                .map(MergeView::of)
                .toList();
    }

    /** Households of the person. */
    @GET
    @Path("{id}/households")
    @Needs(Permission.READ_PERSON)
    @Operation(operationId = "listHouseholdsOfPerson", summary = "Các hộ của đối tượng")
    public List<Household> households(
            @PathParam("code") String code,
            @PathParam("id") long id,
            @Context SecurityContext security) {
        return households.ofPerson(tenant(code), Caller.actor(security), id);
    }

    private Response file(TenantId tenant, long id, SecurityContext security) {
        PersonFile file = read(tenant, id, security);
        return Response.ok(PersonView.of(file, id)).tag(Versions.tag(file.version())).build();
    }

    private PersonView view(TenantId tenant, long id, SecurityContext security) {
        return PersonView.of(read(tenant, id, security), id);
    }

    private PersonFile read(TenantId tenant, long id, SecurityContext security) {
        return changes.file(tenant, Caller.actor(security), id)
                .orElseThrow(() -> Input.notFound("đối tượng số " + id));
    }

    private TenantId tenant(String code) {
        return localities.require(code).id();
    }

    /** New traits with their paper. */
    record Correction(TraitsBody traits, String paper, String reason) {}

    /** A number. */
    record NumberBody(
            PersonalId.Kind kind,
            String number,
            LocalDate from,
            @Schema(description = "Thời hạn; bắt buộc với định danh tạm") LocalDate to,
            String paper,
            String reason) {}

    /** A move. */
    record Move(String unitCode, String outside, LocalDate from, String paper, String reason) {}

    /** A death. */
    record DeathBody(
            LocalDate on,
            @Schema(description = "Ngày đăng ký khai tử") LocalDate registeredOn,
            @Schema(description = "Ngày cơ quan biết; mặc định hôm nay") LocalDate knownOn,
            String paper,
            String reason) {}

    /** Into whom. */
    record MergeBody(Long survivorId, String paper, String reason) {}

    /** A merge. */
    record MergeView(
            long id,
            long personId,
            long survivorId,
            String paper,
            String reason,
            java.time.Instant mergedAt,
            @Schema(nullable = true) java.time.Instant unmergedAt) {
        static MergeView of(Merge merge) {
            Optional<java.time.Instant> undone = merge.unmergedAt();
            return new MergeView(
                    merge.id(),
                    merge.personId(),
                    merge.survivorId(),
                    merge.paper(),
                    merge.reason(),
                    merge.mergedAt(),
                    undone.orElse(null));
        }
    }
}
