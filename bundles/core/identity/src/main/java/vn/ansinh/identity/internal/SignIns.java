package vn.ansinh.identity.internal;

import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What is remembered of sign-ins, in memory only: that a secret was right for a stored hash, by a
 * keyed digest, and failures by login. Both maps are bounded, the oldest entry goes first. Another
 * secret has another hash, so that nothing remembered outlives it.
 *
 * <p>Time here is the machine's running time: the civil clock may stand still.
 */
final class SignIns {
    static final Duration REMEMBERED = Duration.ofMinutes(5);

    private static final int MOST_ENTRIES = 10_000;

    private final LongSupplier nanoTime;
    private final int mostFailures;
    private final Duration lockout;
    private final SecretKeySpec key;
    private final Map<String, Long> known = bounded();
    private final Map<String, Failed> failed = bounded();

    /**
     * With a limit.
     *
     * @param mostFailures failures after which a login has to wait
     * @param lockout within which they count, and how long it waits
     */
    SignIns(LongSupplier nanoTime, int mostFailures, Duration lockout) {
        this.nanoTime = nanoTime;
        this.mostFailures = mostFailures;
        this.lockout = lockout;
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.key = new SecretKeySpec(random, "HmacSHA256");
    }

    synchronized boolean remembered(String login, char[] secret, String hash) {
        Long since = known.get(digest(login, secret, hash));
        return since != null && nanoTime.getAsLong() - since <= REMEMBERED.toNanos();
    }

    synchronized void right(String login, char[] secret, String hash) {
        failed.remove(login);
        known.put(digest(login, secret, hash), nanoTime.getAsLong());
    }

    synchronized void wrong(String login) {
        long now = nanoTime.getAsLong();
        Failed before = failed.get(login);
        boolean fresh = before == null || now - before.since > lockout.toNanos();
        // From the last failure that counts on it waits the whole time.
        failed.put(login, fresh ? new Failed(1, now) : before.more(mostFailures, now));
    }

    /** Seconds the login has to wait after too many failures; 0 when it may try. */
    synchronized int secondsToWait(String login) {
        Failed entry = failed.get(login);
        if (entry == null || entry.count < mostFailures) {
            return 0;
        }
        Duration left = lockout.minusNanos(nanoTime.getAsLong() - entry.since);
        return left.isNegative() ? 0 : Math.toIntExact(left.toSeconds()) + 1;
    }

    private String digest(String login, char[] secret, String hash) {
        try {
            Mac mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            // The lengths first: login, hash and secret cannot be shifted into each other.
            String head = login.length() + ":" + hash.length() + ":" + login + hash;
            mac.update(head.getBytes(StandardCharsets.UTF_8));
            byte[] bytes = StandardCharsets.UTF_8.encode(CharBuffer.wrap(secret)).array();
            byte[] result = mac.doFinal(bytes);
            Arrays.fill(bytes, (byte) 0);
            return HexFormat.of().formatHex(result);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    private static <V> Map<String, V> bounded() {
        return new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > MOST_ENTRIES;
            }
        };
    }

    private record Failed(int count, long since) {
        private Failed more(int most, long now) {
            return new Failed(count + 1, count + 1 == most ? now : since);
        }
    }
}
