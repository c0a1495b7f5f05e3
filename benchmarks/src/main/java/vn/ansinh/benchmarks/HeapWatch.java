package vn.ansinh.benchmarks;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.ArrayList;
import java.util.List;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;

/** Heap in use right after each collection, so that what grows shows. */
final class HeapWatch implements AutoCloseable {
    private final List<long[]> samples = new ArrayList<>();
    private final NotificationListener listener =
            (notification, handback) -> {
                GarbageCollectionNotificationInfo info =
                        GarbageCollectionNotificationInfo.from(
                                (CompositeData) notification.getUserData());
                long used = 0;
                for (var pool : info.getGcInfo().getMemoryUsageAfterGc().entrySet()) {
                    if (pool.getKey().startsWith("PS ")) {
                        used += pool.getValue().getUsed();
                    }
                }
                synchronized (samples) {
                    samples.add(new long[] {System.nanoTime(), used});
                }
            };

    HeapWatch() {
        ManagementFactory.getGarbageCollectorMXBeans()
                .forEach(
                        bean ->
                                ((NotificationEmitter) bean)
                                        .addNotificationListener(listener, null, null));
    }

    /** Highest use after a collection between two instants, in MB; what is used now if none ran. */
    long highest(long fromNanos, long toNanos) {
        synchronized (samples) {
            return samples.stream()
                            .filter(s -> s[0] >= fromNanos && s[0] <= toNanos)
                            .mapToLong(s -> s[1])
                            .max()
                            .orElse(0)
                    >> 20;
        }
    }

    /** What is alive after a full collection, in MB. */
    static long alive() {
        System.gc();
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        return heap.getUsed() >> 20;
    }

    @Override
    public void close() throws Exception {
        for (var bean : ManagementFactory.getGarbageCollectorMXBeans()) {
            ((NotificationEmitter) bean).removeNotificationListener(listener);
        }
    }
}
