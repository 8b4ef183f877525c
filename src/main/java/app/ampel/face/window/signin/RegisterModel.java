package app.ampel.face.window.signin;

import app.ampel.domain.account.Registration;
import app.ampel.domain.account.Scope;
import app.ampel.face.window.kit.PageContext;
import app.ampel.face.window.kit.Wording;
import app.ampel.service.account.AccountService;
import app.ampel.service.settings.AccountSettings;
import app.ampel.service.settings.RegistrationText;
import app.ampel.service.text.Messages;
import app.ampel.service.text.Phrases;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Client id and tenant, typed or pasted inside any text, without the page's looks. Nothing is kept before "Continue". One
 * thread.
 */
final class RegisterModel {

    private static final int LONGEST = 300;

    private final PageContext context;
    private final AccountService account;
    private final Messages words;
    private final Wording wording;
    private final Predicate<String> copy;
    private final LetterModel letter;
    private final Runnable done;
    private final ReadOnlyObjectWrapper<RegisterViewState> viewState = new ReadOnlyObjectWrapper<>();

    /**
     * @param copy puts a text on the clipboard, false where there is none
     * @param letter to the administrator
     * @param done both are kept
     */
    RegisterModel(PageContext context, Predicate<String> copy, LetterModel letter, Runnable done) {
        this.context = context;
        this.account = context.account();
        this.words = context.words();
        this.wording = new Wording(words);
        this.copy = copy;
        this.letter = letter;
        this.done = done;
        begin();
    }

    ReadOnlyObjectProperty<RegisterViewState> viewStateProperty() {
        return viewState.getReadOnlyProperty();
    }

    RegisterViewState viewState() {
        return viewState.get();
    }

    /** Starts with what is known. */
    void begin() {
        AccountSettings known = account.settings();
        AccountSettings locked = account.locked();
        letter.drop();
        viewState.set(new RegisterViewState(
                new RegisterViewState.Field(
                        known.clientId().orElse(""), locked.clientId().isPresent()),
                new RegisterViewState.Field(
                        known.tenant().orElse(""), locked.tenant().isPresent()),
                "",
                "",
                false));
    }

    /** Somebody types; what it means is looked at with "Continue". */
    void type(RegistrationText.Field field, String text) {
        if (!text.equals(value(field).text())) {
            set(field, text);
            say("", "");
        }
    }

    /** Takes out of a pasted text what can be used, wherever it belongs. */
    void paste(RegistrationText.Field field, String text) {
        RegistrationText.Found found = RegistrationText.read(text, field);
        if (found.clientId().isEmpty() && found.tenant().isEmpty()) {
            set(field, line(text));
            say("", found.doubt().map(this::doubt).orElseGet(() -> words.say("ui.register.nothing")));
            return;
        }
        fill(found);
        say(
                words.say("ui.register.found." + what(found)),
                found.doubt().map(this::doubt).orElse(""));
    }

    private static String what(RegistrationText.Found found) {
        return found.clientId().isEmpty() ? "tenant" : found.tenant().isEmpty() ? "client" : "both";
    }

    private static String line(String text) {
        return Phrases.tame(text.strip().replaceAll("\\s+", " "), LONGEST);
    }

    private String doubt(RegistrationText.Doubt doubt) {
        return words.say("ui.register.doubt."
                + switch (doubt) {
                    case WHICH_IS_WHICH -> "which";
                    case SEVERAL_CLIENT_IDS -> "clients";
                    case SEVERAL_TENANTS -> "tenants";
                });
    }

    private void fill(RegistrationText.Found found) {
        found.clientId().ifPresent(id -> set(RegistrationText.Field.CLIENT_ID, id));
        found.tenant().ifPresent(id -> set(RegistrationText.Field.TENANT, id));
    }

    private RegisterViewState.Field value(RegistrationText.Field field) {
        return field == RegistrationText.Field.CLIENT_ID
                ? viewState().clientId()
                : viewState().tenant();
    }

    private void set(RegistrationText.Field field, String text) {
        RegisterViewState now = viewState();
        boolean client = field == RegistrationText.Field.CLIENT_ID;
        viewState.set(new RegisterViewState(
                client ? now.clientId().with(text) : now.clientId(),
                client ? now.tenant() : now.tenant().with(text),
                now.note(),
                now.trouble(),
                now.busy()));
    }

    private void say(String note, String trouble) {
        viewState.set(new RegisterViewState(
                viewState().clientId(),
                viewState().tenant(),
                note,
                trouble,
                viewState().busy()));
    }

    private void busy(boolean busy) {
        viewState.set(new RegisterViewState(
                viewState().clientId(),
                viewState().tenant(),
                viewState().note(),
                viewState().trouble(),
                busy));
    }

    /** Keeps both, and leads to the sign-in; or says what is missing. */
    void next() {
        if (viewState().busy()) {
            return;
        }
        Optional<String> clientId = wanted(RegistrationText.Field.CLIENT_ID);
        Optional<String> tenant = wanted(RegistrationText.Field.TENANT);
        if (clientId.isEmpty()) {
            say("", words.say("ui.register.no-client-id"));
        } else if (tenant.isEmpty()) {
            say("", words.say("ui.register.no-tenant"));
        } else {
            say("", "");
            keep(
                    clientId.filter(id -> !viewState().clientId().locked()),
                    tenant.filter(id -> !viewState().tenant().locked()));
        }
    }

    private static AccountSettings given(Optional<String> clientId, Optional<String> tenant) {
        return new AccountSettings(
                clientId, tenant, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** What a field says, typed with whatever around it. */
    private Optional<String> wanted(RegistrationText.Field field) {
        RegisterViewState.Field there = value(field);
        if (there.locked()) {
            return Optional.of(there.text());
        }
        RegistrationText.Found found = RegistrationText.read(there.text(), field);
        Optional<String> own = field == RegistrationText.Field.CLIENT_ID ? found.clientId() : found.tenant();
        own.ifPresent(value -> set(field, value));
        return own;
    }

    private void keep(Optional<String> clientId, Optional<String> tenant) {
        busy(true);
        account.register(given(clientId, tenant))
                .whenComplete((kept, thrown) -> context.thread().execute(() -> {
                    busy(false);
                    if (thrown == null) {
                        done.run();
                    } else {
                        say("", wording.of(Wording.problem(thrown)));
                    }
                }));
    }

    /** What it would be to continue now. */
    private Optional<Registration> registration() {
        AccountSettings typed = given(wanted(RegistrationText.Field.CLIENT_ID), wanted(RegistrationText.Field.TENANT));
        return account.settings()
                .with(typed)
                .registration()
                .filter(all -> typed.clientId().isPresent());
    }

    /** Begins the letter that asks for what is missing; with a client id, the one that asks for consent. */
    void askAdministrator() {
        letter.begin(new Letters(words).of(Letters.Topic.CONSENT, registration(), Scope.LEAST, ""));
    }

    /** The commands that make a registration. */
    String script() {
        return RegistrationScript.text(
                RegistrationText.read(viewState().tenant().text(), RegistrationText.Field.TENANT)
                        .tenant()
                        .filter(tenant -> !tenant.equals("organizations")));
    }

    void copyScript() {
        say(words.say(copy.test(script()) ? "ui.letter.copied" : "ui.letter.not-copied"), "");
    }
}
