package vn.ansinh.rest.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;
import javax.ws.rs.core.StreamingOutput;
import vn.ansinh.identity.api.Permission;
import vn.ansinh.payment.api.AuditFile;
import vn.ansinh.payment.api.LedgerBook;
import vn.ansinh.payment.api.LedgerBook.LineName;
import vn.ansinh.payment.api.LedgerBook.LinkView;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.TenantId;

/** The ledger of a locality and the auditor's file: ids only. */
@javax.ws.rs.Path("localities/{code}")
@Tag(name = "ledger", description = "Sổ cái, giấy chứng, tiêu hủy phần riêng, hồ sơ thanh tra")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class LedgerResource {
    private static final String LINES = "application/x-ndjson";
    private static final String ZIP = "application/zip";

    private final Localities localities;
    private final LedgerBook ledger;
    private final AuditFile auditFile;

    LedgerResource(Localities localities, LedgerBook ledger, AuditFile auditFile) {
        this.localities = localities;
        this.ledger = ledger;
        this.auditFile = auditFile;
    }

    /** Links. */
    @GET
    @javax.ws.rs.Path("ledger")
    @Needs(Permission.READ_AUDIT)
    @Operation(operationId = "listLedgerLinks", summary = "Các mắt xích của sổ cái, theo thứ tự")
    public Page<LinkView> links(
            @PathParam("code") String code,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit,
            @Context SecurityContext security) {
        int most = Input.limit(limit);
        return Page.of(
                ledger.links(tenant(code), Caller.actor(security), Input.after(after), most),
                most,
                LinkView::sequence);
    }

    /** The export for the verifier. */
    @GET
    @javax.ws.rs.Path("ledger/export")
    @Produces(LINES)
    @Needs(Permission.READ_AUDIT)
    @Operation(
            operationId = "exportLedger",
            summary = "Xuất sổ cái để kiểm tra bằng chương trình riêng",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "Mỗi dòng một đối tượng JSON",
                            content =
                                    @Content(
                                            mediaType = LINES,
                                            schema = @Schema(type = "string", format = "binary"))))
    public Response export(@PathParam("code") String code, @Context SecurityContext security) {
        TenantId tenant = tenant(code);
        return file(
                "so-cai-" + code + ".jsonl",
                LINES,
                out -> ledger.export(tenant, Caller.actor(security), out));
    }

    /** A proof of one payment. */
    @GET
    @javax.ws.rs.Path("ledger/proof")
    @Needs(Permission.READ_PAYMENT)
    @Operation(
            operationId = "proveLine",
            summary = "Giấy chứng (≤ 2 kB) một khoản thuộc danh sách đã ghi sổ")
    public Response proof(
            @PathParam("code") String code,
            @QueryParam("run") String run,
            @QueryParam("month") String month,
            @QueryParam("person") String person,
            @Parameter(description = "1 hằng tháng, 2 đơn thân, 3 chăm sóc, 4 mai táng, 5 một lần")
                    @QueryParam("component")
                    String component,
            @QueryParam("sequence") String sequence,
            @Context SecurityContext security) {
        LineName line =
                new LineName(
                        Input.month("month", month),
                        Input.id("person", person),
                        (int) Math.min(9, Input.id("component", component)),
                        (int) Math.min(999, Input.id("sequence", sequence)));
        return Response.ok(
                        ledger.proof(
                                tenant(code), Caller.actor(security), Input.id("run", run), line))
                .build();
    }

    /** Erases what is personal in old lines. */
    @POST
    @javax.ws.rs.Path("ledger/erasures")
    @Needs(Permission.ERASE_PAYLOAD)
    @Operation(
            operationId = "erasePayload",
            summary = "Tiêu hủy phần riêng trong các khoản đã hết hạn lưu của một người")
    public Erased erase(
            @PathParam("code") String code, Erasure request, @Context SecurityContext security) {
        Erasure erasure = Input.required("body", request);
        return new Erased(
                ledger.erase(
                        tenant(code),
                        Caller.actor(security),
                        Input.required("personId", erasure.personId()),
                        Input.required("paper", erasure.paper())));
    }

    /** The auditor's file. */
    @GET
    @javax.ws.rs.Path("audit-file")
    @Produces(ZIP)
    @Needs(Permission.READ_AUDIT)
    @Operation(
            operationId = "getAuditFile",
            summary = "Hồ sơ phục vụ thanh tra, kiểm toán của một khoảng tháng",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "Tệp ZIP",
                            content =
                                    @Content(
                                            mediaType = ZIP,
                                            schema = @Schema(type = "string", format = "binary"))))
    public Response auditFile(
            @PathParam("code") String code,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @Context SecurityContext security) {
        TenantId tenant = tenant(code);
        return file(
                "ho-so-thanh-tra-" + code + "-" + from + "-" + to + ".zip",
                ZIP,
                out ->
                        auditFile.write(
                                tenant,
                                Caller.actor(security),
                                Input.month("from", from),
                                Input.month("to", to),
                                out));
    }

    /** Written to a file first: whoever is refused gets a problem, not half an answer. */
    private static Response file(String name, String type, Consumer<OutputStream> writer) {
        try {
            Path file = Files.createTempFile("ansinh-", ".part");
            try (OutputStream out = Files.newOutputStream(file)) {
                writer.accept(out);
            } catch (RuntimeException | IOException e) {
                Files.deleteIfExists(file);
                throw e;
            }
            StreamingOutput content =
                    out -> {
                        try {
                            Files.copy(file, out);
                        } finally {
                            Files.deleteIfExists(file);
                        }
                    };
            return Response.ok(content, type)
                    .header(HttpHeaders.CONTENT_DISPOSITION, ReportsResource.attachment(name))
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TenantId tenant(String code) {
        return localities.require(code).id();
    }

    /** Whose lines, by which paper. */
    record Erasure(Long personId, String paper) {}

    /** How many lines. */
    record Erased(int lines) {}
}
