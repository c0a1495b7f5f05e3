package vn.ansinh.reporting.internal;

import java.time.YearMonth;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import vn.ansinh.beneficiary.api.Person;
import vn.ansinh.beneficiary.api.Register;
import vn.ansinh.locality.api.Component;
import vn.ansinh.payment.api.Payments;
import vn.ansinh.payment.api.Payments.LineView;
import vn.ansinh.payment.api.Payments.RunView;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.TenantId;

/**
 * Why a line stopped: death is on the register; a condition was lost when the month before already
 * paid what the assessment no longer gave; otherwise the register does not say.
 */
final class StopReasons implements Function<LineView, String> {

    private final Register register;
    private final TenantId tenant;
    private final Actor actor;
    private final YearMonth month;
    private final Set<Key> notAssessed = new HashSet<>();

    StopReasons(
            Payments payments,
            Register register,
            TenantId tenant,
            Actor actor,
            RunView before,
            YearMonth month) {
        this.register = register;
        this.tenant = tenant;
        this.actor = actor;
        this.month = month;
        for (Payments.Difference difference :
                payments.differences(tenant, actor, before.id(), Integer.MAX_VALUE)) {
            if (difference.decidedDong() > 0 && difference.assessedDong() == 0) {
                notAssessed.add(new Key(difference.personId(), difference.component()));
            }
        }
    }

    @Override
    public String apply(LineView line) {
        boolean dead =
                register.person(tenant, actor, line.personId())
                        .map(Person::death)
                        .filter(death -> !YearMonth.from(death).isAfter(month))
                        .isPresent();
        if (dead) {
            return "DEATH";
        }
        return notAssessed.contains(new Key(line.personId(), line.component()))
                ? "CONDITION_LOST"
                : "OTHER";
    }

    private record Key(long personId, Component component) {}
}
