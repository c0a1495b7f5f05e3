package vn.ansinh.rest.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.SecurityContext;
import vn.ansinh.entitlement.api.MonthlyLists;
import vn.ansinh.entitlement.api.MonthlyLists.Kind;
import vn.ansinh.entitlement.api.MonthlyLists.MonthlyList;
import vn.ansinh.identity.api.Permission;
import vn.ansinh.platform.api.Localities;

/** Who should be receiving and is not, who will leave, whose benefit changes in a month. */
@Path("localities/{code}/months/{month}")
@Tag(name = "monthly", description = "Rà soát hằng tháng: chỉ cán bộ của địa phương")
@Produces(MediaType.APPLICATION_JSON)
public final class MonthlyListsResource {
    private final Localities localities;
    private final MonthlyLists lists;

    MonthlyListsResource(Localities localities, MonthlyLists lists) {
        this.localities = localities;
        this.lists = lists;
    }

    /** Due and not granted. */
    @GET
    @Path("entering")
    @Needs(Permission.READ_PERSON)
    @Operation(
            operationId = "listEntering",
            summary = "Người lẽ ra được hưởng trong tháng mà chưa có quyết định, và vì sao")
    public MonthlyList entering(
            @PathParam("code") String code,
            @PathParam("month") String month,
            @Context SecurityContext security) {
        return list(code, month, Kind.ENTERING, security);
    }

    /** Granted and no longer due. */
    @GET
    @Path("leaving")
    @Needs(Permission.READ_PERSON)
    @Operation(
            operationId = "listLeaving",
            summary = "Người hết điều kiện hưởng từ tháng này, và vì sao")
    public MonthlyList leaving(
            @PathParam("code") String code,
            @PathParam("month") String month,
            @Context SecurityContext security) {
        return list(code, month, Kind.LEAVING, security);
    }

    /** Granted and due otherwise than the month before. */
    @GET
    @Path("changing")
    @Needs(Permission.READ_PERSON)
    @Operation(
            operationId = "listChanging",
            summary = "Người đổi diện hoặc hệ số từ tháng này, và vì sao")
    public MonthlyList changing(
            @PathParam("code") String code,
            @PathParam("month") String month,
            @Context SecurityContext security) {
        return list(code, month, Kind.CHANGING, security);
    }

    private MonthlyList list(String code, String month, Kind kind, SecurityContext security) {
        return lists.of(
                localities.require(code).id(),
                Caller.actor(security),
                code,
                Input.month("month", month),
                kind);
    }
}
