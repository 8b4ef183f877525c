package app.ampel.adapter.os.programs;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.adapter.os.OperatingSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AppearanceTest {

    private final List<String> asked = new ArrayList<>();

    private boolean dark(OperatingSystem system, Map<String, String> env, Map<String, String> answers) {
        return new Appearance(system, env, command -> {
                    String line = String.join(" ", command);
                    asked.add(line);
                    return answers.entrySet().stream()
                            .filter(answer -> line.startsWith(answer.getKey()))
                            .map(Map.Entry::getValue)
                            .findFirst();
                })
                .isDark();
    }

    private boolean linux(Map<String, String> answers) {
        return dark(OperatingSystem.LINUX, Map.of(), answers);
    }

    @ParameterizedTest
    @CsvSource({"1, true", "2, false"})
    void thePortalOfALinuxDesktopHasTheFirstWord(int preference, boolean dark) {
        assertThat(linux(Map.of("gdbus", "(<<uint32 " + preference + ">>,)\n", "gsettings", "'prefer-dark'")))
                .isEqualTo(dark);
    }

    @Test
    void gnomesSettingsAreAskedWhereThePortalHasNoPreference() {
        String none = "(<<uint32 0>>,)";
        assertThat(linux(Map.of("gdbus", none, "gsettings", "'prefer-dark'\n"))).isTrue();
        assertThat(linux(Map.of("gdbus", none, "gsettings", "'prefer-light'\n")))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"Adwaita-dark, true", "Arc-Dark, true", "Adwaita, false", "Darkly-Light, false"})
    void elseTheNameOfTheThemeTells(String theme, boolean dark) {
        String get = "gsettings get org.gnome.desktop.interface ";
        assertThat(linux(Map.of(get + "color-scheme", "'default'", get + "gtk-theme", "'" + theme + "'\n")))
                .isEqualTo(dark);
    }

    @Test
    void theEnvironmentDecidesWithoutAsking() {
        assertThat(dark(OperatingSystem.LINUX, Map.of("GTK_THEME", "Adwaita:dark"), Map.of()))
                .isTrue();
        assertThat(dark(OperatingSystem.LINUX, Map.of("GTK_THEME", "Adwaita"), Map.of("gdbus", "(<<uint32 1>>,)")))
                .isFalse();
        assertThat(asked).isEmpty();
    }

    @Test
    void whereNobodyKnowsItIsLight() {
        assertThat(linux(Map.of())).isFalse();
    }

    @Test
    void windowsKeepsItInTheRegistry() {
        String line = "\r\n    AppsUseLightTheme    REG_DWORD    ";
        assertThat(dark(OperatingSystem.WINDOWS, Map.of(), Map.of("reg query", line + "0x0\r\n\r\n")))
                .isTrue();
        assertThat(dark(OperatingSystem.WINDOWS, Map.of(), Map.of("reg query", line + "0x1\r\n\r\n")))
                .isFalse();
    }

    @Test
    void macosSaysItOnlyWhileItIsDark() {
        assertThat(dark(OperatingSystem.MACOS, Map.of(), Map.of("defaults read", "Dark\n")))
                .isTrue();
        assertThat(dark(OperatingSystem.MACOS, Map.of(), Map.of())).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "LINUX, gdbus, '(<<uint32 1>>,)', true",
        "LINUX, gdbus, '(<<uint32 0>>,)', false",
        "LINUX, gsettings, false, true",
        "LINUX, gsettings, true, false",
        "MACOS, defaults, 1, true",
        "MACOS, defaults, 0, false",
        "WINDOWS, reg, '    UserPreferencesMask    REG_BINARY    9012038010000000', true",
        "WINDOWS, reg, '    UserPreferencesMask    REG_BINARY    9E1E078012000000', false",
        "WINDOWS, reg, 'ERROR', false"
    })
    void aDesktopThatKeepsStillSaysSo(OperatingSystem system, String program, String answer, boolean calm) {
        Appearance appearance = new Appearance(
                system,
                Map.of(),
                command -> Optional.of(answer).filter(it -> command.get(0).equals(program)));
        assertThat(appearance.isMotionReduced()).isEqualTo(calm);
    }

    @Test
    void realProgramsAreHeardOrNot() {
        assertThat(RealPrograms.output(List.of("java", "--version")))
                .hasValueSatisfying(said -> assertThat(said).contains("17"));
        assertThat(RealPrograms.output(List.of("java", "--no-such-option"))).isEqualTo(Optional.empty());
        assertThat(RealPrograms.output(List.of("no-such-program-of-ampel"))).isEmpty();
    }
}
