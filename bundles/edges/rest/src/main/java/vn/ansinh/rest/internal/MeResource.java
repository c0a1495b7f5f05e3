package vn.ansinh.rest.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.SecurityContext;
import vn.ansinh.identity.api.Identity.Account;
import vn.ansinh.identity.api.Identity.Right;
import vn.ansinh.identity.api.Identity.Role;
import vn.ansinh.identity.api.Permission;
import vn.ansinh.identity.api.Staff;

/** The caller's own account. */
@Path("me")
@Tag(name = "me", description = "Tài khoản đang dùng")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class MeResource {
    private final Staff staff;

    MeResource(Staff staff) {
        this.staff = staff;
    }

    /** Who calls and with which rights today. */
    @GET
    @Needs(Permission.SIGNED_IN)
    @Operation(operationId = "getMe", summary = "Tài khoản này và các quyền hôm nay")
    public Me get(@Context SecurityContext security) {
        Account account = Caller.of(security).account();
        return new Me(
                account.login(),
                account.rights().stream().map(right -> OwnRight.of(right, "")).toList(),
                account.delegated().stream()
                        .map(lent -> OwnRight.of(lent.right(), lent.from()))
                        .toList());
    }

    /** The holder changes the secret. */
    @POST
    @Path("secret")
    @Needs(Permission.SIGNED_IN)
    @Operation(
            operationId = "changeSecret",
            summary = "Tự đổi mật khẩu; mật khẩu cũ hết hiệu lực ngay")
    public Changed changeSecret(NewSecret request, @Context SecurityContext security) {
        Input.required("body", request);
        String login = Caller.of(security).account().login();
        staff.changeSecret(
                login,
                Input.required("old", request.old()).toCharArray(),
                Input.required("fresh", request.fresh()).toCharArray());
        return new Changed(login);
    }

    /** The account; {@code delegated} are rights used in somebody's name. */
    record Me(String login, List<OwnRight> rights, List<OwnRight> delegated) {}

    /** A right; {@code onBehalfOf} is empty for an own one. */
    record OwnRight(Role role, String localityCode, List<String> units, String onBehalfOf) {
        static OwnRight of(Right right, String onBehalfOf) {
            return new OwnRight(
                    right.role(),
                    right.localityCode(),
                    right.units().stream().sorted().toList(),
                    onBehalfOf);
        }
    }

    /** A change of secret. */
    record NewSecret(String old, String fresh) {}

    /** Whose secret changed. */
    record Changed(String login) {}
}
