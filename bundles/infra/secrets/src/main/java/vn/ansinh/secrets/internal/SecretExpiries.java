package vn.ansinh.secrets.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.platform.api.Expiries;

/**
 * The web server's certificate, read from {@code tls.crt}, and the age of the generated secrets by
 * the day of their files. Read anew at each question: an operator may have replaced them.
 */
final class SecretExpiries implements Expiries {
    private static final Logger LOG = LoggerFactory.getLogger("vn.ansinh.secrets");
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final Secrets secrets;

    SecretExpiries(Secrets secrets) {
        this.secrets = secrets;
    }

    @Override
    public List<Expiry> all() {
        List<Expiry> all = new ArrayList<>(certificates());
        all.add(age("Mật khẩu quản trị ban đầu (admin-password)", Secrets.ADMIN));
        all.add(age("Khóa đăng nhập dòng lệnh (shell-key)", Secrets.SHELL_KEY));
        return List.copyOf(all);
    }

    /** Only the first of the chain ends the service; those above it are listed as well. */
    private List<Expiry> certificates() {
        List<Expiry> found = new ArrayList<>();
        try (var in = Files.newInputStream(secrets.file(Secrets.TLS_CERTIFICATE))) {
            for (Certificate any :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                X509Certificate certificate = (X509Certificate) any;
                found.add(
                        new Expiry(
                                "Chứng thư TLS " + certificate.getSubjectX500Principal().getName(),
                                day(certificate.getNotBefore().toInstant()),
                                day(certificate.getNotAfter().toInstant())));
            }
        } catch (IOException | GeneralSecurityException e) {
            LOG.warn("Certificate not read file='{}'", Secrets.TLS_CERTIFICATE, e);
            found.add(new Expiry("Không đọc được chứng thư TLS (tls.crt).", null, null));
        }
        return found;
    }

    private Expiry age(String what, String name) {
        Path file = secrets.file(name);
        try {
            return new Expiry(what, day(Files.getLastModifiedTime(file).toInstant()), null);
        } catch (IOException e) {
            LOG.warn("Secret not read file='{}'", name, e);
            return new Expiry("Không đọc được " + what + ".", null, null);
        }
    }

    private static LocalDate day(Instant instant) {
        return instant.atZone(ZONE).toLocalDate();
    }
}
