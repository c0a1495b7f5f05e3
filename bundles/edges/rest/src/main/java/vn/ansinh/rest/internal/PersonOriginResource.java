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
import vn.ansinh.identity.api.Permission;
import vn.ansinh.payment.api.Successions;
import vn.ansinh.payment.api.Successions.Origin;
import vn.ansinh.platform.api.Localities;

/** Where somebody came from when the locality took over. */
@Path("localities/{code}/people/{id: [0-9]+}/origin")
@Tag(name = "people", description = "Đối tượng")
@Produces(MediaType.APPLICATION_JSON)
public final class PersonOriginResource {
    private final Localities localities;
    private final Successions successions;

    PersonOriginResource(Localities localities, Successions successions) {
        this.localities = localities;
        this.successions = successions;
    }

    /** The old locality and unit. */
    @GET
    @Needs(Permission.READ_PERSON)
    @Operation(
            operationId = "getPersonOrigin",
            summary = "Người này chuyển từ địa phương nào khi sắp xếp đơn vị hành chính")
    public Origin origin(
            @PathParam("code") String code,
            @PathParam("id") long id,
            @Context SecurityContext security) {
        return successions
                .origin(localities.require(code).id(), Caller.actor(security), id)
                .orElseThrow(() -> Input.notFound("nơi chuyển đến của đối tượng này"));
    }
}
