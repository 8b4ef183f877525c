package app.ampel.service.people;

import app.ampel.domain.account.AccountState;
import app.ampel.domain.account.Profile;
import app.ampel.domain.people.ContactPool;
import app.ampel.domain.people.FindRequest;
import app.ampel.domain.people.PeopleUse;
import app.ampel.domain.people.Person;
import app.ampel.domain.people.PresenceAt;
import app.ampel.domain.people.Question;
import app.ampel.domain.people.Reachability;
import app.ampel.domain.presence.Presence;
import app.ampel.domain.presence.PresenceKind;
import app.ampel.service.engine.Engine;
import app.ampel.service.engine.Snapshot;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * What users do with other people's presence, each use once, for all faces. Microsoft is asked only while somebody looks or waits. Any
 * thread; nothing blocks.
 */
public final class PeopleService implements AutoCloseable {

    private final PeoplePorts ports;
    private final PeopleLoop loop;
    private final PeopleGate gate;
    private final PeopleSources sources;
    private final FindWork finding;
    private final WaitWork waiting;
    private final PeopleLists lists;
    private final OneLook oneLook;

    public PeopleService(PeoplePorts ports, PeoplePreferences preferences) {
        this.ports = ports;
        this.loop = new PeopleLoop(ports, preferences);
        this.gate = new PeopleGate(ports.consent(), loop);
        this.sources = loop.chores().sources();
        this.finding = new FindWork(ports, loop, gate, sources);
        this.waiting = new WaitWork(loop, gate, sources, finding);
        this.lists = new PeopleLists(ports.store(), loop, gate, sources);
        this.oneLook = new OneLook(loop, gate, sources, finding);
    }

    /**
     * Learns from the engine who is signed in, and when the user had better not be disturbed.
     *
     * @return ends it
     */
    public Runnable follow(Engine engine) {
        return engine.watch(this::follow);
    }

    /** The same without an engine: who is signed in, and stays so. */
    public void follow(Profile me) {
        loop.run(() -> loop.follow(Optional.of(me), false, false));
    }

    void follow(Snapshot snapshot) {
        AccountState account = snapshot.account();
        boolean signedOut = account.kind() == AccountState.Kind.SIGNED_OUT
                && account.problem().isEmpty();
        boolean quiet = isQuiet(snapshot);
        loop.run(() -> loop.follow(account.profile(), signedOut, quiet));
    }

    /** In a call, presenting or on Do not disturb, as Microsoft shows it or as it was set by hand. */
    private static boolean isQuiet(Snapshot snapshot) {
        boolean shown = snapshot.reading()
                .last()
                .filter(last -> isQuiet(PresenceKind.of(last.presence())))
                .isPresent();
        return shown
                || snapshot.manual()
                        .map(manual -> manual.wish().request().choice())
                        .filter(choice ->
                                isQuiet(PresenceKind.of(Presence.of(choice.availability(), choice.activity()))))
                        .isPresent();
    }

    private static boolean isQuiet(PresenceKind kind) {
        return switch (kind) {
            case IN_A_CALL, FOCUSING, DO_NOT_DISTURB -> true;
            case IN_A_MEETING, OUT_OF_OFFICE, BUSY, AVAILABLE, AWAY, OFFLINE, UNKNOWN -> false;
        };
    }

    /** The settings have changed. */
    public void use(PeoplePreferences preferences) {
        ports.budget().use(preferences.shortest());
        loop.post((before, now) -> before.with(preferences));
    }

    /** What is known now. */
    public PeopleSnapshot snapshot() {
        return loop.snapshot();
    }

    /**
     * Calls {@code observer} with what is known now and after changes, on {@code thread}: see {@link
     * app.ampel.service.threads.Mailbox}. Nothing is asked for because of it.
     *
     * @return ends it; never blocks
     */
    public Runnable watch(Consumer<PeopleSnapshot> observer, Executor thread) {
        return loop.watch(observer, thread);
    }

    /** Calls {@code listener} on a thread of the observers with each notice, once. */
    public Runnable notices(Consumer<PeopleNotice> listener) {
        return loop.waiters().listen(listener);
    }

    /** Whether everything that {@code use} needs is granted, so that nobody would be asked for consent. Any thread. */
    public boolean isPermitted(PeopleUse use) {
        return loop.state().session().can(use);
    }

    /**
     * The watch list is on a screen: it is asked for until the returned action is run, which never blocks. Asks for the
     * consent that it needs.
     */
    public Runnable lookAtWatchList() {
        PeopleTask<Boolean> consent = loop.task();
        consent.run(
                () -> {
                    gate.enter(PeopleFeature.PEOPLE, List.of(PeopleUse.WATCH_LIST));
                    return true;
                },
                consent::complete);
        loop.post((before, now) -> before.look(it -> it.lists(it.lists() + 1)));
        OnceOnly close = new OnceOnly(() -> {
            consent.pending().cancel();
            loop.post((before, now) -> before.look(it -> it.lists(it.lists() - 1)));
        });
        return close::run;
    }

