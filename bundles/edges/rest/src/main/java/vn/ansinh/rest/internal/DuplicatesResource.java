package vn.ansinh.rest.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.SecurityContext;
import vn.ansinh.beneficiary.api.Duplicates;
import vn.ansinh.beneficiary.api.Duplicates.Pair;
import vn.ansinh.beneficiary.api.Duplicates.Scan;
import vn.ansinh.beneficiary.api.Duplicates.State;
import vn.ansinh.identity.api.Permission;
import vn.ansinh.platform.api.Localities;

/** Records that may be one person: found, shown side by side, judged. */
@Path("localities/{code}/duplicates")
@Tag(name = "duplicates", description = "Hồ sơ nghi trùng: chỉ cán bộ của địa phương")
@Produces(MediaType.APPLICATION_JSON)
public final class DuplicatesResource {
    private final Localities localities;
    private final Duplicates duplicates;

    DuplicatesResource(Localities localities, Duplicates duplicates) {
        this.localities = localities;
        this.duplicates = duplicates;
    }

    /** Pairs of a state. */
    @GET
    @Needs(Permission.READ_PERSON)
    @Operation(operationId = "listDuplicates", summary = "Các cặp nghi trùng, hai hồ sơ cạnh nhau")
    public Page<Pair> list(
            @PathParam("code") String code,
            @Parameter(description = "OPEN (mặc định), SAME, DIFFERENT hoặc WITHDRAWN")
                    @QueryParam("state")
                    String state,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit,
            @Context SecurityContext security) {
        int most = Input.limit(limit);
        List<Pair> found =
                duplicates.pairs(
                        localities.require(code).id(),
                        Caller.actor(security),
                        state(state),
                        Input.after(after),
                        most);
        return Page.of(found, most, Pair::id);
    }

    /** Looks through the whole register. */
    @POST
    @Path("scan")
    @Needs(Permission.CHANGE_PERSON)
    @Operation(
            operationId = "scanDuplicates",
            summary = "Rà toàn bộ hồ sơ; cặp đã kết luận không hỏi lại trừ khi dữ liệu đổi")
    public Scan scan(@PathParam("code") String code, @Context SecurityContext security) {
        return duplicates.scan(localities.require(code).id(), Caller.actor(security));
    }

    /** Judges a pair. */
    @POST
    @Path("{id: [0-9]+}/judgement")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.CHANGE_PERSON)
    @Operation(
            operationId = "judgeDuplicate",
            summary =
                    "Kết luận một cặp: hai người, hoặc một người, khi đó trả về lời gọi hợp nhất"
                            + " (mergePerson) cần thực hiện tiếp khi có giấy tờ")
    public Judged judge(
            @PathParam("code") String code,
            @PathParam("id") long id,
            Judgement judgement,
            @Context SecurityContext security) {
        Judgement given = Input.required("body", judgement);
        Pair pair =
                duplicates.judge(
                        localities.require(code).id(),
                        Caller.actor(security),
                        id,
                        Input.required("same", given.same()),
                        given.keep() == null ? 0 : given.keep(),
                        given.why());
        return new Judged(pair, pair.state() == State.SAME ? merge(code, pair) : null);
    }

    /** Nothing is merged by judging: a merge needs its paper. */
    private static MergeCall merge(String code, Pair pair) {
        long first = pair.first().personId();
        long absorbed = pair.keep() == first ? pair.second().personId() : first;
        return new MergeCall(
                "localities/" + code + "/people/" + absorbed + "/merge", absorbed, pair.keep());
    }

    private static State state(String text) {
        if (text == null) {
            return State.OPEN;
        }
        return Arrays.stream(State.values())
                .filter(state -> state.name().equals(text))
                .findFirst()
                .orElseThrow(
                        () -> Input.refused("state", "Chọn OPEN, SAME, DIFFERENT hoặc WITHDRAWN."));
    }

    /**
     * A judged pair.
     *
     * @param pair the pair as it stands now
     * @param merge of one person: what to call next
     */
    record Judged(
            Pair pair,
            @Schema(nullable = true, description = "Bước tiếp theo, khi là một người")
                    MergeCall merge) {}

    /**
     * The call that merges: POST with {@code If-Match} of the absorbed person, and survivor, paper
     * and reason in the body.
     *
     * @param path path below the root of this interface
     * @param personId record to be absorbed
     * @param survivorId record that stays
     */
    record MergeCall(String path, long personId, long survivorId) {}

    /**
     * A judgement.
     *
     * @param same whether both are one person
     * @param keep of one person, the record proposed to stay
     * @param why what it rests on
     */
    record Judgement(
            Boolean same,
            @Schema(nullable = true, description = "Hồ sơ giữ lại, khi là một người") Long keep,
            @Schema(description = "Căn cứ của kết luận") String why) {}
}
