package vn.ansinh.bundles.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Version;
import vn.ansinh.activation.api.Intake;
import vn.ansinh.activation.port.Candidates;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.ErrorCode;

class InboxTest implements Intake, Candidates {

    @TempDir Path folder;
    private final List<String> calls = new ArrayList<>();
    private boolean databaseDown;
    private boolean held;
    private Intake door = this;

    private final Inbox inbox =
            new Inbox(this::settings, () -> door, new JarReader(new Version("0.1.0")), this);

    private Settings settings() {
        Duration second = Duration.ofSeconds(1);
        return new Settings(folder, second, second, 64, second, second);
    }

    private String drop(byte[] jar) throws IOException {
        String sha = TestJars.sha256(jar);
        Files.write(folder.resolve(sha + ".jar"), jar);
        return sha;
    }

    @Test
    void aJarIsOfferedOnceAndGoes() throws IOException {
        String sha = drop(new byte[] {1});
        inbox.look();
        inbox.look();
        assertThat(calls).containsExactly("offer " + sha);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void nothingIsLostWhileActivationOrItsDatabaseIsAway() throws IOException {
        String sha = drop(new byte[] {1});
        door = null;
        inbox.look();
        door = this;
        databaseDown = true;
        inbox.look();
        inbox.look();
        assertThat(folder.resolve(sha + ".jar")).exists();
        databaseDown = false;
        inbox.look();
        assertThat(calls).containsExactly("offer " + sha);
    }

    @Test
    void anOfferComesBeforeItsWithdrawalAndAHeldOneIsAskedAgain() throws IOException {
        String sha = drop(new byte[] {1});
        Files.createFile(folder.resolve(sha + ".withdrawn"));
        held = true;
        inbox.look();
        inbox.look();
        held = false;
        inbox.look();
        inbox.look();
        assertThat(calls)
                .containsExactly("offer " + sha, "back " + sha, "back " + sha, "back " + sha);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFileThatLiesAboutItsContentIsNotTaken() throws IOException {
        Files.write(folder.resolve("0".repeat(64) + ".jar"), new byte[] {1});
        Files.write(folder.resolve(".half.part"), new byte[] {1});
        inbox.look();
        assertThat(calls).isEmpty();
        assertThat(folder.resolve(".half.part")).exists();
    }

    @Test
    void bundlesThatComeAndGoAreReportedInOrder() throws IOException {
        inbox.cameOrLost("a", true);
        inbox.cameOrLost("a", false);
        inbox.look();
        assertThat(calls).containsExactly("came a", "lost a");
    }

    @Override
    public void offer(Offer offer) {
        if (databaseDown) {
            throw new AnsinhException(ErrorCode.STORE_UNAVAILABLE, "Chưa kết nối được.");
        }
        calls.add("offer " + offer.sha256());
    }

    @Override
    public boolean takeBack(String sha256) {
        calls.add("back " + sha256);
        return !held;
    }

    @Override
    public void came(String sha256) {
        calls.add("came " + sha256);
    }

    @Override
    public void lost(String sha256) {
        calls.add("lost " + sha256);
    }

    @Override
    public boolean runs(String sha256) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<String> strays() {
        return List.of("file:/opt/deploy/x.jar");
    }

    @Override
    public Candidate open(String kind, String name, String version, String sha, byte[] bytes) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void retire(String sha256) {
        throw new UnsupportedOperationException();
    }
}
