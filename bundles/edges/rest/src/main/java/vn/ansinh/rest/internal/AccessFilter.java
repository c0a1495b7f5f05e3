package vn.ansinh.rest.internal;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Arrays;
import java.util.Base64;
import javax.annotation.Priority;
import javax.ws.rs.Priorities;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import javax.ws.rs.container.ResourceInfo;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.SecurityContext;
import vn.ansinh.identity.api.Identity;
import vn.ansinh.identity.api.Identity.Account;
import vn.ansinh.identity.api.Permission;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.ErrorCode;

/**
 * Signs the caller in by HTTP Basic, and by nothing else: a cookie of the console means nothing
 * here, so that no other site can make a browser write. Then checks {@link Needs}. The web server
 * takes TLS only.
 */
@Priority(Priorities.AUTHENTICATION)
public final class AccessFilter implements ContainerRequestFilter {
    /** Why the caller asks; UTF-8, percent-encoded. Needed to open restricted facts. */
    static final String PURPOSE = "X-Purpose";

    /** Procedure or paper it is done for; UTF-8, percent-encoded. */
    static final String PROCEDURE = "X-Procedure";

    private static final String SCHEME = "basic ";
    private static final int LONGEST = 300;

    private final Identity identity;
    @Context private ResourceInfo resource;

    /** A filter over the accounts. */
    public AccessFilter(Identity identity) {
        this.identity = identity;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (resource.getResourceClass() == OpenApiResource.class) {
            return;
        }
        Account account = signIn(request.getHeaderString(HttpHeaders.AUTHORIZATION));
        Needs needs = resource.getResourceMethod().getAnnotation(Needs.class);
        if (needs == null) {
            throw forbidden();
        }
        Actor actor =
                account.actor(
                                needs.value(),
                                request.getUriInfo().getPathParameters().getFirst("code"),
                                text(request, PURPOSE),
                                text(request, PROCEDURE))
                        .orElseThrow(AccessFilter::forbidden);
        if (needs.value() == Permission.READ_RESTRICTED && actor.purpose().isEmpty()) {
            throw Input.refused(
                    PURPOSE, "Mở căn cứ kín phải nêu mục đích ở đầu mục " + PURPOSE + ".");
        }
        request.setSecurityContext(
                new Signed(new Caller(account, actor), request.getSecurityContext().isSecure()));
    }

    private static String text(ContainerRequestContext request, String header) {
        String value = request.getHeaderString(header);
        if (value == null) {
            return "";
        }
        String text;
        try {
            // A plus is a plus here: this is a header and no form.
            text =
                    java.net.URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8)
                            .strip();
        } catch (IllegalArgumentException e) {
            throw Input.refused(header, "Đầu mục " + header + " phải mã hóa phần trăm theo UTF-8.");
        }
        if (text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
            throw Input.refused(
                    header, "Đầu mục " + header + " dài tối đa " + LONGEST + " ký tự, một dòng.");
        }
        return text;
    }

    private Account signIn(String header) {
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw unauthenticated();
        }
        char[] pair = decode(header.substring(SCHEME.length()).strip());
        int colon = new String(pair).indexOf(':');
        if (colon < 0) {
            throw unauthenticated();
        }
        char[] secret = Arrays.copyOfRange(pair, colon + 1, pair.length);
        try {
            return identity.authenticate(new String(pair, 0, colon), secret)
                    .orElseThrow(AccessFilter::unauthenticated);
        } finally {
            Arrays.fill(pair, ' ');
            Arrays.fill(secret, ' ');
        }
    }

    private static char[] decode(String base64) {
        try {
            CharBuffer text =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(Base64.getDecoder().decode(base64)));
            return Arrays.copyOf(text.array(), text.limit());
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw unauthenticated();
        }
    }

    private static AnsinhException unauthenticated() {
        return new AnsinhException(
                ErrorCode.UNAUTHENTICATED, "Cần đăng nhập bằng tên và mật khẩu đúng.");
    }

    private static AnsinhException forbidden() {
        return new AnsinhException(
                ErrorCode.FORBIDDEN, "Tài khoản không có quyền thực hiện việc này.");
    }

    private record Signed(Caller caller, boolean isSecure) implements SecurityContext {
        @Override
        public Principal getUserPrincipal() {
            return caller;
        }

        @Override
        public boolean isUserInRole(String role) {
            return caller.account().rights().stream().anyMatch(r -> r.role().name().equals(role));
        }

        @Override
        public String getAuthenticationScheme() {
            return SecurityContext.BASIC_AUTH;
        }
    }
}
