package app.ampel.face.window.signin;

import app.ampel.domain.account.AccountState;
import app.ampel.domain.account.Scope;
import app.ampel.domain.account.SignInPrompt;
import app.ampel.domain.account.SignInWay;
import app.ampel.domain.problem.Problem;
import app.ampel.face.window.kit.PageContext;
import app.ampel.face.window.kit.Wording;
import app.ampel.face.window.signin.SignInViewState.Stage;
import app.ampel.service.engine.Snapshot;
import app.ampel.service.text.Messages;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The sign-in page without its looks. It follows any sign-in, whoever began it: this page, the tray or a command. One
 * thread.
 */
public final class SignInModel {

    private final PageContext context;
    private final Messages words;
    private final SignInViewStates viewStates;
    private final Predicate<String> copy;
    private final LetterModel letter;
    private final Runnable register;
    private final ReadOnlyObjectWrapper<SignInViewState> viewState = new ReadOnlyObjectWrapper<>(SignInViewState.IDLE);

    private Stage stage = Stage.IDLE;
    private Optional<SignInPrompt> prompt = Optional.empty();
    private Optional<SignInWay> way = Optional.empty();
    private Optional<Problem> problem = Optional.empty();
    private Optional<SignInPrompt> last = Optional.empty();
    private String copied = "";
    private boolean pending;
    private int attempt;

    /**
     * @param copy puts a text on the clipboard, false where there is none
     * @param letter to the administrator
     * @param register leads to where client id and tenant are asked for
     */
    SignInModel(PageContext context, Predicate<String> copy, LetterModel letter, Runnable register) {
        this.context = context;
        this.words = context.words();
        this.viewStates = new SignInViewStates(words, context.clock());
        this.copy = copy;
        this.letter = letter;
        this.register = register;
    }

    public ReadOnlyObjectProperty<SignInViewState> viewStateProperty() {
        return viewState.getReadOnlyProperty();
    }

    public SignInViewState viewState() {
        return viewState.get();
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
        return context.account().settings().way();
    }

    /** Shows what can be done while Microsoft does not let the presence be read. */
    public void explainConsent() {
        failed(Problem.of(Problem.Kind.CONSENT_NEEDED));
        show();
    }

    public void useBrowser() {
        begin(SignInWay.BROWSER);
    }

    public void useCode() {
        begin(SignInWay.DEVICE_CODE);
    }

    /** Does what a button says. */
    void execute(SignInFailure.Step step) {
        switch (step) {
            case TRY_AGAIN -> begin(way());
            case USE_BROWSER, OTHER_ACCOUNT -> useBrowser();
            case USE_CODE -> useCode();
            case ASK_ADMINISTRATOR ->
                problem.ifPresent(
                        why -> write(SignInFailure.of(why.kind(), way()).topic(), why.code()));
            case CHECK_IDS -> {
                leave();
                register.run();
            }
        }
    }

    /** Does what helps against something that the browser shows. */
    void help(BrowserError error) {
        SignInFailure.Step step = error.step(way());
        if (step == SignInFailure.Step.ASK_ADMINISTRATOR) {
            write(SignInFailure.of(error.kind(), way()).topic(), "");
        } else {
            execute(step);
        }
    }

    private void write(Letters.Topic topic, String code) {
        Set<Scope> scopes = EnumSet.copyOf(Scope.LEAST);
        prompt.flatMap(SignInPrompt::consent).ifPresent(consent -> scopes.addAll(consent.scopes()));
        letter.begin(new Letters(words).of(topic, context.account().registration(), scopes, code));
    }

    private SignInWay way() {
        return way.orElseGet(this::usualWay);
    }

    /** Puts the code on the clipboard and opens the page where it is to be entered. */
    public void copyAndOpen() {
        prompt.ifPresent(asked -> {
            boolean hasCode = asked.code().filter(copy).isPresent();
            boolean opened = context.window().open(asked.address());
            String what = hasCode && opened ? "both" : hasCode ? "code" : opened ? "page" : "nothing";
            copied = words.say("ui.sign-in.copied." + what);
            show();
        });
    }

    /** Forgets who has signed in, and asks again who it is. */
    void notMe() {
        int mine = ++attempt;
        pending = true;
        reset(Stage.ASKING);
        show();
        context.account()
                .signOut()
                .whenComplete((now, thrown) -> context.thread().execute(() -> {
                    if (mine == attempt) {
                        begin(way());
                    }
                }));
    }

    /** Ends what is under way, and leaves the page. */
    public void cancel() {
        attempt++;
        pending = false;
        if (isUnderWay()) {
            context.account().cancelSignIn();
        }
        leave();
    }

    /** Leaves the page. */
    public void leave() {
        stage = Stage.IDLE;
        letter.drop();
        show();
    }

    private void begin(SignInWay next) {
        int mine = ++attempt;
        pending = true;
        prompt = Optional.empty();
        way = Optional.of(next);
        letter.drop();
        reset(Stage.ASKING);
        show();
        context.account()
                .signIn(next)
                .whenComplete((now, thrown) -> context.thread().execute(() -> {
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
        last = Optional.empty();
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
        Optional<SignInPrompt> before = second ? prompt : Optional.empty();
        reset(asked.way() == SignInWay.DEVICE_CODE ? Stage.CODE : Stage.BROWSER);
        last = before;
        prompt = Optional.of(asked);
        way = Optional.of(asked.way());
    }

    /** Nobody waits for the user any more. */
    private void over(AccountState account) {
        boolean consent = prompt.flatMap(SignInPrompt::consent).isPresent();
        if (account.kind() == AccountState.Kind.WAITING) {
            stage = Stage.ASKING;
        } else if (consent) {
            // What came of it, the status page says.
            stage = Stage.IDLE;
        } else if (account.problem().isPresent()) {
            failed(account.problem().get());
        } else {
            stage = account.profile().isPresent() ? Stage.DONE : Stage.IDLE;
            letter.drop();
        }
    }

    private void failed(Problem why) {
        reset(why.kind() == Problem.Kind.SIGN_IN_CANCELLED ? Stage.IDLE : Stage.FAILED);
        problem = Optional.of(why);
    }

    private void show() {
        SignInViewState now = now();
        if (!now.equals(viewState.get())) {
            viewState.set(now);
        }
    }

    private SignInViewState now() {
        return switch (stage) {
            case IDLE -> SignInViewState.IDLE;
            case ASKING -> viewStates.asking();
            case CODE, BROWSER ->
                prompt.map(asked -> viewStates.prompted(asked, last, copied)).orElse(SignInViewState.IDLE);
            case FAILED -> problem.map(why -> viewStates.failed(why, way())).orElse(SignInViewState.IDLE);
            case DONE -> viewStates.done();
        };
    }
}
