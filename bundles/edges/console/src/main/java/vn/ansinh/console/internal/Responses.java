package vn.ansinh.console.internal;

import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.Consumer;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.blueprint.container.ServiceUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.console.internal.jte.JteproblemGenerated;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.ErrorCode;

/** How every answer of the pages goes out; nothing of the inside leaks. */
final class Responses {
    private static final Logger LOG = LoggerFactory.getLogger("vn.ansinh.console");

    private Responses() {}

    static void redirect(HttpServletResponse response, String to) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", to);
    }

    static void headers(HttpServletResponse response) {
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'self';"
                        + " frame-ancestors 'none'");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cache-Control", "no-store");
    }

    /** What a request does. */
    @FunctionalInterface
    interface Answer {
        void give() throws IOException;
    }

    static void guarded(HttpServletResponse response, Answer answer) throws IOException {
        try {
            answer.give();
        } catch (AnsinhException e) {
            problem(response, e);
        } catch (ServiceUnavailableException e) {
            LOG.warn("Service not there cause='{}'", e.getMessage());
            problem(
                    response,
                    new AnsinhException(
                            ErrorCode.STORE_UNAVAILABLE,
                            "Hệ thống đang khởi động hoặc chưa nối được cơ sở dữ liệu."
                                    + " Xin thử lại sau ít phút."));
        } catch (RuntimeException e) {
            String instance = UUID.randomUUID().toString();
            LOG.error("Page failed instance='{}'", instance, e);
            problem(
                    response,
                    new AnsinhException(
                            ErrorCode.INTERNAL,
                            "Hệ thống gặp lỗi ngoài dự kiến. Xin báo người quản trị kèm mã "
                                    + instance
                                    + "."));
        }
    }

    static void retryAfter(HttpServletResponse response, AnsinhException e) {
        if (e.retryAfterSeconds() > 0) {
            response.setIntHeader("Retry-After", e.retryAfterSeconds());
        }
    }

    private static void problem(HttpServletResponse response, AnsinhException e)
            throws IOException {
        retryAfter(response, e);
        Frame frame = new Frame("An Sinh", "", "", "");
        html(
                response,
                e.code().httpStatus(),
                out ->
                        JteproblemGenerated.render(
                                out, null, frame, e.code().code(), e.getMessage()));
    }

    static void html(HttpServletResponse response, int status, Consumer<HtmlTemplateOutput> page)
            throws IOException {
        StringOutput text = new StringOutput();
        page.accept(new OwaspHtmlTemplateOutput(text));
        response.setStatus(status);
        response.setContentType("text/html; charset=UTF-8");
        response.getOutputStream().write(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    static void style(HttpServletResponse response) throws IOException {
        response.setContentType("text/css; charset=UTF-8");
        response.setHeader("Cache-Control", "max-age=3600");
        try (InputStream css = Responses.class.getResourceAsStream("/static/style.css")) {
            css.transferTo(response.getOutputStream());
        }
    }
}
