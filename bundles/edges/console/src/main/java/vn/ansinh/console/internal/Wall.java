package vn.ansinh.console.internal;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import vn.ansinh.activation.api.ActiveLaw;
import vn.ansinh.identity.api.Identity.Account;
import vn.ansinh.identity.api.Permission;
import vn.ansinh.payment.api.Payments;
import vn.ansinh.payment.api.Payments.RunView;
import vn.ansinh.payment.api.RunLife;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.Localities.TenantInfo;

/**
 * How far each locality is with the month's list (bảng theo dõi). Sums of a locality only: no unit,
 * no ground, no person. Who only runs the container sees no đồng either.
 */
public final class Wall {
    /** Localities of a page: each asks the database twice. */
    static final int PAGE = 50;

    private final Localities localities;
    private final Payments payments;
    private final RunLife runLife;
    private final ActiveLaw activeLaw;
    private final CivilClock clock;
    private final Health health;

    /** Over the cores' services. */
    public Wall(
            Localities localities,
            Payments payments,
            RunLife runLife,
            ActiveLaw activeLaw,
            CivilClock clock,
            Health health) {
        this.localities = localities;
        this.payments = payments;
        this.runLife = runLife;
        this.activeLaw = activeLaw;
        this.clock = clock;
        this.health = health;
    }

    /**
     * A page of what the account may see.
     *
     * @param asked benefit month, or null for this month
     * @param after code after which the page begins, or empty
     */
    WallPage page(Account account, YearMonth asked, String after, boolean still) {
        YearMonth month = asked == null ? YearMonth.from(clock.today()) : asked;
        List<TenantInfo> seen =
                localities.all().stream()
                        .filter(place -> place.code().compareTo(after) > 0)
                        .filter(place -> actor(account, place.code()).isPresent())
                        .limit(PAGE + 1L)
                        .toList();
        List<TenantInfo> here = seen.subList(0, Math.min(PAGE, seen.size()));
        Health.Report report = health.report();
        boolean operator = account.actor(Permission.RUN_SYSTEM, "", "", "").isPresent();
        return new WallPage(
                month,
                here.stream().map(place -> row(account, place, month)).toList(),
                seen.size() > PAGE ? here.get(PAGE - 1).code() : "",
                still,
                operator ? report.reasons() : List.of(),
                operator ? report.warnings() : List.of());
    }

    private WallPage.Row row(Account account, TenantInfo place, YearMonth month) {
        Actor actor = actor(account, place.code()).orElseThrow();
        Optional<RunView> run =
                payments.runs(place.id(), actor).stream().filter(r -> covers(r, month)).findFirst();
        long overdue =
                run.map(r -> runLife.file(place.id(), actor, r.id()).clocks().stream())
                        .map(c -> c.filter(k -> k.status() == RunLife.ClockStatus.OVERDUE).count())
                        .orElse(0L);
        return new WallPage.Row(
                place.code(),
                place.name(),
                activeLaw.of(place.code()).isPresent(),
                run.orElse(null),
                account.may(Permission.READ_TOTALS, place.code()),
                overdue);
    }

    private static boolean covers(RunView run, YearMonth month) {
        return run.kind() == Payments.RunKind.REGULAR
                && run.state() != Payments.RunState.CANCELLED
                && !month.isBefore(run.month())
                && !month.isAfter(run.lastMonth());
    }

    /** Whoever sees totals of the whole locality, else whoever runs the container. */
    private static Optional<Actor> actor(Account account, String code) {
        String purpose = "xem bảng theo dõi";
        return account.actor(Permission.READ_TOTALS, code, purpose, "")
                .or(() -> account.actor(Permission.RUN_SYSTEM, code, purpose, ""));
    }
}
