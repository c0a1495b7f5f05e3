package vn.ansinh.payment.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import vn.ansinh.assessment.api.PolicySnapshot;
import vn.ansinh.locality.api.Ground;
import vn.ansinh.locality.api.ParameterRow;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.ErrorCode;

/**
 * What decided grounds and coefficients are worth in a month as known on a day. There are some
 * dozens of them, so each is asked of the law once. Safe for many threads.
 */
final class Prices {

    /** What is shown instead of a restricted ground. */
    static final String BY_DECISION = "Theo quyết định";

    private final PolicySnapshot snapshot;
    private final YearMonth month;
    private final LocalDate knownOn;
    private final Set<String> restricted;
    private final Map<String, Map<Integer, Priced>> known = new ConcurrentHashMap<>();

    Prices(PolicySnapshot snapshot, YearMonth month, LocalDate knownOn) {
        this.snapshot = snapshot;
        this.month = month;
        this.knownOn = knownOn;
        this.restricted =
                snapshot.grounds().stream()
                        .filter(Ground::restricted)
                        .map(Ground::code)
                        .collect(Collectors.toUnmodifiableSet());
    }

    boolean isOf(PolicySnapshot law, YearMonth ofMonth, LocalDate ofDay) {
        return snapshot == law && month.equals(ofMonth) && knownOn.equals(ofDay);
    }

    /** Price of a decided ground and coefficient. */
    Priced of(String ground, int coefficientHundredths) {
        Map<Integer, Priced> byCoefficient = known.get(ground);
        if (byCoefficient == null) {
            byCoefficient = known.computeIfAbsent(ground, g -> new ConcurrentHashMap<>());
        }
        Priced priced = byCoefficient.get(coefficientHundredths);
        if (priced == null) {
            priced = ask(ground, coefficientHundredths);
            byCoefficient.put(coefficientHundredths, priced);
        }
        return priced;
    }

    boolean isRestricted(String ground) {
        return restricted.contains(ground);
    }

    /** The ground as people may see it. */
    String shown(String ground) {
        return isRestricted(ground) ? BY_DECISION : ground;
    }

    private Priced ask(String ground, int coefficientHundredths) {
        PolicySnapshot.Price price;
        try {
            price = snapshot.price(ground, coefficientHundredths, month, knownOn);
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new AnsinhException(
                    ErrorCode.CONFLICT,
                    "Luật đang dùng không định được mức của «"
                            + shown(ground)
                            + "» cho tháng "
                            + Texts.month(month)
                            + "; sửa quyết định hoặc bộ chính sách rồi tính lại.",
                    e);
        }
        boolean hidden = isRestricted(ground);
        return new Priced(
                price,
                hidden,
                hidden ? BY_DECISION : ground,
                coefficientRow(ground, price.coefficientHundredths()));
    }

    /**
     * The newest row that lays down this coefficient for the ground; -1 when only the decision
     * names it. Keys are {@code coefficient.GROUND} or {@code coefficient.GROUND.BAND}.
     */
    private int coefficientRow(String ground, int coefficientHundredths) {
        String key = "coefficient." + ground;
        BigDecimal value = BigDecimal.valueOf(coefficientHundredths, 2);
        List<ParameterRow> rows = snapshot.rows();
        int found = -1;
        for (int i = 0; i < rows.size(); i++) {
            ParameterRow row = rows.get(i);
            if ((row.key().equals(key) || row.key().startsWith(key + "."))
                    && row.applies(month)
                    && row.known(month, knownOn)
                    && new BigDecimal(row.value()).compareTo(value) == 0
                    && (found < 0 || !row.inForce().isBefore(rows.get(found).inForce()))) {
                found = i;
            }
        }
        return found;
    }

    /**
     * A price with what a line keeps of it.
     *
     * @param price what the law says
     * @param restricted whether the ground must not show
     * @param shownGround ground as people may see it
     * @param coefficientRow row of the coefficient, or -1
     */
    record Priced(
            PolicySnapshot.Price price,
            boolean restricted,
            String shownGround,
            int coefficientRow) {}
}
