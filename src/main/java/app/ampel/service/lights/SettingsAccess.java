package app.ampel.service.lights;

import app.ampel.service.settings.Settings;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/** Where what the user wants of lights is kept. Any thread. */
public interface SettingsAccess {

    /** The settings in force. */
    Settings settings();

    /**
     * Changes the user's settings and saves them.
     *
     * @return what is then in force; fails with {@link app.ampel.service.settings.LockedSettingException} or a
     *     {@link app.ampel.domain.problem.ProblemException}, and then nothing has changed
     */
    CompletableFuture<Settings> change(UnaryOperator<Settings> change);
}
