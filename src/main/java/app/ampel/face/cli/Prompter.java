package app.ampel.face.cli;

import app.ampel.domain.account.ConsentRequest;
import app.ampel.domain.account.SignInPrompt;
import app.ampel.domain.account.SignInWay;
import app.ampel.service.text.Phrases;
import java.util.Optional;

/** Shows in a terminal what the user has to do to finish a sign-in; also copies the code and opens the page. */
public final class Prompter {

    private final Console console;
    private final Phrases phrases;
    private Optional<SignInPrompt> before = Optional.empty();

    public Prompter(Console console) {
        this.console = console;
        this.phrases = new Phrases(console.words());
    }

    /** Once for each prompt; a second one in one sign-in carries a fresh code. */
    public synchronized void show(SignInPrompt prompt) {
        Optional<SignInPrompt> last = before;
        before = Optional.of(prompt);
        prompt.consent().filter(consent -> last.isEmpty()).ifPresent(this::why);
        if (prompt.way() == SignInWay.BROWSER) {
            console.print(console.say("prompt.browser"));
            console.print("");
            console.print("    " + console.strong(Phrases.whole(prompt.address().toString())));
        } else {
            last.ifPresent(this::fresh);
            code(prompt);
        }
        console.print("");
        console.print(console.say("prompt.wait"));
    }

    private void why(ConsentRequest consent) {
        console.print(console.say("prompt.consent." + consent.reason().word(), consent.text()));
    }

    private void fresh(SignInPrompt last) {
        boolean ranOut = last.hasRunOut(console.clock().instant());
        console.print(console.say(ranOut ? "prompt.fresh" : "prompt.anew"));
    }

    private void code(SignInPrompt prompt) {
        String code = Phrases.whole(prompt.code().orElse(""));
        console.print(console.say("prompt.code", Phrases.whole(prompt.address().toString())));
        console.print("");
        console.print("    " + console.strong(code));
        console.print("");
        boolean copied = console.copy().test(code);
        boolean opened = console.open().test(prompt.address());
        if (copied || opened) {
            String key = copied && opened ? "prompt.copied-opened" : copied ? "prompt.copied" : "prompt.opened";
            console.print(console.say(key));
        }
        console.print(console.say(
                "prompt.expires", phrases.time(prompt.expires(), console.clock().instant(), console.zone())));
    }
}
