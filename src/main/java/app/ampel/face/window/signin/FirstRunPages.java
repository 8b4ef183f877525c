package app.ampel.face.window.signin;

import app.ampel.face.window.kit.Page;
import app.ampel.face.window.kit.PageContext;
import app.ampel.service.account.FirstRunService;
import app.ampel.service.text.Messages;
import java.util.EnumMap;
import java.util.Map;

/** The pages that take the whole window; each is made when it is first needed. */
public final class FirstRunPages {

    private final PageContext context;
    private final FirstRunService program;
    private final FirstRunModel model;
    private final Map<Route, Page> made = new EnumMap<>(Route.class);

    public FirstRunPages(PageContext context, FirstRunService program, FirstRunModel model) {
        this.context = context;
        this.program = program;
        this.model = model;
    }

    /** @throws IllegalArgumentException for {@code PAGES}, which are none of them */
    public Page of(Route route) {
        return made.computeIfAbsent(route, this::make);
    }

    private Page make(Route route) {
        Messages words = context.words();
        return switch (route) {
            case WELCOME -> new WelcomePage(new WelcomeModel(context, program), words, model::beginSignIn, model::skip);
            case REGISTER -> new RegisterPage(model.ids(), model.letter(), words, model::leaveRegister);
            case SIGN_IN -> new SignInPage(model.signIn(), model.letter(), words);
            case DONE -> new DonePage(model.done(), words, model.signIn()::notMe);
            case PAGES -> throw new IllegalArgumentException("not one page");
        };
    }
}
