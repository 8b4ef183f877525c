package app.ampel.adapter.os.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemoteSessionTest {

    @ParameterizedTest
    @CsvSource({
        "SESSIONNAME, RDP-Tcp#3, true",
        "SESSIONNAME, rdp-tcp#12, true",
        "SESSIONNAME, Console, false",
        "SSH_CONNECTION, 10.0.0.1 4711 10.0.0.2 22, true",
        "SSH_TTY, '', false",
        "XRDP_SESSION, 1, true",
        "DISPLAY, :0, false"
    })
    void isToldByWhatItsProgramsLeaveBehind(String variable, String value, boolean remote) {
        assertThat(RemoteSession.isRemote(Map.of(variable, value))).isEqualTo(remote);
    }
}
