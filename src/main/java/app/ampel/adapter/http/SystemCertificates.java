package app.ampel.adapter.http;

import app.ampel.adapter.os.OperatingSystem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.X509ExtendedTrustManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The certificates that the operating system trusts: Windows' and macOS' stores through Java's providers, elsewhere the
 * distribution's PEM bundle. Read when asked, and again when the bundle has changed.
 */
final class SystemCertificates {

    private static final Logger LOG = LoggerFactory.getLogger(SystemCertificates.class);

    /** Debian, Fedora and RHEL, openSUSE, Alpine and the BSDs. */
    private static final List<Path> BUNDLES = Stream.of(
                    "/etc/ssl/certs/ca-certificates.crt",
                    "/etc/pki/tls/certs/ca-bundle.crt",
                    "/etc/ssl/ca-bundle.pem",
                    "/etc/ssl/cert.pem")
            .map(Path::of)
            .toList();

    private static final List<String> WINDOWS = List.of("Windows-ROOT", "Windows-ROOT-LOCALMACHINE");
    private static final List<String> MACOS = List.of("KeychainStore", "KeychainStore-ROOT");

    private static final Pattern PEM =
            Pattern.compile("-----BEGIN CERTIFICATE-----\\s+([A-Za-z0-9+/=\\s]+?)-----END CERTIFICATE-----");

    private final List<Path> bundles;
    private final List<String> stores;
    private Optional<X509ExtendedTrustManager> trust = Optional.empty();
    private Optional<FileTime> read = Optional.empty();

    SystemCertificates(Map<String, String> environment) {
        this(bundles(environment), stores(OperatingSystem.current()));
    }

    SystemCertificates(List<Path> bundles, List<String> stores) {
        this.bundles = List.copyOf(bundles);
        this.stores = List.copyOf(stores);
    }

    private static List<Path> bundles(Map<String, String> environment) {
        // OpenSSL's own variable: the only pointer to the bundle on systems without /etc/ssl.
        return Stream.concat(Stream.ofNullable(environment.get("SSL_CERT_FILE")).map(Path::of), BUNDLES.stream())
                .toList();
    }

    private static List<String> stores(OperatingSystem system) {
        return switch (system) {
            case WINDOWS -> WINDOWS;
            case MACOS -> MACOS;
            case LINUX -> List.of();
        };
    }

    /** Empty when the system has no certificates of its own. */
    synchronized Optional<X509ExtendedTrustManager> trust() {
        Optional<Path> bundle = bundles.stream().filter(Files::isReadable).findFirst();
        Optional<FileTime> changed = bundle.flatMap(SystemCertificates::changed);
        if (trust.isEmpty() || !changed.equals(read)) {
            List<Certificate> found = new ArrayList<>();
            bundle.ifPresent(file -> found.addAll(pem(file)));
            stores.forEach(name -> found.addAll(store(name)));
            LOG.info("the operating system trusts {} certificates of its own", found.size());
            trust = trustIn(found);
            read = changed;
        }
        return trust;
    }

    private static Optional<FileTime> changed(Path file) {
        try {
            return Optional.of(Files.getLastModifiedTime(file));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** One certificate that Java cannot read must not cost the others. */
    static List<Certificate> pem(Path file) {
        List<Certificate> found = new ArrayList<>();
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            Matcher blocks = PEM.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
            while (blocks.find()) {
                try {
                    byte[] block = blocks.group().getBytes(StandardCharsets.ISO_8859_1);
                    found.add(factory.generateCertificate(new ByteArrayInputStream(block)));
                } catch (CertificateException e) {
                    LOG.debug("a certificate in {} cannot be read", file, e);
                }
            }
        } catch (IOException | GeneralSecurityException e) {
            LOG.warn("the system's certificates cannot be read from {}", file, e);
        }
        return found;
    }

    private static List<Certificate> store(String name) {
        List<Certificate> found = new ArrayList<>();
        try {
            KeyStore store = KeyStore.getInstance(name);
            store.load(null, null);
            Enumeration<String> aliases = store.aliases();
            while (aliases.hasMoreElements()) {
                Certificate certificate = store.getCertificate(aliases.nextElement());
                if (certificate != null) {
                    found.add(certificate);
                }
            }
        } catch (IOException | GeneralSecurityException e) {
            LOG.debug("no certificate store {}", name, e);
        }
        return found;
    }

    private static Optional<X509ExtendedTrustManager> trustIn(List<Certificate> certificates) {
        if (certificates.isEmpty()) {
            return Optional.empty();
        }
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (int i = 0; i < certificates.size(); i++) {
                store.setCertificateEntry("system-" + i, certificates.get(i));
            }
            return Optional.of(SystemTrust.of(store));
        } catch (IOException | GeneralSecurityException e) {
            LOG.warn("the system's certificates cannot be used", e);
            return Optional.empty();
        }
    }
}
