package app.ampel.face.tray;

import app.ampel.service.engine.Timeline;
import app.ampel.service.text.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says, once in the life of a home, that this desktop shows no tray icons and what helps. A panel may start well after
 * the program, so it waits before it says so. Runs on the tray's thread.
 */
public final class TrayHint {

    private static final Logger LOG = LoggerFactory.getLogger(TrayHint.class);

    /** Panels have come this late after a login on a slow computer. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Timeline timeline;
    private final Path marker;
    private final String key;
    private final Messages words;
    private final Consumer<String> say;
    private Runnable unplan = () -> {};

    /**
     * @param timeline real time
     * @param marker a file that is there when it has been said
     * @param desktop what {@code XDG_CURRENT_DESKTOP} says, or nothing
     * @param say shows it to the user
     */
    public TrayHint(Timeline timeline, Path marker, String desktop, Messages words, Consumer<String> say) {
        this.timeline = timeline;
        this.marker = marker;
        this.key = desktop.toLowerCase(Locale.ROOT).contains("gnome") ? "tray.hint.gnome" : "tray.hint";
        this.words = words;
        this.say = say;
    }

    /** A panel shows the icon, or none does. */
    void placed(boolean there) {
        unplan.run();
        unplan = there ? () -> {} : timeline.at(timeline.now().plus(PATIENCE), this::missing);
    }

    private void missing() {
        String sentence = words.say(key);
        LOG.info("No panel shows the tray icon: {}", sentence);
        try {
            if (!Files.exists(marker)) {
                Files.createFile(marker);
                say.accept(sentence);
            }
        } catch (IOException e) {
            LOG.warn("Whether the hint was shown cannot be kept", e);
        }
    }
}
