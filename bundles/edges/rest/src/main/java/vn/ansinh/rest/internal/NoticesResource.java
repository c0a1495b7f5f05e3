package vn.ansinh.rest.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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
import vn.ansinh.payment.api.Notices;
import vn.ansinh.payment.api.Notices.Entry;
import vn.ansinh.payment.api.Notices.NoticeFile;
import vn.ansinh.payment.api.Notices.Taken;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.TenantId;

/** What banks send back. */
@Path("localities/{code}/notices")
@Tag(name = "notices", description = "Kết quả chi từ ngân hàng")
@Produces(MediaType.APPLICATION_JSON)
public final class NoticesResource {
    private final Localities localities;
    private final Notices notices;

    NoticesResource(Localities localities, Notices notices) {
        this.localities = localities;
        this.notices = notices;
    }

    /** Takes a file. */
    @POST
    @Consumes({MediaType.APPLICATION_OCTET_STREAM, Envelope.CSV, ImportsResource.XLSX})
    @Needs(Permission.PAY)
    @Operation(
            operationId = "takeNotices",
            summary = "Nhận tệp kết quả: pain.002, camt.053, camt.054, MT940 hoặc bảng kê",
            requestBody =
                    @RequestBody(
                            required = true,
                            description = "Tệp của ngân hàng; nộp lại cùng tệp không đổi gì",
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                                            schema = @Schema(type = "string", format = "binary"))))
    public Taken take(
            @PathParam("code") String code,
            @Parameter(description = "Tên tệp") @QueryParam("name") String name,
            InputStream file,
            @Context SecurityContext security) {
        try {
            return notices.take(
                    tenant(code),
                    Caller.actor(security),
                    "tai-len:" + (name == null ? "" : name),
                    Input.required("body", file).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Files taken. */
    @GET
    @Needs(Permission.PAY)
    @Operation(operationId = "listNoticeFiles", summary = "Các tệp đã nhận, mới nhất trước")
    public Page<NoticeFile> files(
            @PathParam("code") String code,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit,
            @Context SecurityContext security) {
        int most = Input.limit(limit);
        return Page.of(
                notices.files(tenant(code), Caller.actor(security), Input.after(after), most),
                most,
                NoticeFile::id);
    }

    /** What was said of an order. */
    @GET
    @Path("{endToEndId: [A-Z0-9]+}")
    @Needs(Permission.PAY)
    @Operation(operationId = "listNotices", summary = "Ngân hàng đã báo gì về một lệnh chi")
    public List<Entry> entries(
            @PathParam("code") String code,
            @PathParam("endToEndId") String endToEndId,
            @Context SecurityContext security) {
        return notices.entries(tenant(code), Caller.actor(security), endToEndId);
    }

    private TenantId tenant(String code) {
        return localities.require(code).id();
    }
}
