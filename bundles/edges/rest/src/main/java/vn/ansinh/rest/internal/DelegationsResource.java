package vn.ansinh.rest.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;
import vn.ansinh.identity.api.Identity.Role;
import vn.ansinh.identity.api.Permission;
import vn.ansinh.identity.api.Staff;
import vn.ansinh.identity.api.Staff.Delegation;
import vn.ansinh.identity.api.Staff.StoredDelegation;
import vn.ansinh.platform.api.Localities;

/** Rights that are lent by a paper (ủy quyền). */
@Path("localities/{code}/accounts/delegations")
@Tag(name = "accounts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class DelegationsResource {
    private final Localities localities;
    private final Staff staff;

    DelegationsResource(Localities localities, Staff staff) {
        this.localities = localities;
        this.staff = staff;
    }

    /** Delegations, ended ones too. */
    @GET
    @Needs(Permission.MANAGE_ACCOUNTS)
    @Operation(operationId = "listDelegations", summary = "Các ủy quyền, kể cả đã chấm dứt")
    public List<DelegationView> delegations(@PathParam("code") String code) {
        localities.require(code);
        return staff.delegations(code).stream().map(DelegationView::of).toList();
    }

    /** Lends rights by a paper. */
    @POST
    @Needs(Permission.MANAGE_ACCOUNTS)
    @Operation(
            operationId = "delegate",
            summary = "Ghi ủy quyền theo giấy; người nhận làm thay người ủy quyền",
            responses =
                    @ApiResponse(
                            responseCode = "201",
                            description = "Đã ghi",
                            content =
                                    @Content(
                                            schema =
                                                    @Schema(
                                                            implementation =
                                                                    AccountsResource.Given.class))))
    public Response delegate(
            @PathParam("code") String code,
            NewDelegation request,
            @Context SecurityContext security) {
        Input.required("body", request);
        Delegation delegation =
                new Delegation(
                        Input.required("from", request.from()),
                        Input.required("to", request.to()),
                        code,
                        request.roles() == null ? Set.of() : request.roles(),
                        Input.day("firstDay", Input.required("firstDay", request.firstDay())),
                        Input.day("lastDay", Input.required("lastDay", request.lastDay())),
                        Input.required("paper", request.paper()));
        localities.require(code);
        long id = staff.delegate(Caller.actor(security), delegation);
        return Response.status(Response.Status.CREATED)
                .entity(new AccountsResource.Given(id))
                .build();
    }

    /** Ends a delegation. */
    @POST
    @Path("{delegationId: \\d+}:end")
    @Needs(Permission.MANAGE_ACCOUNTS)
    @Operation(operationId = "endDelegation", summary = "Chấm dứt ủy quyền, có hiệu lực ngay")
    public AccountsResource.Given endDelegation(
            @PathParam("code") String code,
            @PathParam("delegationId") long delegationId,
            @Context SecurityContext security) {
        staff.endDelegation(Caller.actor(security), code, delegationId);
        return new AccountsResource.Given(delegationId);
    }

    /** A delegation to be recorded; no roles means all the delegator has here. */
    record NewDelegation(
            String from,
            String to,
            Set<Role> roles,
            @Schema(format = "date") String firstDay,
            @Schema(format = "date") String lastDay,
            String paper) {}

    /** A delegation. */
    record DelegationView(
            long id,
            String from,
            String to,
            List<Role> roles,
            LocalDate firstDay,
            LocalDate lastDay,
            String paper,
            Instant grantedAt,
            String grantedBy,
            @Schema(nullable = true) Instant endedAt) {
        static DelegationView of(StoredDelegation stored) {
            Delegation delegation = stored.delegation();
            return new DelegationView(
                    stored.id(),
                    delegation.from(),
                    delegation.to(),
                    delegation.roles().stream().sorted().toList(),
                    delegation.firstDay(),
                    delegation.lastDay(),
                    delegation.paper(),
                    stored.grantedAt(),
                    stored.grantedBy(),
                    stored.endedAt());
        }
    }
}
