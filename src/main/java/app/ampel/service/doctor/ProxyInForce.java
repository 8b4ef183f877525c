package app.ampel.service.doctor;

import app.ampel.domain.naming.WireName;
import java.util.Objects;

/**
 * A proxy in force.
 *
 * @param source who says so: the words are under {@code doctor.proxy.from.*}
 * @param variable its name, where a variable of the environment says so
 * @param scheme {@code http} or {@code socks}
 * @param address host and port, without name and password
 * @param password whether a name and a password stand in its address
 */
public record ProxyInForce(Source source, String variable, String scheme, String address, boolean password) {

    /** Who says which proxy is taken. */
    public enum Source implements WireName {
        VARIABLE,
        JAVA,
        SYSTEM
    }

    public ProxyInForce {
        Objects.requireNonNull(source);
        Objects.requireNonNull(variable);
        Objects.requireNonNull(scheme);
        Objects.requireNonNull(address);
    }
}
