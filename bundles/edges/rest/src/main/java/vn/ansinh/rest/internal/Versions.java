package vn.ansinh.rest.internal;

import javax.ws.rs.core.EntityTag;
import vn.ansinh.beneficiary.api.Change;

/** Versions of things as {@code ETag} and {@code If-Match}. */
final class Versions {
    private Versions() {}

    static EntityTag tag(long version) {
        return new EntityTag(Long.toString(version));
    }

    /** The change of a thing in the version the caller read; {@code *} is any. */
    static Change change(long id, String ifMatch, String paper, String reason) {
        Input.required("If-Match", ifMatch);
        return new Change(id, version(ifMatch.strip()), paper, reason);
    }

    private static long version(String text) {
        if (text.equals("*")) {
            return Change.ANY_VERSION;
        }
        if (text.matches("\"[0-9]{1,18}\"")) {
            return Long.parseLong(text.substring(1, text.length() - 1));
        }
        throw Input.refused(
                "If-Match", "If-Match là giá trị ETag đã nhận khi đọc, ví dụ \"3\", hoặc *.");
    }
}
