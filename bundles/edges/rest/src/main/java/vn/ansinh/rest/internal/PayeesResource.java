package vn.ansinh.rest.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.SecurityContext;
import vn.ansinh.entitlement.api.Payees;
import vn.ansinh.entitlement.api.Payees.AccountChange;
import vn.ansinh.entitlement.api.Payees.NewPayee;
import vn.ansinh.entitlement.api.Payees.PayeeView;
import vn.ansinh.identity.api.Permission;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.TenantId;

/** Who receives for a person and how. */
@Path("localities/{code}/people/{id: \\d+}/payees")
@Tag(name = "payees", description = "Người nhận và tài khoản")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class PayeesResource {
    private final Localities localities;
    private final Payees payees;

    PayeesResource(Localities localities, Payees payees) {
        this.localities = localities;
        this.payees = payees;
    }

    /** Everything recorded. */
    @GET
    @Needs(Permission.READ_PERSON)
    @Operation(
            operationId = "listPayees",
            summary = "Người nhận của một người, kể cả điều đã được thay (supersededAt)")
    public List<PayeeView> history(
            @PathParam("code") String code,
            @PathParam("id") long id,
            @Context SecurityContext security) {
        return payees.history(tenant(code), Caller.actor(security), id);
    }

    /** Names a payee. */
    @POST
    @Needs(Permission.CHANGE_PERSON)
    @Operation(operationId = "namePayee", summary = "Ghi người nhận từ một ngày, kèm giấy tờ")
    public List<PayeeView> name(
            @PathParam("code") String code,
            @PathParam("id") long id,
            NewPayee payee,
            @Context SecurityContext security) {
        return payees.name(tenant(code), Caller.actor(security), id, Input.required("body", payee));
    }

    /** Changes how it is paid. */
    @POST
    @Path("account")
    @Needs(Permission.CHANGE_PERSON)
    @Operation(
            operationId = "changeAccount",
            summary = "Đổi tài khoản hoặc hình thức nhận từ một ngày, kèm giấy đề nghị")
    public List<PayeeView> account(
            @PathParam("code") String code,
            @PathParam("id") long id,
            AccountChange change,
            @Context SecurityContext security) {
        return payees.changeAccount(
                tenant(code), Caller.actor(security), id, Input.required("body", change));
    }

    private TenantId tenant(String code) {
        return localities.require(code).id();
    }
}
