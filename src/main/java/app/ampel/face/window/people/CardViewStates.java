package app.ampel.face.window.people;

import app.ampel.domain.people.ContactPool;
import app.ampel.domain.people.FindAnswer;
import app.ampel.domain.people.FindAnswer.Found;
import app.ampel.domain.people.FindRequest;
import app.ampel.domain.people.Person;
import app.ampel.domain.presence.Presence;
import app.ampel.domain.problem.Problem;
import app.ampel.face.window.kit.Wording;
import app.ampel.face.window.people.CardViewState.Act;
import app.ampel.face.window.people.CardViewState.Kind;
import app.ampel.face.window.people.CardViewState.Near;
import app.ampel.service.people.FindResult;
import app.ampel.service.people.PersonAnswer;
import app.ampel.service.text.Messages;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the card shows of an answer. Pure. */
final class CardViewStates {

    private final Messages words;
    private final PersonWords people;
    private final Wording wording;

    CardViewStates(Messages words) {
        this.words = words;
        people = new PersonWords(words);
        wording = new Wording(words);
    }

    CardViewState nothing() {
        return plain(Kind.NOTHING, "", List.of(), List.of());
    }

    /** @param read how many people were read; 0: none yet */
    CardViewState working(int read) {
        return plain(
                Kind.WORKING,
                read == 0 ? words.say("ui.people.find.working") : words.say("ui.people.find.read", read),
                List.of(),
                List.of(),
                Act.CANCEL);
    }

    /** @param still what works all the same; may be empty */
    CardViewState failed(Problem problem, String still) {
        boolean refused = problem.kind() == Problem.Kind.CONSENT_NEEDED;
        List<String> texts = new ArrayList<>(List.of(wording.of(problem)));
        if (!still.isEmpty()) {
            texts.add(still);
        }
        return plain(
                Kind.FAILED,
                words.say("ui.people.find.failed"),
                texts,
                List.of(),
                refused ? new Act[] {Act.LETTER} : new Act[0]);
    }

    CardViewState ambiguous(List<Person> matches) {
        return plain(
                Kind.AMBIGUOUS,
                words.say("ui.people.find.ambiguous"),
                List.of(),
                matches.stream().map(this::match).toList());
    }

    private Near match(Person person) {
        String name = people.name(person);
        return new Near(person.id(), PersonWords.initials(name), Optional.empty(), name, people.about(person));
    }

    private static CardViewState plain(Kind kind, String title, List<String> texts, List<Near> near, Act... acts) {
        return new CardViewState(
                kind, "", PersonWords.look(Optional.empty()), title, "", texts, "", near, Set.of(acts));
    }

    /**
     * @param watched whether whoever was found is on the watch list
     * @param canTell whether somebody can be waited for
     * @param progress what is going on meanwhile; may be empty
     */
    CardViewState of(FindResult result, boolean watched, boolean canTell, String progress, Instant now) {
        FindAnswer answer = result.answer();
        return answer.found()
                .map(found -> found(result, found, watched, progress, now))
                .orElseGet(() -> nobody(answer, canTell, progress));
    }

    private CardViewState found(FindResult result, Found found, boolean watched, String progress, Instant now) {
        List<String> texts = new ArrayList<>();
        texts.add(why(result.request(), found));
        texts.add(people.fresh(found.asOf(), now));
        texts.addAll(people.details(found.presence()));
        Set<Act> acts = acts(result.links().isPresent(), watched);
        acts.addAll(Set.of(Act.SOMEBODY_ELSE, Act.SAVE));
        return person(Kind.FOUND, found.person(), Optional.of(found.presence()), texts, progress, acts);
    }

    private String why(FindRequest request, Found found) {
        String origin = words.say(found.candidate().origin().key());
        String whole = switch (found.candidate().origin()) {
            case PRIMARY, SECONDARY, COLLEAGUE -> origin;
            case OWNER, MEMBER, DEPARTMENT, LIST ->
                request.pool()
                        .map(CardViewStates::poolName)
                        .filter(name -> !name.isEmpty())
                        .map(name -> words.say("ui.people.why.pool", origin, name))
                        .orElse(origin);
        };
        return found.among() > 1
                ? words.say("ui.people.why.among", whole, found.among())
                : words.say("ui.people.why.only", whole);
    }

    /** What people call it; empty where it has no name of its own. */
    static String poolName(ContactPool pool) {
        return pool.accept(new ContactPool.Visitor<String, RuntimeException>() {
            @Override
            public String group(ContactPool.OfGroup group) {
                return group.name();
            }

            @Override
            public String department(ContactPool.OfDepartment department) {
                return department.name();
            }

            @Override
            public String colleagues() {
                return "";
            }

            @Override
            public String list(ContactPool.OfList list) {
                return list.name();
            }

            @Override
            public String everybody() {
                return "";
            }
        });
    }

    private CardViewState nobody(FindAnswer answer, boolean canTell, String progress) {
        List<String> texts = new ArrayList<>();
        texts.add(words.say("ui.people.find.looked", answer.looked(), answer.unknown()));
        texts.add(words.say(answer.nearest().isEmpty() ? "ui.people.find.nobody-near" : "ui.people.find.near"));
        return new CardViewState(
                Kind.NOBODY,
                "",
                PersonWords.look(Optional.empty()),
                words.say(answer.isNobodyElse() ? "ui.people.find.nobody-else" : "ui.people.find.nobody"),
                "",
                texts,
                progress,
                answer.nearest().stream().map(this::near).toList(),
                canTell ? Set.of(Act.SOMEBODY_ELSE, Act.SAVE, Act.TELL_ME) : Set.of(Act.SOMEBODY_ELSE, Act.SAVE));
    }

    private Near near(Found found) {
        String name = people.name(found.person());
        Optional<Presence> presence = Optional.of(found.presence());
        return new Near(
                found.person().id(),
                PersonWords.initials(name),
                Optional.of(PersonWords.look(presence)),
                name,
                people.state(presence));
    }

    CardViewState of(PersonAnswer answer, boolean watched, boolean canTell, Instant now) {
        List<String> texts = new ArrayList<>();
        String about = people.about(answer.person());
        if (!about.isEmpty()) {
            texts.add(about);
        }
        texts.add(people.fresh(answer.asOf(), now));
        answer.presence().map(people::details).ifPresent(texts::addAll);
        Set<Act> acts = acts(answer.links().isPresent(), watched);
        if (canTell && !answer.reachability().isFree()) {
            acts.add(Act.TELL_ME);
        }
        return person(Kind.PERSON, answer.person(), answer.presence(), texts, "", acts);
    }

    private static Set<Act> acts(boolean canReach, boolean watched) {
        Set<Act> acts = EnumSet.of(Act.COPY);
        if (canReach) {
            acts.add(Act.REACH);
        }
        if (!watched) {
            acts.add(Act.ADD);
        }
        return acts;
    }

    private CardViewState person(
            Kind kind, Person person, Optional<Presence> presence, List<String> texts, String progress, Set<Act> acts) {
        String name = people.name(person);
        List<String> all = new ArrayList<>(texts);
        if (!acts.contains(Act.REACH)) {
            all.add(words.say("ui.people.no-link"));
        }
        return new CardViewState(
                kind,
                PersonWords.initials(name),
                PersonWords.look(presence),
                name,
                people.state(presence),
                all,
                progress,
                List.of(),
                acts);
    }
}
