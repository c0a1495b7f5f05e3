package vn.ansinh.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ansinh.identity.api.Identity;
import vn.ansinh.identity.api.Identity.Right;
import vn.ansinh.identity.api.Identity.Role;
import vn.ansinh.identity.api.Permission;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.ErrorCode;

/** Sign-in, and the accounts that the platform makes. */
class IdentityModuleTest {
    private final World world = new World();
    @TempDir Path folder;
    private Identity identity;

    @BeforeEach
    void start() throws IOException {
        Files.writeString(folder.resolve("admin-password"), "mật-khẩu-quản-trị\n");
        identity = world.module(folder).identity();
    }

    @Test
    void administratorHasTheSecretOfTheFileAndIsOperatorOnly() {
        Identity.Account admin = signIn("admin", "mật-khẩu-quản-trị").orElseThrow();
        assertThat(admin.rights()).containsExactly(new Right(Role.OPERATOR, ""));
        assertThat(signIn("admin", "mật-khẩu-khác")).isEmpty();
    }

    @Test
    void administratorFollowsAReplacedFileAndIsNotRewrittenOtherwise() throws IOException {
        int saves = world.saves;
        world.module(folder);
        assertThat(world.saves).isEqualTo(saves);
        Files.writeString(folder.resolve("admin-password"), "mới");
        identity = world.module(folder).identity();
        assertThat(signIn("admin", "mới")).isPresent();
        assertThat(signIn("admin", "mật-khẩu-quản-trị")).isEmpty();
    }

    @Test
    void aDatabaseThatIsAwayAtTheStartIsTriedAgainAtTheNextSignIn() {
        world.forgetAll();
        world.away = true;
        identity = world.module(folder).identity();
        world.away = false;
        assertThat(signIn("admin", "mật-khẩu-quản-trị")).isPresent();
    }

    @Test
    void issuedSecretIsLongAndOpens() {
        char[] secret = issue("can-bo.01", World.OFFICER);
        assertThat(secret).hasSizeGreaterThanOrEqualTo(24);
        Identity.Account account = signIn("can-bo.01", new String(secret)).orElseThrow();
        assertThat(account.may(Permission.READ_PERSON, World.HERE)).isTrue();
        assertThat(account.may(Permission.READ_PERSON, World.THERE)).isFalse();
        assertThat(issue("can-bo.02", World.OFFICER)).isNotEqualTo(secret);
        assertThat(identity.accounts(World.HERE))
                .extracting(Identity.Account::login)
                .containsExactly("can-bo.01", "can-bo.02");
        assertThat(world.audit).contains("account.issue account 0 login='can-bo.01'");
    }

    @Test
    void newSecretEndsTheOldOneAtOnceAndRightsAdd() {
        String old = new String(issue("can-bo", World.OFFICER));
        assertThat(signIn("can-bo", old)).isPresent();
        Right second = new Right(Role.PARTNER, World.HERE);
        String fresh = new String(issue("can-bo", second));
        assertThat(signIn("can-bo", old)).isEmpty();
        assertThat(signIn("can-bo", fresh).orElseThrow().rights())
                .containsExactlyInAnyOrder(World.OFFICER, second);
    }

    @Test
    void whoManagesOneLocalityCannotTakeOverAnAccountOfAnother() {
        issue("can-bo", World.OFFICER);
        refused(ErrorCode.CONFLICT, () -> issue("can-bo", new Right(Role.OFFICER, World.THERE)));
    }

    @Test
    void administratorCannotBeReissuedAndALoginHasAForm() {
        refused(ErrorCode.CONFLICT, () -> issue("admin", World.OFFICER));
        for (String login : List.of("", "x", "Cán bộ", "a b", "a\nb", "x".repeat(61))) {
            refused(ErrorCode.INVALID_INPUT, () -> issue(login, World.OFFICER));
        }
    }

    @Test
    void aRightAnswerIsRememberedForFiveMinutes() {
        signIn("admin", "mật-khẩu-quản-trị");
        int before = world.hasher.compared;
        signIn("admin", "mật-khẩu-quản-trị");
        assertThat(world.hasher.compared).isEqualTo(before);
        world.nanoTime.addAndGet(Duration.ofMinutes(5).plusSeconds(1).toNanos());
        signIn("admin", "mật-khẩu-quản-trị");
        assertThat(world.hasher.compared).isEqualTo(before + 1);
    }

    @Test
    void anUnknownLoginCostsAsMuchAsAWrongSecret() {
        signIn("khong-co", "1"); // makes nobody's hash once
        int before = world.hasher.compared;
        signIn("khong-co", "2");
        assertThat(world.hasher.compared - before).isEqualTo(1);
        signIn("admin", "2");
        assertThat(world.hasher.compared - before).isEqualTo(2);
    }

    @Test
    void afterTooManyFailuresALoginWaitsEvenIfRightAndIsToldHowLong() {
        for (int i = 0; i < 3; i++) {
            assertThat(signIn("admin", "sai" + i)).isEmpty();
            world.nanoTime.addAndGet(Duration.ofMinutes(1).toNanos());
        }
        int before = world.hasher.compared;
        assertThatThrownBy(() -> signIn("admin", "mật-khẩu-quản-trị"))
                .isInstanceOfSatisfying(
                        AnsinhException.class,
                        e -> {
                            assertThat(e.code()).isEqualTo(ErrorCode.TOO_MANY_REQUESTS);
                            assertThat(e.retryAfterSeconds()).isBetween(239, 241);
                        });
        assertThat(world.hasher.compared).isEqualTo(before);
        assertThat(signIn("nguoi-khac", "sai")).as("others do not wait").isEmpty();
        world.nanoTime.addAndGet(Duration.ofMinutes(4).plusSeconds(2).toNanos());
        assertThat(signIn("admin", "mật-khẩu-quản-trị")).isPresent();
        assertThat(signIn("admin", "sai")).as("and counts anew").isEmpty();
        world.nanoTime.addAndGet(Duration.ofMinutes(6).toNanos());
        assertThat(signIn("admin", "mật-khẩu-quản-trị")).isPresent();
    }

    private char[] issue(String login, Right right) {
        return identity.issue(World.OPERATOR, login, Set.of(right));
    }

    private Optional<Identity.Account> signIn(String login, String secret) {
        return identity.authenticate(login, secret.toCharArray());
    }

    static void refused(
            ErrorCode code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        AnsinhException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
