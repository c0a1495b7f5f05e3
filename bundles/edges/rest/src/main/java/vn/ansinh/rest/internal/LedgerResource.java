package vn.ansinh.rest.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;
import vn.ansinh.identity.api.Permission;
import vn.ansinh.payment.api.LedgerBook;
import vn.ansinh.payment.api.LedgerBook.LineName;
import vn.ansinh.payment.api.LedgerBook.LinkView;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.TenantId;

/** The ledger of a locality: ids only. */
@Path("localities/{code}/ledger")
@Tag(name = "ledger", description = "Sổ cái, giấy chứng, tiêu hủy phần riêng")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class LedgerResource {
    private static final String LINES = "application/x-ndjson";

    private final Localities localities;
    private final LedgerBook ledger;

    LedgerResource(Localities localities, LedgerBook ledger) {
        this.localities = localities;
        this.ledger = ledger;
    }

    /** Links. */
    @GET
    @Needs(Permission.READ_AUDIT)
    @Operation(operationId = "listLedgerLinks", summary = "Các mắt xích của sổ cái, theo thứ tự")
    public Page<LinkView> links(
            @PathParam("code") String code,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit,
            @Context SecurityContext security) {
        int most = Input.limit(limit);
        return Page.of(
                ledger.links(tenant(code), Caller.actor(security), Input.after(after), most),
                most,
                LinkView::sequence);
    }

    /** The export for the verifier. */
    @GET
    @Path("export")
    @Produces(LINES)
    @Needs(Permission.READ_AUDIT)
    @Operation(
            operationId = "exportLedger",
            summary = "Xuất sổ cái để kiểm tra bằng chương trình riêng",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "Mỗi dòng một đối tượng JSON",
                            content =
                                    @Content(
                                            mediaType = LINES,
                                            schema = @Schema(type = "string", format = "binary"))))
    public Response export(@PathParam("code") String code, @Context SecurityContext security) {
        TenantId tenant = tenant(code);
        return Spooled.file(
                "so-cai-" + code + ".jsonl",
                LINES,
                out -> ledger.export(tenant, Caller.actor(security), out));
    }

    /** A proof of one payment. */
    @GET
    @Path("proof")
    @Needs(Permission.READ_PAYMENT)
    @Operation(
            operationId = "proveLine",
            summary = "Giấy chứng (≤ 2 kB) một khoản thuộc danh sách đã ghi sổ")
    public Response proof(
            @PathParam("code") String code,
            @QueryParam("run") String run,
            @QueryParam("month") String month,
            @QueryParam("person") String person,
            @Parameter(description = "1 hằng tháng, 2 đơn thân, 3 chăm sóc, 4 mai táng, 5 một lần")
                    @QueryParam("component")
                    String component,
            @QueryParam("sequence") String sequence,
            @Context SecurityContext security) {
        LineName line =
                new LineName(
                        Input.month("month", month),
                        Input.id("person", person),
                        (int) Math.min(9, Input.id("component", component)),
                        (int) Math.min(999, Input.id("sequence", sequence)));
        return Response.ok(
                        ledger.proof(
                                tenant(code), Caller.actor(security), Input.id("run", run), line))
                .build();
    }

    /** Erases what is personal in old lines. */
    @POST
    @Path("erasures")
    @Needs(Permission.ERASE_PAYLOAD)
    @Operation(
            operationId = "erasePayload",
            summary = "Tiêu hủy phần riêng trong các khoản đã hết hạn lưu của một người")
    public Erased erase(
            @PathParam("code") String code, Erasure request, @Context SecurityContext security) {
        Erasure erasure = Input.required("body", request);
        return new Erased(
                ledger.erase(
                        tenant(code),
                        Caller.actor(security),
                        Input.required("personId", erasure.personId()),
                        Input.required("paper", erasure.paper())));
    }

    private TenantId tenant(String code) {
        return localities.require(code).id();
    }

    /** Whose lines, by which paper. */
    record Erasure(Long personId, String paper) {}

    /** How many lines. */
    record Erased(int lines) {}
}
