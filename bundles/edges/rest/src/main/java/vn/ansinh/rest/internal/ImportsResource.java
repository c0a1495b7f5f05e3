package vn.ansinh.rest.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.net.URI;
import java.time.YearMonth;
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
import javax.ws.rs.core.UriInfo;
import vn.ansinh.entitlement.api.Imports;
import vn.ansinh.entitlement.api.Imports.FileKind;
import vn.ansinh.entitlement.api.Imports.Meaning;
import vn.ansinh.entitlement.api.Imports.RowView;
import vn.ansinh.entitlement.api.Imports.UploadView;
import vn.ansinh.identity.api.Permission;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.TenantId;

/** Files of officers on their way in: upload, read the verdicts, confirm or abandon. */
@Path("localities/{code}/imports")
@Tag(name = "imports", description = "Nhập tệp của cán bộ: XLSX hoặc CSV")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ImportsResource {
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Localities localities;
    private final Imports imports;

    ImportsResource(Localities localities, Imports imports) {
        this.localities = localities;
        this.imports = imports;
    }

    /** Reads and judges a file; nothing reaches the register yet. */
    @POST
    @Consumes({XLSX, Envelope.CSV, MediaType.APPLICATION_OCTET_STREAM})
    @Needs(Permission.IMPORT)
    @Operation(
            operationId = "uploadImport",
            summary = "Tải tệp lên để xét từng dòng; chưa ghi gì vào danh bạ",
            requestBody =
                    @RequestBody(
                            required = true,
                            description =
                                    "XLSX hoặc CSV, tối đa 30 MB; xem docs/reference/import.md",
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                                            schema = @Schema(type = "string", format = "binary"))),
            responses =
                    @ApiResponse(
                            responseCode = "201",
                            description = "Đã xét; địa chỉ ở Location",
                            content =
                                    @Content(schema = @Schema(implementation = UploadView.class))))
    public Response upload(
            @PathParam("code") String code,
            @Parameter(description = "PEOPLE, RUNNING hoặc PAID") @QueryParam("kind") String kind,
            @Parameter(description = "Tháng của danh sách đã chi trả") @QueryParam("month")
                    String month,
            @Parameter(description = "Tên tệp") @QueryParam("name") String name,
            InputStream file,
            @Context UriInfo uri,
            @Context SecurityContext security) {
        FileKind of = kind(kind);
        YearMonth paid = of == FileKind.PAID ? Input.month("month", month) : null;
        UploadView upload =
                imports.upload(
                        tenant(code),
                        Caller.actor(security),
                        of,
                        paid,
                        name,
                        Input.required("body", file));
        URI location = uri.getAbsolutePathBuilder().path(Long.toString(upload.id())).build();
        return Response.created(location).entity(upload).build();
    }

    private static FileKind kind(String kind) {
        for (FileKind one : FileKind.values()) {
            if (one.name().equals(Input.required("kind", kind))) {
                return one;
            }
        }
        throw Input.refused("kind", "Loại tệp là PEOPLE, RUNNING hoặc PAID.");
    }

    /** Uploads, newest first. */
    @GET
    @Needs(Permission.IMPORT)
    @Operation(operationId = "listImports", summary = "Các tệp đã tải lên, mới nhất trước")
    public List<UploadView> list(
            @PathParam("code") String code, @Context SecurityContext security) {
        return imports.uploads(tenant(code), Caller.actor(security));
    }

    /** One upload. */
    @GET
    @Path("{id: [0-9]+}")
    @Needs(Permission.IMPORT)
    @Operation(operationId = "getImport", summary = "Một tệp: số dòng theo kết quả, cách hiểu cột")
    public UploadView get(
            @PathParam("code") String code,
            @PathParam("id") long id,
            @Context SecurityContext security) {
        return imports.one(tenant(code), Caller.actor(security), id);
    }

    /** A page of rows with their verdicts. */
    @GET
    @Path("{id: [0-9]+}/rows")
    @Needs(Permission.IMPORT)
    @Operation(operationId = "listImportRows", summary = "Từng dòng với kết quả và vì sao")
    public Page<RowView> rows(
            @PathParam("code") String code,
            @PathParam("id") long id,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit,
            @Context SecurityContext security) {
        int most = Input.limit(limit);
        int from = (int) Math.min(Integer.MAX_VALUE, Input.after(after));
        return Page.of(
                imports.rows(tenant(code), Caller.actor(security), id, from, most),
                most,
                RowView::number);
    }

    /** The verdict workbook. */
    @GET
    @Path("{id: [0-9]+}/verdicts")
    @Produces(XLSX)
    @Needs(Permission.IMPORT)
    @Operation(
            operationId = "getVerdicts",
            summary = "Tệp kết quả: các dòng của cán bộ kèm «Kết quả» và «Vì sao»",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "Tệp XLSX",
                            content =
                                    @Content(
                                            mediaType = XLSX,
                                            schema = @Schema(type = "string", format = "binary"))))
    public Response verdicts(
            @PathParam("code") String code,
            @PathParam("id") long id,
            @Context SecurityContext security) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        imports.verdicts(tenant(code), Caller.actor(security), id, out);
        return Response.ok(out.toByteArray(), XLSX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ReportsResource.attachment("ket-qua-" + id + ".xlsx"))
                .build();
    }

    /** Takes every row over or none; again it is harmless. */
    @POST
    @Path("{id: [0-9]+}:confirm")
    @Needs(Permission.IMPORT)
    @Operation(operationId = "confirmImport", summary = "Nhập tất cả hoặc không dòng nào")
    public UploadView confirm(
            @PathParam("code") String code,
            @PathParam("id") long id,
            Confirmation request,
            @Context SecurityContext security) {
        return imports.confirm(
                tenant(code),
                Caller.actor(security),
                id,
                Input.required("body", request).acceptProposals());
    }

    /** Gives an upload up. */
    @POST
    @Path("{id: [0-9]+}:abandon")
    @Needs(Permission.IMPORT)
    @Operation(operationId = "abandonImport", summary = "Bỏ tệp; các dòng chờ bị xóa")
    public UploadView abandon(
            @PathParam("code") String code,
            @PathParam("id") long id,
            @Context SecurityContext security) {
        return imports.abandon(tenant(code), Caller.actor(security), id);
    }

    /** Meanings that were taught. */
    @GET
    @Path("meanings")
    @Needs(Permission.IMPORT)
    @Operation(operationId = "listMeanings", summary = "Nghĩa của cột và giá trị đã khai")
    public List<Meaning> meanings(
            @PathParam("code") String code, @Context SecurityContext security) {
        return imports.meanings(tenant(code), Caller.actor(security));
    }

    /** Teaches a meaning; gives all of them. */
    @POST
    @Path("meanings")
    @Needs(Permission.IMPORT)
    @Operation(operationId = "teachMeaning", summary = "Khai nghĩa một cột hay giá trị, dùng mãi")
    public List<Meaning> teach(
            @PathParam("code") String code, Meaning meaning, @Context SecurityContext security) {
        Input.required("kind", Input.required("body", meaning).kind());
        Input.required("field", meaning.field());
        imports.teach(tenant(code), Caller.actor(security), meaning);
        return imports.meanings(tenant(code), Caller.actor(security));
    }

    private TenantId tenant(String code) {
        return localities.require(code).id();
    }

    /** A confirmation. */
    record Confirmation(
            @Schema(description = "Đồng ý với mọi giá trị hệ thống đề nghị")
                    boolean acceptProposals) {}
}
