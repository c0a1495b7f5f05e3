package vn.ansinh.console.internal;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import vn.ansinh.identity.api.Identity;
import vn.ansinh.identity.api.Identity.Account;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.ErrorCode;

/** Signs in by HTTP Basic, as REST does. The web server takes TLS only. */
final class Gate {
    private static final String SCHEME = "basic ";

    private final Identity identity;

    Gate(Identity identity) {
        this.identity = identity;
    }

    Account signIn(String header) {
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
                    .orElseThrow(Gate::unauthenticated);
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
                ErrorCode.UNAUTHENTICATED,
                "Trang này dành cho cán bộ: cần đăng nhập bằng tên và mật khẩu đúng.");
    }
}
