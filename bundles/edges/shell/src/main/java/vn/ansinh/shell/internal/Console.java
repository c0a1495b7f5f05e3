package vn.ansinh.shell.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.console.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.identity.api.Identity;
import vn.ansinh.identity.api.Identity.Account;
import vn.ansinh.identity.api.Permission;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.ErrorCode;

/** What the commands share. Whoever is in the shell runs the container, hence sees ids only. */
final class Console {
    private static final Logger LOG = LoggerFactory.getLogger("vn.ansinh.shell");
    private static final String PURPOSE = "lệnh ở bàn điều khiển";

    private Console() {}

    /** The person at the shell, for the audit trail. */
    static Actor actor(Session session) {
        Object user = session.get("USER");
        return new Actor("shell:" + (user == null ? "karaf" : user), "");
    }

    /**
     * The operator by account, where two hands must agree: the key of the machine is nobody's hand,
     * so that an operator signs in for this one command.
     */
    static Actor operator(Session session, Identity identity) {
        return by(session, identity, Permission.RUN_SYSTEM, "")
                .orElseThrow(
                        () ->
                                new AnsinhException(
                                        ErrorCode.FORBIDDEN,
                                        "Việc này cần tài khoản người vận hành của một người: phím"
                                                + " của máy không thay cho ai."));
    }

    /**
     * The one who uses a permission over people. Whoever runs the container has none, so that an
     * account of the locality signs in for this one command.
     */
    static Actor actor(
            Session session, Identity identity, Permission permission, String localityCode) {
        return by(session, identity, permission, localityCode)
                .orElseThrow(
                        () ->
                                new AnsinhException(
                                        ErrorCode.FORBIDDEN,
                                        "Người vận hành không đọc dữ liệu của đối tượng: cần tài"
                                                + " khoản có quyền ở địa phương này."));
    }

    private static Optional<Actor> by(
            Session session, Identity identity, Permission permission, String localityCode) {
        Object user = session.get("USER");
        return (user == null ? Optional.<Account>empty() : identity.account(user.toString()))
                .flatMap(a -> a.actor(permission, localityCode, PURPOSE, ""))
                .or(() -> signIn(session, identity, permission, localityCode));
    }

    private static Optional<Actor> signIn(
            Session session, Identity identity, Permission permission, String localityCode) {
        try {
            String login = session.readLine("Tài khoản của địa phương: ", null);
            String secret = session.readLine("Mật khẩu: ", '*');
            if (login == null || secret == null) {
                return Optional.empty();
            }
            return identity.authenticate(login.strip(), secret.toCharArray())
                    .flatMap(a -> a.actor(permission, localityCode, PURPOSE, ""));
        } catch (IOException | UnsupportedOperationException e) {
            // Nobody types here: a script, or the line is gone.
            LOG.debug("no answer at the shell", e);
            return Optional.empty();
        }
    }

    /** A file that is not there yet, for its owner alone where the system can say so. */
    static OutputStream fresh(Path file) throws IOException {
        if (Files.exists(file)) {
            throw new AnsinhException(ErrorCode.CONFLICT, "Đã có tệp «" + file + "».");
        }
        OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW);
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
        return out;
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
