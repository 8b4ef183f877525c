package app.ampel.ui;

import app.ampel.account.AccountState;
import app.ampel.account.Profile;
import app.ampel.account.SignInPrompt;
import app.ampel.account.SignInWay;
import app.ampel.core.Intent;
import app.ampel.core.Snapshot;
import app.ampel.problem.Problem;
import app.ampel.sentence.Phrases;
import app.ampel.ui.SignInFace.Stage;
import app.ampel.words.Words;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The sign-in page without its looks. It follows any sign-in, whoever began it: this page, the tray or a command. One
 * thread.
 */
public final class SignInModel {

    private static final int LONGEST_ADDRESS = 2000;

    private final WindowHost host;
    private final Words words;
    private final Wording wording;
    private final Clock clock;
    private final Predicate<String> copy;
    private final Executor thread;
    private final ReadOnlyObjectWrapper<SignInFace> face = new ReadOnlyObjectWrapper<>(SignInFace.IDLE);

    private Stage stage = Stage.IDLE;
    private Optional<SignInPrompt> prompt = Optional.empty();
    private Optional<Problem> problem = Optional.empty();
    private Optional<Profile> who = Optional.empty();
    private boolean fresh;
    private String copied = "";
    private boolean pending;
    private int attempt;

    /**
     * @param clock what codes expire by
     * @param copy puts a text on the clipboard, false where there is none
     * @param thread runs tasks on the thread that everything here is called on
     */
    public SignInModel(WindowHost host, Words words, Clock clock, Predicate<String> copy, Executor thread) {
        this.host = host;
        this.words = words;
        this.wording = new Wording(words);
        this.clock = clock;
        this.copy = copy;
        this.thread = thread;
    }

    public ReadOnlyObjectProperty<SignInFace> faceProperty() {
        return face.getReadOnlyProperty();
    }

    public SignInFace face() {
        return face.get();
    }

    /** Something has changed. */
    public void feed(Snapshot snapshot) {
        AccountState account = snapshot.account();
        if (account.prompt().isPresent()) {
            ask(account.prompt().get());
        } else if (!pending && isUnderWay()) {
            over(account);
        } else if (stage == Stage.DONE && account.profile().isEmpty()) {
            stage = Stage.IDLE;
        }
        show();
    }

    /** Time has passed. */
    public void tick() {
        show();
    }

    /** Begins as the settings say. */
    public void signIn() {
        begin(usualWay());
    }

    private SignInWay usualWay() {
        return host.settings().account().way();
    }

    public void useBrowser() {
        begin(SignInWay.BROWSER);
    }

    public void useCode() {
        begin(SignInWay.DEVICE_CODE);
    }

    /** The same way once more. */
    public void again() {
        begin(prompt.map(SignInPrompt::way).orElseGet(this::usualWay));
    }

    /** Puts the code on the clipboard and opens the page where it is to be entered. */
    public void copyAndOpen() {
        prompt.ifPresent(asked -> {
            boolean hasCode = asked.code().filter(copy).isPresent();
            boolean opened = host.open(asked.address());
            String what = hasCode && opened ? "both" : hasCode ? "code" : opened ? "page" : "nothing";
            copied = words.say("ui.sign-in.copied." + what);
            show();
        });
    }

    /** Ends what is under way, and leaves the page. */
    public void cancel() {
        attempt++;
        pending = false;
        if (isUnderWay()) {
            host.tell(new Intent.CancelSignIn());
        }
        leave();
    }

    /** Leaves the page. */
    public void leave() {
        stage = Stage.IDLE;
        show();
    }

    private void begin(SignInWay way) {
        int mine = ++attempt;
        pending = true;
        prompt = Optional.empty();
        reset(Stage.ASKING);
        show();
        host.tell(new Intent.SignIn(way))
                .whenComplete((now, thrown) -> thread.execute(() -> {
                    if (mine == attempt) {
                        pending = false;
                        ended(Optional.ofNullable(thrown).map(Wording::problem), now);
                        show();
                    }
                }));
    }

