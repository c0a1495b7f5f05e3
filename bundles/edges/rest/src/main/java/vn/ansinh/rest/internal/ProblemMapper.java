package vn.ansinh.rest.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import javax.ws.rs.WebApplicationException;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import javax.ws.rs.ext.ExceptionMapper;
import org.osgi.service.blueprint.container.ServiceUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.ErrorCode;

/** Every failure as {@link Problem}; nothing of the inside leaks. */
public final class ProblemMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = LoggerFactory.getLogger("vn.ansinh.rest");

    private static final int BAD_REQUEST = 400;
    private static final int SERVER_ERROR = 500;

    @Override
    public Response toResponse(Throwable failure) {
        if (failure instanceof AnsinhException known && known.code() != ErrorCode.INTERNAL) {
            return known(known);
        }
        if (failure instanceof ServiceUnavailableException) {
            LOG.warn("Service not there cause='{}'", failure.getMessage());
            ErrorCode code = ErrorCode.STORE_UNAVAILABLE;
            return answer(
                            Problem.of(
                                    code,
                                    code.httpStatus(),
                                    "Hệ thống đang khởi động hoặc chưa nối được cơ sở dữ liệu."
                                            + " Xin thử lại sau ít phút.",
                                    null,
                                    List.of()))
                    .build();
        }
        if (failure instanceof JsonProcessingException) {
            // The body's limit speaks from inside the parser.
            if (failure.getCause() instanceof WebApplicationException web) {
                return web(web.getResponse());
            }
            String where =
                    failure instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()
                            ? " (" + place(mapping) + ")"
                            : "";
            return input(
                            BAD_REQUEST,
                            "Nội dung JSON không đọc được hoặc có trường không biết" + where + ".")
                    .build();
        }
        if (failure instanceof WebApplicationException web
                && web.getResponse().getStatus() < SERVER_ERROR) {
            return web(web.getResponse());
        }
        if (failure instanceof IOException) {
            // Cores throw none: the caller hung up, and nobody will read the answer.
            LOG.info("Connection lost cause='{}'", failure.toString());
            return Response.status(BAD_REQUEST).build();
        }
        return internal(failure);
    }

    /** The place in the body, as {@code effects[3].from}; names of fields only, never values. */
    private static String place(JsonMappingException failure) {
        StringBuilder place = new StringBuilder();
        for (JsonMappingException.Reference step : failure.getPath()) {
            if (step.getFieldName() == null) {
                place.append('[').append(step.getIndex()).append(']');
            } else {
                place.append(place.length() == 0 ? "" : ".").append(step.getFieldName());
            }
        }
        return place.toString();
    }

    private static Response known(AnsinhException known) {
        ErrorCode code = known.code();
        Response.ResponseBuilder answer =
                answer(
                        Problem.of(
                                code, code.httpStatus(), known.getMessage(), null, known.faults()));
        if (code == ErrorCode.UNAUTHENTICATED) {
            answer.header(
                    HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"An Sinh\", charset=\"UTF-8\"");
        }
        if (known.retryAfterSeconds() > 0) {
            answer.header(HttpHeaders.RETRY_AFTER, known.retryAfterSeconds());
        }
        return answer.build();
    }

    private static Response web(Response response) {
        int status = response.getStatus();
        if (status == Response.Status.NOT_FOUND.getStatusCode()) {
            ErrorCode code = ErrorCode.NOT_FOUND;
            return answer(Problem.of(code, status, "Không có địa chỉ này.", null, List.of()))
                    .build();
        }
        String detail =
                switch (status) {
                    case 405 -> "Địa chỉ này không nhận phương thức đã gửi.";
                    case 406 -> "Không trả lời được theo định dạng yêu cầu.";
                    case 413 -> "Nội dung gửi lên quá lớn.";
                    case 415 -> "Không nhận định dạng nội dung đã gửi.";
                    default -> "Yêu cầu không đọc được.";
                };
        Response.ResponseBuilder answer = input(status, detail);
        Set<String> allowed = new TreeSet<>(response.getAllowedMethods());
        if (!allowed.isEmpty()) {
            answer.header(HttpHeaders.ALLOW, String.join(", ", allowed));
        }
        return answer.build();
    }

    private static Response internal(Throwable failure) {
        String instance = "urn:uuid:" + UUID.randomUUID();
        LOG.error("Request failed instance='{}'", instance, failure);
        ErrorCode code = ErrorCode.INTERNAL;
        return answer(
                        Problem.of(
                                code,
                                code.httpStatus(),
                                "Hệ thống gặp lỗi ngoài dự kiến. Xin báo người quản trị kèm mã ở"
                                        + " trường instance.",
                                instance,
                                List.of()))
                .build();
    }

    private static Response.ResponseBuilder input(int status, String detail) {
        return answer(Problem.of(ErrorCode.INVALID_INPUT, status, detail, null, List.of()));
    }

    private static Response.ResponseBuilder answer(Problem problem) {
        return Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
    }
}
