package app.ampel.face.tray;

import app.ampel.domain.account.Profile;
import app.ampel.domain.people.Contact;
import app.ampel.domain.people.PeopleUse;
import app.ampel.domain.people.PresenceWaits;
import app.ampel.domain.people.Question;
import app.ampel.domain.people.TeamsLink;
import app.ampel.domain.people.TeamsLinks;
import app.ampel.domain.problem.Problem;
import app.ampel.service.engine.Timeline;
import app.ampel.service.notifications.Notifications;
import app.ampel.service.notifications.Notifications.Button;
import app.ampel.service.people.FindResult;
import app.ampel.service.people.Pending;
import app.ampel.service.people.PeopleFeature;
import app.ampel.service.people.PeopleNotice;
import app.ampel.service.people.PeopleService;
import app.ampel.service.people.PeopleSnapshot;
import app.ampel.service.text.Messages;
import app.ampel.service.threads.Dispatch;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Other people in the tray: asked for while the menu is open and a little longer, and never else; a chat, a search, and whoever has
 * become available. Nothing of it is logged. Its methods run on the tray's thread.
 */
public final class TrayPeople {

    private final PeopleService people;
    private final Executor thread;
    private final Predicate<URI> links;
    private final Runnable page;
    private final PeopleMenu menu;
    private final PeopleNotices notices;
    private final MenuLook look;
    private final TrayMessages messages;
    private Optional<PeopleSnapshot> known = Optional.empty();
    private Optional<Profile> me = Optional.empty();
    private Runnable redraw = () -> {};
    private Optional<Pending<?>> asked = Optional.empty();

    /**
     * @param real time as whoever sits before the screen has it, with tasks on {@code thread}
     * @param thread the tray's own
     * @param words of the screen, see {@link Messages#onScreen}
     * @param answers where answers to clicks are shown
     * @param available where, one after the other, those are told of who were waited for
     * @param links opens one in the browser; false where it does not
     * @param page opens the window at its page of people
     */
    public TrayPeople(
            PeopleService people,
            Timeline real,
            Executor thread,
            Messages words,
            Notifications answers,
            List<Notifications> available,
            Predicate<URI> links,
            Runnable page) {
        this.people = people;
        this.thread = thread;
        this.links = links;
        this.page = page;
        this.menu = new PeopleMenu(words);
        this.notices = new PeopleNotices(words);
        this.look = new MenuLook(people, real, () -> redraw.run());
        this.messages = new TrayMessages(new TrayMessages.Places(answers, available), real, thread, () -> redraw.run());
    }

    /**
     * Begins. Any thread.
     *
     * @param changed called when there is something else to draw
     * @return ends it; any thread
     */
    Runnable start(Runnable changed) {
        redraw = changed;
        Runnable watching = people.watch(this::follow, thread);
        Runnable listening = people.notices(notice -> soon(() -> tell(notice)).run());
        return () -> {
            watching.run();
            listening.run();
        };
    }

    private void follow(PeopleSnapshot snapshot) {
        known = Optional.of(snapshot);
        if (!isOn(PeopleFeature.PEOPLE)) {
            messages.clear();
            look.end();
        }
        redraw.run();
    }

    /** Who is signed in. */
    void follow(Optional<Profile> profile) {
        if (!profile.map(Profile::objectId).equals(me.map(Profile::objectId))) {
            messages.clear();
            asked.ifPresent(Pending::cancel);
        }
        me = profile;
    }

    private boolean isOn(PeopleFeature feature) {
        return known.filter(it -> it.access().get(feature) == PeopleFeature.Access.ON)
                .isPresent();
    }

    /** The submenu, where there is one. */
    Optional<Item> item() {
        return known.flatMap(
                it -> menu.of(new PeopleMenu.View(it, mayLook(), row -> look.isAnswered(row, it), messages.missed())));
    }

    /** What no message could be shown of, for the tooltip. */
    List<String> remarks() {
        return messages.missed().values().stream().map(text -> text + ".").toList();
    }

    /** An opened menu asks nobody for consent: that is for the page. */
    private boolean mayLook() {
        return people.isPermitted(PeopleUse.WATCH_LIST);
    }

    /** Whether a question about consent may be because of a click here. */
    boolean isAsking() {
        return asked.filter(it -> !it.answer().isDone()).isPresent();
    }

