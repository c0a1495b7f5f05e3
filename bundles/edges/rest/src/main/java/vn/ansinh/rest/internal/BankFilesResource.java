package vn.ansinh.rest.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;
import vn.ansinh.identity.api.Permission;
import vn.ansinh.payment.api.BankFiles;
import vn.ansinh.payment.api.BankFiles.FileDetail;
import vn.ansinh.payment.api.BankFiles.FileView;
import vn.ansinh.payment.api.BankFiles.Settled;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.TenantId;

/** Files to banks. */
@Path("localities/{code}/bank-files")
@Tag(name = "bank-files", description = "Tệp gửi ngân hàng")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class BankFilesResource {
    private final Localities localities;
    private final BankFiles files;

    BankFilesResource(Localities localities, BankFiles files) {
        this.localities = localities;
        this.files = files;
    }

    /** Files of a run. */
    @GET
    @Needs(Permission.PAY)
    @Operation(operationId = "listBankFiles", summary = "Các tệp của một kỳ (run)")
    public List<FileView> list(
            @PathParam("code") String code,
            @QueryParam("run") String run,
            @Context SecurityContext security) {
        return files.files(
                tenant(code), Caller.actor(security), Input.id("run", Input.required("run", run)));
    }

    /** One file. */
    @GET
    @Path("{id: [0-9]+}")
    @Needs(Permission.PAY)
    @Operation(operationId = "getBankFile", summary = "Một tệp với diễn biến")
    public FileDetail get(
            @PathParam("code") String code,
            @PathParam("id") long id,
            @Context SecurityContext security) {
        return files.file(tenant(code), Caller.actor(security), id);
    }

    /** The bytes. */
    @GET
    @Path("{id: [0-9]+}/content")
    @Produces(MediaType.APPLICATION_XML)
    @Needs(Permission.PAY)
    @Operation(
            operationId = "readBankFile",
            summary = "Xem nội dung tệp; không tính là đã giao",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "pain.001",
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_XML,
                                            schema = @Schema(type = "string", format = "binary"))))
    public Response content(
            @PathParam("code") String code,
            @PathParam("id") long id,
            @Context SecurityContext security) {
        return file(id, files.content(tenant(code), Caller.actor(security), id));
    }

    /** The bytes, once, to be brought to the bank. */
    @POST
    @Path("{id: [0-9]+}/hand-out")
    @Produces(MediaType.APPLICATION_XML)
    @Needs(Permission.PAY)
    @Operation(
            operationId = "handOutBankFile",
            summary = "Nhận tệp để mang tới ngân hàng; tính là đã gửi, chỉ một lần",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "pain.001",
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_XML,
                                            schema = @Schema(type = "string", format = "binary"))))
    public Response handOut(
            @PathParam("code") String code,
            @PathParam("id") long id,
            @Context SecurityContext security) {
        return file(id, files.handOut(tenant(code), Caller.actor(security), id));
    }

    /** Goes on with what is open. */
    @POST
    @Path("settle")
    @Needs(Permission.PAY)
    @Operation(
            operationId = "settleBankFiles",
            summary = "Hỏi ngân hàng về các tệp chưa rõ, gửi tiếp, lấy sao kê; gọi lại không hại")
    public Settled settle(@PathParam("code") String code, @Context SecurityContext security) {
        return files.settle(tenant(code), Caller.actor(security));
    }

    private static Response file(long id, byte[] content) {
        return Response.ok(content, MediaType.APPLICATION_XML)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ReportsResource.attachment("lenh-chi-" + id + ".xml"))
                .build();
    }

    private TenantId tenant(String code) {
        return localities.require(code).id();
    }
}
