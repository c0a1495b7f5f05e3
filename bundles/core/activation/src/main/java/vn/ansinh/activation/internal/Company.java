package vn.ansinh.activation.internal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.activation.port.Agreement;
import vn.ansinh.activation.port.Agreement.Answer;
import vn.ansinh.activation.port.ReleaseArchive.Archived;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.platform.api.Nodes;
import vn.ansinh.platform.api.Nodes.Node;
import vn.ansinh.platform.api.UnitOfWork;

/** The other nodes: asked before something goes in force, and waited for after it. */
final class Company {
    private static final Logger LOG = LoggerFactory.getLogger("vn.ansinh.activation");
    private static final Actor SELF = Actor.system("activation");
    private static final long STEP_MS = 200;

    private final Agreement agreement;
    private final Nodes nodes;
    private final UnitOfWork unitOfWork;
    private final Duration limit;
    private final Pause pause;

    /** How waiting passes; tests let the other node work meanwhile. */
    interface Pause {
        void pass(long millis) throws InterruptedException;
    }

    /**
     * Over the ports.
     *
     * @param limit longest wait for an answer
     */
    Company(Agreement agreement, Nodes nodes, UnitOfWork unitOfWork, Duration limit, Pause pause) {
        this.agreement = agreement;
        this.nodes = nodes;
        this.unitOfWork = unitOfWork;
        this.limit = limit;
        this.pause = pause;
    }

    /** The other nodes that live now. */
    List<Node> others() {
        return nodes.live().stream().filter(node -> !node.id().equals(nodes.self())).toList();
    }

    /**
     * Waits until every other live node has compiled the same. A node that dies meanwhile is waited
     * for no more, one that comes is waited for too.
     *
     * @return number of the call, to be ended with the change; 0 when there is nobody else
     * @throws AnsinhException CONFLICT that names each node and what keeps it
     */
    long agree(Archived release, String digest) {
        if (others().isEmpty()) {
            return 0;
        }
        long call =
                common(() -> agreement.call(release.sha256(), limit.multipliedBy(2)))
                        .orElseThrow(
                                () ->
                                        refused(
                                                release,
                                                "một máy khác đang kích hoạt một phiên bản;"
                                                        + " hãy thử lại sau ít phút"));
        boolean agreed = false;
        try {
            String open = awaitAnswers(call, digest);
            if (!open.isEmpty()) {
                throw refused(release, open);
            }
            agreed = true;
            return call;
        } finally {
            if (!agreed) {
                end(call);
            }
        }
    }

    /** What keeps the nodes; empty when nothing does. */
    private String awaitAnswers(long call, String digest) {
        String open = "";
        for (long waited = 0; waited <= limit.toMillis(); waited += STEP_MS) {
            Map<String, Answer> answers =
                    common(() -> agreement.answers(call)).stream()
                            .collect(Collectors.toMap(Answer::node, Function.identity()));
            List<Node> others = others();
            open = keeping(others, answers, digest);
            boolean all = others.stream().allMatch(node -> answers.containsKey(node.id()));
            if (all) {
                return open;
            }
            pass();
        }
        return open;
    }

    private String keeping(List<Node> others, Map<String, Answer> answers, String digest) {
        return others.stream()
                .map(node -> keeping(node, answers.get(node.id()), digest))
                .filter(fault -> !fault.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private String keeping(Node node, Answer answer, String digest) {
        if (answer == null) {
            return "máy «%s» chưa trả lời trong %d giây".formatted(node.name(), limit.toSeconds());
        }
        if (!answer.fault().isEmpty()) {
            return "máy «%s»: %s".formatted(node.name(), answer.fault());
        }
        return answer.digest().equals(digest)
                ? ""
                : "máy «%s» biên dịch ra bộ chính sách khác".formatted(node.name());
    }

    private static AnsinhException refused(Archived release, String why) {
        return new AnsinhException(
                ErrorCode.CONFLICT,
                "Chưa kích hoạt được «%s» phiên bản %s, mọi máy vẫn dùng bản cũ: %s."
                        .formatted(release.code(), release.version(), why));
    }

    /** The call is over. */
    void end(long call) {
        if (call != 0) {
            common(
                    () -> {
                        agreement.end(call);
                        return null;
                    });
        }
    }

    /** After a change: until the others serve it too, or the time is over, which is told. */
    void awaitServing() {
        List<String> behind = List.of();
        for (long waited = 0; waited <= limit.toMillis(); waited += STEP_MS) {
            behind = common(agreement::behind);
            if (behind.isEmpty()) {
                return;
            }
            pass();
        }
        LOG.warn("nodes do not serve what is in force yet nodes='{}'", behind);
    }

    private void pass() {
        try {
            pause.pass(STEP_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AnsinhException(ErrorCode.CONFLICT, "Hệ thống đang dừng.", e);
        }
    }

    /** What there is to do for this node. */
    Agreement.Look look() {
        return common(agreement::look);
    }

    void answer(long call, String digest, String fault) {
        common(
                () -> {
                    agreement.answer(call, digest, fault);
                    return null;
                });
    }

    void serves(long turn) {
        common(
                () -> {
                    agreement.serves(turn);
                    return null;
                });
    }

    private <T> T common(Supplier<T> work) {
        return unitOfWork.common(SELF, work);
    }
}
