package app.ampel.face.window.frame;

import java.util.Objects;
import javafx.application.Application;

/** How everything looks: stylesheets that the build has made, see {@code src/build}. On the toolkit's thread only. */
final class Theme {

    private Theme() {}

    /**
     * Light or dark from now on, in every window. To be called before the first control is made, which else loads JavaFX's
     * own theme for nothing.
     */
    static void wear(boolean dark) {
        String sheet = sheet(dark ? "dark" : "light");
        if (!sheet.equals(Application.getUserAgentStylesheet())) {
            Application.setUserAgentStylesheet(sheet);
        }
    }

    /** What Ampel's own windows have beyond the theme. */
    static String own() {
        return sheet("ampel");
    }

    private static String sheet(String name) {
        String file = name + ".bss";
        return Objects.requireNonNull(Theme.class.getResource(file), file).toExternalForm();
    }
}
