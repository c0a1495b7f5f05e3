package vn.ansinh.rest.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.SecurityContext;
import vn.ansinh.identity.api.Permission;
import vn.ansinh.payment.api.Recoveries;
import vn.ansinh.payment.api.Recoveries.Recovery;
import vn.ansinh.payment.api.Recoveries.Transfer;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.TenantId;

/** Claims of overpaid money. */
@Path("localities/{code}/recoveries")
@Tag(name = "recoveries", description = "Khoản phải thu hồi")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class RecoveriesResource {
    private final Localities localities;
    private final Recoveries recoveries;

    RecoveriesResource(Localities localities, Recoveries recoveries) {
        this.localities = localities;
        this.recoveries = recoveries;
    }

    /** A page of claims. */
    @GET
    @Needs(Permission.READ_PAYMENT)
    @Operation(
            operationId = "listRecoveries",
            summary = "Khoản phải thu hồi: đã trừ, đã nộp Kho bạc, đã xóa, còn lại")
    public Page<Recovery> list(
            @PathParam("code") String code,
            @QueryParam("personId") String personId,
            @Parameter(description = "true: kể cả khoản đã thu xong") @QueryParam("all")
                    boolean all,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit,
            @Context SecurityContext security) {
        int most = Input.limit(limit);
        return Page.of(
                recoveries.page(
                        tenant(code),
                        Caller.actor(security),
                        Input.id("personId", personId),
                        !all,
                        Input.after(after),
                        most),
                most,
                Recovery::id);
    }

    /** One claim. */
    @GET
    @Path("{id: \\d+}")
    @Needs(Permission.READ_PAYMENT)
    @Operation(operationId = "getRecovery", summary = "Một khoản phải thu hồi")
    public Recovery one(
            @PathParam("code") String code,
            @PathParam("id") long id,
            @Context SecurityContext security) {
        return recoveries.recovery(tenant(code), Caller.actor(security), id);
    }

    /** Money that reached the Treasury. */
    @POST
    @Path("{id: \\d+}/transfers")
    @Needs(Permission.PAY)
    @Operation(
            operationId = "transferRecovery",
            summary = "Ghi tiền đã nộp Kho bạc theo số giấy nộp tiền; một giấy chỉ ghi một lần")
    public Recovery transfer(
            @PathParam("code") String code,
            @PathParam("id") long id,
            TransferBody body,
            @Context SecurityContext security) {
        Input.required("body", body);
        return recoveries.transfer(
                tenant(code),
                Caller.actor(security),
                id,
                new Transfer(
                        Input.required("amountDong", body.amountDong()),
                        Input.required("on", body.on()),
                        Input.required("voucher", body.voucher())));
    }

    /** Gives up what a decision gives up. */
    @POST
    @Path("decisions/{decisionId: \\d+}")
    @Needs(Permission.COMPUTE_RUN)
    @Operation(
            operationId = "writeOffRecoveries",
            summary =
                    "Xóa khoản phải thu hồi theo quyết định WRITE_OFF đã ký; gọi lại không xóa thêm")
    public List<Recovery> writeOff(
            @PathParam("code") String code,
            @PathParam("decisionId") long decisionId,
            @Context SecurityContext security) {
        return recoveries.writeOff(tenant(code), Caller.actor(security), decisionId);
    }

    private TenantId tenant(String code) {
        return localities.require(code).id();
    }

    /** A transfer. */
    record TransferBody(Long amountDong, LocalDate on, String voucher) {}
}
