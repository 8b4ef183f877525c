package app.ampel.adapter.os.session;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.adapter.os.OperatingSystem;
import app.ampel.adapter.os.WindowsSystem;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fed with what macOS and Windows are documented to say; tried on neither. */
class LockedNowTest {

    private static final String ADA = "{\"kCGSSessionOnConsoleKey\"=Yes,\"kCGSSessionUserNameKey\"=\"ada\"%s}";
    private static final String BOB = "{\"CGSSessionScreenIsLocked\"=Yes,\"kCGSSessionUserNameKey\"=\"bob\"}";

    private static Optional<Boolean> mac(String sessions) {
        return new LockedNow(OperatingSystem.MACOS, "ada", command -> {
                    assertThat(command).startsWith("ioreg");
                    return Optional.of("+-o Root  <class IORegistryEntry>\n  {\n    \"IOConsoleUsers\" = (" + sessions
                            + ")\n  }\n");
                })
                .get();
    }

    @Test
    void macosTellsOfEachUsersScreen() {
        assertThat(mac(BOB + "," + ADA.formatted(""))).contains(false);
        assertThat(mac(ADA.formatted(",\"CGSSessionScreenIsLocked\"=Yes") + "," + BOB))
                .contains(true);
        assertThat(mac(BOB)).isEmpty();
    }

    @Test
    void whoeverCannotBeAskedSaysNothing() {
        assertThat(new LockedNow(OperatingSystem.MACOS, "ada", command -> Optional.empty()).get())
                .isEmpty();
        assertThat(new LockedNow(
                                OperatingSystem.LINUX,
                                "ada",
                                command -> Optional.of(List.of().toString()))
                        .get())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, true", "1, false", "-1, "})
    void windowsTellsByAFlag(int flags, Boolean locked) {
        assertThat(WindowsSystem.locked(flags)).isEqualTo(Optional.ofNullable(locked));
    }
}
