package vn.ansinh.rest.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;
import javax.ws.rs.core.UriInfo;
import vn.ansinh.beneficiary.api.Households;
import vn.ansinh.beneficiary.api.Households.Household;
import vn.ansinh.beneficiary.api.Households.Joining;
import vn.ansinh.beneficiary.api.Households.Kind;
import vn.ansinh.beneficiary.api.Households.NewHousehold;
import vn.ansinh.beneficiary.api.Households.Recognition;
import vn.ansinh.beneficiary.api.Households.Relation;
import vn.ansinh.identity.api.Permission;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.TenantId;

/** Households and what happens to them. */
@Path("localities/{code}/households")
@Tag(name = "households", description = "Hộ: cư trú, danh sách rà soát nghèo, chăm sóc")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class HouseholdsResource {
    private final Localities localities;
    private final Households households;
    private final Once once;

    HouseholdsResource(Localities localities, Households households, Once once) {
        this.localities = localities;
        this.households = households;
        this.once = once;
    }

    /** Forms a household. */
    @POST
    @Needs(Permission.CHANGE_PERSON)
    @Operation(
            operationId = "formHousehold",
            summary = "Lập một hộ; đúng một người có quan hệ HEAD (chủ hộ)",
            responses =
                    @ApiResponse(
                            responseCode = "201",
                            description = "Số hiệu đã cấp; địa chỉ ở Location",
                            content =
                                    @Content(
                                            schema = @Schema(implementation = Once.Created.class))))
    public Response form(
            @PathParam("code") String code,
            @HeaderParam(Once.KEY) String key,
            NewBody body,
            @Context UriInfo uri,
            @Context SecurityContext security) {
        Input.required("body", body);
        NewHousehold added =
                new NewHousehold(
                        Input.required("kind", body.kind()),
                        Input.required("unitCode", body.unitCode()),
                        Input.required("from", body.from()),
                        body.paper() == null ? "" : body.paper(),
                        Input.required("members", body.members()));
        TenantId tenant = tenant(code);
        Once.Created created =
                once.create(
                        tenant,
                        Caller.actor(security),
                        key,
                        "formHousehold",
                        body,
                        () -> List.of(households.form(tenant, Caller.actor(security), added)));
        URI location =
                uri.getAbsolutePathBuilder().path(Long.toString(created.ids().get(0))).build();
        return Response.created(location).entity(created).build();
    }

    /** One household. */
    @GET
    @Path("{id}")
    @Needs(Permission.READ_PERSON)
    @Operation(
            operationId = "getHousehold",
            summary = "Một hộ, các thành viên và tình trạng nghèo theo thời gian",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "Hộ; ETag là phiên bản để sửa",
                            content = @Content(schema = @Schema(implementation = Household.class))))
    public Response get(
            @PathParam("code") String code,
            @PathParam("id") long id,
            @Context SecurityContext security) {
        Household household =
                households
                        .household(tenant(code), Caller.actor(security), id)
                        .orElseThrow(() -> Input.notFound("hộ số " + id));
        return Response.ok(household).tag(Versions.tag(household.version())).build();
    }

    /** Somebody joins. */
    @POST
    @Path("{id}/members")
    @Needs(Permission.CHANGE_PERSON)
    @Operation(operationId = "joinHousehold", summary = "Thêm người vào hộ")
    public Response join(
            @PathParam("code") String code,
            @PathParam("id") long id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            Join body,
            @Context SecurityContext security) {
        Input.required("body", body);
        households.join(
                tenant(code),
                Caller.actor(security),
                Versions.change(id, ifMatch, body.paper(), body.reason()),
                new Joining(
                        Input.required("personId", body.personId()),
                        Input.required("relation", body.relation()),
                        Input.required("from", body.from())));
        return get(code, id, security);
    }

    /** Somebody leaves. */
    @POST
    @Path("{id}/members/{personId}/leave")
    @Needs(Permission.CHANGE_PERSON)
    @Operation(operationId = "leaveHousehold", summary = "Một người ra khỏi hộ")
    public Response leave(
            @PathParam("code") String code,
            @PathParam("id") long id,
            @PathParam("personId") long personId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            Leave body,
            @Context SecurityContext security) {
        Input.required("body", body);
        households.leave(
                tenant(code),
                Caller.actor(security),
                Versions.change(id, ifMatch, body.paper(), body.reason()),
                personId,
                Input.required("last", body.last()));
        return get(code, id, security);
    }

    /** Another head. */
    @POST
    @Path("{id}/head")
    @Needs(Permission.CHANGE_PERSON)
    @Operation(operationId = "newHead", summary = "Đổi chủ hộ")
    public Response newHead(
            @PathParam("code") String code,
            @PathParam("id") long id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            Head body,
            @Context SecurityContext security) {
        Input.required("body", body);
        households.newHead(
                tenant(code),
                Caller.actor(security),
                Versions.change(id, ifMatch, body.paper(), body.reason()),
                Input.required("personId", body.personId()),
                Input.required("from", body.from()));
        return get(code, id, security);
    }

    /** Members go out as a household of their own. */
    @POST
    @Path("{id}/split")
    @Needs(Permission.CHANGE_PERSON)
    @Operation(operationId = "splitHousehold", summary = "Tách hộ; trả số hiệu hộ mới")
    public Once.Created split(
            @PathParam("code") String code,
            @PathParam("id") long id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            Split body,
            @Context SecurityContext security) {
        Input.required("body", body);
        return new Once.Created(
                List.of(
                        households.split(
                                tenant(code),
                                Caller.actor(security),
                                Versions.change(id, ifMatch, body.paper(), body.reason()),
                                Input.required("personIds", body.personIds()),
                                Input.required("newHead", body.newHead()),
                                Input.required("from", body.from()))));
    }

    /** All go over to another household. */
    @POST
    @Path("{id}/merge")
    @Needs(Permission.CHANGE_PERSON)
    @Operation(operationId = "mergeHousehold", summary = "Nhập hộ này vào hộ khác")
    public Response merge(
            @PathParam("code") String code,
            @PathParam("id") long id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            Into body,
            @Context SecurityContext security) {
        Input.required("body", body);
        households.merge(
                tenant(code),
                Caller.actor(security),
                Versions.change(id, ifMatch, body.paper(), body.reason()),
                Input.required("into", body.into()),
                Input.required("from", body.from()));
        return get(code, id, security);
    }

    /** Another unit. */
    @POST
    @Path("{id}/move")
    @Needs(Permission.CHANGE_PERSON)
    @Operation(operationId = "moveHousehold", summary = "Hộ chuyển sang đơn vị khác")
    public Response move(
            @PathParam("code") String code,
            @PathParam("id") long id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            Move body,
            @Context SecurityContext security) {
        Input.required("body", body);
        households.move(
                tenant(code),
                Caller.actor(security),
                Versions.change(id, ifMatch, body.paper(), body.reason()),
                Input.required("unitCode", body.unitCode()),
                Input.required("from", body.from()));
        return get(code, id, security);
    }

    /** A recognition decision. */
    @POST
    @Path("{id}/recognitions")
    @Needs(Permission.CHANGE_PERSON)
    @Operation(
            operationId = "recogniseHousehold",
            summary = "Ghi quyết định công nhận hộ nghèo, cận nghèo, hoặc không còn")
    public Response recognise(
            @PathParam("code") String code,
            @PathParam("id") long id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            Recognition body,
            @Context SecurityContext security) {
        Input.required("body", body);
        Input.required("standard", body.standard());
        Input.required("status", body.status());
        Input.required("signedOn", body.signedOn());
        Input.required("from", body.from());
        households.recognise(
                tenant(code), Caller.actor(security), Versions.change(id, ifMatch, "", ""), body);
        return get(code, id, security);
    }

    private TenantId tenant(String code) {
        return localities.require(code).id();
    }

    /** A household to be formed. */
    @Schema(name = "NewHouseholdBody")
    record NewBody(
            Kind kind, String unitCode, LocalDate from, String paper, List<Relation> members) {}

    /** Who joins. */
    record Join(Long personId, String relation, LocalDate from, String paper, String reason) {}

    /** The last day within. */
    record Leave(LocalDate last, String paper, String reason) {}

    /** The new head. */
    record Head(Long personId, LocalDate from, String paper, String reason) {}

    /** Who goes out. */
    record Split(List<Long> personIds, Long newHead, LocalDate from, String paper, String reason) {}

    /** The other household. */
    record Into(Long into, LocalDate from, String paper, String reason) {}

    /** The other unit. */
    @Schema(name = "HouseholdMove")
    record Move(String unitCode, LocalDate from, String paper, String reason) {}
}
