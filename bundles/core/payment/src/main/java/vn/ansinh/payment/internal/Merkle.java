package vn.ansinh.payment.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Roots over leaves: a node is SHA-256 over 1 and its two children, a child without a neighbour
 * moves up as it is, and nothing at all has SHA-256 of nothing. One instance per thread.
 */
final class Merkle {
    private final MessageDigest sha = sha256();

    /** Root over leaves in their order. */
    byte[] root(List<byte[]> leaves) {
        if (leaves.isEmpty()) {
            return sha.digest();
        }
        byte[][] level = leaves.toArray(new byte[0][]);
        int count = level.length;
        while (count > 1) {
            int next = 0;
            for (int i = 0; i < count; i += 2) {
                level[next++] = i + 1 < count ? node(level[i], level[i + 1]) : level[i];
            }
            count = next;
        }
        return level[0];
    }

    /**
     * The way from a leaf to the root: neighbours from the bottom, each with {@code L} or {@code R}
     * for its side before it, in Base64 for addresses; a level without a neighbour is left out.
     */
    List<String> path(List<byte[]> leaves, int leaf) {
        List<String> path = new ArrayList<>();
        List<byte[]> level = leaves;
        for (int at = leaf; level.size() > 1; at /= 2) {
            int other = at % 2 == 0 ? at + 1 : at - 1;
            if (other < level.size()) {
                path.add(
                        (other > at ? "R" : "L")
                                + Base64.getUrlEncoder()
                                        .withoutPadding()
                                        .encodeToString(level.get(other)));
            }
            List<byte[]> above = new ArrayList<>();
            for (int i = 0; i < level.size(); i += 2) {
                above.add(
                        i + 1 < level.size() ? node(level.get(i), level.get(i + 1)) : level.get(i));
            }
            level = above;
        }
        return path;
    }

    private byte[] node(byte[] left, byte[] right) {
        sha.update((byte) 1);
        sha.update(left);
        return sha.digest(right);
    }

    /** A leaf: SHA-256 over 0, the salt and the canonical text in UTF-8. */
    byte[] leaf(byte[] salt, CharSequence canonical) {
        sha.update((byte) 0);
        sha.update(salt);
        return sha.digest(canonical.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Hash of a link: SHA-256 over the hash before and the event in UTF-8. */
    byte[] link(byte[] previousHash, String event) {
        sha.update(previousHash);
        return sha.digest(event.getBytes(StandardCharsets.UTF_8));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
