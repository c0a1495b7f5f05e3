package vn.ansinh.rest.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.EntityTag;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;
import javax.ws.rs.core.UriInfo;
import vn.ansinh.identity.api.Permission;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.reporting.api.Reports;
import vn.ansinh.reporting.api.Reports.FormView;
import vn.ansinh.reporting.api.Reports.Issued;

/** Reports of a locality, for its officers. */
@Path("localities/{code}/reports")
@Tag(name = "reports", description = "Báo cáo theo mẫu của địa phương")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ReportsResource {
    private static final String XLSX =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String PDF = "application/pdf";
    private static final String CSV = Envelope.CSV + "; charset=UTF-8";
    private static final Map<String, String> TYPES = Map.of("XLSX", XLSX, "PDF", PDF, "CSV", CSV);

    private final Localities localities;
    private final Reports reports;

    ReportsResource(Localities localities, Reports reports) {
        this.localities = localities;
        this.reports = reports;
    }

    /** Forms there are. */
    @GET
    @Needs(Permission.READ_TOTALS)
    @Operation(operationId = "listForms", summary = "Các mẫu báo cáo dùng được")
    public List<FormView> forms(@PathParam("code") String code) {
        return reports.forms(localities.require(code).id());
    }

    /** Issues a report. */
    @POST
    @Needs(Permission.ISSUE_REPORT)
    @Operation(
            operationId = "issueReport",
            summary = "Lập báo cáo; tệp ở địa chỉ trong Location",
            responses =
                    @ApiResponse(
                            responseCode = "201",
                            description = "Đã lập và lưu",
                            content =
                                    @Content(schema = @Schema(implementation = IssuedView.class))))
    public Response issue(
            @PathParam("code") String code,
            NewReport request,
            @Context UriInfo uri,
            @Context SecurityContext security) {
        Input.required("body", request);
        String form = Input.required("form", request.form());
        YearMonth month = Input.month("month", request.month());
        if (!TYPES.containsKey(Input.required("format", request.format()))) {
            throw Input.refused("format", "Định dạng là XLSX, PDF hoặc CSV.");
        }
        Issued issued =
                reports.issue(
                        localities.require(code).id(),
                        Caller.actor(security),
                        form,
                        month,
                        request.format());
        URI location = uri.getAbsolutePathBuilder().path(Long.toString(issued.id())).build();
        return Response.created(location).entity(IssuedView.of(issued)).build();
    }

    /** The file. */
    @GET
    @Path("{id}")
    @Produces({XLSX, PDF, CSV})
    @Needs(Permission.ISSUE_REPORT)
    @Operation(
            operationId = "getReport",
            summary = "Tệp báo cáo đã lập",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "Tệp",
                            content = {
                                @Content(
                                        mediaType = XLSX,
                                        schema = @Schema(type = "string", format = "binary")),
                                @Content(
                                        mediaType = PDF,
                                        schema = @Schema(type = "string", format = "binary")),
                                @Content(
                                        mediaType = Envelope.CSV,
                                        schema = @Schema(type = "string", format = "binary"))
                            }))
    public Response file(
            @PathParam("code") String code,
            @PathParam("id") long id,
            @Context SecurityContext security) {
        Issued issued =
                reports.issued(localities.require(code).id(), Caller.actor(security), id)
                        .orElseThrow(() -> Input.notFound("báo cáo số " + id));
        return Response.ok(issued.bytes(), TYPES.get(issued.format()))
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(issued.fileName()))
                .tag(new EntityTag(issued.sha256()))
                .build();
    }

    /** RFC 6266: an ASCII name for old clients, the real one beside it. */
    static String attachment(String fileName) {
        String ascii =
                Normalizer.normalize(fileName, Normalizer.Form.NFD)
                        .replaceAll("\\p{M}", "")
                        .replace('đ', 'd')
                        .replace('Đ', 'D')
                        .replaceAll("[^A-Za-z0-9._-]", "_");
        String encoded = URLEncoder.encode(fileName, StandardCharsets.UTF_8).replace("+", "%20");
        return "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + encoded;
    }

    /** A report to be issued. */
    record NewReport(
            @Schema(example = "HD-R2") String form,
            @Schema(pattern = "^\\d{4}-\\d{2}$", example = "2026-03") String month,
            @Schema(allowableValues = {"XLSX", "PDF", "CSV"}) String format) {}

    /** An issued report without its bytes. */
    record IssuedView(
            long id,
            String form,
            YearMonth month,
            String format,
            String fileName,
            String sha256,
            String cellsSha256,
            Instant issuedAt) {
        static IssuedView of(Issued issued) {
            return new IssuedView(
                    issued.id(),
                    issued.formCode(),
                    issued.month(),
                    issued.format(),
                    issued.fileName(),
                    issued.sha256(),
                    issued.cellsSha256(),
                    issued.issuedAt());
        }
    }
}
