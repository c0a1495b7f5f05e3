package vn.ansinh.rest.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.SecurityContext;
import vn.ansinh.entitlement.api.Entitlements;
import vn.ansinh.entitlement.api.Entitlements.Entitled;
import vn.ansinh.entitlement.api.Entitlements.PastChange;
import vn.ansinh.entitlement.api.Entitlements.Proposal;
import vn.ansinh.identity.api.Permission;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.TenantId;

/** What decisions give a person, and what the law proposes to decide. */
@Path("localities/{code}/people/{id: \\d+}/entitlements")
@Tag(name = "entitlements", description = "Chế độ đang hưởng và đề xuất quyết định")
@Produces(MediaType.APPLICATION_JSON)
public final class EntitlementsResource {
    private final Localities localities;
    private final Entitlements entitlements;
    private final CivilClock clock;

    EntitlementsResource(Localities localities, Entitlements entitlements, CivilClock clock) {
        this.localities = localities;
        this.entitlements = entitlements;
        this.clock = clock;
    }

    /** What a person gets. */
    @GET
    @Needs(Permission.READ_DECISION)
    @Operation(
            operationId = "listEntitlements",
            summary = "Chế độ của một người theo quyết định, kể cả đoạn tạm dừng (suspendedBy)")
    public List<Entitled> list(
            @PathParam("code") String code,
            @PathParam("id") long id,
            @Parameter(description = "Tháng hưởng, yyyy-MM; bỏ trống là mọi tháng")
                    @QueryParam("month")
                    String month,
            @Parameter(description = "Như được biết đến hết ngày này, yyyy-MM-dd; mặc định bây giờ")
                    @QueryParam("knownOn")
                    String knownOn,
            @Context SecurityContext security) {
        YearMonth only = month == null ? null : Input.month("month", month);
        return entitlements.of(tenant(code), Caller.actor(security), id, knownAt(knownOn)).stream()
                .filter(one -> only == null || one.covers(only))
                .toList();
    }

    private Instant knownAt(String knownOn) {
        if (knownOn == null) {
            return clock.now();
        }
        LocalDate day = Input.day("knownOn", knownOn);
        return day.plusDays(1).atStartOfDay(clock.zone()).toInstant().minusNanos(1000);
    }

    /** What the law proposes. */
    @GET
    @Path("proposals")
    @Needs(Permission.READ_DECISION)
    @Operation(
            operationId = "proposeDecision",
            summary = "Đề xuất theo luật cho quyết định ký ngày này: dòng để đưa vào dự thảo")
    public List<Proposal> propose(
            @PathParam("code") String code,
            @PathParam("id") long id,
            @Parameter(description = "Ngày ký, yyyy-MM-dd; mặc định hôm nay")
                    @QueryParam("signedOn")
                    String signedOn,
            @Context SecurityContext security) {
        LocalDate day = signedOn == null ? clock.today() : Input.day("signedOn", signedOn);
        return entitlements.propose(tenant(code), Caller.actor(security), id, day);
    }

    /** Months of the past that decisions changed. */
    @GET
    @Path("past-changes")
    @Needs(Permission.READ_DECISION)
    @Operation(
            operationId = "listPastChanges",
            summary = "Các tháng đã qua mà quyết định làm thay đổi: căn cứ truy lĩnh, thu hồi")
    public List<PastChange> pastChanges(
            @PathParam("code") String code,
            @PathParam("id") long id,
            @Context SecurityContext security) {
        return entitlements.pastChanges(tenant(code), Caller.actor(security), id);
    }

    private TenantId tenant(String code) {
        return localities.require(code).id();
    }
}
