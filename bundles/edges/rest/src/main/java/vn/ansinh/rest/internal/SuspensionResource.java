package vn.ansinh.rest.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.SecurityContext;
import vn.ansinh.identity.api.Permission;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.Suspensions;

/** Whether a locality is at rest: read, never changed. */
@Path("localities/{code}/suspension")
@Tag(name = "localities", description = "Địa phương")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class SuspensionResource {
    private final Localities localities;
    private final Suspensions suspensions;

    SuspensionResource(Localities localities, Suspensions suspensions) {
        this.localities = localities;
        this.suspensions = suspensions;
    }

    /** Whether, since when and why. */
    @GET
    @Needs(Permission.SEE_LOCALITY)
    @Operation(
            operationId = "getSuspension",
            summary = "Địa phương có đang tạm dừng không, từ khi nào, vì sao")
    public Rest get(@PathParam("code") String code) {
        String known = localities.require(code).code();
        return suspensions
                .of(known)
                .map(rest -> new Rest(true, rest.at(), rest.reason()))
                .orElse(new Rest(false, null, ""));
    }

    /** Puts it at rest; the first reason stays. */
    @PUT
    @Needs(Permission.RUN_SYSTEM)
    @Operation(
            operationId = "suspendLocality",
            summary = "Tạm dừng một địa phương: chỉ đọc, không gì thay đổi")
    public Rest suspend(
            @PathParam("code") String code, Why body, @Context SecurityContext security) {
        suspensions.suspend(Caller.actor(security), code, Input.required("body", body).reason());
        return get(code);
    }

    /** Lets it change again. */
    @POST
    @Path("resume")
    @Needs(Permission.RUN_SYSTEM)
    @Operation(operationId = "resumeLocality", summary = "Cho địa phương hoạt động trở lại")
    public Rest resume(@PathParam("code") String code, @Context SecurityContext security) {
        suspensions.resume(Caller.actor(security), code);
        return get(code);
    }

    /** Why it is to rest; no name, no identity number. */
    record Why(String reason) {}

    /** Whether it rests; {@code at} is null when it works. */
    record Rest(boolean resting, Instant at, String reason) {}
}
