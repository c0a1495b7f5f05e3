package vn.ansinh.rest.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.SecurityContext;
import vn.ansinh.entitlement.api.RunningDecisions;
import vn.ansinh.entitlement.api.RunningDecisions.ImportResult;
import vn.ansinh.identity.api.Permission;
import vn.ansinh.platform.api.Localities;

/** Takes over the decisions that are running when a locality begins. */
@Path("localities/{code}/decisions:import")
@Tag(name = "decisions", description = "Quyết định trợ cấp")
@Produces(MediaType.APPLICATION_JSON)
public final class DecisionImportResource {
    private final Localities localities;
    private final RunningDecisions decisions;

    DecisionImportResource(Localities localities, RunningDecisions decisions) {
        this.localities = localities;
        this.decisions = decisions;
    }

    /** Imports all rows or none. */
    @POST
    @Consumes(Envelope.CSV)
    @Needs(Permission.IMPORT)
    @Operation(
            operationId = "importDecisions",
            summary = "Nhập đối tượng và quyết định đang hưởng từ CSV: tất cả hoặc không dòng nào",
            requestBody =
                    @RequestBody(
                            required = true,
                            description = "CSV, UTF-8; cột: docs/reference/running-decisions.md",
                            content =
                                    @Content(
                                            mediaType = Envelope.CSV,
                                            schema = @Schema(type = "string"))))
    public ImportResult importCsv(
            @PathParam("code") String code, InputStream csv, @Context SecurityContext security) {
        return decisions.importCsv(
                localities.require(code).id(),
                Caller.actor(security),
                "REST",
                // Unlike the reader's usual way, bytes that are no UTF-8 are refused: a name with a
                // replacement character in it must never reach the register.
                new InputStreamReader(
                        Input.required("body", csv),
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)));
    }
}
