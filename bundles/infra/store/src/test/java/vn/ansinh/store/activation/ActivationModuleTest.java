package vn.ansinh.store.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.ansinh.activation.api.Releases.State;
import vn.ansinh.activation.port.ReleaseArchive;
import vn.ansinh.activation.port.ReleaseArchive.Archived;
import vn.ansinh.activation.port.ReleaseArchive.InForce;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.UnitOfWork;
import vn.ansinh.store.TestStore;

class ActivationModuleTest {

    private static final Instant EARLY = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant LATE = Instant.parse("2026-02-01T00:00:00.5Z");
    private static final byte[] FIRST = {1, 2, 3, 0, -1};
    private static final byte[] SECOND = {2};
    private static final byte[] THIRD = {3};

    private TestStore store;
    private ReleaseArchive archive;

    @BeforeEach
    void open() throws SQLException {
        store = TestStore.fresh();
        archive = store.service(ReleaseArchive.class);
    }

    @AfterEach
    void close() throws SQLException {
        store.close();
    }

    private <T> T common(Supplier<T> work) {
        return store.service(UnitOfWork.class).common(Actor.system("test"), work);
    }

    private void commonly(Runnable work) {
        common(
                () -> {
                    work.run();
                    return null;
                });
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Archived release(String kind, String code, byte[] bytes) {
        return new Archived(
                kind,
                code,
                kind.equals("law") ? "" : "luat-gia-lap",
                "vn.ansinh.gialap." + code,
                "1.0.0",
                sha256(bytes),
                State.STAGED,
                List.of(),
                EARLY);
    }

    @Test
    void jarIsKeptOnceAndComesBackByteForByte() {
        Archived release = release("law", "luat-gia-lap", FIRST);

        assertThat(common(() -> archive.add(release, FIRST))).isTrue();
        assertThat(common(() -> archive.add(release, FIRST))).isFalse();

        assertThat(common(() -> archive.find(release.sha256()))).contains(release);
        assertThat(common(() -> archive.bytes(release.sha256()))).isEqualTo(FIRST);
        assertThat(common(() -> archive.find("00"))).isEmpty();
        assertThatThrownBy(() -> common(() -> archive.bytes("00")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void jarOfAnotherDigestIsRefused() {
        Archived release = release("law", "luat-gia-lap", FIRST);

        assertThatThrownBy(() -> common(() -> archive.add(release, SECOND)))
                .isInstanceOf(AnsinhException.class)
                .rootCause()
                .hasMessageContaining("check constraint");
    }

    @Test
    void stateMovesAndTheNewestComesFirst() {
        Archived first = release("law", "luat-gia-lap", FIRST);
        Archived second = release("locality", "xa-gia-lap", SECOND);
        common(() -> archive.add(first, FIRST));
        common(() -> archive.add(second, SECOND));
        List<String> findings = List.of("Thiếu căn cứ, dòng 3", "Một \"lỗi\" khác");

        commonly(() -> archive.state(first.sha256(), State.REFUSED, findings, LATE));

        List<Archived> all = common(archive::all);
        assertThat(all).extracting(Archived::code).containsExactly("luat-gia-lap", "xa-gia-lap");
        assertThat(all.get(0).state()).isEqualTo(State.REFUSED);
        assertThat(all.get(0).findings()).isEqualTo(findings);
        assertThat(all.get(0).since()).isEqualTo(LATE);
        assertThatThrownBy(() -> commonly(() -> archive.state("00", State.ACTIVE, List.of(), LATE)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void oneVersionPerKindAndCodeIsInForce() {
        common(() -> archive.add(release("law", "luat-gia-lap", FIRST), FIRST));
        common(() -> archive.add(release("locality", "xa-gia-lap", SECOND), SECOND));
        common(() -> archive.add(release("locality", "xa-gia-lap", THIRD), THIRD));
        InForce law = inForce("law", "luat-gia-lap", FIRST, "");
        InForce before = inForce("locality", "xa-gia-lap", SECOND, "s1");
        InForce after = inForce("locality", "xa-gia-lap", THIRD, "s2");

        commonly(() -> archive.putInForce(before));
        commonly(() -> archive.putInForce(law));
        commonly(() -> archive.putInForce(after));
        assertThat(common(archive::inForce)).containsExactly(law, after);

        commonly(() -> archive.takeOutOfForce("locality", "xa-gia-lap"));
        commonly(() -> archive.takeOutOfForce("locality", "xa-gia-lap"));
        assertThat(common(archive::inForce)).containsExactly(law);
    }

    private static InForce inForce(String kind, String code, byte[] jar, String snapshot) {
        return new InForce(
                kind, code, "vn.ansinh.gialap." + code, "1.0.0", sha256(jar), snapshot, LATE);
    }

    @Test
    void archivedBytesCannotBeChanged() throws SQLException {
        try (Connection app = store.app()) {
            for (String change :
                    new String[] {
                        "update bundle_archive set bytes = ''", "delete from bundle_archive"
                    }) {
                assertThatThrownBy(() -> TestStore.run(app, change))
                        .hasMessageContaining("permission denied for table bundle_archive");
            }
        }
    }
}
