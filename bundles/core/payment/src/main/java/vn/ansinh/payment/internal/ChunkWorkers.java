package vn.ansinh.payment.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import vn.ansinh.payment.port.ChunkKind;
import vn.ansinh.payment.port.PaymentStorage;
import vn.ansinh.payment.port.StoredRun;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.TenantId;
import vn.ansinh.platform.api.UnitOfWork;

/** Does the chunks of a run on a few threads, each chunk in one transaction. */
final class ChunkWorkers {
    private final UnitOfWork unitOfWork;
    private final PaymentStorage storage;
    private final int workers;

    /** With so many threads at most. */
    ChunkWorkers(UnitOfWork unitOfWork, PaymentStorage storage, int workers) {
        this.unitOfWork = unitOfWork;
        this.storage = storage;
        this.workers = workers;
    }

    /** Does one chunk; false when there is none. */
    interface Step {
        boolean done(boolean wait);
    }

    /** What is left of a kind of chunks after a step. */
    private enum Left {
        NOTHING,
        SOME,
        /** Others have claimed what is left. */
        CLAIMED
    }

    /** Does every chunk of a kind on a few threads; what is one chunk needs no other thread. */
    void each(StoredRun run, ChunkKind kind, TenantId tenant, Actor actor, Step step) {
        StoredRun month = run.only(kind == ChunkKind.ITEMS ? run.lastMonth() : run.month());
        AtomicBoolean failed = new AtomicBoolean();
        int open = unitOfWork.inTenant(tenant, actor, () -> storage.pending(month, kind));
        if (open <= 1) {
            if (open == 1) {
                worker(tenant, actor, month, kind, step, failed);
            }
            return;
        }
        int hands = Math.min(workers, open);
        ExecutorService threads =
                Executors.newFixedThreadPool(
                        hands, task -> new Thread(task, "ansinh-run-" + run.id()));
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < hands; i++) {
                all.add(threads.submit(() -> worker(tenant, actor, month, kind, step, failed)));
            }
            RuntimeException first = null;
            for (Future<?> one : all) {
                RuntimeException fault = await(one);
                if (first == null) {
                    first = fault;
                } else if (fault != null) {
                    first.addSuppressed(fault);
                }
            }
            if (first != null) {
                throw first;
            }
        } finally {
            failed.set(true);
            threads.shutdown();
        }
    }

    private static RuntimeException await(Future<?> worker) {
        try {
            worker.get();
            return null;
        } catch (ExecutionException e) {
            return e.getCause() instanceof RuntimeException fault
                    ? fault
                    : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new IllegalStateException("interrupted while a run was computed", e);
        }
    }

    private void worker(
            TenantId tenant,
            Actor actor,
            StoredRun run,
            ChunkKind kind,
            Step step,
            AtomicBoolean failed) {
        try {
            Left left = Left.SOME;
            while (left != Left.NOTHING && !failed.get()) {
                // First what is free; then wait for what another node has claimed, it may die.
                boolean wait = left == Left.CLAIMED;
                left = unitOfWork.inTenant(tenant, actor, () -> left(step.done(wait), run, kind));
            }
        } catch (RuntimeException | Error e) {
            failed.set(true);
            throw e;
        }
    }

    private Left left(boolean done, StoredRun run, ChunkKind kind) {
        return storage.pending(run, kind) == 0 ? Left.NOTHING : done ? Left.SOME : Left.CLAIMED;
    }
}
