package vn.ansinh.rest.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
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
import vn.ansinh.beneficiary.api.ReviewCases;
import vn.ansinh.beneficiary.api.ReviewCases.Outcome;
import vn.ansinh.beneficiary.api.ReviewCases.ReviewCase;
import vn.ansinh.identity.api.Permission;
import vn.ansinh.platform.api.Localities;

/** Cases to review. */
@Path("localities/{code}/review-cases")
@Tag(name = "review-cases", description = "Việc cần rà soát")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ReviewCasesResource {
    private final Localities localities;
    private final ReviewCases reviews;

    ReviewCasesResource(Localities localities, ReviewCases reviews) {
        this.localities = localities;
        this.reviews = reviews;
    }

    /** A page of cases. */
    @GET
    @Needs(Permission.READ_PERSON)
    @Operation(operationId = "listReviewCases", summary = "Việc cần rà soát; mặc định việc đang mở")
    public Page<ReviewCase> list(
            @PathParam("code") String code,
            @Parameter(description = "true: kể cả việc đã đóng") @QueryParam("all") boolean all,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit,
            @Context SecurityContext security) {
        int most = Input.limit(limit);
        return Page.of(
                reviews.page(
                        localities.require(code).id(),
                        Caller.actor(security),
                        !all,
                        Input.after(after),
                        most),
                most,
                ReviewCase::id);
    }

    /** Closes a case. */
    @POST
    @Path("{id}/close")
    @Needs(Permission.CHANGE_PERSON)
    @Operation(operationId = "closeReviewCase", summary = "Đóng một việc cần rà soát, kèm ghi chú")
    public Closed close(
            @PathParam("code") String code,
            @PathParam("id") long id,
            Closing body,
            @Context SecurityContext security) {
        Outcome outcome = Input.required("outcome", Input.required("body", body).outcome());
        reviews.close(
                localities.require(code).id(), Caller.actor(security), id, outcome, body.note());
        return new Closed(id, outcome);
    }

    /** What became of it. */
    record Closing(Outcome outcome, String note) {}

    /** A closed case. */
    record Closed(long id, Outcome outcome) {}
}
