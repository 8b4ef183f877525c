package app.ampel;

import app.ampel.demo.people.Colleague;
import app.ampel.demo.people.ColleagueGroup;
import app.ampel.demo.people.DemoDirectory;
import app.ampel.domain.people.ContactPool;
import app.ampel.domain.people.ContactPool.Part;
import app.ampel.domain.people.FindAnswer.Found;
import app.ampel.domain.people.FindRequest;
import app.ampel.domain.people.Person;
import app.ampel.domain.people.Question;
import app.ampel.domain.people.SavedSearch;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.ProblemException;
import app.ampel.service.people.FindResult;
import app.ampel.service.people.PeopleFeature;
import app.ampel.service.people.PeopleService;
import app.ampel.service.text.Messages;
import app.ampel.service.text.Phrases;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * What Kim does with colleagues in the demo: a watch list, searches at hand, and a question that finds somebody. All of it is done as
 * any face does it.
 */
final class DemoColleagues {

    private static final List<String> WATCHED = List.of(
            "Clara Lindner",
            "Ben Ashworth",
            "Leonie Fuchs",
            "Emily Carter",
            "Priya Sharma",
            "Sophie Turner",
            "Tobias Krüger",
            "Sabine Engel");

    private static final String HR = "HR questions";
    private static final String DESK = "IT service desk";

    /** After the sign-in, in real time: a light has shown what it is for, and nothing else is asked for yet. */
    private static final Duration BEFORE_THE_QUESTION = Duration.ofMillis(1500);

    /** The service hears of the sign-in a little later than whoever signed in. */
    private static final Duration AGAIN_AFTER = Duration.ofMillis(200);

    private static final int MOST_TRIES = 50;

    private final PeopleService people;
    private final DemoDirectory directory;
    private final Messages words;
    private final Consumer<String> narrator;
    private final ScheduledExecutorService stage;

    /**
     * @param narrator told what to say
     * @param stage where the demo's story happens
     */
    DemoColleagues(
            PeopleService people,
            DemoDirectory directory,
            Messages words,
            Consumer<String> narrator,
            ScheduledExecutorService stage) {
        this.people = people;
        this.directory = directory;
        this.words = words;
        this.narrator = narrator;
        this.stage = stage;
    }

    /** Somebody has signed in. Nothing happens where the computer's settings do not let people be seen. */
    void begin() {
        if (people.snapshot().access().get(PeopleFeature.PEOPLE) == PeopleFeature.Access.ON) {
            save(MOST_TRIES);
        }
    }

    private void save(int tries) {
        people.lists().save(search("demo.people.it", DESK, Part.MEMBERS)).whenComplete((saved, thrown) -> {
            if (thrown == null) {
                watchAndAsk();
            } else if (tries > 1 && kind(thrown) == Problem.Kind.NOT_SIGNED_IN) {
                later(AGAIN_AFTER, () -> save(tries - 1));
            }
        });
    }

    private void watchAndAsk() {
        SavedSearch hr = search("demo.people.hr", HR, Part.OWNERS);
        people.lists().save(hr);
        if (people.snapshot().watchList().isEmpty()) {
            WATCHED.forEach(name -> people.lists().add(person(name)));
        }
        later(BEFORE_THE_QUESTION, () -> ask(hr));
    }

    private void later(Duration time, Runnable what) {
        // After the end of the demo there is nothing more to tell.
        if (!stage.isShutdown()) {
            stage.schedule(what, time.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private SavedSearch search(String nameKey, String group, Part part) {
        ColleagueGroup found = directory.groupNamed(group).orElseThrow();
        return new SavedSearch(
                words.say(nameKey), FindRequest.in(new ContactPool.OfGroup(found.id(), found.name(), part)));
    }

    private Person person(String name) {
        Colleague colleague = directory.named(name).orElseThrow();
        return Person.of(colleague.id(), colleague.displayName(), colleague.username());
    }

    private void ask(SavedSearch search) {
        Question question = Question.of(words.say("demo.people.question"));
        narrator.accept(words.say("demo.people.asks", question.text().orElseThrow()));
        CompletableFuture<FindResult> answer =
                people.find(search.request(), question, read -> {}).answer();
        answer.thenAccept(this::tell).exceptionally(thrown -> {
            narrator.accept(words.say(kind(thrown).key()));
            return null;
        });
    }

    private void tell(FindResult result) {
        String sentence = result.answer()
                .found()
                .map(found -> found(found, result))
                .orElseGet(() -> nobody(result.answer().nearest()));
        narrator.accept(sentence);
    }

    private String found(Found found, FindResult result) {
        String name = Phrases.tame(found.person().name());
        String why = words.say(found.candidate().origin().key());
        String chat =
                result.links().map(links -> links.chat().address().toString()).orElse("");
        return words.say("demo.people.found", name, why, found.among(), chat);
    }

    private String nobody(List<Found> nearest) {
        String names = nearest.stream()
                .map(found -> Phrases.tame(found.person().name()))
                .collect(Collectors.joining(", "));
        return words.say("demo.people.nobody", nearest.size(), names);
    }

    private static Problem.Kind kind(Throwable thrown) {
        Throwable why = thrown.getCause() instanceof ProblemException cause ? cause : thrown;
        return why instanceof ProblemException known ? known.problem().kind() : Problem.Kind.INTERNAL;
    }
}
