package vn.ansinh.rest.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.SecurityContext;
import vn.ansinh.activation.api.Releases;
import vn.ansinh.activation.api.Releases.ReleaseView;
import vn.ansinh.identity.api.Permission;

/** Versions of laws and localities, for operators. */
@Path("releases")
@Tag(name = "releases", description = "Các bản chính sách và địa phương")
@Produces(MediaType.APPLICATION_JSON)
public final class ReleasesResource {
    private final Releases releases;

    ReleasesResource(Releases releases) {
        this.releases = releases;
    }

    /** Every version known. */
    @GET
    @Needs(Permission.RUN_SYSTEM)
    @Operation(operationId = "listReleases", summary = "Các bản đã biết, mới nhất trước")
    public List<ReleaseView> list() {
        return releases.all();
    }

    /** Puts a version in force. */
    @POST
    @Path("{sha: [0-9a-f]+}:activate")
    @Needs(Permission.RUN_SYSTEM)
    @Operation(operationId = "activateRelease", summary = "Cho một bản có hiệu lực")
    public ReleaseView activate(@PathParam("sha") String sha, @Context SecurityContext security) {
        view(sha);
        releases.activate(Caller.actor(security), sha);
        return view(sha);
    }

    /** Takes a version out of force. */
    @POST
    @Path("{sha: [0-9a-f]+}:withdraw")
    @Needs(Permission.RUN_SYSTEM)
    @Operation(
            operationId = "withdrawRelease",
            summary = "Rút một bản; dữ liệu còn nguyên, việc cần chính sách đó bị từ chối rõ ràng")
    public ReleaseView withdraw(@PathParam("sha") String sha, @Context SecurityContext security) {
        view(sha);
        releases.withdraw(Caller.actor(security), sha);
        return view(sha);
    }

    private ReleaseView view(String sha) {
        return releases.all().stream()
                .filter(release -> release.sha256().equals(sha))
                .findFirst()
                .orElseThrow(() -> Input.notFound("bản có mã băm này"));
    }
}
