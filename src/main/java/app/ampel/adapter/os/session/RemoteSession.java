package app.ampel.adapter.os.session;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Whether this session is seen from another computer, by what the programs that do that leave behind. Pure. */
public final class RemoteSession {

    private RemoteSession() {}

    public static boolean isThis() {
        return isRemote(System.getenv());
    }

    /** Windows' Remote Desktop calls its sessions {@code RDP-Tcp#3}; ssh and xrdp have variables of their own. */
    static boolean isRemote(Map<String, String> env) {
        return env.getOrDefault("SESSIONNAME", "").toUpperCase(Locale.ROOT).startsWith("RDP-")
                || Stream.of("SSH_CONNECTION", "SSH_TTY", "XRDP_SESSION")
                        .anyMatch(name -> !env.getOrDefault(name, "").isBlank());
    }
}
