package vn.ansinh.payment.internal;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import vn.ansinh.payment.api.OrderState;
import vn.ansinh.payment.api.Orders.StateTotal;
import vn.ansinh.payment.api.Payments.RunDuty;
import vn.ansinh.payment.api.Payments.RunState;
import vn.ansinh.payment.port.OrderStorage;
import vn.ansinh.payment.port.PaymentStorage;
import vn.ansinh.payment.port.StoredRun;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.TenantId;
import vn.ansinh.platform.api.UnitOfWork;

/** Runs follow their orders: something came back, everything is settled. */
final class RunProgress {
    private static final Set<OrderState> BACK =
            EnumSet.of(
                    OrderState.PENDING,
                    OrderState.PAID,
                    OrderState.REJECTED,
                    OrderState.REVERSED,
                    OrderState.COLLECTED,
                    OrderState.RETURNED);

    private final UnitOfWork unitOfWork;
    private final PaymentStorage runs;
    private final OrderStorage orders;
    private final RunMoves moves;

    RunProgress(UnitOfWork unitOfWork, PaymentStorage runs, OrderStorage orders, RunMoves moves) {
        this.unitOfWork = unitOfWork;
        this.runs = runs;
        this.orders = orders;
        this.moves = moves;
    }

    /** Inside the unit of work that holds the run: from approved to sent. */
    StoredRun sent(TenantId tenant, StoredRun run, Actor actor) {
        return run.state() == RunState.APPROVED ? move(tenant, run, actor, RunState.SENT) : run;
    }

    /** Moves every run under way as far as its orders are. */
    void follow(TenantId tenant, Actor actor) {
        List<StoredRun> underWay =
                unitOfWork.inTenant(
                        tenant,
                        actor,
                        () -> runs.runs().stream().filter(RunProgress::underWay).toList());
        for (StoredRun run : underWay) {
            unitOfWork.inTenant(tenant, actor, () -> followOne(tenant, run, actor));
        }
    }

    private StoredRun followOne(TenantId tenant, StoredRun seen, Actor actor) {
        StoredRun run = runs.lock(seen);
        if (!underWay(run)) {
            return run;
        }
        List<StateTotal> totals = orders.totals(run.id());
        boolean settled = orders.settled(run.id());
        if (run.state() == RunState.SENT
                && (settled || totals.stream().anyMatch(t -> BACK.contains(t.state())))) {
            run = move(tenant, run, actor, RunState.SETTLING);
        }
        return settled ? move(tenant, run, actor, RunState.CLOSED) : run;
    }

    private static boolean underWay(StoredRun run) {
        return run.state() == RunState.SENT || run.state() == RunState.SETTLING;
    }

    private StoredRun move(TenantId tenant, StoredRun run, Actor actor, RunState to) {
        return moves.move(tenant, run, actor, to, RunDuty.PAY, "", run.digest(), run.approvals());
    }
}
