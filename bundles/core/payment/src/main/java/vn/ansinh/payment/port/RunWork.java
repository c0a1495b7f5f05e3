package vn.ansinh.payment.port;

import java.util.List;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.TenantId;

/**
 * Which node computes which draft, and who ordered it: so that another node goes on when that one
 * is gone. Common to all localities, and asked for all of them at once.
 */
public interface RunWork {

    /**
     * This node computes the draft, on the order of the actor of the unit of work. Inside the
     * transaction that opens the draft, or in one of its own.
     */
    void take(long runId);

    /** The draft is one no more. Inside the transaction that ends it, or in one of its own. */
    void done(long runId);

    /**
     * Drafts whose node is gone, and those of this node itself, which may have given up; without
     * those that are to wait. Opens a unit of work.
     */
    List<Left> left();

    /** A try did not end the draft: the next is later each time, at most after an hour. */
    void later(Left left);

    /**
     * A draft.
     *
     * @param tenant locality
     * @param runId run
     * @param node key of the node that has it
     * @param orderedBy who ordered it, as they did
     */
    record Left(TenantId tenant, long runId, String node, Actor orderedBy) {}
}
