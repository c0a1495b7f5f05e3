package vn.ansinh.rest.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.SecurityContext;
import vn.ansinh.entitlement.api.RunningDecisions;
import vn.ansinh.entitlement.api.RunningDecisions.DecisionView;
import vn.ansinh.identity.api.Permission;
import vn.ansinh.platform.api.Localities;

/** Decisions in force. */
@Path("localities/{code}/decisions")
@Tag(name = "decisions", description = "Quyết định trợ cấp")
@Produces(MediaType.APPLICATION_JSON)
public final class DecisionsResource {
    private final Localities localities;
    private final RunningDecisions decisions;

    DecisionsResource(Localities localities, RunningDecisions decisions) {
        this.localities = localities;
        this.decisions = decisions;
    }

    /** A page of decisions. */
    @GET
    @Needs(Permission.READ_DECISION)
    @Operation(operationId = "listDecisions", summary = "Các quyết định")
    public Page<DecisionView> list(
            @PathParam("code") String code,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit,
            @Context SecurityContext security) {
        int most = Input.limit(limit);
        List<DecisionView> page =
                decisions.decisions(
                        localities.require(code).id(),
                        Caller.actor(security),
                        Input.after(after),
                        most);
        return Page.of(page, most, DecisionView::id);
    }
}
