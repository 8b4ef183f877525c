package app.ampel.face.window.people;

import app.ampel.domain.account.AccountState;
import app.ampel.domain.account.Profile;
import app.ampel.domain.account.Scope;
import app.ampel.domain.presence.PresenceKind;
import app.ampel.face.window.Moments;
import app.ampel.face.window.TestProgram;
import app.ampel.face.window.kit.PageContext;
import app.ampel.face.window.people.TeamsLinkOpener.Saying;
import app.ampel.face.window.signin.LetterModel;
import app.ampel.service.engine.Snapshot;
import app.ampel.service.people.Colleagues;
import app.ampel.service.people.FakeTenant;
import app.ampel.service.people.PeopleService;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The page's models over the real service; Kim is signed in, time and threads are cranked by hand. */
final class PeopleFixture {

    static final Set<Scope> ALL = Colleagues.ALL;

    final TestProgram program = new TestProgram(Moments.known("Available", "Available"));
    final Colleagues colleagues = program.colleagues;
    final FakeTenant tenant = colleagues.tenant;
    final PeopleService service = program.people;
    final List<String> copied = new ArrayList<>();
    final List<Saying> said = new ArrayList<>();
    final PageContext context = program.context(Runnable::run);
    final LetterModel letter = new LetterModel(program.opened::add, copied::add, context.words());
    final TeamsLinkOpener opener = new TeamsLinkOpener(context.window()::open, copied::add, false, context.words());
    final PeopleActs acts = new PeopleActs(context, service, opener, said::add);
    final ConsentModel consent = new ConsentModel(context, service, letter, this::changed);
    final PeopleModel model = new PeopleModel(context, service, consent, acts, said::add);
    final FindModel finding = new FindModel(context, service, model, acts, consent);

    PeopleFixture() {
        program.now = Colleagues.NOON;
        tenant.add("anna", "Anna Schmidt");
        tenant.add("ben", "Ben Okafor");
        tenant.add("cleo", "Cleo Laurent");
        tenant.is("anna", FakeTenant.CALL);
        tenant.is("ben", FakeTenant.AVAILABLE);
        tenant.is("cleo", PresenceKind.AWAY.example());
    }

    private void changed() {
        model.show();
    }

    void signedIn(Set<Scope> granted) {
        Profile kim = Colleagues.kim(granted);
        colleagues.signedIn(kim);
        model.feed(account(AccountState.signedIn(kim)));
        settle();
    }

    static Snapshot account(AccountState account) {
        return Moments.account(account);
    }

    /** Watches them, and looks. */
    void watching(String... ids) {
        signedIn(ALL);
        for (String id : ids) {
            colleagues.answer(service.lists().add(id + "@example.org"));
        }
        model.seen(true);
        settle();
        tenant.requests.clear();
        tenant.presenceRequests.clear();
    }

    void settle() {
        colleagues.time.settle();
        program.now = colleagues.time.now();
    }

    List<String> names() {
        return model.viewState().lines().stream()
                .map(PeopleViewState.Line::name)
                .toList();
    }

    PeopleViewState.Line line(String id) {
        return model.line(id).orElseThrow();
    }

    String lastSaid() {
        return said.get(said.size() - 1).text();
    }

    URI lastOpened() {
        return program.opened.get(program.opened.size() - 1);
    }
}
