package app.ampel.adapter.http;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Trusts what Java trusts, and what the operating system trusts: companies that inspect TLS install their certificate
 * there. Java's store is asked first; the system's is read only when that says no, and again when it has changed.
 */
final class SystemTrust extends X509ExtendedTrustManager {

    private static final Logger LOG = LoggerFactory.getLogger(SystemTrust.class);

    private final Supplier<X509ExtendedTrustManager> java;
    private final Supplier<Optional<X509ExtendedTrustManager>> system;

    SystemTrust(Supplier<X509ExtendedTrustManager> java, Supplier<Optional<X509ExtendedTrustManager>> system) {
        this.java = new Once<>(java);
        this.system = system;
    }

    static SystemTrust ofThisComputer(Map<String, String> environment) {
        return new SystemTrust(() -> of(null), new SystemCertificates(environment)::trust);
    }

    /** @param certificates null: Java's own */
    static X509ExtendedTrustManager of(KeyStore certificates) {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(certificates);
            for (TrustManager manager : factory.getTrustManagers()) {
                if (manager instanceof X509ExtendedTrustManager found) {
                    return found;
                }
            }
            throw new IllegalStateException("this Java checks no certificates");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java checks no certificates", e);
        }
    }

    @FunctionalInterface
    private interface Check {
        void by(X509ExtendedTrustManager manager) throws CertificateException;
    }

    private void either(Check check) throws CertificateException {
        try {
            check.by(java.get());
        } catch (CertificateException notJava) {
            X509ExtendedTrustManager other = system.get().orElseThrow(() -> notJava);
            try {
                check.by(other);
            } catch (CertificateException notSystem) {
                LOG.debug("the system's certificates do not vouch for it either", notSystem);
                // Known to the system and out of its time says more than unknown to Java.
                throw NetworkErrors.isAboutTime(notSystem) ? notSystem : notJava;
            }
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        either(manager -> manager.checkServerTrusted(chain, type, socket));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        either(manager -> manager.checkServerTrusted(chain, type, engine));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        either(manager -> manager.checkServerTrusted(chain, type));
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        throw new CertificateException("Ampel is no server");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        throw new CertificateException("Ampel is no server");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw new CertificateException("Ampel is no server");
    }

    /** Empty: only servers tell it to anybody, and OkHttp would read all stores for it when it is built. */
    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }

    /** Computes once, at first use. */
    private static final class Once<T> implements Supplier<T> {

        private final Supplier<T> source;
        private T value;

        Once(Supplier<T> source) {
            this.source = source;
        }

        @Override
        public synchronized T get() {
            if (value == null) {
                value = source.get();
            }
            return value;
        }
    }
}
