package vn.ansinh.rest.internal;

import io.swagger.v3.core.util.Json;
import io.swagger.v3.jaxrs2.Reader;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.integration.SwaggerConfiguration;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;

/**
 * The description of this interface, made from the resource classes once. Open to everybody: it
 * tells nothing of the data. Read directly and not by CXF's feature, whose scanning of class paths
 * has nothing to find in a container.
 */
@Path("openapi.json")
@Hidden
public final class OpenApiResource {
    private static final String BASIC = "basic";
    private static final String PROBLEM = "#/components/schemas/Problem";

    /** What can go wrong with any operation. */
    private static final Map<String, String> PROBLEMS = problems();

    private final Set<Class<?>> resources;
    private String text;

    OpenApiResource(Set<Class<?>> resources) {
        this.resources = resources;
    }

    /** OpenAPI 3.0. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public synchronized String json() {
        if (text == null) {
            text = Json.pretty(describe());
        }
        return text;
    }

    private OpenAPI describe() {
        OpenAPI frame =
                new OpenAPI()
                        .info(
                                new Info()
                                        .title("An Sinh")
                                        .version("v1")
                                        .description(
                                                "Trợ giúp xã hội của các địa phương. Số tiền là số"
                                                        + " nguyên đồng, tháng viết yyyy-MM."))
                        .addServersItem(new Server().url("/cxf/api/v1"))
                        .addSecurityItem(new SecurityRequirement().addList(BASIC))
                        .components(
                                new Components()
                                        .addSecuritySchemes(
                                                BASIC,
                                                new SecurityScheme()
                                                        .type(SecurityScheme.Type.HTTP)
                                                        .scheme("basic")));
        SwaggerConfiguration configuration = new SwaggerConfiguration();
        configuration.setOpenAPI(frame);
        OpenAPI described = new Reader(configuration).read(resources);
        Map<String, Schema> schemas = described.getComponents().getSchemas();
        io.swagger.v3.core.converter.ModelConverters.getInstance()
                .readAll(Problem.class)
                .forEach(schemas::putIfAbsent);
        // A month is a text; the library would describe the inside of the Java class.
        schemas.put("YearMonth", new StringSchema().pattern("^\\d{4}-\\d{2}$").example("2026-03"));
        described
                .getPaths()
                .values()
                .forEach(path -> path.readOperations().forEach(OpenApiResource::complete));
        return described;
    }

    private static void complete(Operation operation) {
        ApiResponse unnamed = operation.getResponses().remove("default");
        if (unnamed != null) {
            operation.getResponses().put("200", unnamed.description("Kết quả"));
        }
        PROBLEMS.forEach(
                (status, meaning) ->
                        operation
                                .getResponses()
                                .putIfAbsent(
                                        status,
                                        new ApiResponse()
                                                .description(meaning)
                                                .content(
                                                        new Content()
                                                                .addMediaType(
                                                                        Problem.MEDIA_TYPE,
                                                                        problemBody()))));
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(OpenApiResource::describe);
        }
    }

    private static io.swagger.v3.oas.models.media.MediaType problemBody() {
        return new io.swagger.v3.oas.models.media.MediaType()
                .schema(new Schema<Object>().$ref(PROBLEM));
    }

    private static void describe(Parameter parameter) {
        switch (parameter.getName()) {
            case "code" -> parameter.description("Mã địa phương").example("ma-dia-phuong");
            case "id" -> parameter.description("Số hiệu trong địa phương");
            case "personId" -> parameter.description("Số hiệu đối tượng");
            case "after" ->
                    parameter.description("Lấy tiếp sau số này; giá trị next của trang trước");
            case "login" -> parameter.description("Tên đăng nhập");
            case "rightId" -> parameter.description("Số hiệu của quyền đã cấp");
            case "delegationId" -> parameter.description("Số hiệu của ủy quyền");
            case "limit" -> parameter.description("Số mục mỗi trang, 1–500; mặc định 100");
            case "sha" -> parameter.description("SHA-256 của gói, 64 chữ số thập lục phân");
            default -> {
                // Described where it is declared.
            }
        }
    }

    private static Map<String, String> problems() {
        Map<String, String> problems = new LinkedHashMap<>();
        problems.put("400", "Yêu cầu không đọc được");
        problems.put("401", "Chưa đăng nhập hoặc sai mật khẩu");
        problems.put("403", "Tài khoản không có quyền");
        problems.put("404", "Không có, hoặc không thuộc địa phương này");
        problems.put("409", "Trạng thái không cho phép, hoặc chính sách chưa hiệu lực");
        problems.put("413", "Nội dung quá lớn");
        problems.put("415", "Không nhận định dạng này");
        problems.put("422", "Dữ liệu có lỗi, từng lỗi ở faults");
        problems.put("429", "Sai mật khẩu quá nhiều lần; đợi số giây ở Retry-After");
        problems.put("500", "Lỗi của hệ thống");
        problems.put("503", "Chưa kết nối được cơ sở dữ liệu");
        return problems;
    }
}
