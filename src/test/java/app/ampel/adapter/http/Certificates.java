package app.ampel.adapter.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate for this computer's loopback names, made by the JDK's keytool. */
public record Certificates(KeyStore keys) {

    private static final String NAMES = "SAN=dns:localhost,ip:127.0.0.1";
    private static final char[] PASSWORD = "loopback".toCharArray();

    /** Made once for the whole run: keytool takes a second. */
    public static final Certificates GOOD = make("-1d", 30);

    /** Signed by itself. */
    static Certificates make(String start, int days) {
        return in(store -> keytool(
                store,
                "-genkeypair",
                "-alias",
                "loopback",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                NAMES,
                "-startdate",
                start,
                "-validity",
                String.valueOf(days)));
    }

    /**
     * Issued by an authority of its own, whose certificate is the one to trust: Java does not look at the time of a
     * certificate that it trusts itself.
     *
     * @param start as keytool writes it: {@code -10d} is ten days ago
     */
    public static Certificates issued(String start, int days) {
        return in(store -> {
            keytool(
                    store,
                    "-genkeypair",
                    "-alias",
                    "authority",
                    "-keyalg",
                    "EC",
                    "-dname",
                    "CN=Authority",
                    "-ext",
                    "bc:c");
            keytool(
                    store,
                    "-genkeypair",
                    "-alias",
                    "loopback",
                    "-keyalg",
                    "EC",
                    "-dname",
                    "CN=localhost",
                    "-ext",
                    NAMES,
                    "-startdate",
                    start,
                    "-validity",
                    String.valueOf(days),
                    "-signer",
                    "authority");
        });
    }

    @FunctionalInterface
    private interface Making {
        void in(Path store) throws IOException, InterruptedException;
    }

    private static Certificates in(Making making) {
        try {
            Path folder = Files.createTempDirectory("ampel-certificates");
            Path store = folder.resolve("keys.p12");
            making.in(store);
            KeyStore keys = KeyStore.getInstance("PKCS12");
            try (InputStream stream = Files.newInputStream(store)) {
                keys.load(stream, PASSWORD);
            }
            Files.delete(store);
            Files.delete(folder);
            return new Certificates(keys);
        } catch (IOException | GeneralSecurityException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void keytool(Path store, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of("-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC"));
        command.addAll(List.of(arguments));
        command.addAll(
                List.of("-storetype", "PKCS12", "-keystore", store.toString(), "-storepass", new String(PASSWORD)));
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (keytool.waitFor() != 0) {
            throw new IllegalStateException(said);
        }
    }

    SSLContext server() throws GeneralSecurityException {
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        KeyStore own = KeyStore.getInstance("PKCS12");
        try {
            own.load(null, null);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        own.setKeyEntry("loopback", keys.getKey("loopback", PASSWORD), PASSWORD, keys.getCertificateChain("loopback"));
        factory.init(own, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return context;
    }

    /** What has to be trusted. */
    public String pem() throws GeneralSecurityException {
        String alias = keys.containsAlias("authority") ? "authority" : "loopback";
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(keys.getCertificate(alias).getEncoded())
                + "\n-----END CERTIFICATE-----\n";
    }
}
