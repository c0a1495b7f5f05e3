package vn.ansinh.secrets.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ansinh.platform.api.Expiries;

class SecretsTest {
    @TempDir Path folder;

    private static String mode(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void everythingIsMadeOnceAndPrivate() throws Exception {
        Path dir = folder.resolve("secrets");
        Secrets secrets = new Secrets(dir);
        assertThat(secrets.prepare()).isTrue();
        assertThat(mode(dir)).isEqualTo("rwx------");
        Map<Path, byte[]> first = new HashMap<>();
        try (var files = Files.list(dir)) {
            for (Path f : (Iterable<Path>) files::iterator) {
                assertThat(mode(f)).isEqualTo("rw-------");
                first.put(f, Files.readAllBytes(f));
            }
        }
        assertThat(first.keySet())
                .extracting(p -> p.getFileName().toString())
                .containsExactlyInAnyOrder(
                        "admin-password", "shell-key", "tls.p12", "tls.crt", "tls-password");
        assertThat(secrets.prepare()).isFalse();
        for (Map.Entry<Path, byte[]> e : first.entrySet()) {
            assertThat(e.getKey()).hasBinaryContent(e.getValue());
        }
        assertThat(secrets.administratorPassword()).matches("([2-9a-z]{4}-){5}[2-9a-z]{4}");
    }

    @Test
    void whatRunsOutIsToldInTimeAndNotBefore() throws Exception {
        Secrets secrets = new Secrets(folder);
        secrets.prepare();
        Expiries expiries = new SecretExpiries(secrets);
        assertThat(expiries.all()).hasSize(3);
        LocalDate end = expiries.all().get(0).until();
        assertThat(warnings(expiries, LocalDate.now())).isEmpty();
        assertThat(expiries.all().get(0).warning(end.minusDays(31))).isEmpty();
        assertThat(expiries.all().get(0).warning(end.minusDays(30)).orElseThrow())
                .contains("TLS")
                .contains("còn 30 ngày");
        assertThat(expiries.all().get(0).warning(end.plusDays(1)).orElseThrow())
                .contains("đã hết hạn 1 ngày");
        Files.setLastModifiedTime(
                secrets.file(Secrets.ADMIN),
                FileTime.from(Instant.now().minus(Duration.ofDays(400))));
        assertThat(warnings(expiries, LocalDate.now()))
                .singleElement()
                .asString()
                .contains("admin-password")
                .doesNotContain(secrets.administratorPassword());
        Files.delete(secrets.file(Secrets.TLS_CERTIFICATE));
        assertThat(warnings(expiries, LocalDate.now()))
                .contains("Không đọc được chứng thư TLS (tls.crt).");
    }

    private static List<String> warnings(Expiries expiries, LocalDate today) {
        return expiries.all().stream().flatMap(e -> e.warning(today).stream()).toList();
    }

    @Test
    void certificateNamesThisMachineAndIsTheOneOfTheStore() throws Exception {
        Secrets secrets = new Secrets(folder);
        secrets.prepare();
        X509Certificate certificate;
        try (var in = Files.newInputStream(secrets.file(Secrets.TLS_CERTIFICATE))) {
            certificate =
                    (X509Certificate)
                            CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
        certificate.verify(certificate.getPublicKey());
        assertThat(certificate.getSubjectAlternativeNames())
                .extracting(n -> n.get(1).toString())
                .contains("localhost", "127.0.0.1");
        KeyStore store = KeyStore.getInstance("PKCS12");
        char[] password = Files.readString(secrets.file(Secrets.TLS_PASSWORD)).trim().toCharArray();
        try (var in = Files.newInputStream(secrets.file(Secrets.TLS_STORE))) {
            store.load(in, password);
        }
        assertThat(store.getCertificate("ansinh")).isEqualTo(certificate);
        assertThat(store.getKey("ansinh", password)).isNotNull();
        Files.delete(secrets.file(Secrets.TLS_CERTIFICATE));
        secrets.prepare();
        assertThat(Files.readString(secrets.file(Secrets.TLS_CERTIFICATE)))
                .startsWith("-----BEGIN CERTIFICATE-----");
    }

    @Test
    void shellEntriesFollowTheSecretsAndKeepTheRest() throws Exception {
        Secrets secrets = new Secrets(folder.resolve("secrets"));
        secrets.prepare();
        Path users = folder.resolve("users.properties");
        Files.writeString(users, "# ours\nother = x,viewer\nadmin = admin,admin\n");
        ShellAccess access = new ShellAccess(secrets, folder);
        access.grant();
        assertThat(Files.readAllLines(users))
                .startsWith("# ours", "other = x,viewer")
                .doesNotContain("admin = admin,admin")
                .anyMatch(l -> l.matches("admin = \\{CRYPT}[0-9a-f]{64}\\{CRYPT},_g_:admingroup"));
        assertThat(Files.readString(users)).doesNotContain(secrets.administratorPassword());
        assertThat(mode(users)).isEqualTo("rw-------");
        assertThat(Files.readString(folder.resolve("keys.properties")))
                .contains("ansinh = AAAAE2VjZHNhLXNoYTItbmlzdHAyNTY");
        byte[] first = Files.readAllBytes(users);
        access.grant();
        assertThat(users).hasBinaryContent(first);
        Files.delete(secrets.file(Secrets.ADMIN));
        secrets.prepare();
        access.grant();
        assertThat(Files.readAllBytes(users)).isNotEqualTo(first);
    }
}
