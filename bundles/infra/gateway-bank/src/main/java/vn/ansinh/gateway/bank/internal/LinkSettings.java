package vn.ansinh.gateway.bank.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/**
 * How the line to the bank is set up, from {@code vn.ansinh.gateway.bank.cfg}.
 *
 * @param url address of the bank without a slash at the end; empty when there is no link
 * @param user name for basic authentication; empty for none
 * @param passwordFile file with the password
 * @param trustedCertificates PEM file with the certificates to trust; empty for those of Java
 * @param clientKeyStore PKCS12 file with our key and certificate; empty for none
 * @param clientKeyStorePasswordFile file with its password
 * @param connect time to connect
 * @param answer time until the answer is here whole
 * @param page most statements asked for at once
 */
public record LinkSettings(
        String url,
        String user,
        String passwordFile,
        String trustedCertificates,
        String clientKeyStore,
        String clientKeyStorePasswordFile,
        Duration connect,
        Duration answer,
        int page) {

    private static final Set<String> OWN_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /** Checks the address: TLS, except to this machine. */
    public LinkSettings {
        if (!url.isEmpty()) {
            URI uri = URI.create(url);
            boolean tls = "https".equals(uri.getScheme());
            boolean own = "http".equals(uri.getScheme()) && OWN_MACHINE.contains(uri.getHost());
            if (!tls && !own) {
                throw new IllegalArgumentException(
                        "url: the line to the bank needs https (http only to this machine)");
            }
        }
    }

    /** For Blueprint. */
    public static LinkSettings of(
            String url,
            String user,
            String passwordFile,
            String trustedCertificates,
            String clientKeyStore,
            String clientKeyStorePasswordFile,
            int connectSeconds,
            int answerSeconds,
            int statementsPerPage) {
        return new LinkSettings(
                url.strip().replaceAll("/+$", ""),
                user.strip(),
                passwordFile.strip(),
                trustedCertificates.strip(),
                clientKeyStore.strip(),
                clientKeyStorePasswordFile.strip(),
                Duration.ofSeconds(connectSeconds),
                Duration.ofSeconds(answerSeconds),
                statementsPerPage);
    }

    boolean configured() {
        return !url.isEmpty();
    }

    Optional<String> authorization() {
        if (user.isEmpty()) {
            return Optional.empty();
        }
        String pair = user + ":" + secret(passwordFile);
        return Optional.of(
                "Basic "
                        + Base64.getEncoder()
                                .encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }

    HttpClient client() {
        HttpClient.Builder builder =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(connect);
        if (!trustedCertificates.isEmpty() || !clientKeyStore.isEmpty()) {
            builder.sslContext(tls());
        }
        return builder.build();
    }

    private SSLContext tls() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys(), trust(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the certificates of the line to the bank", e);
        } catch (IOException e) {
            throw new UncheckedIOException("the certificates of the line to the bank", e);
        }
    }

    private KeyManager[] keys() throws GeneralSecurityException, IOException {
        if (clientKeyStore.isEmpty()) {
            return null;
        }
        char[] password = secret(clientKeyStorePasswordFile).toCharArray();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(Path.of(clientKeyStore))) {
            store.load(in, password);
        }
        KeyManagerFactory factory =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, password);
        return factory.getKeyManagers();
    }

    private TrustManager[] trust() throws GeneralSecurityException, IOException {
        if (trustedCertificates.isEmpty()) {
            return null;
        }
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        int number = 0;
        try (InputStream in = Files.newInputStream(Path.of(trustedCertificates))) {
            for (Certificate one :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("bank" + number++, one);
            }
        }
        if (number == 0) {
            throw new IOException("no certificate in trustedCertificates");
        }
        TrustManagerFactory factory =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    private static String secret(String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("the password file of the line to the bank", e);
        }
    }

    /** Never the address's user part or a file's content. */
    @Override
    public String toString() {
        return "LinkSettings[configured=" + configured() + "]";
    }
}
