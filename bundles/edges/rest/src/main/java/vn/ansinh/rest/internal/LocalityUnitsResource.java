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
import vn.ansinh.activation.api.ActiveLaw;
import vn.ansinh.beneficiary.api.Units;
import vn.ansinh.beneficiary.api.Units.Match;
import vn.ansinh.identity.api.Permission;
import vn.ansinh.locality.api.LocalityProfile;
import vn.ansinh.platform.api.CivilClock;

/** What a locality declares below itself, each beside the public list. */
@Path("localities/{code}/units")
@Tag(name = "units", description = "Đơn vị hành chính trước và từ ngày 01/7/2025")
@Produces(MediaType.APPLICATION_JSON)
public final class LocalityUnitsResource {
    private final Units units;
    private final ActiveLaw activeLaw;
    private final CivilClock clock;

    LocalityUnitsResource(Units units, ActiveLaw activeLaw, CivilClock clock) {
        this.units = units;
        this.activeLaw = activeLaw;
        this.clock = clock;
    }

    /** Units the locality declares, each beside the public list. */
    @GET
    @Needs(Permission.SEE_LOCALITY)
    @Operation(
            operationId = "listLocalityUnits",
            summary = "Đơn vị, thôn, tổ dân phố của địa phương, đối chiếu với danh mục")
    public List<DeclaredUnit> declared(
            @PathParam("code") String code,
            @Parameter(
                            description =
                                    "Ngày yyyy-MM-dd; mặc định ngày cuối của địa phương hoặc hôm nay")
                    @QueryParam("on")
                    String on) {
        LocalityProfile profile = activeLaw.require(code).profile();
        LocalDate last = profile.validTo();
        LocalDate day = on == null && last != null && last.isBefore(clock.today()) ? last : day(on);
        return profile.units().stream()
                .map(
                        unit ->
                                new DeclaredUnit(
                                        unit.code(),
                                        unit.name(),
                                        unit.kind(),
                                        unit.source(),
                                        units.match(unit.code(), unit.name(), day)))
                .toList();
    }

    private LocalDate day(String on) {
        return on == null ? clock.today() : Input.day("on", on);
    }

    /**
     * A unit as the locality declares it.
     *
     * @param code code within the locality
     * @param name name
     * @param kind kind
     * @param source where it is known from
     * @param match how it compares with the public list
     */
    record DeclaredUnit(String code, String name, String kind, String source, Match match) {}
}
