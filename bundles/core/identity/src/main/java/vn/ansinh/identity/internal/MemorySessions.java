package vn.ansinh.identity.internal;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import vn.ansinh.identity.api.Identity.Account;
import vn.ansinh.identity.api.Sessions;
import vn.ansinh.identity.port.Accounts;
import vn.ansinh.identity.port.Accounts.Stored;
import vn.ansinh.platform.api.CivilClock;

/** Sessions in memory, on the machine's running time: the civil clock may stand still. */
final class MemorySessions implements Sessions {
    private static final int MOST_ENTRIES = 10_000;
    private static final int TOKEN_BYTES = 32;

    private final Accounts accounts;
    private final StoredIdentity identity;
    private final RightsInForce rightsInForce;
    private final Duration idle;
    private final Duration longest;
    private final LongSupplier nanoTime;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Open> open =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Open> eldest) {
                    return size() > MOST_ENTRIES;
                }
            };

    MemorySessions(
            Accounts accounts,
            StoredIdentity identity,
            CivilClock clock,
            Duration idle,
            Duration longest,
            LongSupplier nanoTime) {
        this.accounts = accounts;
        this.identity = identity;
        this.rightsInForce = new RightsInForce(accounts, clock);
        this.idle = idle;
        this.longest = longest;
        this.nanoTime = nanoTime;
    }

    @Override
    public Optional<Session> open(String login, char[] secret) {
        return identity.signIn(login, secret).map(this::open);
    }

    private synchronized Session open(Stored stored) {
        long now = nanoTime.getAsLong();
        open.values().removeIf(entry -> ended(entry, now));
        String token = token();
        Open entry = new Open(stored.login(), stored.secretHash(), token(), now, now);
        open.put(token, entry);
        return session(token, entry, rightsInForce.of(stored));
    }

    @Override
    public Optional<Session> find(String token) {
        Open entry;
        synchronized (this) {
            long now = nanoTime.getAsLong();
            entry = open.get(token);
            if (entry == null || ended(entry, now)) {
                open.remove(token);
                return Optional.empty();
            }
            open.put(token, entry.seen(now));
        }
        // Another hash is another secret: whoever changed it ends what was opened with the old one.
        Optional<Stored> stored =
                accounts.byLogin(entry.login)
                        .filter(account -> !account.closed())
                        .filter(account -> account.secretHash().equals(entry.secretHash));
        if (stored.isEmpty()) {
            close(token);
        }
        return stored.map(account -> session(token, entry, rightsInForce.of(account)));
    }

    @Override
    public synchronized void close(String token) {
        open.remove(token);
    }

    private boolean ended(Open entry, long now) {
        return now - entry.lastSeen > idle.toNanos() || now - entry.since > longest.toNanos();
    }

    private static Session session(String token, Open entry, Account account) {
        return new Session(token, entry.formToken, account);
    }

    private String token() {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private record Open(
            String login, String secretHash, String formToken, long since, long lastSeen) {
        private Open seen(long now) {
            return new Open(login, secretHash, formToken, since, now);
        }
    }
}
