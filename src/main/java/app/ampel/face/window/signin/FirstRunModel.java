package app.ampel.face.window.signin;

import app.ampel.domain.account.AccountState;
import app.ampel.face.window.kit.PageContext;
import app.ampel.service.account.FirstRunService;
import app.ampel.service.engine.Snapshot;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The way from nothing to the pages: which of its pages the window shows, and their models. One thread. */
public final class FirstRunModel {

    private final PageContext context;
    private final FirstRunService program;
    private final LetterModel letter;
    private final SignInModel signIn;
    private final RegisterModel ids;
    private final DoneModel done;
    private final ReadOnlyObjectWrapper<Route> route = new ReadOnlyObjectWrapper<>(Route.PAGES);
    private FirstRun run;
    private AccountState account;

    /** @param copy puts a text on the clipboard, false where there is none */
    public FirstRunModel(PageContext context, FirstRunService program, Predicate<String> copy) {
        this.context = context;
        this.program = program;
        letter = new LetterModel(context.window()::open, copy, context.words());
        signIn = new SignInModel(context, copy, letter, this::register);
        ids = new RegisterModel(context, copy, letter, this::registered);
        done = new DoneModel(context, program, this::leaveDone);
        run = new FirstRun(program.isFirst() && !program.isDemo(), program.isSkipped(), false);
        account = context.account().state();
        signIn.viewStateProperty().addListener((property, before, now) -> turn());
        turn();
    }

    public ReadOnlyObjectProperty<Route> routeProperty() {
        return route.getReadOnlyProperty();
    }

    public Route route() {
        return route.get();
    }

    public SignInModel signIn() {
        return signIn;
    }

    RegisterModel ids() {
        return ids;
    }

    DoneModel done() {
        return done;
    }

    LetterModel letter() {
        return letter;
    }

    public void feed(Snapshot now) {
        account = now.account();
        signIn.feed(now);
        turn();
    }

    /** Signs in, once it is known with what. */
    public void beginSignIn() {
        if (context.account().registration().isPresent()) {
            signIn.signIn();
        } else {
            register();
        }
    }

    private void register() {
        ids.begin();
        run = run.registering(true);
        turn();
    }

    private void registered() {
        run = run.registering(false);
        signIn.signIn();
    }

    /** Back to where one came from. */
    void leaveRegister() {
        letter.drop();
        run = run.registering(false);
        turn();
    }

    /** Signing in can wait. */
    void skip() {
        program.skip();
        run = run.skipping();
        turn();
    }

    private void leaveDone() {
        run = run.over();
        signIn.leave();
    }

    /** The window closes. */
    public void close() {
        if (route() == Route.DONE) {
            done.close();
        }
    }

    private void turn() {
        Route next = run.route(signIn.viewState().stage(), account);
        if (next == Route.DONE && route() != Route.DONE) {
            done.begin(run.first());
        }
        route.set(next);
    }
}
