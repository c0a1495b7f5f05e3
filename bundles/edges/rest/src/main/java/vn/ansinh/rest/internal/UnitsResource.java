package vn.ansinh.rest.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import vn.ansinh.beneficiary.api.Units;
import vn.ansinh.beneficiary.api.Units.Finding;
import vn.ansinh.beneficiary.api.Units.Link;
import vn.ansinh.beneficiary.api.Units.Unit;
import vn.ansinh.identity.api.Permission;
import vn.ansinh.platform.api.CivilClock;

/** Administrative units of both public lists. */
@Path("units")
@Tag(name = "units", description = "Đơn vị hành chính trước và từ ngày 01/7/2025")
@Produces(MediaType.APPLICATION_JSON)
public final class UnitsResource {
    private final Units units;
    private final CivilClock clock;

    UnitsResource(Units units, CivilClock clock) {
        this.units = units;
        this.clock = clock;
    }

    /** Units by name on a day. */
    @GET
    @Needs(Permission.SIGNED_IN)
    @Operation(operationId = "findUnits", summary = "Tìm đơn vị hành chính theo tên, tại một ngày")
    public List<Unit> find(
            @Parameter(
                            required = true,
                            description = "Tên hoặc phần đầu, có dấu hay không đều được")
                    @QueryParam("q")
                    String text,
            @Parameter(description = "Ngày yyyy-MM-dd; mặc định hôm nay") @QueryParam("on")
                    String on,
            @QueryParam("limit") String limit) {
        return units.byName(Input.required("q", text), day(on), Input.limit(limit));
    }

    /** A unit with where its territory came from and went. */
    @GET
    @Path("{unit: [0-9]+}")
    @Needs(Permission.SIGNED_IN)
    @Operation(
            operationId = "getUnit",
            summary = "Một đơn vị theo mã và ngày, với đơn vị tiền thân và kế thừa có nguồn")
    public UnitView get(
            @PathParam("unit") String code,
            @Parameter(description = "Ngày yyyy-MM-dd; mặc định hôm nay") @QueryParam("on")
                    String on) {
        LocalDate day = day(on);
        Unit unit =
                units.byCode(code, day)
                        .orElseThrow(
                                () ->
                                        Input.notFound(
                                                "đơn vị mang mã " + code + " vào ngày " + day));
        return new UnitView(unit, units.predecessors(unit), units.successors(unit));
    }

    /** Lines of the lists that were left out. */
    @GET
    @Path("unmatched")
    @Needs(Permission.RUN_SYSTEM)
    @Operation(
            operationId = "listUnmatchedUnits",
            summary = "Các dòng danh mục không khớp nên không nạp")
    public List<Finding> unmatched() {
        return units.findings();
    }

    private LocalDate day(String on) {
        return on == null ? clock.today() : Input.day("on", on);
    }

    /**
     * A unit with its links.
     *
     * @param unit unit
     * @param predecessors where its territory came from
     * @param successors where it went
     */
    record UnitView(Unit unit, List<Link> predecessors, List<Link> successors) {}
}