    /** Of whom a wall is to be, out of what was typed. */
    public Pending<ContactPool> wallOf(FindWords.Pool typed) {
        PeopleTask<ContactPool> task = loop.task();
        task.run(() -> finding.pool(PeopleFeature.WALL, typed), task::complete);
        return task.pending();
    }

    /**
     * A wall of {@code pool} is on a screen, in the place of any other: it is asked for until the returned action is run.
     *
     * @param progress told how many people were read, on a thread of the requests
     */
    public Pending<Runnable> lookAtWall(ContactPool pool, Consumer<Integer> progress) {
        PeopleTask<Runnable> task = loop.task();
        long epoch = loop.state().session().epoch();
        task.run(
                () -> {
                    gate.enter(PeopleFeature.WALL, finding.uses(List.of(pool.use())));
                    sources.excluded(epoch);
                    return sources.wall(pool, progress);
                },
                people -> {
                    long number = loop.nextWall();
                    loop.post(
                            epoch,
                            (before, now) -> before.look(
                                    it -> it.wall(Optional.of(new PeopleLooking.WallLook(number, pool, people, now)))));
                    task.complete(() -> loop.post((before, now) -> before.look(it -> it.wall()
                                    .filter(wall -> wall.number() == number
                                            || wall.pool().equals(pool))
                                    .isPresent()
                            ? it.wall(Optional.empty())
                            : it)));
                });
        return task.pending();
    }

    /** What is kept of people on this computer. */
    public PeopleLists lists() {
        return lists;
    }

    /** For those who do not go on looking. */
    public OneLook oneLook() {
        return oneLook;
    }

    /** One person and the presence, for once. */
    public Pending<PersonAnswer> show(String who) {
        PeopleTask<PersonAnswer> task = loop.task();
        task.run(
                () -> {
                    gate.enter(PeopleFeature.PEOPLE, List.of(PeopleUse.WATCH_LIST));
                    return sources.complete(sources.who(who));
                },
                person -> task.after(loop.once(List.of(person.id()), task), told -> {
                    var known = Optional.ofNullable(told.get(person.id()));
                    var now = loop.now();
                    var presence = known.flatMap(at -> at.on(now));
                    task.complete(new PersonAnswer(
                            person,
                            presence,
                            Reachability.of(presence),
                            known.map(PresenceAt::asOf).orElse(now),
                            finding.links(person, Question.NONE)));
                }));
        return task.pending();
    }

    /** People whose name, mail or sign-in name begins like that, at most 15. */
    public Pending<List<Person>> search(String text) {
        PeopleTask<List<Person>> task = loop.task();
        task.run(
                () -> {
                    gate.enter(PeopleFeature.PEOPLE, List.of(PeopleUse.SEARCH));
                    return sources.directory().search(text.strip());
                },
                task::complete);
        return task.pending();
    }

    /** A search that follows what is typed; {@code receiver} is called on a thread of the observers. */
    public TypeAhead typeAhead(Consumer<TypeAhead.Found> receiver) {
        return new TypeAhead(loop, ports, this::search, receiver);
    }

    /** People one works with, as suggestions. */
    public Pending<List<Person>> colleagues(int most) {
        PeopleTask<List<Person>> task = loop.task();
        task.run(
                () -> {
                    gate.enter(PeopleFeature.PEOPLE, List.of(PeopleUse.COLLEAGUES));
                    return sources.directory().colleagues(most);
                },
                task::complete);
        return task.pending();
    }

    /** See {@link FindWork#find(FindWords, Consumer)}. */
    public Pending<FindResult> find(FindWords words, Consumer<Integer> progress) {
        return finding.find(words, progress);
    }

    /** A search that was saved, with what is to be asked this time. */
    public Pending<FindResult> find(FindRequest request, Question question, Consumer<Integer> progress) {
        return finding.find(request, question, Set.of(), progress);
    }

    /** Somebody else for the same question, nobody who was shown already. */
    public Pending<FindResult> somebodyElse(FindResult before, Consumer<Integer> progress) {
        return finding.find(before.request(), before.question(), before.shownByNow(), progress);
    }

    /** What opens Teams for somebody; empty where the sign-in name is not known. */
    public Optional<FindResult.Links> links(Person person, Question question) {
        return finding.links(person, question);
    }

    /**
     * Tells when one of these is available: by a notice, and as the answer, which is empty when it ended by itself. Cancelling it
     * ends the wait, too, unless these were waited for before.
     *
     * @param atMost a minute to a day; empty: until the working day ends
     */
    public Pending<Optional<PeopleNotice>> wait(List<String> who, Optional<Duration> atMost) {
        return waiting.wait(who, atMost);
    }

    /** Nobody is told of these any more. */
    public CompletableFuture<PeopleSnapshot> stopWaiting(Set<String> ids) {
        return lists.checked(
                PeopleFeature.TELL_ME_WHEN,
                () -> loop.edits()
                        .edit(
                                loop.state().session().epoch(),
                                saved -> saved.with(saved.waits().without(new HashSet<>(ids)))));
    }

    /** Nothing is asked for any more. */
    @Override
    public void close() {
        loop.run(loop::stop);
    }
}