    private void ended(Optional<Problem> why, Snapshot now) {
        if (why.isPresent()) {
            failed(why.get());
        } else {
            over(now.account());
        }
    }

    private void reset(Stage next) {
        stage = next;
        problem = Optional.empty();
        copied = "";
        fresh = false;
    }

    private boolean isUnderWay() {
        return switch (stage) {
            case ASKING, CODE, BROWSER -> true;
            case IDLE, FAILED, DONE -> false;
        };
    }

    private void ask(SignInPrompt asked) {
        if (prompt.equals(Optional.of(asked)) && isUnderWay()) {
            return;
        }
        boolean second = stage == Stage.CODE && asked.way() == SignInWay.DEVICE_CODE;
        reset(asked.way() == SignInWay.DEVICE_CODE ? Stage.CODE : Stage.BROWSER);
        fresh = second;
        prompt = Optional.of(asked);
    }

    /** Nobody waits for the user any more. */
    private void over(AccountState account) {
        boolean consent = prompt.flatMap(SignInPrompt::scope).isPresent();
        if (account.kind() == AccountState.Kind.WAITING) {
            stage = Stage.ASKING;
        } else if (consent) {
            // What came of it, the status page says.
            stage = Stage.IDLE;
        } else if (account.problem().isPresent()) {
            failed(account.problem().get());
        } else {
            who = account.profile();
            stage = who.isPresent() ? Stage.DONE : Stage.IDLE;
        }
    }

    private void failed(Problem why) {
        reset(why.kind() == Problem.Kind.SIGN_IN_CANCELLED ? Stage.IDLE : Stage.FAILED);
        problem = Optional.of(why);
    }

    private void show() {
        SignInFace now = now();
        if (!now.equals(face.get())) {
            face.set(now);
        }
    }

    private SignInFace now() {
        return switch (stage) {
            case IDLE -> SignInFace.IDLE;
            case ASKING -> SignInFace.plain(stage, title(), words.say("ui.sign-in.asking"));
            case CODE, BROWSER -> prompt.map(this::prompted).orElse(SignInFace.IDLE);
            case FAILED ->
                SignInFace.plain(
                        stage,
                        words.say("ui.sign-in.failed"),
                        problem.map(wording::of).orElse(""));
            case DONE ->
                SignInFace.plain(
                        stage,
                        words.say("ui.sign-in.done"),
                        who.map(this::signedIn).orElse(""));
        };
    }

    private String title() {
        return words.say("ui.sign-in.title");
    }

    private String signedIn(Profile profile) {
        return words.say(
                "ui.sign-in.done.text",
                Phrases.tame(profile.name()),
                Phrases.tame(profile.username()),
                Phrases.tame(profile.organisation()));
    }

    private SignInFace prompted(SignInPrompt asked) {
        String address = Phrases.tame(asked.address().toString(), LONGEST_ADDRESS);
        String code = Phrases.tame(asked.code().orElse(""));
        boolean byCode = asked.way() == SignInWay.DEVICE_CODE;
        String title =
                asked.scope().map(scope -> words.say("ui.sign-in.title.scope")).orElseGet(this::title);
        return new SignInFace(
                stage,
                title,
                text(asked),
                code,
                address,
                byCode ? asked.address().toString() : "",
                byCode ? countdown(asked) : "",
                copied);
    }

    private String text(SignInPrompt asked) {
        String how = words.say(
                asked.way() == SignInWay.BROWSER
                        ? "ui.sign-in.browser"
                        : fresh ? "ui.sign-in.code.fresh" : "ui.sign-in.code");
        return asked.scope()
                .map(scope -> words.say("ui.sign-in.scope", scope.word()) + " " + how)
                .orElse(how);
    }

    private String countdown(SignInPrompt asked) {
        Duration left = Duration.between(clock.instant(), asked.expires());
        long seconds = Math.max(0, left.toSeconds());
        String clockwise = String.format("%d:%02d", seconds / 60, seconds % 60);
        return seconds == 0 ? words.say("ui.sign-in.expired") : words.say("ui.sign-in.countdown", clockwise);
    }
}
