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
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.ErrorCode;

/** Signs the caller in by HTTP Basic and checks {@link Needs}. The web server takes TLS only. */
@Priority(Priorities.AUTHENTICATION)
public final class AccessFilter implements ContainerRequestFilter {
    private static final String SCHEME = "basic ";

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
        Caller caller = new Caller(signIn(request.getHeaderString(HttpHeaders.AUTHORIZATION)));
        Needs needs = resource.getResourceMethod().getAnnotation(Needs.class);
        String code = request.getUriInfo().getPathParameters().getFirst("code");
        boolean may =
                needs != null
                        && (needs.value().length == 0
                                || Arrays.stream(needs.value())
                                        .anyMatch(role -> caller.has(role, code)));
        if (!may) {
            throw new AnsinhException(
                    ErrorCode.FORBIDDEN, "Tài khoản không có quyền thực hiện việc này.");
        }
        request.setSecurityContext(new Signed(caller, request.getSecurityContext().isSecure()));
    }

    private Identity.Account signIn(String header) {
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
