package vn.ansinh.shell.internal;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import org.apache.karaf.shell.api.console.Session;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.ErrorCode;

/** What the commands share. Whoever is in the shell runs the container, hence sees ids only. */
final class Console {
    private Console() {}

    /** The person at the shell, for the audit trail. */
    static Actor actor(Session session) {
        Object user = session.get("USER");
        return new Actor("shell:" + (user == null ? "karaf" : user), "");
    }

    static YearMonth month(String text) {
        try {
            if (text.matches("\\d{4}-\\d{2}")) {
                return YearMonth.parse(text);
            }
        } catch (DateTimeException e) {
            throw new AnsinhException(ErrorCode.INVALID_INPUT, "Không có tháng «" + text + "».", e);
        }
        throw new AnsinhException(
                ErrorCode.INVALID_INPUT, "Tháng viết theo dạng yyyy-MM, ví dụ 2026-03.");
    }

    /** Columns parted by tabs: for eyes and for scripts. */
    static void row(Session session, Object... cells) {
        List<String> texts = Arrays.stream(cells).map(String::valueOf).toList();
        session.getConsole().println(String.join("\t", texts));
    }
}
