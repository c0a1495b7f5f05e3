package vn.ansinh.console.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import vn.ansinh.identity.api.Sessions;
import vn.ansinh.identity.api.Sessions.Session;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.ErrorCode;

/**
 * Sessions of browsers by a cookie that only this site's pages under {@code /console} get, over TLS
 * only, out of reach of scripts and never sent along from another site.
 */
final class Door {
    static final String COOKIE = "ansinh";
    static final String FORM_TOKEN = "formToken";

    private static final String ATTRIBUTES = "; Path=/console; Secure; HttpOnly; SameSite=Strict";

    private final Sessions sessions;

    Door(Sessions sessions) {
        this.sessions = sessions;
    }

    Optional<Session> session(HttpServletRequest request) {
        return token(request).flatMap(sessions::find);
    }

    /** The session of a form that was sent; a form that another site made is refused. */
    Session sent(HttpServletRequest request) {
        Session session =
                session(request)
                        .orElseThrow(
                                () ->
                                        new AnsinhException(
                                                ErrorCode.UNAUTHENTICATED,
                                                "Phiên làm việc đã hết. Xin đăng nhập lại."));
        String token = Optional.ofNullable(request.getParameter(FORM_TOKEN)).orElse("");
        if (!MessageDigest.isEqual(bytes(token), bytes(session.formToken()))) {
            throw foreign();
        }
        return session;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Opens a session, in place of one that the browser may have. */
    Session signIn(HttpServletRequest request, HttpServletResponse response) {
        // There is no session yet whose token the form could carry; the browser says who sent it.
        String from = request.getHeader("Sec-Fetch-Site");
        if (from != null && !from.equals("same-origin") && !from.equals("none")) {
            throw foreign();
        }
        Session session =
                sessions.open(text(request, "login").strip(), text(request, "secret").toCharArray())
                        .orElseThrow(
                                () ->
                                        new AnsinhException(
                                                ErrorCode.UNAUTHENTICATED,
                                                "Tên đăng nhập hoặc mật khẩu không đúng."));
        token(request).ifPresent(sessions::close);
        response.addHeader("Set-Cookie", COOKIE + "=" + session.token() + ATTRIBUTES);
        return session;
    }

    void signOut(HttpServletRequest request, HttpServletResponse response) {
        sessions.close(sent(request).token());
        response.addHeader("Set-Cookie", COOKIE + "=" + ATTRIBUTES + "; Max-Age=0");
    }

    static String text(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }

    private static Optional<String> token(HttpServletRequest request) {
        if (request.getCookies() != null) {
            for (Cookie cookie : request.getCookies()) {
                if (cookie.getName().equals(COOKIE) && !cookie.getValue().isEmpty()) {
                    return Optional.of(cookie.getValue());
                }
            }
        }
        return Optional.empty();
    }

    private static AnsinhException foreign() {
        return new AnsinhException(
                ErrorCode.FORBIDDEN,
                "Biểu mẫu này không do trang An Sinh gửi. Xin mở lại trang và làm lại.");
    }
}