    void menu(MenuSign sign) {
        look.follow(
                sign,
                known.filter(it -> mayLook()
                        && isOn(PeopleFeature.PEOPLE)
                        && !it.watchList().isEmpty()));
    }

    /** Opens a chat with that person. */
    void chat(String id) {
        Optional<TeamsLink> link = username(id).map(this::chatWith);
        if (link.isPresent()) {
            open(link.get());
        } else {
            answer(people.show(id), shown -> open(shown.links()));
        }
    }

    private Optional<String> username(String id) {
        return known.stream()
                .flatMap(it -> it.watchList().stream())
                .filter(row -> row.contact().id().equals(id))
                .flatMap(row -> row.person().stream())
                .flatMap(person -> person.username().stream())
                .filter(name -> !name.isBlank())
                .findFirst();
    }

    private TeamsLink chatWith(String username) {
        Optional<String> tenant = me.map(Profile::tenantId).filter(it -> !it.isEmpty());
        return TeamsLinks.chat(List.of(username), tenant, Question.NONE);
    }

    private void open(Optional<FindResult.Links> links) {
        links.ifPresentOrElse(it -> open(it.chat()), () -> failed(Problem.of(Problem.Kind.NOT_FOUND)));
    }

    private void open(TeamsLink link) {
        if (!links.test(link.address())) {
            messages.answer(notices.link(link.address()));
        }
    }

    /** Finds somebody by the search with that name; a message says who it is. */
    void find(String name) {
        known.stream()
                .flatMap(it -> it.searches().stream())
                .map(PeopleSnapshot.Search::search)
                .filter(search -> search.name().equals(name))
                .findFirst()
                .ifPresent(search -> answer(people.find(search.request(), Question.NONE, read -> {}), this::found));
    }

    private void found(FindResult result) {
        messages.answer(result.answer()
                .found()
                .map(found -> notices.found(found, chat(result.links().map(FindResult.Links::chat))))
                .orElseGet(() -> notices.nobody(result.answer(), instead(result))));
    }

    private Button chat(Optional<TeamsLink> link) {
        return link.map(it -> notices.chat(soon(() -> open(it)))).orElseGet(() -> notices.people(page));
    }

    private Button instead(FindResult result) {
        List<String> whom = whom(result);
        return isOn(PeopleFeature.TELL_ME_WHEN) && !whom.isEmpty()
                ? notices.tellMe(soon(() -> tellMe(whom)))
                : notices.people(page);
    }

    /** Who is near, and who was asked for by name. */
    private static List<String> whom(FindResult result) {
        return Stream.of(
                        result.answer().nearest().stream()
                                .map(found -> found.person().id()),
                        result.request().primary().stream().map(Contact::id),
                        result.request().secondary().stream().map(Contact::id))
                .flatMap(ids -> ids)
                .distinct()
                .limit(PresenceWaits.MOST)
                .toList();
    }

    private void tellMe(List<String> ids) {
        messages.answer(notices.waiting());
        people.wait(ids, Optional.empty()).answer().whenComplete((told, thrown) -> {
            if (thrown != null) {
                soon(() -> failed(PeopleNotices.problem(thrown))).run();
            }
        });
    }

    private <T> void answer(Pending<T> pending, Consumer<T> then) {
        asked.ifPresent(Pending::cancel);
        asked = Optional.of(pending);
        pending.answer()
                .whenComplete((value, thrown) -> soon(() -> {
                            if (thrown == null) {
                                then.accept(value);
                            } else {
                                failed(PeopleNotices.problem(thrown));
                            }
                        })
                        .run());
    }

    private void failed(Problem problem) {
        if (problem.kind() != Problem.Kind.CANCELLED) {
            messages.answer(notices.failed(problem, notices.people(page)));
        }
    }

    /** Somebody who was waited for is available. */
    private void tell(PeopleNotice notice) {
        Button chat = chat(notice.chat());
        messages.tell(notice.contact().id(), notices.available(notice, chat), menu.available(notice.contact()), chat);
    }

    /** Does what a message would have offered that could not be shown. */
    void missed(String key) {
        messages.act(key);
    }

    /** Nobody looks any more, and nobody waits for an answer to a click. */
    void close() {
        redraw = () -> {};
        look.end();
        messages.clear();
        asked.ifPresent(Pending::cancel);
    }

    /** On the tray's thread, while there is one. */
    private Runnable soon(Runnable task) {
        return () -> Dispatch.run(thread, task);
    }
}
