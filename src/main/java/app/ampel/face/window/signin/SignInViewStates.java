package app.ampel.face.window.signin;

import app.ampel.domain.account.SignInPrompt;
import app.ampel.domain.account.SignInWay;
import app.ampel.domain.problem.Problem;
import app.ampel.face.window.signin.SignInViewState.Stage;
import app.ampel.service.text.Messages;
import app.ampel.service.text.Phrases;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes {@link SignInViewState}s. */
final class SignInViewStates {

    private final Messages words;
    private final Clock clock;

    /** @param clock what codes expire by */
    SignInViewStates(Messages words, Clock clock) {
        this.words = words.onScreen();
        this.clock = clock;
    }

    SignInViewState asking() {
        return SignInViewState.plain(Stage.ASKING, title(), words.say("ui.sign-in.asking"));
    }

    SignInViewState done() {
        return SignInViewState.plain(Stage.DONE, "", "");
    }

    SignInViewState failed(Problem problem, SignInWay way) {
        SignInFailure failure = SignInFailure.of(problem.kind(), way);
        return SignInViewState.failed(
                Stage.FAILED,
                words.say("ui.sign-in.failed"),
                sentence(problem.kind()),
                words.say("ui.who." + failure.who().word()),
                problem.code().isEmpty() ? "" : words.say("ui.sign-in.details", problem.code()),
                failure.steps().stream().map(this::step).toList());
    }

    /** Elsewhere Ampel tries again by itself; a sign-in is tried again by whoever wants one. */
    private String sentence(Problem.Kind kind) {
        return words.sayOr("ui.sign-in.problem." + kind.word(), words.say(kind.key()));
    }

    private SignInViewState.Step step(SignInFailure.Step step) {
        return new SignInViewState.Step(step, words.say("ui.step." + step.word()));
    }

    private String title() {
        return words.say("ui.sign-in.title");
    }

    /**
     * @param last the prompt with the code before, where there was one
     * @param copied what has become of "copy and open"
     */
    SignInViewState prompted(SignInPrompt asked, Optional<SignInPrompt> last, String copied) {
        boolean byCode = asked.way() == SignInWay.DEVICE_CODE;
        return new SignInViewState(
                byCode ? Stage.CODE : Stage.BROWSER,
                asked.consent()
                        .map(consent -> words.say("ui.sign-in.title.consent"))
                        .orElseGet(this::title),
                text(asked, last),
                "",
                "",
                Phrases.whole(asked.code().orElse("")),
                Phrases.whole(asked.address().toString()),
                byCode ? asked.address().toString() : "",
                byCode ? countdown(asked) : "",
                copied,
                List.of(),
                Stream.of(BrowserError.values())
                        .map(error -> help(error, asked.way()))
                        .toList());
    }

    private SignInViewState.Help help(BrowserError error, SignInWay way) {
        String key = "ui.sign-in.help." + error.word();
        return new SignInViewState.Help(
                error,
                words.say(key + ".title"),
                words.say(key),
                words.say("ui.sign-in.help.codes", error.codes()),
                step(error.step(way)));
    }

    private String text(SignInPrompt asked, Optional<SignInPrompt> last) {
        String how = words.say(
                asked.way() == SignInWay.BROWSER
                        ? "ui.sign-in.browser"
                        : last.map(before -> before.hasRunOut(clock.instant())
                                        ? "ui.sign-in.code.fresh"
                                        : "ui.sign-in.code.anew")
                                .orElse("ui.sign-in.code"));
        return asked.consent()
                .map(consent ->
                        words.say("ui.sign-in.consent." + consent.reason().word(), consent.text()) + " " + how)
                .orElse(how);
    }

    private String countdown(SignInPrompt asked) {
        Duration left = Duration.between(clock.instant(), asked.expires());
        long seconds = Math.max(0, left.toSeconds());
        String clockwise = String.format("%d:%02d", seconds / 60, seconds % 60);
        return seconds == 0 ? words.say("ui.sign-in.expired") : words.say("ui.sign-in.countdown", clockwise);
    }
}
