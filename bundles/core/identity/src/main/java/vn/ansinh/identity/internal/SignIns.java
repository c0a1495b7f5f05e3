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
import java.util.Optional;
import java.util.function.LongSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import vn.ansinh.identity.api.Identity.Account;

/**
 * What is remembered of sign-ins, in memory only: right answers by a keyed digest of the
 * credentials, and failures by login. Both maps are bounded, the oldest entry goes first.
 *
 * <p>Time here is the machine's running time: the civil clock may stand still.
 */
final class SignIns {
    static final Duration REMEMBERED = Duration.ofMinutes(5);
    static final Duration WINDOW = Duration.ofMinutes(1);
    static final int FAILURES = 10;

    private static final int MOST_ENTRIES = 10_000;

    private final LongSupplier nanoTime;
    private final SecretKeySpec key;
    private final Map<String, Known> known = bounded();
    private final Map<String, Failed> failed = bounded();

    SignIns(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.key = new SecretKeySpec(random, "HmacSHA256");
    }

    synchronized Optional<Account> remembered(String login, char[] secret) {
        Known entry = known.get(digest(login, secret));
        if (entry == null || nanoTime.getAsLong() - entry.since > REMEMBERED.toNanos()) {
            return Optional.empty();
        }
        return Optional.of(entry.account);
    }

    synchronized void right(Account account, char[] secret) {
        failed.remove(account.login());
        known.put(digest(account.login(), secret), new Known(account, nanoTime.getAsLong()));
    }

    synchronized void wrong(String login) {
        long now = nanoTime.getAsLong();
        Failed before = failed.get(login);
        boolean fresh = before == null || now - before.since > WINDOW.toNanos();
        failed.put(login, fresh ? new Failed(1, now) : new Failed(before.count + 1, before.since));
    }

    /**
     * Whether the login failed so often within a minute that it has to wait for the minute's end.
     */
    synchronized boolean mustWait(String login) {
        Failed entry = failed.get(login);
        return entry != null
                && entry.count >= FAILURES
                && nanoTime.getAsLong() - entry.since <= WINDOW.toNanos();
    }

    synchronized void forget(String login) {
        known.values().removeIf(entry -> entry.account.login().equals(login));
    }

    private String digest(String login, char[] secret) {
        try {
            Mac mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            // The length first: login and secret cannot be shifted into each other.
            mac.update((login.length() + ":" + login).getBytes(StandardCharsets.UTF_8));
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

    private record Known(Account account, long since) {}

    private record Failed(int count, long since) {}
}
