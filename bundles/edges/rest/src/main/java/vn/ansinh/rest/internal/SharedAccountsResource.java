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
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.SecurityContext;
import vn.ansinh.entitlement.api.Payees;
import vn.ansinh.entitlement.api.Payees.SharedAccount;
import vn.ansinh.identity.api.Permission;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.Localities;

/** Accounts by which several people are paid. */
@Path("localities/{code}/shared-accounts")
@Tag(name = "payees", description = "Người nhận và tài khoản")
@Produces(MediaType.APPLICATION_JSON)
public final class SharedAccountsResource {
    private final Localities localities;
    private final Payees payees;
    private final CivilClock clock;

    SharedAccountsResource(Localities localities, Payees payees, CivilClock clock) {
        this.localities = localities;
        this.payees = payees;
        this.clock = clock;
    }

    /** Accounts of several people. */
    @GET
    @Needs(Permission.READ_PERSON)
    @Operation(
            operationId = "listSharedAccounts",
            summary = "Tài khoản nhận cho nhiều người; alarmed: nhiều hơn số cho phép")
    public List<SharedAccount> shared(
            @PathParam("code") String code,
            @Parameter(description = "Ngày, yyyy-MM-dd; mặc định hôm nay") @QueryParam("on")
                    String on,
            @QueryParam("limit") String limit,
            @Context SecurityContext security) {
        LocalDate day = on == null ? clock.today() : Input.day("on", on);
        return payees.shared(
                localities.require(code).id(), Caller.actor(security), day, Input.limit(limit));
    }
}
