package vn.ansinh.rest.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.SecurityContext;
import vn.ansinh.identity.api.Permission;
import vn.ansinh.payment.api.Funds;
import vn.ansinh.payment.api.Funds.Account;
import vn.ansinh.payment.api.Funds.Coverage;
import vn.ansinh.payment.api.Funds.Entry;
import vn.ansinh.payment.api.Funds.Grant;
import vn.ansinh.payment.api.Funds.Shares;
import vn.ansinh.payment.api.Funds.Source;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.TenantId;

/** Sources of money, shares of a budget year, ceilings. Money is whole đồng; no person. */
@Path("localities/{code}/funds")
@Tag(name = "funds", description = "Nguồn kinh phí, tỷ lệ nguồn, hạn mức, giữ chỗ")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class FundsResource {
    private final Localities localities;
    private final Funds funds;
    private final Once once;

    FundsResource(Localities localities, Funds funds, Once once) {
        this.localities = localities;
        this.funds = funds;
        this.once = once;
    }

    /** Sources. */
    @GET
    @Path("sources")
    @Needs(Permission.READ_TOTALS)
    @Operation(operationId = "listFundSources", summary = "Các nguồn kinh phí")
    public List<Source> sources(@PathParam("code") String code, @Context SecurityContext security) {
        return funds.sources(tenant(code), Caller.actor(security));
    }

    /** Adds a source. */
    @POST
    @Path("sources")
    @Needs(Permission.MANAGE_FUNDS)
    @Operation(operationId = "addFundSource", summary = "Thêm nguồn kinh phí")
    public Source addSource(
            @PathParam("code") String code, Source request, @Context SecurityContext security) {
        Source source = Input.required("body", request);
        funds.addSource(tenant(code), Caller.actor(security), source);
        return source;
    }

    /** Newest shares of a budget year. */
    @GET
    @Path("{year: [0-9]{4}}/shares")
    @Needs(Permission.READ_TOTALS)
    @Operation(
            operationId = "getFundShares",
            summary = "Tỷ lệ nguồn mới nhất của năm ngân sách; version 0 là chưa quy định")
    public Shares shares(
            @PathParam("code") String code,
            @PathParam("year") int year,
            @Context SecurityContext security) {
        return funds.shares(tenant(code), Caller.actor(security), year);
    }

    /** Lays down new shares. */
    @POST
    @Path("shares")
    @Needs(Permission.MANAGE_FUNDS)
    @Operation(
            operationId = "layDownFundShares",
            summary = "Quy định tỷ lệ nguồn của một năm; kỳ đã duyệt giữ tỷ lệ cũ")
    public Once.Created layDown(
            @PathParam("code") String code,
            @HeaderParam(Once.KEY) String key,
            Shares request,
            @Context SecurityContext security) {
        Shares shares = Input.required("body", request);
        Input.required("rows", shares.rows());
        return once.create(
                tenant(code),
                Caller.actor(security),
                key,
                "layDownFundShares",
                shares,
                () -> List.of(funds.layDown(tenant(code), Caller.actor(security), shares)));
    }

    /** Accounts of a budget year. */
    @GET
    @Path("{year: [0-9]{4}}/accounts")
    @Needs(Permission.READ_TOTALS)
    @Operation(
            operationId = "listFundAccounts",
            summary = "Hạn mức, đã giữ chỗ, đã chi theo chương trình và nguồn")
    public List<Account> accounts(
            @PathParam("code") String code,
            @PathParam("year") int year,
            @Context SecurityContext security) {
        return funds.accounts(tenant(code), Caller.actor(security), year);
    }

    /** Entries of an account, newest first. */
    @GET
    @Path("accounts/{id: [0-9]+}/entries")
    @Needs(Permission.READ_TOTALS)
    @Operation(operationId = "listFundEntries", summary = "Diễn biến của một hạn mức, mới trước")
    public List<Entry> entries(
            @PathParam("code") String code,
            @PathParam("id") long id,
            @QueryParam("limit") String limit,
            @Context SecurityContext security) {
        return funds.entries(tenant(code), Caller.actor(security), id, Input.limit(limit));
    }

    /** Grants a ceiling or adjusts it. */
    @POST
    @Path("grants")
    @Needs(Permission.MANAGE_FUNDS)
    @Operation(
            operationId = "grantFunds",
            summary = "Giao hạn mức, hoặc điều chỉnh tăng giảm theo quyết định")
    public Once.Created grant(
            @PathParam("code") String code,
            @HeaderParam(Once.KEY) String key,
            Grant request,
            @Context SecurityContext security) {
        Grant grant = Input.required("body", request);
        return once.create(
                tenant(code),
                Caller.actor(security),
                key,
                "grantFunds",
                grant,
                () -> List.of(funds.grant(tenant(code), Caller.actor(security), grant).id()));
    }

    /** What a run needs. */
    @GET
    @Path("runs/{run: [0-9]+}")
    @Needs(Permission.READ_TOTALS)
    @Operation(
            operationId = "getRunFunds",
            summary = "Kỳ chi trả cần bao nhiêu của từng nguồn, thiếu bao nhiêu; kèm cảnh báo")
    public Coverage coverage(
            @PathParam("code") String code,
            @PathParam("run") long run,
            @Context SecurityContext security) {
        return funds.coverage(tenant(code), Caller.actor(security), run);
    }

    private TenantId tenant(String code) {
        return localities.require(code).id();
    }
}
