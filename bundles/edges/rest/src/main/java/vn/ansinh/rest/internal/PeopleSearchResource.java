package vn.ansinh.rest.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.SecurityContext;
import vn.ansinh.beneficiary.api.PeopleFinder;
import vn.ansinh.beneficiary.api.PeopleFinder.Hit;
import vn.ansinh.identity.api.Permission;
import vn.ansinh.platform.api.Localities;

/**
 * Search of people. A POST: names and numbers of people have no place in an address, which every
 * server on the way writes down.
 */
@Path("localities/{code}/people:search")
@Tag(name = "people", description = "Đối tượng: chỉ cán bộ của địa phương được đọc")
@Produces(MediaType.APPLICATION_JSON)
public final class PeopleSearchResource {
    private static final int USUAL = 50;

    private final Localities localities;
    private final PeopleFinder finder;

    PeopleSearchResource(Localities localities, PeopleFinder finder) {
        this.localities = localities;
        this.finder = finder;
    }

    /** People by a text, a unit or both. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.READ_PERSON)
    @Operation(
            operationId = "searchPeople",
            summary =
                    "Tìm theo tên (không cần dấu, mọi thứ tự), số định danh, CMND, tài khoản, số"
                            + " quyết định, đơn vị")
    public Page<Hit> search(
            @PathParam("code") String code, Question question, @Context SecurityContext security) {
        Question asked = Input.required("body", question);
        int limit = asked.limit() == null ? USUAL : asked.limit();
        List<Hit> found =
                finder.find(
                        localities.require(code).id(),
                        Caller.actor(security),
                        Objects.requireNonNullElse(asked.text(), ""),
                        Objects.requireNonNullElse(asked.unitCode(), ""),
                        asked.after() == null ? 0 : asked.after(),
                        limit);
        return Page.of(found, limit, Hit::personId);
    }

    /**
     * What is asked.
     *
     * @param text what to search
     * @param unitCode only of this unit
     * @param after key to start after
     * @param limit most people, 50 unless said
     */
    record Question(
            @Schema(description = "Tên, số định danh, CMND, tài khoản hoặc số quyết định")
                    String text,
            @Schema(nullable = true) String unitCode,
            @Schema(nullable = true) Long after,
            @Schema(nullable = true) Integer limit) {}
}
