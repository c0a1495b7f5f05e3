package vn.ansinh.store.activation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.ansinh.activation.api.Releases.State;
import vn.ansinh.activation.port.Agreement;
import vn.ansinh.activation.port.ReleaseArchive;
import vn.ansinh.activation.port.ReleaseArchive.Archived;
import vn.ansinh.activation.port.ReleaseArchive.InForce;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.Nodes;
import vn.ansinh.platform.api.UnitOfWork;
import vn.ansinh.store.TestStore;
import vn.ansinh.store.api.NodeSettings;
import vn.ansinh.store.api.Store;

/** Two nodes on one database agree about a version (DỮ LIỆU GIẢ LẬP). */
class AgreementTest {
    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final byte[] JAR = "gói giả lập".getBytes(StandardCharsets.UTF_8);

    private TestStore first;
    private Store second;
    private Agreement a;
    private Agreement b;
    private String jar;

    @BeforeEach
    void open() throws Exception {
        first = TestStore.fresh(6);
        second = Store.open(first.settings(6));
        first.store().join(settings("a"), List::of);
        second.join(settings("b"), List::of);
        a = first.service(Agreement.class);
        b = second.service(Agreement.class);
        jar = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(JAR));
        Archived release =
                new Archived(
                        "law",
                        "thu-nghiem",
                        "",
                        "vn.thu",
                        "1.0.0",
                        jar,
                        State.CHECKED,
                        List.of(),
                        Instant.parse("2026-01-01T00:00:00Z"));
        on(first.store(), () -> first.service(ReleaseArchive.class).add(release, JAR));
    }

    @AfterEach
    void close() throws Exception {
        second.close();
        first.close();
    }

    private static NodeSettings settings(String name) {
        return new NodeSettings(name, Duration.ofMillis(200), 4, Duration.ofMillis(100));
    }

    private static <T> T on(Store store, Supplier<T> work) {
        return store.service(UnitOfWork.class).common(Actor.system("test"), work);
    }

    private static void run(Store store, Runnable work) {
        on(
                store,
                () -> {
                    work.run();
                    return null;
                });
    }

    private Agreement.Look look(Agreement agreement, Store store) {
        return on(store, agreement::look);
    }

    @Test
    void oneCallsTheOtherAnswersAndTheTurnIsCounted() {
        assertThat(look(b, second).call()).isZero();
        long call = on(first.store(), () -> a.call(jar, LIMIT)).orElseThrow();
        assertThat(look(a, first.store()).call()).as("not its own").isZero();
        assertThat(look(b, second).call()).isEqualTo(call);
        assertThat(look(b, second).sha256()).isEqualTo(jar);
        assertThat(on(second, () -> b.call(jar, LIMIT))).as("one call at a time").isEmpty();

        run(second, () -> b.answer(call, "abc", ""));
        assertThat(look(b, second).call()).as("answered").isZero();
        assertThat(on(first.store(), () -> a.answers(call)))
                .containsExactly(
                        new Agreement.Answer(second.service(Nodes.class).self(), "abc", ""));

        long before = look(b, second).turn();
        run(
                first.store(),
                () -> {
                    a.end(call);
                    first.service(ReleaseArchive.class)
                            .putInForce(
                                    new InForce(
                                            "law",
                                            "thu-nghiem",
                                            "vn.thu",
                                            "1.0.0",
                                            jar,
                                            "",
                                            Instant.parse("2026-01-01T00:00:00Z")));
                });
        long after = look(b, second).turn();
        assertThat(after).isGreaterThan(before);
        assertThat(on(first.store(), a::behind)).containsExactly("b");
        run(second, () -> b.serves(after));
        assertThat(on(first.store(), a::behind)).isEmpty();
        // Over: the other may call now.
        assertThat(on(second, () -> b.call(jar, LIMIT))).contains(call + 1);
    }

    @Test
    void theCallOfANodeThatIsGoneOrOfATimeThatIsOverIsVoid() throws Exception {
        long call = on(second, () -> b.call(jar, LIMIT)).orElseThrow();
        assertThat(look(a, first.store()).call()).isEqualTo(call);
        try (Connection owner = first.owner()) {
            TestStore.run(owner, "update activation_turn set call_until = now() - interval '1 s'");
        }
        assertThat(look(a, first.store()).call()).isZero();
        assertThat(on(second, () -> b.call(jar, LIMIT))).isPresent();
        second.close();
        assertThat(look(a, first.store()).call()).isZero();
        assertThat(on(first.store(), () -> a.call(jar, LIMIT))).isPresent();
    }
}
