package vn.ansinh.console.internal;

import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/**
 * {@code /metrics} in Prometheus' text format: the few figures that say whether the process is
 * well. Written by hand while they are so few.
 */
public final class MetricsServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final double MILLIS = 1000.0;

    private final transient Health health;

    /** Over the checks. */
    public MetricsServlet(Health health) {
        this.health = health;
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
        out.append(String.format(Locale.ROOT, "%s %s%n", name, value));
    }
}
