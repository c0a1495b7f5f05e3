package vn.ansinh.rest.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;
import vn.ansinh.identity.api.Permission;
import vn.ansinh.payment.api.AuditFile;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.TenantId;

/** The auditor's file: ids only. */
@Path("localities/{code}/audit-file")
@Tag(name = "audit-file", description = "Hồ sơ phục vụ thanh tra, kiểm toán")
public final class AuditFileResource {
    private static final String ZIP = "application/zip";

    private final Localities localities;
    private final AuditFile auditFile;

    AuditFileResource(Localities localities, AuditFile auditFile) {
        this.localities = localities;
        this.auditFile = auditFile;
    }

    /** The auditor's file. */
    @GET
    @Produces(ZIP)
    @Needs(Permission.READ_AUDIT)
    @Operation(
            operationId = "getAuditFile",
            summary = "Hồ sơ phục vụ thanh tra, kiểm toán của một khoảng tháng",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "Tệp ZIP",
                            content =
                                    @Content(
                                            mediaType = ZIP,
                                            schema = @Schema(type = "string", format = "binary"))))
    public Response auditFile(
            @PathParam("code") String code,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @Context SecurityContext security) {
        TenantId tenant = localities.require(code).id();
        return Spooled.file(
                "ho-so-thanh-tra-" + code + "-" + from + "-" + to + ".zip",
                ZIP,
                out ->
                        auditFile.write(
                                tenant,
                                Caller.actor(security),
                                Input.month("from", from),
                                Input.month("to", to),
                                out));
    }
}
