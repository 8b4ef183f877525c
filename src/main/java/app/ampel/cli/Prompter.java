package app.ampel.cli;

import app.ampel.account.Scope;
import app.ampel.account.SignInPrompt;
import app.ampel.account.SignInWay;
import app.ampel.sentence.Phrases;

/** Shows in a terminal what the user has to do to finish a sign-in; also copies the code and opens the page. */
public final class Prompter {

    private final Console console;
    private final Phrases phrases;
    private boolean before;

    public Prompter(Console console) {
        this.console = console;
        this.phrases = new Phrases(console.words());
    }

    /** Once for each prompt; a second one in one sign-in carries a fresh code. */
    public synchronized void show(SignInPrompt prompt) {
        boolean fresh = before;
        before = true;
        prompt.scope().filter(scope -> !fresh).ifPresent(this::why);
        if (prompt.way() == SignInWay.BROWSER) {
            console.print(console.say("prompt.browser"));
            console.print("");
            console.print("    " + console.strong(Phrases.tame(prompt.address().toString(), 2000)));
        } else {
            code(prompt, fresh);
        }
        console.print("");
        console.print(console.say("prompt.wait"));
    }

    private void why(Scope scope) {
        console.print(console.say("prompt.scope", scope.word()));
    }

    private void code(SignInPrompt prompt, boolean fresh) {
        String code = Phrases.tame(prompt.code().orElse(""));
        if (fresh) {
            console.print(console.say("prompt.fresh"));
        }
        console.print(console.say("prompt.code", Phrases.tame(prompt.address().toString())));
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
