package app.ampel.face.window.people;

import app.ampel.domain.people.Contact;
import app.ampel.domain.people.ContactList;
import app.ampel.domain.people.Person;
import app.ampel.domain.people.Question;
import app.ampel.domain.people.SavedSearch;
import app.ampel.domain.people.TeamsLink;
import app.ampel.face.window.kit.PageContext;
import app.ampel.face.window.kit.Wording;
import app.ampel.face.window.people.TeamsLinkOpener.Saying;
import app.ampel.service.people.FindResult;
import app.ampel.service.people.PeopleService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;

/** What can be done with somebody, wherever the page shows him or her; what has come of it is said. One thread. */
final class PeopleActs {

    private final PageContext context;
    private final PeopleService service;
    private final TeamsLinkOpener opener;
    private final Consumer<Saying> say;

    /** @param say is told what there is to say */
    PeopleActs(PageContext context, PeopleService service, TeamsLinkOpener opener, Consumer<Saying> say) {
        this.context = context;
        this.service = service;
        this.opener = opener;
        this.say = say;
    }

    void add(Contact contact) {
        settle(service.lists().add(contact.id()).answer(), "ui.people.added", contact.name());
    }

    void add(Person person) {
        settle(
                service.lists().add(person),
                "ui.people.added",
                Contact.of(person).name());
    }

    /** @param known empty: asked for first */
    void chat(String id, Optional<Person> known) {
        open(id, known, FindResult.Links::chat);
    }

    void call(String id, Optional<Person> known) {
        open(id, known, FindResult.Links::call);
    }

    private void open(String id, Optional<Person> known, Function<FindResult.Links, TeamsLink> which) {
        if (known.isPresent()) {
            open(known.get(), Question.NONE, which);
        } else {
            settle(service.show(id).answer(), answer -> open(answer.person(), Question.NONE, which));
        }
    }

    /** With that question, where there is room for one. */
    void open(Person person, Question question, Function<FindResult.Links, TeamsLink> which) {
        say.accept(service.links(person, question)
                .map(links -> opener.open(which.apply(links)))
                .orElseGet(() -> Saying.of(say("ui.people.no-link"))));
    }

    /** Name, mail and the link to a chat. */
    void copy(Person person, Question question) {
        List<String> lines = new ArrayList<>(List.of(person.name()));
        person.mail().ifPresent(lines::add);
        service.links(person, question)
                .ifPresent(links -> lines.add(links.chat().address().toString()));
        say.accept(opener.copy(String.join("\n", lines)));
    }

    /** @param atMost empty: until the working day ends */
    void tellMe(List<String> ids, Optional<Duration> atMost) {
        say.accept(Saying.of(say("ui.people.tell.begun")));
        service.wait(ids, atMost)
                .answer()
                .whenComplete((told, thrown) -> context.thread()
                        .execute(() -> Optional.ofNullable(thrown).ifPresent(this::failed)));
    }

    void stopTelling(String id) {
        settle(service.stopWaiting(Set.of(id)), "ui.people.tell.ended");
    }

    void save(SavedSearch search) {
        settle(service.lists().save(search), "ui.people.saved", search.name());
    }

    void forgetSearch(String name) {
        settle(service.lists().forgetSearch(name), "ui.people.forgotten", name);
    }

    /** Puts somebody on a list of one's own, or takes him or her off. */
    void list(ContactList before, Contact contact, boolean isOn) {
        List<Contact> after = new ArrayList<>(before.contacts());
        after.removeIf(each -> each.id().equals(contact.id()));
        if (isOn) {
            after.add(contact);
        }
        if (after.size() > ContactList.MOST) {
            say.accept(Saying.of(say("problem.too-many")));
        } else {
            settle(
                    service.lists().save(new ContactList(before.name(), after)),
                    isOn ? "ui.people.listed" : "ui.people.unlisted",
                    contact.name(),
                    before.name());
        }
    }

    void save(ContactList list) {
        settle(service.lists().save(list), "ui.people.saved", list.name());
    }

    void forgetList(String name) {
        settle(service.lists().forgetList(name), "ui.people.forgotten", name);
    }

    private String say(String key, Object... arguments) {
        return context.words().say(key, arguments);
    }

    private void settle(CompletableFuture<?> work, String key, Object... arguments) {
        settle(work, done -> say.accept(Saying.of(say(key, arguments))));
    }

    private <T> void settle(CompletableFuture<T> work, Consumer<T> then) {
        work.whenComplete((value, thrown) -> context.thread().execute(() -> {
            if (thrown == null) {
                then.accept(value);
            } else {
                failed(thrown);
            }
        }));
    }

    private void failed(Throwable thrown) {
        say.accept(Saying.of(new Wording(context.words()).of(thrown)));
    }
}
