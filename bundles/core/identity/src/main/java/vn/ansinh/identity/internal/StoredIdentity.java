package vn.ansinh.identity.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.identity.api.Identity;
import vn.ansinh.identity.port.Accounts;
import vn.ansinh.identity.port.Accounts.Stored;
import vn.ansinh.identity.port.SecretHasher;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.ErrorCode;

/** Accounts over the port {@link Accounts}. */
final class StoredIdentity implements Identity {
    private static final Logger LOG = LoggerFactory.getLogger("vn.ansinh.identity");

    private static final String LOGIN = "[a-z0-9][a-z0-9._-]{1,59}";

    /** Each hashing takes 19 MiB and a core: guessers shall not take the container's memory. */
    private static final int HASHING_AT_ONCE = 4;

    private static final int PATIENCE_SECONDS = 10;

    private final Accounts accounts;
    private final SecretHasher hasher;
    private final SignIns signIns;
    private final GrantRules rules;
    private final RightsInForce rightsInForce;
    private final Semaphore hashing = new Semaphore(HASHING_AT_ONCE, true);

    /** Hash of nobody's secret, compared with when the login is unknown. */
    private volatile String nobody;

    StoredIdentity(
            Accounts accounts,
            SecretHasher hasher,
            SignIns signIns,
            GrantRules rules,
            CivilClock clock) {
        this.accounts = accounts;
        this.hasher = hasher;
        this.signIns = signIns;
        this.rules = rules;
        this.rightsInForce = new RightsInForce(accounts, clock);
    }

    @Override
    public Optional<Account> authenticate(String login, char[] secret) {
        return signIn(login, secret).map(rightsInForce::of);
    }

    /** The stored account, if the secret is right. */
    Optional<Stored> signIn(String login, char[] secret) {
        if (!login.matches(LOGIN)) {
            return Optional.empty();
        }
        Optional<Stored> stored = accounts.byLogin(login).filter(account -> !account.closed());
        if (stored.isPresent() && signIns.remembered(login, secret, stored.get().secretHash())) {
            return stored;
        }
        int wait = signIns.secondsToWait(login);
        if (wait > 0) {
            throw AnsinhException.tooMany(
                    "Sai mật khẩu quá nhiều lần. Xin đợi " + wait + " giây rồi thử lại.", wait);
        }
        boolean right = matches(secret, stored.map(Stored::secretHash).orElseGet(this::nobody));
        if (right && stored.isPresent()) {
            signIns.right(login, secret, stored.get().secretHash());
            return stored;
        }
        signIns.wrong(login);
        LOG.warn("Sign-in refused login='{}'", login);
        return Optional.empty();
    }

    @Override
    public Optional<Account> account(String login) {
        if (!login.matches(LOGIN)) {
            return Optional.empty();
        }
        return accounts.byLogin(login).filter(account -> !account.closed()).map(rightsInForce::of);
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
        Optional<Stored> before = accounts.byLogin(login);
        if (before.isPresent() && before.get().closed()) {
            throw new AnsinhException(
                    ErrorCode.CONFLICT,
                    "Tài khoản «" + login + "» đã đóng. Hãy cấp một tên đăng nhập mới.");
        }
        Set<Right> missing = new HashSet<>(rights);
        before.ifPresent(stored -> missing.removeAll(stored.rights()));
        Set<Right> held = before.map(Stored::rights).orElse(Set.of());
        missing.forEach(right -> rules.check(actor, login, right, held));
        // Whoever gets the new secret gets all the account may do, elsewhere too.
        if (!codes(rights).containsAll(codes(held))) {
            throw new AnsinhException(
                    ErrorCode.CONFLICT,
                    "Tài khoản «"
                            + login
                            + "» còn làm việc cho địa phương khác nên không cấp lại mật khẩu ở"
                            + " đây. Hãy cấp thêm quyền, giữ nguyên mật khẩu.");
        }
        rules.mayChange(actor, login);
        char[] secret = Secrets.generate();
        rules.recorded(
                actor,
                rights,
                "account.issue",
                () -> {
                    accounts.save(login, hasher.hash(secret), actor.login());
                    missing.forEach(right -> accounts.addRight(login, right, "", actor.login()));
                    return 0L;
                },
                "login='" + login + "'");
        LOG.info("Account issued login='{}' rights='{}' by='{}'", login, missing, actor.login());
        return secret;
    }

    private static Set<String> codes(Set<Right> rights) {
        return rights.stream().map(Right::localityCode).collect(Collectors.toSet());
    }

    @Override
    public List<Account> accounts(String localityCode) {
        return accounts.ofLocality(localityCode).stream()
                .filter(account -> !account.closed())
                .map(rightsInForce::of)
                .filter(
                        account ->
                                account.rights().stream()
                                        .anyMatch(r -> r.localityCode().equals(localityCode)))
                .toList();
    }

    /** Makes sure that the administrator exists and has this secret. */
    void administrator(char[] secret) {
        Optional<Stored> stored = accounts.byLogin(ADMINISTRATOR);
        if (stored.isPresent() && matches(secret, stored.get().secretHash())) {
            return;
        }
        accounts.save(ADMINISTRATOR, hasher.hash(secret), "system:identity");
        Right operator = new Right(Role.OPERATOR, "");
        if (stored.isEmpty() || !stored.get().rights().contains(operator)) {
            accounts.addRight(ADMINISTRATOR, operator, "", "system:identity");
        }
        LOG.info("Administrator's secret taken over login='{}'", ADMINISTRATOR);
    }

    private boolean matches(char[] secret, String hash) {
        try {
            if (!hashing.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw AnsinhException.tooMany(
                        "Máy chủ đang bận xác thực. Xin thử lại sau ít giây.", PATIENCE_SECONDS);
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
            nobody = hasher.hash(Secrets.generate());
        }
        return nobody;
    }
}
