package vn.ansinh.payment.internal;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import vn.ansinh.payment.api.Payments.RunState;
import vn.ansinh.payment.api.RunPapers.HoldKind;
import vn.ansinh.payment.api.RunPapers.Late;
import vn.ansinh.payment.api.RunPapers.NewHold;
import vn.ansinh.payment.port.LineKey;
import vn.ansinh.payment.port.RunStorage;
import vn.ansinh.payment.port.StoredRun;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.Audit;
import vn.ansinh.platform.api.CivilClock;

/** Holds single lines of an approved list that a later event speaks against. */
final class LateHolds {
    /** What stops a line whoever it is paid to; another account stops the order alone. */
    static final Set<HoldKind> NOT_DUE = Set.of(HoldKind.DEATH, HoldKind.STOP);

    private final CivilClock clock;
    private final Audit audit;
    private final RunStorage life;

    LateHolds(CivilClock clock, Audit audit, RunStorage life) {
        this.clock = clock;
        this.audit = audit;
        this.life = life;
    }

    /** Lines a later event speaks against; none unless the run is approved and not sent. */
    List<Late> late(StoredRun run) {
        if (run.state() != RunState.APPROVED) {
            return List.of();
        }
        return run.months().stream().flatMap(month -> life.late(run.only(month)).stream()).toList();
    }

    /**
     * Holds the lines of late events.
     *
     * @return how many
     */
    int hold(StoredRun run, Actor actor, List<Late> events) {
        int held = 0;
        for (Late late : events) {
            // Two events of one line hold it once.
            if (!life.isHeld(
                    late.month(),
                    late.personId(),
                    LineKey.code(late.component()),
                    late.sequence())) {
                place(
                        run,
                        actor,
                        new NewHold(
                                run.id(),
                                late.month(),
                                late.personId(),
                                late.component(),
                                late.sequence(),
                                late.kind(),
                                late.kind().title() + ", ghi nhận sau khi lập danh sách"));
                held++;
            }
        }
        return held;
    }

    /** Holds one line. */
    long place(StoredRun run, Actor actor, NewHold hold) {
        long id =
                life.hold(
                        hold,
                        actor.login(),
                        actor.onBehalfOf(),
                        clock.now().truncatedTo(ChronoUnit.MICROS));
        audit.record(
                "line.hold",
                "beneficiary",
                hold.personId(),
                "run=" + run.id() + " hold=" + id + " kind=" + hold.kind());
        return id;
    }
}
