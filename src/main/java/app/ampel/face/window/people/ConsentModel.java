package app.ampel.face.window.people;

import app.ampel.domain.account.Profile;
import app.ampel.domain.account.Scope;
import app.ampel.domain.people.ConsentStep;
import app.ampel.domain.people.Contact;
import app.ampel.domain.people.PeopleUse;
import app.ampel.domain.people.Person;
import app.ampel.domain.problem.Problem;
import app.ampel.face.window.kit.PageContext;
import app.ampel.face.window.kit.Wording;
import app.ampel.face.window.signin.LetterModel;
import app.ampel.face.window.signin.Letters;
import app.ampel.service.people.Pending;
import app.ampel.service.people.PeopleService;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What may be read of others, asking for it, and the first to suggest once it may. Nobody is asked for anything but by {@link #ask}. One
 * thread.
 */
final class ConsentModel {

    /** So many are suggested; more are asked for, as some may be on the list already. */
    static final int SUGGESTED = 3;

    private static final int ASKED_FOR = 20;

    private final PageContext context;
    private final PeopleService service;
    private final LetterModel letter;
    private final Runnable changed;
    private Set<Scope> granted = Set.of();
    private Optional<String> whose = Optional.empty();
    private Optional<Pending<List<Person>>> pending = Optional.empty();
    private boolean obtained;
    private boolean suggesting;
    private List<Contact> suggested = List.of();
    private String failure = "";

    /** @param changed to be told when something has changed by an answer */
    ConsentModel(PageContext context, PeopleService service, LetterModel letter, Runnable changed) {
        this.context = context;
        this.service = service;
        this.letter = letter;
        this.changed = changed;
    }

    /** Who is signed in now, and what was granted. */
    void feed(Optional<Profile> profile) {
        granted = profile.map(Profile::scopes).orElse(Set.of());
        Optional<String> now = profile.map(Profile::objectId);
        if (!now.equals(whose)) {
            whose = now;
            obtained = false;
            suggested = List.of();
            failure = "";
        }
    }

    boolean isSignedIn() {
        return whose.isPresent();
    }

    boolean isAsking() {
        return pending.isPresent() && !suggesting;
    }

    String failure() {
        return failure;
    }

    /** Whether {@code use} works as it is. */
    boolean allows(PeopleUse use) {
        Set<Scope> all = EnumSet.noneOf(Scope.class);
        all.addAll(granted);
        if (obtained) {
            all.addAll(ConsentStep.PRESENCE.scopes());
        }
        return use.worksWith(all);
    }

    /** What the user will be asked for before {@code use} works; empty: nothing. */
    Optional<ConsentStep> before(PeopleUse use) {
        return allows(use)
                ? Optional.empty()
                : ConsentStep.before(use, granted).stream().reduce((one, last) -> last);
    }

    /** Those whom one works with. */
    List<Contact> suggested() {
        return suggested;
    }

    void noSuggestions() {
        suggested = List.of();
    }

    /** Asks for the first step, silently first, and suggests somebody once it is granted. */
    void ask() {
        begin(false);
    }

    /** What may be asked for without asking anybody. */
    void suggest() {
        if (allows(PeopleUse.COLLEAGUES)) {
            begin(true);
        }
    }

    private void begin(boolean quietly) {
        if (pending.isPresent()) {
            return;
        }
        suggesting = quietly;
        failure = "";
        Pending<List<Person>> asked = service.colleagues(ASKED_FOR);
        pending = Optional.of(asked);
        Optional<String> asker = whose;
        asked.answer()
                .whenComplete((people, thrown) -> context.thread().execute(() -> {
                    pending = Optional.empty();
                    if (asker.equals(whose)) {
                        answered(people, thrown);
                    }
                    changed.run();
                }));
        changed.run();
    }

    private void answered(List<Person> people, Throwable thrown) {
        if (thrown == null) {
            obtained = true;
            suggested = people.stream()
                    .filter(person -> !whose.equals(Optional.of(person.id())))
                    .map(Contact::of)
                    .toList();
        } else if (!suggesting && Wording.problem(thrown).kind() != Problem.Kind.CANCELLED) {
            failure = new Wording(context.words()).of(thrown);
        }
    }

    void cancel() {
        pending.ifPresent(Pending::cancel);
    }

    /** To the administrator, with that step's scopes alone. */
    void write(ConsentStep step) {
        letter.begin(new Letters(context.words())
                .of(Letters.Topic.CONSENT, context.account().registration(), step.scopes(), ""));
    }
}
