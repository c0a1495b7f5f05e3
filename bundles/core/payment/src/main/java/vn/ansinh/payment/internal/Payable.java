package vn.ansinh.payment.internal;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import vn.ansinh.locality.api.Component;
import vn.ansinh.payment.internal.Prices.Priced;
import vn.ansinh.payment.port.Case;
import vn.ansinh.payment.port.Case.Held;

/**
 * What decisions pay a person in a month by one law: one benefit of a component, the highest, of
 * equal ones the older; nothing after the month of death. Used by one thread, person after person.
 */
final class Payable {
    static final Component[] COMPONENTS = Component.values();

    private final Prices prices;
    private final Held[] held = new Held[COMPONENTS.length];
    private final Priced[] priced = new Priced[COMPONENTS.length];

    Payable(Prices prices) {
        this.prices = prices;
    }

    /** Looks at the next person. */
    void look(Case person, LocalDate firstDay) {
        clear();
        if (person.death() != null && person.death().isBefore(firstDay)) {
            return;
        }
        List<Held> all = person.held();
        for (int i = 0; i < all.size(); i++) {
            Held one = all.get(i);
            Priced price = prices.of(one.groundCode(), one.coefficientHundredths());
            int c = one.component().ordinal();
            if (price.price().rateRow() >= 0 && (held[c] == null || wins(one, price, c))) {
                held[c] = one;
                priced[c] = price;
            }
        }
    }

    /** Nobody is looked at: nothing is paid. */
    void clear() {
        Arrays.fill(held, null);
        Arrays.fill(priced, null);
    }

    private boolean wins(Held one, Priced price, int c) {
        long amount = price.price().amountDong();
        long best = priced[c].price().amountDong();
        return amount > best || amount == best && one.entitlementId() < held[c].entitlementId();
    }

    /** What is paid of a component, or null. */
    Held held(int component) {
        return held[component];
    }

    /** Its price, or null. */
    Priced priced(int component) {
        return priced[component];
    }

    /** Its amount, 0 for nothing. */
    long amountDong(int component) {
        return priced[component] == null ? 0 : priced[component].price().amountDong();
    }
}
