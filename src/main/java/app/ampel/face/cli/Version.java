package app.ampel.face.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version, as the build has written it down. */
public final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() throws IOException {
        return new String[] {"ampel " + number()};
    }

    public static String number() throws IOException {
        Properties properties = new Properties();
        try (InputStream in = Version.class.getResourceAsStream("/app/ampel/version.properties")) {
            properties.load(in);
        }
        return properties.getProperty("version");
    }
}
