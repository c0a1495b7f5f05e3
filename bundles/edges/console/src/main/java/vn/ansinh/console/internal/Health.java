package vn.ansinh.console.internal;

import java.util.ArrayList;
import java.util.List;
<<<<<<< HEAD
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
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.Localities;

/**
 * Whether this container can work. Answers within seconds also when the database is away: every
 * service may be missing, and questions to the database are asked on a thread of their own.
 */
public final class Health {
    private static final Logger LOG = LoggerFactory.getLogger("vn.ansinh.console");
    private static final int PATIENCE_SECONDS = 3;

    private final Localities localities;
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
    private Future<Integer> question;

    /**
     * Over services that may be missing.
     *
     * @param rest container of edges/rest, there once the interface is published
     * @param soap container of edges/soap, the same
     */
    public Health(
            Localities localities,
            ActiveLaw activeLaw,
            CivilClock clock,
            BlueprintContainer rest,
            BlueprintContainer soap) {
        this.localities = localities;
        this.activeLaw = activeLaw;
        this.clock = clock;
        this.rest = rest;
        this.soap = soap;
    }

    /** Ends the thread. */
    public void stop() {
        asker.shutdownNow();
    }

    /** Asks everything now. */
    public Report report() {
        List<String> reasons = new ArrayList<>();
        store(reasons);
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
        return new Report(reasons.isEmpty() ? "UP" : "DOWN", reasons, active, adjusted);
    }

    /** One question at a time: while one hangs, no further thread and no further wait is spent. */
    private synchronized void store(List<String> reasons) {
        if (question == null || question.isDone()) {
            question = asker.submit(() -> localities.all().size());
        }
        try {
            question.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            reasons.add("store: không trả lời trong " + PATIENCE_SECONDS + " giây");
        } catch (ExecutionException e) {
            LOG.debug("Store does not answer", e);
            reasons.add("store: chưa kết nối được cơ sở dữ liệu");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            reasons.add("store: đang dừng");
        }
    }

    private static void published(String name, BlueprintContainer bundle, List<String> reasons) {
        try {
            bundle.getComponentIds();
        } catch (ServiceUnavailableException e) {
            reasons.add(name + ": chưa sẵn sàng");
=======
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.activation.api.ActiveLaw;
import vn.ansinh.identity.api.Identity;
import vn.ansinh.payment.api.Payments;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.UnitOfWork;

/**
 * Whether the parts that serve people are there. Holds live lists of services instead of single
 * references, because an empty list answers at once while an absent reference waits.
 */
final class Health {
    private static final Logger LOG = LoggerFactory.getLogger(Health.class);

    private final List<UnitOfWork> stores;
    private final List<ActiveLaw> laws;
    private final List<Payments> payments;
    private final List<Identity> identities;
    private final List<CivilClock> clocks;

    Health(
            List<UnitOfWork> stores,
            List<ActiveLaw> laws,
            List<Payments> payments,
            List<Identity> identities,
            List<CivilClock> clocks) {
        this.stores = stores;
        this.laws = laws;
        this.payments = payments;
        this.identities = identities;
        this.clocks = clocks;
    }

    /** How it is now; never throws and never waits. */
    Report report() {
        List<String> reasons = new ArrayList<>();
        require(stores, "Chưa có kho dữ liệu (cơ sở dữ liệu chưa sẵn sàng).", reasons);
        require(payments, "Chưa có phần chi trả.", reasons);
        require(identities, "Chưa có phần tài khoản và đăng nhập.", reasons);
        require(laws, "Chưa có phần kích hoạt luật và địa phương.", reasons);
        List<String> localities = new ArrayList<>();
        boolean adjusted = false;
        try {
            for (ActiveLaw law : laws) {
                law.all().forEach(active -> localities.add(active.profile().code()));
            }
            for (CivilClock clock : clocks) {
                adjusted |= clock.adjusted();
            }
        } catch (RuntimeException e) { // a service that went between the look and the call
            LOG.warn("health='part not answering'", e);
            reasons.add("Một phần của hệ thống đang khởi động lại.");
        }
        localities.sort(null);
        return new Report(reasons.isEmpty() ? "UP" : "DOWN", reasons, adjusted, localities);
    }

    private static void require(List<?> services, String sentence, List<String> reasons) {
        if (services.isEmpty()) {
            reasons.add(sentence);
>>>>>>> console
        }
    }

    /**
<<<<<<< HEAD
     * How it is.
     *
     * @param status {@code UP} or {@code DOWN}
     * @param reasons why it is down, in Vietnamese, each after the name of the part
     * @param localities codes of localities whose law is in force here
     * @param clockAdjusted whether the civil clock is fixed or shifted
     */
    public record Report(
            String status, List<String> reasons, List<String> localities, boolean clockAdjusted) {
=======
     * What {@code /health} says.
     *
     * @param status {@code UP} or {@code DOWN}
     * @param reasons why it is down, in Vietnamese; empty when up
     * @param clockAdjusted whether the civil clock does not run with the machine's
     * @param localities codes of the active localities
     */
    record Report(
            String status, List<String> reasons, boolean clockAdjusted, List<String> localities) {
>>>>>>> console
        boolean up() {
            return reasons.isEmpty();
        }
    }
}
