package vn.ansinh.rest.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;
import vn.ansinh.activation.api.ActiveLaw;
import vn.ansinh.identity.api.Permission;
import vn.ansinh.payment.api.Estimates;
import vn.ansinh.payment.api.Estimates.Estimate;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.reporting.port.Renderer;

/** What a coming year will cost: sums only, no person. Money is whole đồng. */
@Path("localities/{code}/estimates/{year}")
@Tag(name = "estimates", description = "Dự toán một năm; chỉ có số tổng")
@Produces(MediaType.APPLICATION_JSON)
public final class EstimatesResource {
    private final Localities localities;
    private final Estimates estimates;
    private final ActiveLaw activeLaw;
    private final Renderer renderer;

    EstimatesResource(
            Localities localities, Estimates estimates, ActiveLaw activeLaw, Renderer renderer) {
        this.localities = localities;
        this.estimates = estimates;
        this.activeLaw = activeLaw;
        this.renderer = renderer;
    }

    /** The estimate. */
    @GET
    @Needs(Permission.READ_TOTALS)
    @Operation(
            operationId = "getEstimate",
            summary = "Dự toán theo tháng, đơn vị, nhóm, nguồn; không lưu, không chi trả")
    public Estimate estimate(
            @PathParam("code") String code,
            @Parameter(description = "Năm, từ năm nay đến 5 năm tới") @PathParam("year")
                    String year,
            @Context SecurityContext security) {
        return of(code, year, security);
    }

    /** The same as a workbook. */
    @GET
    @Path("file")
    @Produces(ImportsResource.XLSX)
    @Needs(Permission.READ_TOTALS)
    @Operation(
            operationId = "getEstimateFile",
            summary = "Dự toán dạng XLSX",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "Tệp XLSX",
                            content =
                                    @Content(
                                            mediaType = ImportsResource.XLSX,
                                            schema = @Schema(type = "string", format = "binary"))))
    public Response file(
            @PathParam("code") String code,
            @Parameter(description = "Năm, từ năm nay đến 5 năm tới") @PathParam("year")
                    String year,
            @Context SecurityContext security) {
        Estimate estimate = of(code, year, security);
        byte[] bytes =
                renderer.render(
                        "XLSX",
                        activeLaw.require(code).profile(),
                        estimate.knownOn(),
                        EstimateTable.of(estimate));
        return Response.ok(bytes, ImportsResource.XLSX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ReportsResource.attachment("du-toan-" + estimate.year() + ".xlsx"))
                .build();
    }

    private Estimate of(String code, String year, SecurityContext security) {
        if (!year.matches("\\d{4}")) {
            throw Input.refused("year", "Năm viết bốn chữ số, ví dụ 2027.");
        }
        return estimates.of(
                localities.require(code).id(), Caller.actor(security), Integer.parseInt(year));
    }
}
