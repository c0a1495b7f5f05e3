package vn.ansinh.payment.api;

import java.io.OutputStream;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.TenantId;

/** The ledger of a tenant (sổ cái): read, exported for a verifier, proved, erased in part. */
public interface LedgerBook {

    /** A page of links, in order. */
    List<LinkView> links(TenantId tenant, Actor actor, long after, int limit);

    /**
     * Writes links, runs, chunks, leaves and payloads as JSON lines (docs/reference/ledger.md) to
     * the stream, which stays open. Audited. Ids only. A line of a restricted ground is sealed: its
     * leaf alone, unless the actor may open it and says what for.
     */
    void export(TenantId tenant, Actor actor, OutputStream out);

    /**
     * Proof that a run that has its list pays a line: JSON of at most 2 kB, which the verifier
     * checks against a link's hash. Audited.
     *
     * @throws vn.ansinh.platform.api.AnsinhException NOT_FOUND without the line; CONFLICT when it
     *     is erased; FORBIDDEN when its ground is restricted and the actor does not open it
     */
    String proof(TenantId tenant, Actor actor, long runId, LineName line);

    /**
     * Destroys salt and payload of a person's lines that need not be kept any longer. Audited, and
     * a link PAYLOAD_ERASED; the chain still verifies.
     *
     * @param paper order or minutes of the destruction
     * @return lines erased
     * @throws vn.ansinh.platform.api.AnsinhException NOT_FOUND when there is nothing to erase;
     *     INVALID_INPUT without a paper
     */
    int erase(TenantId tenant, Actor actor, long personId, String paper);

    /**
     * A line.
     *
     * @param month benefit month
     * @param personId person
     * @param component stable code: 1 MONTHLY, 2 SINGLE_PARENT, 3 CARE, 4 FUNERAL, 5 ONE_OFF
     * @param sequence 0 for the list
     */
    record LineName(YearMonth month, long personId, int component, int sequence) {}

    /**
     * A link.
     *
     * @param sequence place
     * @param kind what happened
     * @param subjectId what it is about
     * @param at when
     * @param event as hashed
     * @param hash hex
     */
    record LinkView(
            long sequence, String kind, long subjectId, Instant at, String event, String hash) {}
}
