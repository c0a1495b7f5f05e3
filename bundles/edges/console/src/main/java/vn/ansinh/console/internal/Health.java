package vn.ansinh.console.internal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.osgi.service.blueprint.container.BlueprintContainer;
import org.osgi.service.blueprint.container.ServiceUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.activation.api.ActiveLaw;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.platform.api.StoreCheck;

/**
 * Whether this container can work. Answers within seconds also when the database is away: every
 * service may be missing, and questions to the database are asked on a thread of their own.
 */
public final class Health {
    private static final Logger LOG = LoggerFactory.getLogger("vn.ansinh.console");
    private static final int PATIENCE_SECONDS = 3;

    private final StoreCheck store;
    private final ActiveLaw activeLaw;
    private final CivilClock clock;
    private final BlueprintContainer rest;
    private final BlueprintContainer soap;
    private final ExecutorService asker =
            Executors.newSingleThreadExecutor(
                    work -> {
                        Thread thread = new Thread(work, "ansinh-health");
                        thread.setDaemon(true);
                        return thread;
                    });
    private final Warnings warnings;
    private Future<Answer> question;

    /**
     * Over services that may be missing.
     *
     * @param rest container of edges/rest, there once the interface is published
     * @param soap container of edges/soap, the same
     * @param warnings what to look at although all works
     */
    public Health(
            StoreCheck store,
            ActiveLaw activeLaw,
            CivilClock clock,
            BlueprintContainer rest,
            BlueprintContainer soap,
            Warnings warnings) {
        this.store = store;
        this.activeLaw = activeLaw;
        this.clock = clock;
        this.rest = rest;
        this.soap = soap;
        this.warnings = warnings;
    }

    /** Ends the thread. */
    public void stop() {
        asker.shutdownNow();
    }

    /** Asks everything now. */
    public Report report() {
        List<String> reasons = new ArrayList<>();
        Answer answer = store(reasons);
        List<String> active = List.of();
        try {
            active = activeLaw.all().stream().map(law -> law.profile().code()).sorted().toList();
        } catch (ServiceUnavailableException e) {
            reasons.add("law: chưa sẵn sàng");
        }
        published("rest", rest, reasons);
        published("soap", soap, reasons);
        boolean adjusted = false;
        try {
            adjusted = clock.adjusted();
        } catch (ServiceUnavailableException e) {
            reasons.add("clock: chưa sẵn sàng");
        }
        return new Report(
                reasons.isEmpty() ? "UP" : "DOWN",
                reasons,
                answer.look().sentences(),
                active,
                adjusted,
                answer);
    }

    /** One question at a time: while one hangs, no further thread and no further wait is spent. */
    private synchronized Answer store(List<String> reasons) {
        if (question == null || question.isDone()) {
            question = asker.submit(this::ask);
        }
        try {
            return question.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            reasons.add("store: không trả lời trong " + PATIENCE_SECONDS + " giây");
        } catch (ExecutionException e) {
            LOG.debug("Store does not answer", e);
            boolean full =
                    e.getCause() instanceof AnsinhException known
                            && known.code() == ErrorCode.STORE_FULL;
            reasons.add(
                    full
                            ? "store: đĩa của cơ sở dữ liệu đã đầy, chỉ đọc được"
                            : "store: chưa kết nối được cơ sở dữ liệu");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            reasons.add("store: đang dừng");
        }
        return Answer.NONE;
    }

    private Answer ask() {
        long begin = System.nanoTime();
        store.check();
        return new Answer(System.nanoTime() - begin, warnings.look());
    }

    private static void published(String name, BlueprintContainer bundle, List<String> reasons) {
        try {
            bundle.getComponentIds();
        } catch (ServiceUnavailableException e) {
            reasons.add(name + ": chưa sẵn sàng");
        }
    }

    /**
     * What the database said.
     *
     * @param nanos how long it took; -1 when it did not answer
     * @param look what there is to look at
     */
    record Answer(long nanos, Warnings.Look look) {
        static final Answer NONE = new Answer(-1, Warnings.Look.NOTHING);
    }

    /**
     * How it is.
     *
     * @param status {@code UP} or {@code DOWN}
     * @param reasons why it is down, in Vietnamese, each after the name of the part
     * @param warnings what to look at although it works, in Vietnamese
     * @param localities codes of localities whose law is in force here
     * @param clockAdjusted whether the civil clock is fixed or shifted
     * @param store what the database said
     */
    public record Report(
            String status,
            List<String> reasons,
            List<String> warnings,
            List<String> localities,
            boolean clockAdjusted,
            @JsonIgnore Answer store) {
        boolean up() {
            return reasons.isEmpty();
        }
    }
}
