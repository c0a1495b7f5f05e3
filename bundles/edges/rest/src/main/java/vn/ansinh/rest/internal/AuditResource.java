package vn.ansinh.rest.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.SecurityContext;
import vn.ansinh.identity.api.AuditTrail;
import vn.ansinh.identity.api.AuditTrail.Entry;
import vn.ansinh.identity.api.AuditTrail.Query;
import vn.ansinh.identity.api.Permission;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.Localities;

/** The audit trail of a locality: who looked at my record, and what somebody did. */
@Path("localities/{code}/audit")
@Tag(name = "audit", description = "Nhật ký: ai đã xem, đã sửa hồ sơ của ai, để làm gì")
@Produces(MediaType.APPLICATION_JSON)
public final class AuditResource {
    private final Localities localities;
    private final AuditTrail trail;
    private final CivilClock clock;

    AuditResource(Localities localities, AuditTrail trail, CivilClock clock) {
        this.localities = localities;
        this.trail = trail;
        this.clock = clock;
    }

    /** A page of records, newest first; each as a sentence too. */
    @GET
    @Needs(Permission.READ_AUDIT)
    @Operation(
            operationId = "searchAudit",
            summary = "Tìm nhật ký theo đối tượng, tài khoản, thời gian; mới nhất trước")
    public Page<Entry> search(
            @PathParam("code") String code,
            @Parameter(description = "Số hiệu đối tượng: ai đã xem hồ sơ này") @QueryParam("person")
                    String person,
            @Parameter(description = "Tài khoản đã làm, hoặc được làm thay") @QueryParam("actor")
                    String actor,
            @Parameter(description = "Từ ngày, yyyy-MM-dd") @QueryParam("from") String from,
            @Parameter(description = "Đến hết ngày, yyyy-MM-dd") @QueryParam("to") String to,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit,
            @Context SecurityContext security) {
        int most = Input.limit(limit);
        long personId = Input.id("person", person);
        LocalDate last = to == null ? null : Input.day("to", to);
        Query query =
                new Query(
                        actor == null ? "" : actor,
                        personId > 0 ? AuditTrail.PERSON : "",
                        personId,
                        from == null ? null : begin(Input.day("from", from)),
                        last == null ? null : begin(last.plusDays(1)),
                        Input.after(after),
                        most);
        return Page.of(
                trail.search(localities.require(code).id(), Caller.actor(security), query),
                most,
                Entry::id);
    }

    private Instant begin(LocalDate day) {
        return day.atStartOfDay(clock.zone()).toInstant();
    }
}
