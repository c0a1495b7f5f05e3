package vn.ansinh.rest.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.EntityTag;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;
import javax.ws.rs.core.UriInfo;
import vn.ansinh.entitlement.api.DecisionBook;
import vn.ansinh.entitlement.api.DecisionBook.AnnexRow;
import vn.ansinh.entitlement.api.DecisionBook.Check;
import vn.ansinh.entitlement.api.DecisionBook.DecisionDoc;
import vn.ansinh.entitlement.api.DecisionBook.Draft;
import vn.ansinh.entitlement.api.DecisionBook.Query;
import vn.ansinh.entitlement.api.DecisionBook.Signature;
import vn.ansinh.entitlement.api.DecisionBook.State;
import vn.ansinh.entitlement.api.DecisionKind;
import vn.ansinh.identity.api.Permission;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.TenantId;

/** Decisions from draft to signature. A change names the version it read in {@code If-Match}. */
@Path("localities/{code}/decisions")
@Tag(name = "decisions", description = "Quyết định trợ cấp")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class DecisionsResource {
    private static final int ANNEX_PAGE = 500;

    private final Localities localities;
    private final DecisionBook book;

    DecisionsResource(Localities localities, DecisionBook book) {
        this.localities = localities;
        this.book = book;
    }

    /** A page of decisions. */
    @GET
    @Needs(Permission.READ_DECISION)
    @Operation(operationId = "listDecisions", summary = "Các quyết định")
    public Page<DecisionItem> list(
            @PathParam("code") String code,
            @Parameter(description = "Số quyết định, đúng nguyên văn") @QueryParam("number")
                    String number,
            @Parameter(description = "Loại quyết định") @QueryParam("kind") String kind,
            @Parameter(description = "DRAFT, SIGNED hoặc DISCARDED") @QueryParam("state")
                    String state,
            @Parameter(description = "Ký từ ngày, yyyy-MM-dd") @QueryParam("signedFrom")
                    String signedFrom,
            @Parameter(description = "Ký đến hết ngày, yyyy-MM-dd") @QueryParam("signedTo")
                    String signedTo,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit,
            @Context SecurityContext security) {
        int most = Input.limit(limit);
        Query query =
                new Query(
                        number,
                        Input.code("kind", kind, DecisionKind.class),
                        Input.code("state", state, State.class),
                        signedFrom == null ? null : Input.day("signedFrom", signedFrom),
                        signedTo == null ? null : Input.day("signedTo", signedTo));
        List<DecisionItem> page =
                book
                        .find(tenant(code), Caller.actor(security), query, Input.after(after), most)
                        .stream()
                        .map(DecisionItem::of)
                        .toList();
        return Page.of(page, most, DecisionItem::id);
    }

    /** Stores a draft. */
    @POST
    @Needs(Permission.DRAFT_DECISION)
    @Operation(
            operationId = "draftDecision",
            summary =
                    "Lập dự thảo; REVOKE, REPEAL không có danh sách thì là mọi người của quyết định",
            responses =
                    @ApiResponse(
                            responseCode = "201",
                            description = "Dự thảo; phiên bản ở ETag",
                            content =
                                    @Content(schema = @Schema(implementation = DecisionDoc.class))))
    public Response draft(
            @PathParam("code") String code,
            Draft draft,
            @Context UriInfo uri,
            @Context SecurityContext security) {
        DecisionDoc doc =
                book.draft(tenant(code), Caller.actor(security), Input.required("body", draft));
        URI location = uri.getAbsolutePathBuilder().path(Long.toString(doc.id())).build();
        return tagged(Response.created(location), doc);
    }

    /** One decision. */
    @GET
    @Path("{id: \\d+}")
    @Needs(Permission.READ_DECISION)
    @Operation(
            operationId = "getDecision",
            summary = "Một quyết định, không kèm danh sách; phiên bản ở ETag",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "Quyết định",
                            content =
                                    @Content(schema = @Schema(implementation = DecisionDoc.class))))
    public Response get(
            @PathParam("code") String code,
            @PathParam("id") long id,
            @Context SecurityContext security) {
        return tagged(
                Response.ok(),
                book.decision(tenant(code), Caller.actor(security), id)
                        .orElseThrow(() -> Input.notFound("quyết định số " + id)));
    }

    /** Replaces a draft. */
    @PUT
    @Path("{id: \\d+}")
    @Needs(Permission.DRAFT_DECISION)
    @Operation(
            operationId = "editDecision",
            summary = "Sửa dự thảo cùng danh sách kèm theo",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "Dự thảo mới",
                            content =
                                    @Content(schema = @Schema(implementation = DecisionDoc.class))))
    public Response edit(
            @PathParam("code") String code,
            @PathParam("id") long id,
            @HeaderParam(HttpHeaders.IF_MATCH) String version,
            Draft draft,
            @Context SecurityContext security) {
        return tagged(
                Response.ok(),
                book.edit(
                        tenant(code),
                        Caller.actor(security),
                        id,
                        Input.version(version),
                        Input.required("body", draft)));
    }

    /** Gives a draft up. */
    @POST
    @Path("{id: \\d+}:discard")
    @Needs(Permission.DRAFT_DECISION)
    @Operation(operationId = "discardDecision", summary = "Bỏ dự thảo; vẫn đọc được")
    public DecisionDoc discard(
            @PathParam("code") String code,
            @PathParam("id") long id,
            @HeaderParam(HttpHeaders.IF_MATCH) String version,
            @Context SecurityContext security) {
        return book.discard(tenant(code), Caller.actor(security), id, Input.version(version));
    }

    /** What signing would say. */
    @POST
    @Path("{id: \\d+}:check")
    @Needs(Permission.DRAFT_DECISION)
    @Operation(
            operationId = "checkDecision",
            summary = "Lỗi và cảnh báo nếu ký như thế; không ghi gì")
    public Check check(
            @PathParam("code") String code,
            @PathParam("id") long id,
            Signature signature,
            @Context SecurityContext security) {
        return book.check(
                tenant(code), Caller.actor(security), id, Input.required("body", signature));
    }

    /** Signs a draft. */
    @POST
    @Path("{id: \\d+}:sign")
    @Needs(Permission.SIGN_DECISION)
    @Operation(
            operationId = "signDecision",
            summary =
                    "Ghi nhận đã ký: từ đây có hiệu lực và không sửa được; cảnh báo phải xác nhận")
    public DecisionDoc sign(
            @PathParam("code") String code,
            @PathParam("id") long id,
            @HeaderParam(HttpHeaders.IF_MATCH) String version,
            Signing signing,
            @Context SecurityContext security) {
        Input.required("body", signing);
        return book.sign(
                tenant(code),
                Caller.actor(security),
                id,
                Input.version(version),
                Input.required("signature", signing.signature()),
                signing.confirmed() == null ? Set.of() : signing.confirmed());
    }

    /** A page of the annex. */
    @GET
    @Path("{id: \\d+}/annex")
    @Needs(Permission.READ_DECISION)
    @Operation(
            operationId = "listAnnex",
            summary = "Danh sách kèm theo; nhóm hưởng kín chỉ hiện khi nêu mục đích")
    public Page<AnnexRow> annex(
            @PathParam("code") String code,
            @PathParam("id") long id,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit,
            @Context SecurityContext security) {
        int most = Input.limit(limit);
        return Page.of(
                book.annex(tenant(code), Caller.actor(security), id, Input.after(after), most),
                most,
                row -> row.effect().id());
    }

    /** The whole annex as a file. */
    @GET
    @Path("{id: \\d+}/annex.csv")
    @Produces(Envelope.CSV)
    @Needs(Permission.READ_DECISION)
    @Operation(
            operationId = "downloadAnnex",
            summary = "Danh sách kèm theo, tệp CSV; nhóm hưởng kín ghi «Theo quyết định»",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "Tệp",
                            content =
                                    @Content(
                                            mediaType = Envelope.CSV,
                                            schema = @Schema(type = "string", format = "binary"))))
    public Response file(
            @PathParam("code") String code,
            @PathParam("id") long id,
            @Context SecurityContext security) {
        AnnexFile file = new AnnexFile();
        long after = 0;
        List<AnnexRow> rows;
        do {
            rows = book.annex(tenant(code), Caller.actor(security), id, after, ANNEX_PAGE);
            file.add(rows);
            after = rows.isEmpty() ? after : rows.get(rows.size() - 1).effect().id();
        } while (rows.size() == ANNEX_PAGE);
        return Response.ok(file.text(), Envelope.CSV + "; charset=UTF-8")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ReportsResource.attachment("Danh sách quyết định số " + id + ".csv"))
                .build();
    }

    private static Response tagged(Response.ResponseBuilder answer, DecisionDoc doc) {
        return answer.entity(doc).tag(new EntityTag(Integer.toString(doc.version()))).build();
    }

    private TenantId tenant(String code) {
        return localities.require(code).id();
    }

    /**
     * A signature to record.
     *
     * @param signature number, day and signer
     * @param confirmed warnings the signer has seen, each as {@code row/field}
     */
    record Signing(Signature signature, Set<String> confirmed) {}

    /** A decision in a list. */
    record DecisionItem(
            long id,
            String number,
            String authority,
            LocalDate signedOn,
            DecisionKind kind,
            State state,
            int persons,
            int version) {
        static DecisionItem of(DecisionDoc doc) {
            return new DecisionItem(
                    doc.id(),
                    doc.signature().number(),
                    doc.draft().authority(),
                    doc.signature().signedOn(),
                    doc.draft().kind(),
                    doc.state(),
                    doc.persons(),
                    doc.version());
        }
    }
}
