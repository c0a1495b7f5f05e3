package vn.ansinh.activation.internal;

import java.util.List;
import vn.ansinh.activation.api.Releases.State;
import vn.ansinh.activation.port.ReleaseArchive.Archived;

/** Findings that activation itself writes and reads again. */
final class Sayings {

    /** The jar's offer was taken back; it may be offered anew. */
    static final String FILE_GONE = "tệp đã được lấy khỏi thư mục deploy/";

    private static final String WAITS_FOR = "chờ luật ";

    private Sayings() {}

    static String waitsFor(String law) {
        return WAITS_FOR + law;
    }

    static String replacedBy(String version) {
        return "đã được thay bằng phiên bản " + version + "; có thể kích hoạt lại";
    }

    static String lowerThan(String version) {
        return "không tự kích hoạt vì phiên bản %s đang có hiệu lực không thấp hơn"
                .formatted(version);
    }

    static String withdrawnBy(String login) {
        return "đã rút theo yêu cầu của " + login;
    }

    static String heldBy(List<String> codes) {
        return FILE_GONE
                + "; sẽ được rút khi không còn dựa trên luật này: "
                + String.join(", ", codes);
    }

    /** Whether time alone may take the version further: not checked yet, or waiting for a law. */
    static boolean unsettled(Archived release) {
        return release.state() == State.STAGED
                || release.state() == State.CHECKED
                        && release.findings().stream().allMatch(f -> f.startsWith(WAITS_FOR));
    }
}
