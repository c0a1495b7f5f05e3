package vn.ansinh.secrets.internal;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * Lets the administrator into Karaf's shell: by the generated password, of which only the digest is
 * written, and by the generated key, which the script uses. No default password exists.
 */
final class ShellAccess {
    static final String ADMINISTRATOR = "admin";
    static final String SCRIPT = "ansinh";
    private static final String GROUP = "_g_:admingroup";
    private static final String GROUP_LINE =
            "_g_\\:admingroup = group,admin,manager,viewer,systembundles,ssh";

    private final Secrets secrets;
    private final Path etc;

    ShellAccess(Secrets secrets, Path etc) {
        this.secrets = secrets;
        this.etc = etc;
    }

    /** Writes the two entries when they are not as they should be. */
    void grant() throws IOException {
        entry(
                etc.resolve("users.properties"),
                ADMINISTRATOR,
                "{CRYPT}" + digest(secrets.administratorPassword()) + "{CRYPT}");
        entry(etc.resolve("keys.properties"), SCRIPT, openSsh(secrets.shellKey()));
    }

    private static void entry(Path file, String user, String credential) throws IOException {
        List<String> before = Files.exists(file) ? Files.readAllLines(file) : List.of();
        List<String> after = new ArrayList<>();
        boolean group = false;
        for (String line : before) {
            group |= line.trim().startsWith("_g_\\:admingroup");
            if (!line.matches("\\s*" + user + "\\s*=.*")) {
                after.add(line);
            }
        }
        if (!group) {
            after.add(GROUP_LINE);
        }
        after.add(user + " = " + credential + "," + GROUP);
        if (!List.copyOf(before).equals(after)) {
            PrivateFiles.write(
                    file, (String.join("\n", after) + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    /** As Karaf's basic encryption does it; enough for a random word of 118 bits. */
    private static String digest(String password) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(password.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The key as in an authorized_keys file (RFC 5656, section 3.1), without type and comment. */
    static String openSsh(PublicKey key) throws IOException {
        if (!(key instanceof ECPublicKey ec)) {
            throw new IOException("the shell's key is " + key.getAlgorithm() + ", not EC");
        }
        byte[] point = new byte[65];
        point[0] = 4;
        copy(ec.getW().getAffineX(), point, 1);
        copy(ec.getW().getAffineY(), point, 33);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        for (byte[] part :
                new byte[][] {
                    "ecdsa-sha2-nistp256".getBytes(StandardCharsets.US_ASCII),
                    "nistp256".getBytes(StandardCharsets.US_ASCII),
                    point
                }) {
            out.writeInt(part.length);
            out.write(part);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    private static void copy(BigInteger number, byte[] into, int from) {
        byte[] bytes = number.toByteArray();
        int skip = Math.max(0, bytes.length - 32);
        int length = bytes.length - skip;
        System.arraycopy(bytes, skip, into, from + 32 - length, length);
    }
}
