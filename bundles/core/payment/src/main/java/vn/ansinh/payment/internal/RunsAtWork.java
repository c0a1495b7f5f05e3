package vn.ansinh.payment.internal;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import vn.ansinh.payment.port.RunWork;
import vn.ansinh.platform.api.TenantId;

/** The drafts this process computes now; others learn it by {@link RunWork}. */
public final class RunsAtWork {
    private final RunWork work;
    private final Set<Key> here = ConcurrentHashMap.newKeySet();

    /** Told to the other nodes. */
    public RunsAtWork(RunWork work) {
        this.work = work;
    }

    /** Of a process that is no node: nobody goes on when it is gone. */
    static RunsAtWork alone() {
        return new RunsAtWork(null);
    }

    private record Key(TenantId tenant, long runId) {}

    /** Inside a unit of work on the draft. */
    void take(long runId) {
        if (work != null) {
            work.take(runId);
        }
    }

    /** Inside a unit of work on what was the draft. */
    void done(long runId) {
        if (work != null) {
            work.done(runId);
        }
    }

    /** Computes; meanwhile nobody here goes on with the same draft as if it were left. */
    <T> T during(TenantId tenant, long runId, Supplier<T> computing) {
        Key key = new Key(tenant, runId);
        boolean first = here.add(key);
        try {
            return computing.get();
        } finally {
            if (first) {
                here.remove(key);
            }
        }
    }

    boolean here(TenantId tenant, long runId) {
        return here.contains(new Key(tenant, runId));
    }
}
