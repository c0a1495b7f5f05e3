package vn.ansinh.claim.internal;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.apache.felix.fileinstall.ArtifactInstaller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes jars of laws and localities out of the stock deploy handler's hands: copies them by content
 * to the inbox and does nothing else. Checking and installing is the business of infra/bundles,
 * when it is ready.
 */
final class Claim implements ArtifactInstaller {
    /** The manifest header that makes a jar ours. */
    static final String HEADER = "Ansinh-Bundle";

    private static final Logger LOG = LoggerFactory.getLogger("vn.ansinh.claim");

    private final Path inbox;

    /** What was taken from which file: a deleted file can no longer be asked. */
    private final Map<Path, String> taken = new HashMap<>();

    Claim(Path inbox) {
        this.inbox = inbox;
    }

    @Override
    public boolean canHandle(File artifact) {
        if (!artifact.getName().endsWith(".jar") || !artifact.isFile()) {
            return false;
        }
        try (JarFile jar = new JarFile(artifact, false)) {
            Manifest manifest = jar.getManifest();
            return manifest != null && manifest.getMainAttributes().getValue(HEADER) != null;
        } catch (IOException e) {
            return false; // half written: asked again when it has grown
        }
    }

    @Override
    public void install(File artifact) {
        take(artifact);
    }

    @Override
    public void update(File artifact) {
        take(artifact);
    }

    /**
     * The file is gone: a marker takes the offer back, unless another file has the same content. A
     * file that was replaced is not taken back: what replaces it goes through its check first.
     */
    @Override
    public synchronized void uninstall(File artifact) {
        String sha = taken.remove(artifact.toPath().toAbsolutePath());
        if (sha == null || taken.containsValue(sha)) {
            LOG.info("file left the deploy folder, nothing is withdrawn name='{}'", artifact);
            return;
        }
        try {
            Files.createDirectories(inbox);
            Files.write(marker(sha), new byte[0]);
            LOG.info("Withdrew {} offered as {}", sha, artifact.getName());
        } catch (IOException e) {
            LOG.error(
                    "Không ghi được việc rút gói {}: hãy rút bằng lệnh. /"
                            + " The withdrawal of {} could not be written: withdraw it by command.",
                    sha,
                    sha,
                    e);
        }
    }

    private Path marker(String sha) {
        return inbox.resolve(sha + ".withdrawn");
    }

    /** Never throws: FileInstall would not try a file again that failed once. */
    private synchronized void take(File artifact) {
        try {
            String name = copy(artifact.toPath()).getFileName().toString();
            String sha = name.substring(0, name.length() - ".jar".length());
            Files.deleteIfExists(marker(sha));
            taken.put(artifact.toPath().toAbsolutePath(), sha);
            LOG.info("Claimed {} as {}", artifact.getName(), name);
        } catch (IOException | RuntimeException e) {
            LOG.error(
                    "Không nhận được tệp {} ({}): hãy kiểm tra dung lượng đĩa rồi chép lại tệp. /"
                            + " {} could not be taken ({}): check the disk, then drop it again.",
                    artifact.getName(),
                    e.toString(),
                    artifact.getName(),
                    e.toString());
        }
    }

    /** Copies by content; a jar that is there already is not written again. */
    Path copy(Path jar) throws IOException {
        Files.createDirectories(inbox);
        Path part = Files.createTempFile(inbox, ".", ".part");
        try {
            MessageDigest digest = sha256();
            try (InputStream in = Files.newInputStream(jar);
                    OutputStream out =
                            new DigestOutputStream(Files.newOutputStream(part), digest)) {
                in.transferTo(out);
            }
            Path target = inbox.resolve(HexFormat.of().formatHex(digest.digest()) + ".jar");
            if (!Files.exists(target)) {
                try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                    channel.force(true);
                }
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            }
            return target;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
