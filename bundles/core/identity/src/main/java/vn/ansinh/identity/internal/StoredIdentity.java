package vn.ansinh.identity.internal;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.identity.api.Identity;
import vn.ansinh.identity.port.Accounts;
import vn.ansinh.identity.port.Accounts.Stored;
import vn.ansinh.identity.port.SecretHasher;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.ErrorCode;

/** Accounts over the port {@link Accounts}. */
final class StoredIdentity implements Identity {
    private static final Logger LOG = LoggerFactory.getLogger("vn.ansinh.identity");

    private static final String LOGIN = "[a-z0-9][a-z0-9._-]{1,59}";

    /** Without 0 1 i l o: read aloud and typed without mistakes. */
    private static final String LETTERS = "23456789abcdefghjkmnpqrstuvwxyz";

    private static final int SECRET_LETTERS = 24;

    /** Each hashing takes 19 MiB and a core: guessers shall not take the container's memory. */
    private static final int HASHING_AT_ONCE = 4;

    private static final int PATIENCE_SECONDS = 10;

    private final Accounts accounts;
    private final SecretHasher hasher;
    private final SignIns signIns;
    private final SecureRandom random = new SecureRandom();
    private final Semaphore hashing = new Semaphore(HASHING_AT_ONCE, true);

    /** Hash of nobody's secret, compared with when the login is unknown. */
    private volatile String nobody;

    StoredIdentity(Accounts accounts, SecretHasher hasher, LongSupplier nanoTime) {
        this.accounts = accounts;
        this.hasher = hasher;
        this.signIns = new SignIns(nanoTime);
    }

    @Override
    public Optional<Account> authenticate(String login, char[] secret) {
        if (!login.matches(LOGIN)) {
            return Optional.empty();
        }
        Optional<Account> remembered = signIns.remembered(login, secret);
        if (remembered.isPresent()) {
            return remembered;
        }
        if (signIns.mustWait(login)) {
            throw new AnsinhException(
                    ErrorCode.UNAUTHENTICATED,
                    "Sai mật khẩu quá nhiều lần. Xin đợi một phút rồi thử lại.");
        }
        Optional<Stored> stored = accounts.byLogin(login);
        boolean right = matches(secret, stored.map(Stored::secretHash).orElseGet(this::nobody));
        if (right && stored.isPresent()) {
            Account account = new Account(login, stored.get().rights());
            signIns.right(account, secret);
            return Optional.of(account);
        }
        signIns.wrong(login);
        LOG.warn("Sign-in refused login='{}'", login);
        return Optional.empty();
    }

    @Override
    public char[] issue(Actor actor, String login, Set<Right> rights) {
        if (!login.matches(LOGIN)) {
            throw new AnsinhException(
                    ErrorCode.INVALID_INPUT,
                    "Tên đăng nhập gồm 2–60 chữ thường không dấu, chữ số, dấu chấm, gạch ngang.");
        }
        if (login.equals(ADMINISTRATOR)) {
            throw new AnsinhException(
                    ErrorCode.CONFLICT, "Tài khoản quản trị không cấp lại được ở đây.");
        }
        Set<Right> all = new HashSet<>(rights);
        accounts.byLogin(login).ifPresent(stored -> all.addAll(stored.rights()));
        char[] secret = newSecret();
        save(login, secret, all);
        LOG.info("Account issued login='{}' rights='{}' by='{}'", login, all, actor.login());
        return secret;
    }

    @Override
    public List<Account> accounts(String localityCode) {
        return accounts.ofLocality(localityCode).stream()
                .map(stored -> new Account(stored.login(), stored.rights()))
                .toList();
    }

    /** Makes sure that the administrator exists and has this secret. */
    void administrator(char[] secret) {
        Optional<Stored> stored = accounts.byLogin(ADMINISTRATOR);
        if (stored.isPresent() && matches(secret, stored.get().secretHash())) {
            return;
        }
        Set<Right> rights = new HashSet<>(Set.of(new Right(Role.OPERATOR, "")));
        stored.ifPresent(account -> rights.addAll(account.rights()));
        save(ADMINISTRATOR, secret, rights);
        LOG.info("Administrator's secret taken over login='{}'", ADMINISTRATOR);
    }

    private void save(String login, char[] secret, Set<Right> rights) {
        accounts.save(new Stored(login, hasher.hash(secret), rights));
        signIns.forget(login);
    }

    private boolean matches(char[] secret, String hash) {
        try {
            if (!hashing.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AnsinhException(
                        ErrorCode.UNAUTHENTICATED,
                        "Máy chủ đang bận xác thực. Xin thử lại sau ít giây.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AnsinhException(ErrorCode.UNAUTHENTICATED, "Xác thực bị ngắt giữa chừng.", e);
        }
        try {
            return hasher.matches(secret, hash);
        } finally {
            hashing.release();
        }
    }

    private String nobody() {
        if (nobody == null) {
            nobody = hasher.hash(newSecret());
        }
        return nobody;
    }

    private char[] newSecret() {
        char[] secret = new char[SECRET_LETTERS];
        for (int i = 0; i < secret.length; i++) {
            secret[i] = LETTERS.charAt(random.nextInt(LETTERS.length()));
        }
        return secret;
    }
}
