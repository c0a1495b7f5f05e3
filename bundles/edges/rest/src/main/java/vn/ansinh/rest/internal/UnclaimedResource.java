package vn.ansinh.rest.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.SecurityContext;
import vn.ansinh.identity.api.Permission;
import vn.ansinh.payment.api.Unclaimed;
import vn.ansinh.payment.api.Unclaimed.Debt;
import vn.ansinh.payment.api.Unclaimed.Sum;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.TenantId;

/** Money nobody collected. */
@Path("localities/{code}/unclaimed")
@Tag(name = "unclaimed", description = "Tiền chưa nhận")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class UnclaimedResource {
    private static final String ON = "Ngày chốt, yyyy-MM-dd; mặc định hôm nay, cuối năm là 12-31";

    private final Localities localities;
    private final Unclaimed unclaimed;
    private final CivilClock clock;

    UnclaimedResource(Localities localities, Unclaimed unclaimed, CivilClock clock) {
        this.localities = localities;
        this.unclaimed = unclaimed;
        this.clock = clock;
    }

    /** A page. */
    @GET
    @Needs(Permission.READ_PAYMENT)
    @Operation(
            operationId = "listUnclaimed",
            summary =
                    "Khoản chưa nhận, kèm số ngày; vẫn phải trả cho người hưởng hoặc người thừa kế")
    public Page<Debt> list(
            @PathParam("code") String code,
            @Parameter(description = ON) @QueryParam("on") String on,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit,
            @Context SecurityContext security) {
        int most = Input.limit(limit);
        return Page.of(
                unclaimed.page(
                        tenant(code), Caller.actor(security), day(on), Input.after(after), most),
                most,
                Debt::id);
    }

    /** The listing as a file. */
    @GET
    @Path("file")
    @Produces(Envelope.CSV)
    @Needs(Permission.READ_PAYMENT)
    @Operation(
            operationId = "getUnclaimedFile",
            summary = "Danh sách chưa nhận đến một ngày dạng CSV, ví dụ cuối năm")
    public String file(
            @PathParam("code") String code,
            @Parameter(description = ON) @QueryParam("on") String on,
            @Context SecurityContext security) {
        StringBuilder csv =
                new StringBuilder("id,personId,month,component,amountDong,channel,since,days\n");
        List<Debt> page;
        long after = 0;
        do {
            page = unclaimed.page(tenant(code), Caller.actor(security), day(on), after, 500);
            for (Debt debt : page) {
                csv.append(debt.id()).append(',').append(debt.personId()).append(',');
                csv.append(debt.month()).append(',').append(debt.component()).append(',');
                csv.append(debt.amountDong()).append(',').append(debt.channel()).append(',');
                csv.append(debt.since()).append(',').append(debt.days()).append('\n');
                after = debt.id();
            }
        } while (page.size() == 500);
        return csv.toString();
    }

    /** Sums. */
    @GET
    @Path("sums")
    @Needs(Permission.READ_TOTALS)
    @Operation(operationId = "sumUnclaimed", summary = "Tổng tiền chưa nhận theo năm")
    public List<Sum> sums(
            @PathParam("code") String code,
            @Parameter(description = ON) @QueryParam("on") String on,
            @Context SecurityContext security) {
        return unclaimed.sums(tenant(code), Caller.actor(security), day(on));
    }

    /** Opens cases to review. */
    @POST
    @Path("review")
    @Needs(Permission.DRAFT_DECISION)
    @Operation(
            operationId = "reviewUnclaimed",
            summary =
                    "Mở việc rà soát cho người không nhận tiền nhiều tháng liền: tiền mặt đề xuất tạm"
                            + " dừng, tài khoản xác minh còn sống")
    public Opened review(@PathParam("code") String code, @Context SecurityContext security) {
        return new Opened(unclaimed.review(tenant(code), Caller.actor(security)));
    }

    private LocalDate day(String on) {
        return on == null ? clock.today() : Input.day("on", on);
    }

    private TenantId tenant(String code) {
        return localities.require(code).id();
    }

    /** How many cases were opened. */
    record Opened(int cases) {}
}
