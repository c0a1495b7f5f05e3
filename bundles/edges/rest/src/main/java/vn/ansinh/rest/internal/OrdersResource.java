package vn.ansinh.rest.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
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
import vn.ansinh.payment.api.OrderState;
import vn.ansinh.payment.api.Orders;
import vn.ansinh.payment.api.Orders.Matching;
import vn.ansinh.payment.api.Orders.OrderDetail;
import vn.ansinh.payment.api.Orders.OrderView;
import vn.ansinh.payment.api.Orders.Sending;
import vn.ansinh.payment.api.Orders.Source;
import vn.ansinh.payment.api.Orders.StateTotal;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.TenantId;

/** Payment orders of runs. */
@Path("localities/{code}/orders")
@Tag(name = "orders", description = "Lệnh chi; số tiền là số nguyên đồng")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class OrdersResource {
    private final Localities localities;
    private final Orders orders;
    private final Once once;

    OrdersResource(Localities localities, Orders orders, Once once) {
        this.localities = localities;
        this.orders = orders;
        this.once = once;
    }

    /** A page of orders. */
    @GET
    @Needs(Permission.READ_PAYMENT)
    @Operation(
            operationId = "listOrders",
            summary = "Lệnh chi của một kỳ (run), có thể chỉ một trạng thái (state)")
    public Page<OrderView> list(
            @PathParam("code") String code,
            @QueryParam("run") String run,
            @QueryParam("state") String state,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit,
            @Context SecurityContext security) {
        int most = Input.limit(limit);
        return Page.of(
                orders.orders(
                        tenant(code),
                        Caller.actor(security),
                        Input.id("run", Input.required("run", run)),
                        Input.code("state", state, OrderState.class),
                        Input.after(after),
                        most),
                most,
                OrderView::id);
    }

    /** Heads and sums. */
    @GET
    @Path("totals")
    @Needs(Permission.READ_PAYMENT)
    @Operation(operationId = "getOrderTotals", summary = "Số lệnh và số tiền theo trạng thái")
    public List<StateTotal> totals(
            @PathParam("code") String code,
            @QueryParam("run") String run,
            @Context SecurityContext security) {
        return orders.totals(
                tenant(code), Caller.actor(security), Input.id("run", Input.required("run", run)));
    }

    /** One order. */
    @GET
    @Path("{id: [0-9]+}")
    @Needs(Permission.READ_PAYMENT)
    @Operation(operationId = "getOrder", summary = "Một lệnh chi: các khoản và diễn biến")
    public OrderDetail get(
            @PathParam("code") String code,
            @PathParam("id") long id,
            @Context SecurityContext security) {
        return orders.order(tenant(code), Caller.actor(security), id);
    }

    /** Sends a run. */
    @POST
    @Path("send")
    @Needs(Permission.PAY)
    @Operation(
            operationId = "sendOrders",
            summary =
                    "Gửi lệnh chi của kỳ đã duyệt; gọi lại chỉ làm phần còn lại, không gửi hai lần")
    public Sending send(
            @PathParam("code") String code, RunRef run, @Context SecurityContext security) {
        return orders.send(
                tenant(code), Caller.actor(security), Input.required("body", run).runId());
    }

    /** New orders for old ones. */
    @POST
    @Path("reissue")
    @Needs(Permission.PAY)
    @Operation(
            operationId = "reissueOrders",
            summary =
                    "Lập lệnh mới thay lệnh dừng, bị từ chối, hoàn trả, chưa nhận; hoặc chuyển kỳ")
    public Once.Created reissue(
            @PathParam("code") String code,
            @HeaderParam(Once.KEY) String key,
            Replacement request,
            @Context SecurityContext security) {
        Replacement wanted = Input.required("body", request);
        TenantId tenant = tenant(code);
        return once.create(
                tenant,
                Caller.actor(security),
                key,
                "reissueOrders",
                wanted,
                () ->
                        orders.reissue(
                                tenant,
                                Caller.actor(security),
                                Input.required("orderIds", wanted.orderIds()),
                                wanted.runId(),
                                wanted.reason()));
    }

    /** Lets an order go. */
    @POST
    @Path("{id: [0-9]+}/release")
    @Needs(Permission.PAY)
    @Operation(
            operationId = "releaseOrder",
            summary = "Cho gửi lệnh bị dừng vì tên chủ tài khoản khác, kèm lý do")
    public OrderDetail release(
            @PathParam("code") String code,
            @PathParam("id") long id,
            Reason reason,
            @Context SecurityContext security) {
        TenantId tenant = tenant(code);
        orders.release(tenant, Caller.actor(security), id, Input.required("body", reason).reason());
        return orders.order(tenant, Caller.actor(security), id);
    }

    /** Leaves orders unpaid. */
    @POST
    @Path("leave")
    @Needs(Permission.PAY)
    @Operation(
            operationId = "leaveOrders",
            summary = "Để lại chưa chi, theo dõi như khoản phải trả; kỳ chi trả khóa được")
    public Once.Created leave(
            @PathParam("code") String code, Leaving request, @Context SecurityContext security) {
        Leaving wanted = Input.required("body", request);
        List<Long> ids = Input.required("orderIds", wanted.orderIds());
        orders.leave(tenant(code), Caller.actor(security), ids, wanted.reason());
        return new Once.Created(ids);
    }

    /** Lines, orders and bookings against each other. */
    @GET
    @Path("matching")
    @Needs(Permission.PAY)
    @Operation(
            operationId = "matchOrders",
            summary = "Đối chiếu khoản đã duyệt, lệnh chi và sổ ngân hàng; không nêu run là mọi kỳ")
    public Matching matching(
            @PathParam("code") String code,
            @QueryParam("run") String run,
            @Context SecurityContext security) {
        return orders.matching(tenant(code), Caller.actor(security), Input.id("run", run));
    }

    /** Accounts the money leaves from. */
    @GET
    @Path("sources")
    @Needs(Permission.PAY)
    @Operation(operationId = "listPaymentSources", summary = "Tài khoản nguồn")
    public List<Source> sources(@PathParam("code") String code, @Context SecurityContext security) {
        return orders.sources(tenant(code), Caller.actor(security));
    }

    /** Sets one. */
    @PUT
    @Path("sources")
    @Needs(Permission.PAY)
    @Operation(
            operationId = "setPaymentSource",
            summary =
                    "Khai tài khoản nguồn cho một ngân hàng của người nhận, hoặc cho mọi nơi khác")
    public List<Source> source(
            @PathParam("code") String code, Source source, @Context SecurityContext security) {
        Source wanted = Input.required("body", source);
        String paysBank = wanted.paysBank() == null ? "" : wanted.paysBank().strip();
        orders.source(
                tenant(code),
                Caller.actor(security),
                new Source(
                        paysBank,
                        Input.required("bank", wanted.bank()),
                        Input.required("account", wanted.account()),
                        Input.required("name", wanted.name())));
        return sources(code, security);
    }

    private TenantId tenant(String code) {
        return localities.require(code).id();
    }

    /** A run. */
    record RunRef(long runId) {}

    /** A reason. */
    record Reason(String reason) {}

    /** Orders to leave. */
    record Leaving(List<Long> orderIds, String reason) {}

    /** Orders to replace, and the run the new ones are sent with. */
    record Replacement(List<Long> orderIds, long runId, String reason) {}
}
