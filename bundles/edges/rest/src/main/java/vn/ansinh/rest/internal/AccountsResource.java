package vn.ansinh.rest.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;
import vn.ansinh.identity.api.Identity;
import vn.ansinh.identity.api.Identity.DataClass;
import vn.ansinh.identity.api.Identity.Right;
import vn.ansinh.identity.api.Identity.Role;
import vn.ansinh.identity.api.Permission;
import vn.ansinh.identity.api.Staff;
import vn.ansinh.identity.api.Staff.Held;
import vn.ansinh.identity.api.Staff.Title;
import vn.ansinh.identity.api.Staff.UnitBelow;
import vn.ansinh.platform.api.Localities;

/** Accounts of a locality, their rights, what it calls the roles and which unit lies where. */
@Path("localities/{code}/accounts")
@Tag(name = "accounts", description = "Tài khoản, quyền, chức danh, ủy quyền")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class AccountsResource {
    private final Localities localities;
    private final Identity identity;
    private final Staff staff;

    AccountsResource(Localities localities, Identity identity, Staff staff) {
        this.localities = localities;
        this.identity = identity;
        this.staff = staff;
    }

    /** Accounts with a right here today. */
    @GET
    @Needs(Permission.MANAGE_ACCOUNTS)
    @Operation(operationId = "listAccounts", summary = "Tài khoản của một địa phương")
    public List<AccountView> accounts(@PathParam("code") String code) {
        localities.require(code);
        return identity.accounts(code).stream()
                .map(
                        account ->
                                new AccountView(
                                        account.login(),
                                        account.rights().stream()
                                                .filter(r -> r.localityCode().equals(code))
                                                .map(Right::role)
                                                .distinct()
                                                .sorted()
                                                .toList()))
                .toList();
    }

    /** Issues an account; the secret is in this answer and nowhere else. */
    @POST
    @Needs(Permission.MANAGE_ACCOUNTS)
    @Operation(
            operationId = "issueAccount",
            summary = "Cấp tài khoản, hoặc cấp lại mật khẩu; mật khẩu chỉ hiện một lần",
            responses =
                    @ApiResponse(
                            responseCode = "201",
                            description = "Đã cấp",
                            content =
                                    @Content(
                                            schema =
                                                    @Schema(implementation = IssuedAccount.class))))
    public Response issue(
            @PathParam("code") String code, NewAccount request, @Context SecurityContext security) {
        Input.required("body", request);
        String login = Input.required("login", request.login());
        localities.require(code);
        Role role = role(code, request.role(), request.title());
        Right right =
                right(
                        code,
                        role,
                        request.units(),
                        request.dataClass(),
                        request.from(),
                        request.to());
        char[] secret = identity.issue(Caller.actor(security), login, Set.of(right));
        return Response.status(Response.Status.CREATED)
                .entity(new IssuedAccount(login, role, new String(secret)))
                .build();
    }

    /** Closes an account. */
    @POST
    @Path("{login: [a-z0-9._-]+}:close")
    @Needs(Permission.MANAGE_ACCOUNTS)
    @Operation(operationId = "closeAccount", summary = "Đóng tài khoản: không đăng nhập được nữa")
    public Closed close(
            @PathParam("code") String code,
            @PathParam("login") String login,
            @Context SecurityContext security) {
        staff.close(Caller.actor(security), code, login);
        return new Closed(login);
    }

    /** Rights, ended ones too. */
    @GET
    @Path("rights")
    @Needs(Permission.MANAGE_ACCOUNTS)
    @Operation(operationId = "listRights", summary = "Các quyền đã cấp, kể cả đã thu hồi")
    public List<RightView> rights(@PathParam("code") String code) {
        localities.require(code);
        return staff.rights(code).stream().map(RightView::of).toList();
    }

    /** Gives a right. */
    @POST
    @Path("{login: [a-z0-9._-]+}/rights")
    @Needs(Permission.MANAGE_ACCOUNTS)
    @Operation(
            operationId = "grantRight",
            summary = "Cấp thêm quyền cho một tài khoản, giữ nguyên mật khẩu",
            responses =
                    @ApiResponse(
                            responseCode = "201",
                            description = "Đã cấp",
                            content = @Content(schema = @Schema(implementation = Given.class))))
    public Response grant(
            @PathParam("code") String code,
            @PathParam("login") String login,
            NewRight request,
            @Context SecurityContext security) {
        Input.required("body", request);
        localities.require(code);
        Right right =
                right(
                        code,
                        role(code, request.role(), request.title()),
                        request.units(),
                        request.dataClass(),
                        request.from(),
                        request.to());
        String paper = Objects.requireNonNullElse(request.paper(), "");
        long id = staff.grant(Caller.actor(security), login, right, paper);
        return Response.status(Response.Status.CREATED).entity(new Given(id)).build();
    }

    /** Takes a right away. */
    @POST
    @Path("rights/{rightId: \\d+}:withdraw")
    @Needs(Permission.MANAGE_ACCOUNTS)
    @Operation(operationId = "withdrawRight", summary = "Thu hồi quyền, có hiệu lực ngay")
    public Given withdraw(
            @PathParam("code") String code,
            @PathParam("rightId") long rightId,
            @Context SecurityContext security) {
        staff.withdraw(Caller.actor(security), code, rightId);
        return new Given(rightId);
    }

    /** What the locality calls the roles. */
    @GET
    @Path("titles")
    @Needs(Permission.MANAGE_ACCOUNTS)
    @Operation(operationId = "listTitles", summary = "Chức danh của địa phương và vai trò")
    public List<Title> titles(@PathParam("code") String code) {
        localities.require(code);
        return staff.titles(code);
    }

    /** Replaces the titles. */
    @PUT
    @Path("titles")
    @Needs(Permission.MANAGE_ACCOUNTS)
    @Operation(operationId = "setTitles", summary = "Thay toàn bộ bảng chức danh")
    public List<Title> setTitles(
            @PathParam("code") String code,
            List<NewTitle> request,
            @Context SecurityContext security) {
        List<Title> titles =
                Input.required("body", request).stream()
                        .map(
                                row ->
                                        new Title(
                                                Input.required("title", row.title()),
                                                Input.required("role", row.role())))
                        .toList();
        staff.setTitles(Caller.actor(security), code, titles);
        return titles;
    }

    /** Which unit lies below which. */
    @GET
    @Path("units")
    @Needs(Permission.MANAGE_ACCOUNTS)
    @Operation(operationId = "listUnitsBelow", summary = "Đơn vị nào thuộc đơn vị nào")
    public List<UnitBelow> units(@PathParam("code") String code) {
        localities.require(code);
        return staff.units(code);
    }

    /** Replaces which unit lies below which. */
    @PUT
    @Path("units")
    @Needs(Permission.MANAGE_ACCOUNTS)
    @Operation(
            operationId = "setUnitsBelow",
            summary = "Thay bảng đơn vị: quyền ở một đơn vị gồm mọi đơn vị bên dưới")
    public List<UnitBelow> setUnits(
            @PathParam("code") String code,
            List<NewUnit> request,
            @Context SecurityContext security) {
        List<UnitBelow> units =
                Input.required("body", request).stream()
                        .map(
                                row ->
                                        new UnitBelow(
                                                Input.required("unit", row.unit()),
                                                Input.required("above", row.above())))
                        .toList();
        staff.setUnits(Caller.actor(security), code, units);
        return units;
    }

    /** The role itself, or the one that a title of the locality means. */
    private Role role(String code, Role role, String title) {
        if (role != null) {
            return role;
        }
        if (title == null) {
            throw Input.refused("role", "Cần nêu vai trò (role) hoặc chức danh (title).");
        }
        return staff.titles(code).stream()
                .filter(row -> row.title().equals(title))
                .map(Title::role)
                .findFirst()
                .orElseThrow(
                        () ->
                                Input.refused(
                                        "title",
                                        "Bảng chức danh của địa phương không có «" + title + "»."));
    }

    private static Right right(
            String code,
            Role role,
            Set<String> units,
            DataClass dataClass,
            String from,
            String to) {
        if (role == Role.OPERATOR) {
            throw Input.refused("role", "Vai trò OPERATOR không cấp được cho địa phương.");
        }
        return new Right(
                role,
                code,
                units == null ? Set.of() : units,
                Objects.requireNonNullElse(dataClass, DataClass.ORDINARY),
                from == null ? null : Input.day("from", from),
                to == null ? null : Input.day("to", to));
    }

    /** An account with its roles here. */
    record AccountView(String login, List<Role> roles) {}

    /** An account to be issued; {@code role} or {@code title}, the rest may be left out. */
    record NewAccount(
            String login,
            Role role,
            String title,
            @Schema(description = "Mã đơn vị; bỏ trống là cả địa phương") Set<String> units,
            DataClass dataClass,
            @Schema(format = "date") String from,
            @Schema(format = "date") String to) {}

    /** A right to be given. */
    record NewRight(
            Role role,
            String title,
            @Schema(description = "Mã đơn vị; bỏ trống là cả địa phương") Set<String> units,
            DataClass dataClass,
            @Schema(format = "date") String from,
            @Schema(format = "date") String to,
            String paper) {}

    /** An issued account with its secret. */
    record IssuedAccount(String login, Role role, String secret) {}

    /** A closed account. */
    record Closed(String login) {}

    /** Number of what was given or ended. */
    record Given(long id) {}

    /** A given right. */
    record RightView(
            long id,
            String login,
            Role role,
            List<String> units,
            DataClass dataClass,
            @Schema(nullable = true) LocalDate from,
            @Schema(nullable = true) LocalDate to,
            String paper,
            Instant grantedAt,
            String grantedBy,
            @Schema(nullable = true) Instant endedAt,
            String endedBy) {
        static RightView of(Held held) {
            Right right = held.right();
            return new RightView(
                    held.id(),
                    held.login(),
                    right.role(),
                    right.units().stream().sorted().toList(),
                    right.dataClass(),
                    right.from(),
                    right.to(),
                    held.paper(),
                    held.grantedAt(),
                    held.grantedBy(),
                    held.endedAt(),
                    held.endedBy());
        }
    }

    /** A title to be set. */
    record NewTitle(String title, Role role) {}

    /** A unit and the one above it. */
    record NewUnit(String unit, String above) {}
}
