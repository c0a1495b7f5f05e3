package vn.ansinh.console.internal;

import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.blueprint.container.ServiceUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.activation.api.Releases.State;
import vn.ansinh.payment.api.Payments.RunState;
import vn.ansinh.platform.api.AnsinhException;

/**
 * {@code /metrics} in Prometheus' text format: whether the process is well and how far the
 * localities are; counts only. Written by hand: a library for it is twelve jars and 3.2 MB beside
 * this one page, two thirds of them for a format nobody asks here.
 */
public final class MetricsServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final double MILLIS = 1000.0;

    private static final double NANOS = 1_000_000_000.0;
    private static final Logger LOG = LoggerFactory.getLogger("vn.ansinh.console");

    private final transient Health health;
    private final transient RunCounts runs;

    /** Over the checks and the runs. */
    public MetricsServlet(Health health, RunCounts runs) {
        this.health = health;
        this.runs = runs;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Health.Report report = health.report();
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        long collections = 0;
        long collectionMillis = 0;
        for (GarbageCollectorMXBean gc : ManagementFactory.getGarbageCollectorMXBeans()) {
            collections += Math.max(gc.getCollectionCount(), 0);
            collectionMillis += Math.max(gc.getCollectionTime(), 0);
        }
        StringBuilder out = new StringBuilder();
        add(out, "ansinh_up", "gauge", report.up() ? 1 : 0);
        add(out, "ansinh_active_localities", "gauge", report.localities().size());
        add(out, "ansinh_clock_adjusted", "gauge", report.clockAdjusted() ? 1 : 0);
        add(out, "ansinh_warnings", "gauge", report.warnings().size());
        boolean answered = report.store().nanos() >= 0;
        add(out, "ansinh_database_up", "gauge", answered ? 1 : 0);
        if (answered) {
            double seconds = report.store().nanos() / NANOS;
            add(out, "ansinh_database_answer_seconds", "gauge", seconds);
            versions(out, report.store().look().versions());
            runs(out);
        }
        add(
                out,
                "process_uptime_seconds",
                "gauge",
                ManagementFactory.getRuntimeMXBean().getUptime() / MILLIS);
        add(out, "jvm_memory_heap_used_bytes", "gauge", heap.getUsed());
        add(out, "jvm_memory_heap_max_bytes", "gauge", heap.getMax());
        add(out, "jvm_gc_collections_total", "counter", collections);
        add(out, "jvm_gc_collection_seconds_total", "counter", collectionMillis / MILLIS);
        add(out, "jvm_threads_live", "gauge", ManagementFactory.getThreadMXBean().getThreadCount());
        response.setContentType("text/plain; version=0.0.4; charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write(out.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void add(StringBuilder out, String name, String type, double value) {
        out.append("# TYPE ").append(name).append(' ').append(type).append('\n');
        out.append(name).append(' ').append(value).append('\n');
    }

    private static void versions(StringBuilder out, Map<State, Integer> versions) {
        out.append("# TYPE ansinh_versions gauge\n");
        for (State state : State.values()) {
            out.append("ansinh_versions{state=\"").append(state).append("\"} ");
            out.append(versions.getOrDefault(state, 0)).append('\n');
        }
    }

    /** Codes of localities are letters, digits and hyphens: nothing to escape. */
    private void runs(StringBuilder out) {
        Map<String, Map<RunState, Integer>> counts;
        try {
            counts = runs.now();
        } catch (ServiceUnavailableException | AnsinhException e) {
            // The figures that are there say the rest: no line is better than a wrong zero.
            LOG.warn("Runs not counted cause='{}'", e.getMessage());
            return;
        }
        out.append("# TYPE ansinh_runs gauge\n");
        counts.forEach(
                (code, states) ->
                        states.forEach(
                                (state, count) ->
                                        out.append("ansinh_runs{locality=\"")
                                                .append(code)
                                                .append("\",state=\"")
                                                .append(state)
                                                .append("\"} ")
                                                .append(count)
                                                .append('\n')));
    }
}
