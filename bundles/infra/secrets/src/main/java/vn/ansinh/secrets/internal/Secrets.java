package vn.ansinh.secrets.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.Set;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemObject;

/**
 * The folder of generated secrets. A file that is there is never written again: an operator
 * replaces {@code tls.p12} and {@code tls-password} by the administration's own, or deletes a file
 * to get a new one at the next start.
 */
final class Secrets {
    static final String ADMIN = "admin-password";
    static final String TLS_STORE = "tls.p12";
    static final String TLS_CERTIFICATE = "tls.crt";
    static final String TLS_PASSWORD = "tls-password";
    static final String SHELL_KEY = "shell-key";

    private static final String ALIAS = "ansinh";
    private static final Duration LIFETIME = Duration.ofDays(3650);

    /** Without 0 1 i l o: read aloud and typed without mistakes; just under 5 bits each. */
    private static final String LETTERS = "23456789abcdefghjkmnpqrstuvwxyz";

    private final Path folder;
    private final SecureRandom random = new SecureRandom();

    Secrets(Path folder) {
        this.folder = folder;
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /** Makes what is missing; says whether anything was. */
    boolean prepare() throws IOException {
        PrivateFiles.folder(folder);
        boolean made = false;
        try {
            if (missing(ADMIN)) {
                write(ADMIN, word(6) + "\n");
                made = true;
            }
            if (missing(SHELL_KEY)) {
                write(SHELL_KEY, pem(withPublicPart(keyPair())));
                made = true;
            }
            if (missing(TLS_STORE)) {
                makeTls();
                made = true;
            } else if (missing(TLS_CERTIFICATE)) {
                writeCertificate();
                made = true;
            }
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IOException(e);
        }
        return made;
    }

    String administratorPassword() throws IOException {
        return Files.readString(file(ADMIN)).trim();
    }

    PublicKey shellKey() throws IOException {
        try (PEMParser parser =
                new PEMParser(new StringReader(Files.readString(file(SHELL_KEY))))) {
            if (parser.readObject() instanceof PEMKeyPair pair) {
                return new JcaPEMKeyConverter().getKeyPair(pair).getPublic();
            }
            throw new IOException(file(SHELL_KEY) + " is no key");
        }
    }

    private boolean missing(String name) {
        return !Files.exists(file(name));
    }

    private void write(String name, String text) throws IOException {
        PrivateFiles.write(file(name), text.getBytes(StandardCharsets.UTF_8));
    }

    private String word(int groups) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < groups * 4; i++) {
            if (i > 0 && i % 4 == 0) {
                out.append('-');
            }
            out.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return out.toString();
    }

    private KeyPair keyPair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"), random);
        return generator.generateKeyPair();
    }

    /** As ssh-keygen writes it; Java's own form leaves the public half out. */
    private static PemObject withPublicPart(KeyPair pair) throws IOException {
        byte[] point =
                SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded())
                        .getPublicKeyData()
                        .getOctets();
        ECPrivateKey key =
                new ECPrivateKey(
                        256,
                        ((java.security.interfaces.ECPrivateKey) pair.getPrivate()).getS(),
                        new DERBitString(point),
                        SECObjectIdentifiers.secp256r1);
        return new PemObject("EC PRIVATE KEY", key.getEncoded());
    }

    private void makeTls() throws GeneralSecurityException, OperatorCreationException, IOException {
        KeyPair pair = keyPair();
        X509Certificate certificate = certificate(pair);
        if (missing(TLS_PASSWORD)) {
            write(TLS_PASSWORD, word(6));
        }
        char[] password = Files.readString(file(TLS_PASSWORD)).trim().toCharArray();
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(ALIAS, pair.getPrivate(), password, new Certificate[] {certificate});
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        store.store(bytes, password);
        // The certificate first: the store is the file that says that all is done.
        write(TLS_CERTIFICATE, pem(certificate));
        PrivateFiles.write(file(TLS_STORE), bytes.toByteArray());
    }

    /** For a store that an operator brought. */
    private void writeCertificate() throws GeneralSecurityException, IOException {
        char[] password = Files.readString(file(TLS_PASSWORD)).trim().toCharArray();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(file(TLS_STORE))) {
            store.load(in, password);
        }
        StringBuilder all = new StringBuilder();
        for (var aliases = store.aliases(); aliases.hasMoreElements(); ) {
            String alias = aliases.nextElement();
            if (store.isKeyEntry(alias)) {
                for (Certificate c : store.getCertificateChain(alias)) {
                    all.append(pem(c));
                }
            }
        }
        write(TLS_CERTIFICATE, all.toString());
    }

    private X509Certificate certificate(KeyPair pair)
            throws GeneralSecurityException, OperatorCreationException, IOException {
        Instant now = Instant.now();
        X500Name name = new X500Name("CN=localhost,O=An Sinh");
        JcaX509v3CertificateBuilder builder =
                new JcaX509v3CertificateBuilder(
                        name,
                        new BigInteger(120, random),
                        // An hour back: clocks of clients differ.
                        Date.from(now.minus(Duration.ofHours(1))),
                        Date.from(now.plus(LIFETIME)),
                        name,
                        pair.getPublic());
        builder.addExtension(
                Extension.subjectAlternativeName, false, new GeneralNames(alternativeNames()));
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
        builder.addExtension(
                Extension.extendedKeyUsage,
                false,
                new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
        return new JcaX509CertificateConverter()
                .getCertificate(
                        builder.build(
                                new JcaContentSignerBuilder("SHA256withECDSA")
                                        .build(pair.getPrivate())));
    }

    private static GeneralName[] alternativeNames() {
        Set<GeneralName> names = new LinkedHashSet<>();
        names.add(new GeneralName(GeneralName.dNSName, "localhost"));
        names.add(new GeneralName(GeneralName.iPAddress, "127.0.0.1"));
        names.add(new GeneralName(GeneralName.iPAddress, "::1"));
        try {
            String host = InetAddress.getLocalHost().getHostName();
            if (host.matches("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?")) {
                names.add(new GeneralName(GeneralName.dNSName, host));
            }
        } catch (UnknownHostException e) {
            // localhost is enough
        }
        return names.toArray(GeneralName[]::new);
    }

    private static String pem(Object object) throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(object);
        }
        return text.toString();
    }
}
