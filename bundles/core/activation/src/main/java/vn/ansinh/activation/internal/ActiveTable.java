package vn.ansinh.activation.internal;

import java.util.List;
import java.util.Optional;
import vn.ansinh.activation.api.ActiveLaw;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.ErrorCode;

/** The one place that says what is active: one immutable line-up, exchanged as a whole. */
final class ActiveTable implements ActiveLaw {

    private volatile Lineup lineup = Lineup.EMPTY;

    Lineup lineup() {
        return lineup;
    }

    void exchange(Lineup next) {
        lineup = next;
    }

    @Override
    public Optional<Active> of(String localityCode) {
        return lineup.of(localityCode);
    }

    @Override
    public Active require(String localityCode) {
        return of(localityCode)
                .orElseThrow(
                        () ->
                                new AnsinhException(
                                        ErrorCode.LAW_NOT_ACTIVE,
                                        ("Luật của địa phương «%s» chưa có hiệu lực trong hệ thống;"
                                                        + " dữ liệu vẫn được giữ nguyên. Hãy chép gói của"
                                                        + " địa phương (và của luật mà địa phương dựa trên)"
                                                        + " vào thư mục deploy/, hoặc xem danh sách phiên"
                                                        + " bản để biết gói còn chờ gì rồi kích hoạt.")
                                                .formatted(localityCode)));
    }

    @Override
    public List<Active> all() {
        return lineup.all();
    }
}
