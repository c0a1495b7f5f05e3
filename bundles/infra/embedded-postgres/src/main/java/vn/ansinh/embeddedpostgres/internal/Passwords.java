package vn.ansinh.embeddedpostgres.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/**
 * The generated passwords of one server.
 *
 * @param superuser of postgres
 * @param owner of ansinh_owner
 * @param app of ansinh_app
 * @param work of ansinh_work
 */
public record Passwords(String superuser, String owner, String app, String work) {

    /** Makes new ones, 160 bits each. */
    static Passwords generate() {
        SecureRandom random = new SecureRandom();
        return new Passwords(one(random), one(random), one(random), one(random));
    }

    private static String one(SecureRandom random) {
        byte[] bytes = new byte[20];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Reads the file; null when there is none or it is incomplete. */
    static Passwords read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return null;
        }
        Properties p = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            p.load(in);
        }
        Passwords read =
                new Passwords(
                        p.getProperty("postgres"),
                        p.getProperty("ansinh_owner"),
                        p.getProperty("ansinh_app"),
                        p.getProperty("ansinh_work"));
        boolean complete =
                read.superuser != null
                        && read.owner != null
                        && read.app != null
                        && read.work != null;
        return complete ? read : null;
    }

    void write(Path file) throws IOException {
        StringWriter text = new StringWriter();
        text.write("# PostgreSQL passwords, generated. Readable by the owner of this file only.\n");
        text.write("postgres=" + superuser + "\n");
        text.write("ansinh_owner=" + owner + "\n");
        text.write("ansinh_app=" + app + "\n");
        text.write("ansinh_work=" + work + "\n");
        Folders.writePrivate(file, text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
