package vn.ansinh.console.internal;

import java.util.ArrayList;
import java.util.List;
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
        }
    }

    /**
     * What {@code /health} says.
     *
     * @param status {@code UP} or {@code DOWN}
     * @param reasons why it is down, in Vietnamese; empty when up
     * @param clockAdjusted whether the civil clock does not run with the machine's
     * @param localities codes of the active localities
     */
    record Report(
            String status, List<String> reasons, boolean clockAdjusted, List<String> localities) {
        boolean up() {
            return reasons.isEmpty();
        }
    }
}
