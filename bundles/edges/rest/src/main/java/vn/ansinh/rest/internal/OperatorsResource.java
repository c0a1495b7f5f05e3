package vn.ansinh.rest.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Set;
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
import vn.ansinh.identity.api.Identity;
import vn.ansinh.identity.api.Identity.Account;
import vn.ansinh.identity.api.Identity.Right;
import vn.ansinh.identity.api.Identity.Role;
import vn.ansinh.identity.api.Permission;
import vn.ansinh.identity.api.Staff;

/** Accounts of those who run the container: of no locality, and without any right over people. */
@Path("operators")
@Tag(name = "operators", description = "Tài khoản vận hành: không đọc được đối tượng nào")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class OperatorsResource {
    private static final Right OPERATOR = new Right(Role.OPERATOR, "");

    private final Identity identity;
    private final Staff staff;

    OperatorsResource(Identity identity, Staff staff) {
        this.identity = identity;
        this.staff = staff;
    }

    /** Logins of the operators. */
    @GET
    @Needs(Permission.RUN_SYSTEM)
    @Operation(operationId = "listOperators", summary = "Các tài khoản vận hành")
    public List<String> list() {
        return identity.accounts("").stream().map(Account::login).toList();
    }

    /** Issues an account; the secret is in this answer and nowhere else. */
    @POST
    @Needs(Permission.RUN_SYSTEM)
    @Operation(
            operationId = "issueOperator",
            summary = "Cấp tài khoản vận hành; mật khẩu chỉ hiện một lần",
            responses =
                    @ApiResponse(
                            responseCode = "201",
                            description = "Đã cấp",
                            content =
                                    @Content(
                                            schema =
                                                    @Schema(
                                                            implementation =
                                                                    AccountsResource.IssuedAccount
                                                                            .class))))
    public Response issue(NewOperator request, @Context SecurityContext security) {
        String login = Input.required("login", Input.required("body", request).login());
        char[] secret = identity.issue(Caller.actor(security), login, Set.of(OPERATOR));
        return Response.status(Response.Status.CREATED)
                .entity(
                        new AccountsResource.IssuedAccount(
                                login, Role.OPERATOR, new String(secret)))
                .build();
    }

    /** Closes an account. */
    @POST
    @Path("{login: [a-z0-9._-]+}:close")
    @Needs(Permission.RUN_SYSTEM)
    @Operation(operationId = "closeOperator", summary = "Đóng tài khoản vận hành")
    public AccountsResource.Closed close(
            @PathParam("login") String login, @Context SecurityContext security) {
        staff.close(Caller.actor(security), "", login);
        return new AccountsResource.Closed(login);
    }

    /** An operator to be issued. */
    record NewOperator(String login) {}
}
