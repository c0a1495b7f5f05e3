package vn.ansinh.rest.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;
import javax.ws.rs.core.UriInfo;
import vn.ansinh.activation.api.ActiveLaw;
import vn.ansinh.identity.api.Permission;
import vn.ansinh.locality.api.Confidence;
import vn.ansinh.locality.api.LocalityPlan;
import vn.ansinh.locality.api.LocalityProfile.Unit;
import vn.ansinh.locality.api.ParameterRow;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.Localities.TenantInfo;

/** Localities. */
@Path("localities")
@Tag(name = "localities", description = "Địa phương")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class LocalitiesResource {
    private static final String CODE = "[a-z][a-z0-9-]{1,39}";
    private static final int LONGEST_NAME = 200;

    private final Localities localities;
    private final ActiveLaw activeLaw;

    LocalitiesResource(Localities localities, ActiveLaw activeLaw) {
        this.localities = localities;
        this.activeLaw = activeLaw;
    }

    /** All for an operator, else those of the account. */
    @GET
    @Needs(Permission.SIGNED_IN)
    @Operation(operationId = "listLocalities", summary = "Các địa phương mà tài khoản được thấy")
    public List<LocalityView> list(@Context SecurityContext security) {
        Caller caller = Caller.of(security);
        return localities.all().stream()
                .filter(locality -> caller.account().may(Permission.SEE_LOCALITY, locality.code()))
                .map(this::view)
                .toList();
    }

    /** One. */
    @GET
    @Path("{code}")
    @Needs(Permission.SEE_LOCALITY)
    @Operation(operationId = "getLocality", summary = "Một địa phương và chính sách đang hiệu lực")
    public LocalityView get(@PathParam("code") String code) {
        return view(localities.require(code));
    }

    /** Creates, or answers with the one there is. */
    @POST
    @Needs(Permission.RUN_SYSTEM)
    @Operation(
            operationId = "createLocality",
            summary = "Lập địa phương; đã có thì trả lại như cũ",
            responses =
                    @ApiResponse(
                            responseCode = "201",
                            description = "Đã có trong hệ thống",
                            content =
                                    @Content(
                                            schema = @Schema(implementation = LocalityView.class))))
    public Response create(NewLocality request, @Context UriInfo uri) {
        Input.required("body", request);
        if (!Input.required("code", request.code()).matches(CODE)) {
            throw Input.refused("code", "Mã địa phương: 2–40 chữ thường, chữ số, gạch ngang.");
        }
        if (Input.required("name", request.name()).length() > LONGEST_NAME) {
            throw Input.refused("name", "Tên địa phương dài quá " + LONGEST_NAME + " ký tự.");
        }
        TenantInfo made = localities.create(request.code(), request.name());
        URI location = uri.getAbsolutePathBuilder().path(made.code()).build();
        return Response.created(location).entity(view(made)).build();
    }

    private LocalityView view(TenantInfo locality) {
        return new LocalityView(
                locality.code(),
                locality.name(),
                activeLaw.of(locality.code()).map(LawInUse::of).orElse(null));
    }

    /**
     * A locality.
     *
     * @param code code
     * @param name name
     * @param law law in force here; null when its bundle is not active
     */
    record LocalityView(String code, String name, @Schema(nullable = true) LawInUse law) {}

    /** Law in force for a locality. */
    @Schema(nullable = true, description = "Chính sách đang hiệu lực; null khi gói chưa kích hoạt")
    record LawInUse(
            String bundle,
            String version,
            String sha256,
            String snapshotHash,
            String level,
            String parentName,
            LocalDate validFrom,
            @Schema(nullable = true) LocalDate validTo,
            List<String> succeededBy,
            List<Unit> units,
            List<String> warnings,
            LocalityPlan plan,
            List<OwnRow> ownRows) {

        static LawInUse of(ActiveLaw.Active active) {
            return new LawInUse(
                    active.symbolicName(),
                    active.version(),
                    active.sha256(),
                    active.snapshot().hash(),
                    active.profile().level(),
                    active.profile().parentName(),
                    active.profile().validFrom(),
                    active.profile().validTo(),
                    active.profile().succeededBy(),
                    active.profile().units(),
                    active.profile().warnings(),
                    active.plan(),
                    ownRows(active));
        }

        private static List<OwnRow> ownRows(ActiveLaw.Active active) {
            return active.snapshot().reference().stream()
                    .filter(row -> row.territory().equals(active.profile().code()))
                    .map(OwnRow::of)
                    .toList();
        }
    }

    /**
     * A policy, date or target of the locality itself.
     *
     * @param key what, e.g. {@code policy.XX-S1}
     * @param value {@code on}, {@code off}, a day, a number
     * @param unit its unit
     * @param appliesFrom first month
     * @param appliesTo last month, or null while open
     * @param instrument where it stands
     * @param confidence how sure it is
     * @param note plain words
     */
    record OwnRow(
            String key,
            String value,
            String unit,
            String appliesFrom,
            @Schema(nullable = true) String appliesTo,
            String instrument,
            Confidence confidence,
            String note) {

        static OwnRow of(ParameterRow row) {
            return new OwnRow(
                    row.key(),
                    row.value(),
                    row.unit(),
                    row.appliesFrom().toString(),
                    row.appliesTo() == null ? null : row.appliesTo().toString(),
                    row.citation().instrument(),
                    row.confidence(),
                    row.note());
        }
    }

    /** A locality to be made. */
    record NewLocality(String code, String name) {}
}
