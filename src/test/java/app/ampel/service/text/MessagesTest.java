package app.ampel.service.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Words whose language changes while they are in use. */
class MessagesTest {

    private final AtomicReference<Locale> wanted = new AtomicReference<>(Locale.UK);
    private final Messages words = Messages.following(wanted::get);

    @Test
    void areSaidInWhatIsWantedNow() {
        assertThat(words.say("ui.sign-out")).isEqualTo("Sign out");
        wanted.set(Locale.GERMAN);
        assertThat(words.say("ui.sign-out")).isEqualTo("Abmelden");
        assertThat(words.locale()).isEqualTo(Locale.GERMAN);
    }

    @Test
    void followOnTheScreenToo() {
        Messages screen = words.onScreen();
        wanted.set(Locale.GERMAN);
        assertThat(screen.say("problem.not-signed-in")).isEqualTo("Niemand ist angemeldet.");
    }
}
