package app.ampel.face.window.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ToolkitTest {

    @Test
    void panelsFindTheLaunchersNameAndIconForItsWindows() throws IOException {
        assertThat(Files.readAllLines(Path.of("packaging/linux/ampel.desktop")))
                .contains("StartupWMClass=" + Toolkit.WINDOW_CLASS);
    }
}
