package vn.ansinh.beneficiary.api;

import java.util.Objects;

/**
 * A change of something on the register: what, as seen in which version, by which paper and why.
 *
 * @param id key of the person or household
 * @param version version the caller saw, or {@link #ANY_VERSION}
 * @param paper paper; where one is needed an empty one is refused
 * @param reason why, in words
 */
public record Change(long id, long version, String paper, String reason) {

    /** Whatever version there is. */
    public static final long ANY_VERSION = -1;

    public Change {
        paper = Names.tidy(Objects.requireNonNullElse(paper, ""));
        reason = Names.tidy(Objects.requireNonNullElse(reason, ""));
    }
}
