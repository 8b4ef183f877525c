package app.ampel.face.tray;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.service.text.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The launcher's actions stand in for the tray where there is none; they do and say the same. */
class LauncherFileTest {

    private static Map<String, String> group(String name) throws IOException {
        String text = Files.readString(Path.of("packaging/linux/ampel.desktop"));
        String header = "[" + name + "]\n";
        assertThat(text).contains(header);
        String group = text.substring(text.indexOf(header) + header.length()).split("\n\\[", 2)[0];
        return group.lines()
                .filter(line -> line.contains("="))
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    @ParameterizedTest
    @CsvSource({
        "in-a-call, ampel set in-a-call, tray.in-a-call",
        "open, ampel, tray.open",
        "quit, ampel stop, tray.quit"
    })
    void anActionHasTheWordsOfTheMenu(String action, String command, String key) throws IOException {
        Map<String, String> group = group("Desktop Action " + action);
        assertThat(group)
                .containsEntry("Exec", command)
                .containsEntry("Name", Messages.in(Locale.ENGLISH).say(key))
                .containsEntry("Name[de]", Messages.in(Locale.GERMAN).say(key));
    }

    @Test
    void clearHasThemWithoutTheTimeLeft() throws IOException {
        Map<String, String> group = group("Desktop Action clear");
        assertThat(group).containsEntry("Exec", "ampel clear");
        assertThat(Messages.in(Locale.ENGLISH).say("tray.clear.nothing")).startsWith(group.get("Name") + " (");
        assertThat(Messages.in(Locale.GERMAN).say("tray.clear.nothing")).startsWith(group.get("Name[de]") + " (");
    }

    @Test
    void allActionsAreNamed() throws IOException {
        assertThat(group("Desktop Entry")).containsEntry("Actions", "in-a-call;clear;open;quit;");
    }
}
