package vn.ansinh.benchmarks.container;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Officers at work: some threads read lists and assess people over REST, without end. */
final class Load implements AutoCloseable {
    private static final int OK = 200;
    private static final int KEPT = 5;
    private static final long THINK_MILLIS = 5;

    private final List<Thread> threads = new ArrayList<>();
    private final List<long[]> answers = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private long failed;
    private volatile boolean going = true;

    /** Begins; each thread has the paths in its own order. */
    Load(Rest rest, List<String> paths, int count) {
        for (int n = 0; n < count; n++) {
            int first = n * paths.size() / count;
            Thread thread =
                    new Thread(
                            () -> {
                                for (int i = first; going; i++) {
                                    ask(rest, paths.get(i % paths.size()));
                                }
                            },
                            "load-" + n);
            threads.add(thread);
            thread.start();
        }
    }

    private void ask(Rest rest, String path) {
        long started = System.nanoTime();
        String fault = "";
        try {
            HttpResponse<String> answer = rest.ask(path);
            if (answer.statusCode() != OK) {
                fault = path + ": " + answer.statusCode() + " " + answer.body();
            }
        } catch (IOException e) {
            fault = path + ": " + e;
        }
        long ended = System.nanoTime();
        synchronized (answers) {
            answers.add(new long[] {started, ended});
            if (!fault.isEmpty()) {
                failed++;
                if (failures.size() < KEPT) {
                    failures.add(fault);
                }
            }
        }
        try {
            TimeUnit.MILLISECONDS.sleep(THINK_MILLIS);
        } catch (InterruptedException e) {
            going = false;
        }
    }

    /** Milliseconds of the requests that were under way between two instants, sorted. */
    double[] between(long from, long to) {
        synchronized (answers) {
            return answers.stream()
                    .filter(one -> one[1] >= from && one[0] <= to)
                    .mapToDouble(one -> (one[1] - one[0]) / 1e6)
                    .sorted()
                    .toArray();
        }
    }

    static double percentile(double[] sorted, double share) {
        if (sorted.length == 0) {
            throw new IllegalStateException("no request in the time asked for");
        }
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(sorted.length * share))];
    }

    static double highest(double[] sorted) {
        return percentile(sorted, 1);
    }

    long requests() {
        synchronized (answers) {
            return answers.size();
        }
    }

    long failed() {
        synchronized (answers) {
            return failed;
        }
    }

    /** The first few. */
    List<String> failures() {
        synchronized (answers) {
            return List.copyOf(failures);
        }
    }

    @Override
    public void close() throws InterruptedException {
        going = false;
        for (Thread thread : threads) {
            thread.join();
        }
    }

    static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
