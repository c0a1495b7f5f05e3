package vn.ansinh.payment.internal;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import vn.ansinh.payment.port.Link;
import vn.ansinh.payment.port.PaymentStorage;
import vn.ansinh.payment.port.StoredRun;
import vn.ansinh.platform.api.TenantId;

/** Writes moves of runs into the tenant's chain. */
final class RunChain {
    private final PaymentStorage storage;

    RunChain(PaymentStorage storage) {
        this.storage = storage;
    }

    void append(TenantId tenant, String kind, StoredRun run, String more, Instant at) {
        String event =
                kind
                        + "|tenant="
                        + tenant.value()
                        + "|run="
                        + run.id()
                        + "|month="
                        + run.month()
                        + "|lines="
                        + run.lines()
                        + "|dong="
                        + run.totalDong()
                        + "|root="
                        + HexFormat.of().formatHex(run.digest())
                        + more;
        Optional<Link> last = storage.lastLink();
        byte[] before = last.map(Link::hash).orElse(new byte[32]);
        storage.append(
                kind,
                new Link(
                        last.map(Link::sequence).orElse(0L) + 1,
                        run.id(),
                        run.digest(),
                        event,
                        before,
                        new Merkle().link(before, event)),
                at);
    }
}
