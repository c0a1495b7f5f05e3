package vn.ansinh.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ansinh.identity.api.Sessions;
import vn.ansinh.identity.api.Sessions.Session;

class SessionsTest {
    private final World world = new World();
    @TempDir Path folder;
    private IdentityModule module;
    private Sessions sessions;
    private char[] secret;

    @BeforeEach
    void start() {
        module = world.module(folder);
        sessions = module.sessions();
        secret = module.identity().issue(World.OPERATOR, "can-bo", Set.of(World.OFFICER));
    }

    private Session open() {
        return sessions.open("can-bo", secret).orElseThrow();
    }

    private void passes(Duration time) {
        world.nanoTime.addAndGet(time.toNanos());
    }

    @Test
    void twoSessionsShareNothing() {
        Session one = open();
        Session two = open();
        assertThat(Set.of(one.token(), one.formToken(), two.token(), two.formToken())).hasSize(4);
        assertThat(one.token()).hasSizeGreaterThan(40);
        assertThat(sessions.find(one.token()).orElseThrow().formToken()).isEqualTo(one.formToken());
        sessions.close(one.token());
        assertThat(sessions.find(one.token())).isEmpty();
        assertThat(sessions.find(two.token())).isPresent();
        assertThat(sessions.find("đoán")).isEmpty();
        assertThat(sessions.open("can-bo", "sai".toCharArray())).isEmpty();
    }

    @Test
    void aSessionEndsWhenNobodyUsesItAndInAnyCaseAfterTheLongestTime() {
        Session session = open();
        passes(Duration.ofMinutes(29));
        assertThat(sessions.find(session.token())).isPresent();
        passes(Duration.ofMinutes(31));
        assertThat(sessions.find(session.token())).isEmpty();

        Session used = open();
        for (int i = 0; i < 30; i++) {
            assertThat(sessions.find(used.token())).isPresent();
            passes(Duration.ofMinutes(20));
        }
        passes(Duration.ofMinutes(1));
        assertThat(sessions.find(used.token())).as("after ten hours of use").isEmpty();
    }

    @Test
    void anotherSecretAndAClosedAccountEndIt() {
        Session session = open();
        char[] fresh = module.identity().issue(World.OPERATOR, "can-bo", Set.of(World.OFFICER));
        assertThat(sessions.find(session.token())).isEmpty();
        secret = fresh;
        Session again = open();
        module.staff().close(World.OPERATOR, World.HERE, "can-bo");
        assertThat(sessions.find(again.token())).isEmpty();
    }

    @Test
    void rightsThatAreTakenAwayAreGoneInTheNextRequest() {
        Session session = open();
        assertThat(session.account().rights()).hasSize(1);
        module.staff().withdraw(World.OPERATOR, World.HERE, 1);
        assertThat(sessions.find(session.token()).orElseThrow().account().rights()).isEmpty();
    }
}
