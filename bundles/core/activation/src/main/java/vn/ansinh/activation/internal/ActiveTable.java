package vn.ansinh.activation.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.ansinh.activation.api.ActiveLaw;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.ErrorCode;

/**
 * The one place that says what is active: one immutable line-up, exchanged as a whole, and which
 * localities other nodes serve but this one does not.
 */
final class ActiveTable implements ActiveLaw {

    private volatile State state = new State(Lineup.EMPTY, Set.of());

    private record State(Lineup lineup, Set<String> elsewhere) {
        Optional<Active> of(String code) {
            return elsewhere.contains(code) ? Optional.empty() : lineup.of(code);
        }
    }

    Lineup lineup() {
        return state.lineup();
    }

    /** A line-up of this node's own making: what changed in it is here. */
    void exchange(Lineup next, Lineup before) {
        Set<String> elsewhere = new HashSet<>(state.elsewhere());
        next.changedSince(before).forEach(active -> elsewhere.remove(active.profile().code()));
        exchange(next, elsewhere);
    }

    /**
     * Exchanges both in one step.
     *
     * @param elsewhere localities whose law is in force and served by other nodes, but not here
     */
    void exchange(Lineup next, Set<String> elsewhere) {
        state = new State(next, Set.copyOf(elsewhere));
    }

    @Override
    public Optional<Active> of(String localityCode) {
        return state.of(localityCode);
    }

    @Override
    public Active require(String localityCode) {
        State now = state;
        return now.of(localityCode).orElseThrow(() -> notHere(now, localityCode));
    }

    private static AnsinhException notHere(State now, String localityCode) {
        if (now.elsewhere().contains(localityCode)) {
            return new AnsinhException(
                    ErrorCode.LAW_NOT_HERE,
                    ("Máy này chưa có bộ chính sách đang hiệu lực của địa phương «%s» nên không"
                                    + " trả lời; xin thử lại sau ít phút.")
                            .formatted(localityCode));
        }
        return new AnsinhException(
                ErrorCode.LAW_NOT_ACTIVE,
                ("Luật của địa phương «%s» chưa có hiệu lực trong hệ thống;"
                                + " dữ liệu vẫn được giữ nguyên. Hãy chép gói của"
                                + " địa phương (và của luật mà địa phương dựa trên)"
                                + " vào thư mục deploy/, hoặc xem danh sách phiên"
                                + " bản để biết gói còn chờ gì rồi kích hoạt.")
                        .formatted(localityCode));
    }

    @Override
    public List<Active> all() {
        State now = state;
        return now.lineup().all().stream()
                .filter(active -> !now.elsewhere().contains(active.profile().code()))
                .toList();
    }
}
