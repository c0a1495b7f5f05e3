package vn.ansinh.console.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/**
 * {@code /health}: open to everybody, tells nothing of people. 200 up, 503 down. {@code
 * /health/live} asks nothing and says that the process answers: what restarts processes reads this
 * one, so that a database that is away does not restart the container.
 */
public final class HealthServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final transient Health health;

    /** Over the checks. */
    public HealthServlet(Health health) {
        this.health = health;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (request.getServletPath().endsWith("/live")) {
            write(response, Map.of("status", "UP"));
            return;
        }
        Health.Report report = health.report();
        response.setStatus(
                report.up()
                        ? HttpServletResponse.SC_OK
                        : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        write(response, report);
    }

    private static void write(HttpServletResponse response, Object what) throws IOException {
        response.setContentType("application/json; charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write(JSON.writeValueAsBytes(what));
    }
}
