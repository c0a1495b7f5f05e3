package vn.ansinh.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ansinh.identity.api.Identity;
import vn.ansinh.identity.api.Identity.Right;
import vn.ansinh.identity.api.Identity.Role;
import vn.ansinh.identity.port.Accounts;
import vn.ansinh.identity.port.SecretHasher;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.ErrorCode;

class IdentityModuleTest {
    private static final Actor OPERATOR = new Actor("admin", "");
    private static final Right OFFICER = new Right(Role.OFFICER, "hung-dao");

    private final AtomicLong time = new AtomicLong();
    private final MemoryAccounts accounts = new MemoryAccounts();
    private final CountingHasher hasher = new CountingHasher();
    @TempDir Path folder;
    private Identity identity;

    @BeforeEach
    void start() throws IOException {
        Files.writeString(folder.resolve("admin-password"), "mật-khẩu-quản-trị\n");
        identity = newModule().identity();
    }

    private IdentityModule newModule() {
        IdentityModule module = new IdentityModule(accounts, hasher, folder.toString(), time::get);
        module.start();
        return module;
    }

    @Test
    void administratorHasTheSecretOfTheFileAndIsOperatorOnly() {
        Identity.Account admin = signIn("admin", "mật-khẩu-quản-trị").orElseThrow();
        assertThat(admin.rights()).containsExactly(new Right(Role.OPERATOR, ""));
        assertThat(signIn("admin", "mật-khẩu-khác")).isEmpty();
    }

    @Test
    void administratorFollowsAReplacedFileAndIsNotRewrittenOtherwise() throws IOException {
        int saves = accounts.saves;
        newModule();
        assertThat(accounts.saves).isEqualTo(saves);
        Files.writeString(folder.resolve("admin-password"), "mới");
        identity = newModule().identity();
        assertThat(signIn("admin", "mới")).isPresent();
        assertThat(signIn("admin", "mật-khẩu-quản-trị")).isEmpty();
    }

    @Test
    void aDatabaseThatIsAwayAtTheStartIsTriedAgainAtTheNextSignIn() {
        accounts.stored.clear();
        accounts.away = true;
        identity = newModule().identity();
        accounts.away = false;
        assertThat(signIn("admin", "mật-khẩu-quản-trị")).isPresent();
    }

    @Test
    void issuedSecretIsLongAndOpens() {
        char[] secret = identity.issue(OPERATOR, "can-bo.01", Set.of(OFFICER));
        assertThat(secret).hasSizeGreaterThanOrEqualTo(24);
        Identity.Account account = signIn("can-bo.01", new String(secret)).orElseThrow();
        assertThat(account.may(Role.OFFICER, "hung-dao")).isTrue();
        assertThat(account.may(Role.OFFICER, "long-bien")).isFalse();
        assertThat(identity.issue(OPERATOR, "can-bo.02", Set.of(OFFICER))).isNotEqualTo(secret);
        assertThat(identity.accounts("hung-dao"))
                .extracting(Identity.Account::login)
                .containsExactly("can-bo.01", "can-bo.02");
    }

    @Test
    void newSecretEndsTheOldOneAtOnceAndRightsAdd() {
        String old = new String(identity.issue(OPERATOR, "can-bo", Set.of(OFFICER)));
        assertThat(signIn("can-bo", old)).isPresent();
        Right second = new Right(Role.PARTNER, "long-bien");
        String fresh = new String(identity.issue(OPERATOR, "can-bo", Set.of(second)));
        assertThat(signIn("can-bo", old)).isEmpty();
        assertThat(signIn("can-bo", fresh).orElseThrow().rights())
                .containsExactlyInAnyOrder(OFFICER, second);
    }

    @Test
    void administratorCannotBeReissuedAndALoginHasAForm() {
        assertThatThrownBy(() -> identity.issue(OPERATOR, "admin", Set.of(OFFICER)))
                .isInstanceOfSatisfying(
                        AnsinhException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFLICT));
        for (String login : List.of("", "x", "Cán bộ", "a b", "a\nb", "x".repeat(61))) {
            assertThatThrownBy(() -> identity.issue(OPERATOR, login, Set.of(OFFICER)))
                    .as(login)
                    .isInstanceOfSatisfying(
                            AnsinhException.class,
                            e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_INPUT));
        }
    }

    @Test
    void aRightAnswerIsRememberedForFiveMinutes() {
        signIn("admin", "mật-khẩu-quản-trị");
        int before = hasher.compared;
        signIn("admin", "mật-khẩu-quản-trị");
        assertThat(hasher.compared).isEqualTo(before);
        time.addAndGet(Duration.ofMinutes(5).plusSeconds(1).toNanos());
        signIn("admin", "mật-khẩu-quản-trị");
        assertThat(hasher.compared).isEqualTo(before + 1);
    }

    @Test
    void anUnknownLoginCostsAsMuchAsAWrongSecret() {
        signIn("khong-co", "1"); // makes nobody's hash once
        int before = hasher.compared;
        signIn("khong-co", "2");
        assertThat(hasher.compared - before).isEqualTo(1);
        signIn("admin", "2");
        assertThat(hasher.compared - before).isEqualTo(2);
    }

    @Test
    void theEleventhTryOfAMinuteWaitsEvenIfRight() {
        for (int i = 0; i < 10; i++) {
            assertThat(signIn("admin", "sai" + i)).isEmpty();
        }
        int before = hasher.compared;
        assertThatThrownBy(() -> signIn("admin", "mật-khẩu-quản-trị"))
                .isInstanceOfSatisfying(
                        AnsinhException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.UNAUTHENTICATED));
        assertThat(hasher.compared).isEqualTo(before);
        assertThat(signIn("nguoi-khac", "sai")).as("others do not wait").isEmpty();
        time.addAndGet(Duration.ofSeconds(61).toNanos());
        assertThat(signIn("admin", "mật-khẩu-quản-trị")).isPresent();
    }

    private Optional<Identity.Account> signIn(String login, String secret) {
        return identity.authenticate(login, secret.toCharArray());
    }

    private static final class MemoryAccounts implements Accounts {
        private final Map<String, Stored> stored = new HashMap<>();
        private boolean away;
        private int saves;

        @Override
        public Optional<Stored> byLogin(String login) {
            if (away) {
                throw new AnsinhException(ErrorCode.STORE_UNAVAILABLE, "DỮ LIỆU GIẢ LẬP");
            }
            return Optional.ofNullable(stored.get(login));
        }

        @Override
        public List<Stored> ofLocality(String localityCode) {
            return stored.values().stream()
                    .filter(
                            account ->
                                    account.rights().stream()
                                            .anyMatch(r -> r.localityCode().equals(localityCode)))
                    .sorted(java.util.Comparator.comparing(Stored::login))
                    .toList();
        }

        @Override
        public void save(Stored account) {
            saves++;
            stored.put(account.login(), account);
        }
    }

    /** Cheap and readable: the hash is the reversed secret. Argon2 is tested where it lives. */
    private static final class CountingHasher implements SecretHasher {
        private int compared;

        @Override
        public String hash(char[] secret) {
            return new StringBuilder(new String(secret)).reverse().toString();
        }

        @Override
        public boolean matches(char[] secret, String hash) {
            compared++;
            return hash(secret).equals(hash);
        }
    }
}
