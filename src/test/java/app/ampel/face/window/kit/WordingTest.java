package app.ampel.face.window.kit;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.ProblemException;
import app.ampel.service.settings.LockedSettingException;
import app.ampel.service.text.Messages;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a window says of what has failed, however it comes out of a future. */
class WordingTest {

    private static final Exception LOCKED = new LockedSettingException("/account/tenant", Path.of("settings.json"));
    private static final Exception FULL =
            new ProblemException(Problem.of(Problem.Kind.CANNOT_SAVE, "/home/ada/settings.json"));

    private final Wording wording = new Wording(Messages.in(Locale.UK));

    static Stream<Throwable> locked() {
        return Stream.of(LOCKED, new CompletionException(LOCKED));
    }

    static Stream<Throwable> full() {
        return Stream.of(FULL, new CompletionException(FULL));
    }

    @ParameterizedTest
    @MethodSource("locked")
    void saysThatTheAdministratorHasDecided(Throwable thrown) {
        assertThat(wording.of(thrown)).contains("administrator");
    }

    @ParameterizedTest
    @MethodSource("full")
    void saysWhatIsTheMatterAndWhere(Throwable thrown) {
        assertThat(wording.of(thrown))
                .startsWith("Ampel could not write its files.")
                .contains("settings.json");
    }

    @Test
    void saysOfWhatNobodyForesawThatSomethingWentWrong() {
        assertThat(wording.of(new IllegalStateException("secret")))
                .startsWith("Something went wrong inside Ampel.")
                .doesNotContain("secret");
    }
}
