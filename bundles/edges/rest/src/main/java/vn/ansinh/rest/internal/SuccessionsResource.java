package vn.ansinh.rest.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.SecurityContext;
import vn.ansinh.identity.api.Permission;
import vn.ansinh.payment.api.Successions;
import vn.ansinh.payment.api.Successions.DryRun;
import vn.ansinh.payment.api.Successions.NewPlan;
import vn.ansinh.payment.api.Successions.Plan;
import vn.ansinh.payment.api.Successions.Seat;
import vn.ansinh.payment.api.Successions.Sum;
import vn.ansinh.payment.api.Successions.UnitRow;
import vn.ansinh.payment.api.Successions.Unmatched;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.Localities;

/** Successions: for those who run the container; keys, counts and đồng only. */
@Path("successions")
@Tag(name = "successions", description = "Kế thừa khi nhập, chia đơn vị hành chính")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class SuccessionsResource {
    private static final String ID = "{id: [0-9]+}";

    private final Localities localities;
    private final Successions successions;
    private final Once once;

    SuccessionsResource(Localities localities, Successions successions, Once once) {
        this.localities = localities;
        this.successions = successions;
        this.once = once;
    }

    /** All plans. */
    @GET
    @Needs(Permission.RUN_SYSTEM)
    @Operation(operationId = "listSuccessions", summary = "Các phương án kế thừa, mới nhất trước")
    public List<Plan> list(@Context SecurityContext security) {
        return successions.all(Caller.actor(security));
    }

    /** Makes a plan. */
    @POST
    @Needs(Permission.RUN_SYSTEM)
    @Operation(
            operationId = "planSuccession",
            summary = "Lập phương án: đơn vị cũ về đâu lấy từ danh mục khi chỉ có một nơi kế thừa")
    public Once.Created plan(
            @HeaderParam(Once.KEY) String key,
            PlanRequest request,
            @Context SecurityContext security) {
        Actor actor = Caller.actor(security);
        PlanRequest asked = Input.required("body", request);
        NewPlan plan =
                new NewPlan(
                        Objects.requireNonNullElse(asked.predecessors(), List.of()),
                        Objects.requireNonNullElse(asked.successors(), List.of()),
                        Objects.requireNonNullElse(asked.units(), List.of()),
                        Input.month("effective", asked.effective()),
                        asked.paper());
        if (key == null || plan.predecessors().isEmpty()) {
            return new Once.Created(List.of(successions.plan(actor, plan)));
        }
        return once.create(
                localities.require(plan.predecessors().get(0)).id(),
                actor,
                key,
                "planSuccession",
                asked,
                () -> List.of(successions.plan(actor, plan)));
    }

    /** One. */
    @GET
    @Path(ID)
    @Needs(Permission.RUN_SYSTEM)
    @Operation(
            operationId = "getSuccession",
            summary = "Một phương án: đơn vị, tiến độ, số đối chiếu, diễn biến")
    public Plan get(@PathParam("id") long id, @Context SecurityContext security) {
        return successions.get(Caller.actor(security), id);
    }

    /** Says where a unit goes. */
    @PUT
    @Path(ID + "/units")
    @Needs(Permission.RUN_SYSTEM)
    @Operation(
            operationId = "assignSuccessionUnit",
            summary = "Giao một đơn vị cũ cho nơi kế thừa, kèm lý do; đề xuất trước đó hết giá trị")
    public Plan assign(
            @PathParam("id") long id, UnitRow request, @Context SecurityContext security) {
        successions.assign(Caller.actor(security), id, Input.required("body", request));
        return successions.get(Caller.actor(security), id);
    }

    /** Counts everything. */
    @GET
    @Path(ID + "/dry-run")
    @Needs(Permission.RUN_SYSTEM)
    @Operation(
            operationId = "dryRunSuccession",
            summary = "Chạy thử: số người, số tiền theo từng nơi; không ghi gì")
    public DryRunView dryRun(@PathParam("id") long id, @Context SecurityContext security) {
        DryRun found = successions.dryRun(Caller.actor(security), id);
        return new DryRunView(
                found.hash(),
                found.blocked(),
                found.sums(),
                found.unmatched().size(),
                found.notes());
    }

    /** What does not match. */
    @GET
    @Path(ID + "/unmatched")
    @Needs(Permission.RUN_SYSTEM)
    @Operation(
            operationId = "listSuccessionUnmatched",
            summary = "Người, hộ, đơn vị, quyết định, kỳ chi trả chưa khớp, từng dòng kèm lý do")
    public Page<UnmatchedRow> unmatched(
            @PathParam("id") long id,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit,
            @Context SecurityContext security) {
        List<Unmatched> all = successions.dryRun(Caller.actor(security), id).unmatched();
        int most = Input.limit(limit);
        int first = (int) Math.min(Input.after(after), all.size());
        List<UnmatchedRow> page = new java.util.ArrayList<>();
        for (int i = first; i < Math.min(all.size(), first + most); i++) {
            page.add(UnmatchedRow.of(i + 1, all.get(i)));
        }
        return Page.of(page, most, UnmatchedRow::row);
    }

    /** Proposes what the dry run showed. */
    @POST
    @Path(ID + "/propose")
    @Needs(Permission.RUN_SYSTEM)
    @Operation(
            operationId = "proposeSuccession",
            summary = "Đề xuất đúng những gì lần chạy thử có mã băm này đã đếm")
    public Plan propose(
            @PathParam("id") long id, ProposeRequest request, @Context SecurityContext security) {
        Actor actor = Caller.actor(security);
        ProposeRequest asked = Input.required("body", request);
        successions.propose(actor, id, Input.required("hash", asked.hash()));
        return successions.get(actor, id);
    }

    /** Approves what another proposed. */
    @POST
    @Path(ID + "/approve")
    @Needs(Permission.RUN_SYSTEM)
    @Operation(operationId = "approveSuccession", summary = "Người thứ hai duyệt đề xuất")
    public Plan approve(@PathParam("id") long id, @Context SecurityContext security) {
        successions.approve(Caller.actor(security), id);
        return successions.get(Caller.actor(security), id);
    }

    /** Carries it out, or goes on. */
    @POST
    @Path(ID + "/carry")
    @Needs(Permission.RUN_SYSTEM)
    @Operation(
            operationId = "carrySuccession",
            summary =
                    "Chuyển từng phần rồi đối chiếu hai bên; gọi lại là làm tiếp chỗ đang dở, lệch"
                            + " thì mọi địa phương vẫn tạm dừng (AS-0201)")
    public Plan carry(@PathParam("id") long id, @Context SecurityContext security) {
        return successions.carry(Caller.actor(security), id);
    }

    /** Takes it back. */
    @POST
    @Path(ID + "/reverse")
    @Needs(Permission.RUN_SYSTEM)
    @Operation(
            operationId = "reverseSuccession",
            summary =
                    "Hủy việc kế thừa: người thứ nhất đề nghị, người thứ hai gọi lại là làm; sau kỳ"
                            + " chi trả đầu tiên đã gửi thì không hủy được (AS-0105)")
    public Plan reverse(
            @PathParam("id") long id, ReverseRequest request, @Context SecurityContext security) {
        return successions.reverse(
                Caller.actor(security), id, Input.required("body", request).reason());
    }

    /** Which dry run is meant. */
    record ProposeRequest(String hash) {}

    /** Why it is taken back; no name, no identity number. */
    record ReverseRequest(String reason) {}

    /** A plan to be made. */
    record PlanRequest(
            List<String> predecessors,
            List<String> successors,
            List<Seat> units,
            String effective,
            String paper) {}

    /**
     * A dry run without its rows.
     *
     * @param hash give it back with the proposal
     * @param blocked something must be settled first
     * @param sums counts and sums; an empty successor is what stays
     * @param unmatched rows to look at
     * @param notes remarks
     */
    record DryRunView(
            String hash, boolean blocked, List<Sum> sums, int unmatched, List<String> notes) {}

    /** A row that does not match. */
    record UnmatchedRow(
            int row,
            String locality,
            String kind,
            long id,
            String unit,
            String reason,
            boolean blocks,
            String sentence) {
        static UnmatchedRow of(int row, Unmatched one) {
            return new UnmatchedRow(
                    row,
                    one.locality(),
                    one.kind(),
                    one.id(),
                    one.unit(),
                    one.reason().name(),
                    one.reason().blocks(),
                    one.reason().sentence());
        }
    }
}
