package app.ampel.service.people;

import app.ampel.domain.account.Profile;
import app.ampel.domain.people.Candidate;
import app.ampel.domain.people.Contact;
import app.ampel.domain.people.ContactPool;
import app.ampel.domain.people.FindAnswer;
import app.ampel.domain.people.FindRequest;
import app.ampel.domain.people.Finder;
import app.ampel.domain.people.Group;
import app.ampel.domain.people.PeopleUse;
import app.ampel.domain.people.Person;
import app.ampel.domain.people.PresenceAt;
import app.ampel.domain.people.Question;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.ProblemException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Finds somebody: who is meant, who may be found, whose presence is needed, and who it is in the end. Any thread. */
final class FindWork {

    private final PeoplePorts ports;
    private final PeopleLoop loop;
    private final PeopleGate gate;
    private final PeopleSources sources;

    FindWork(PeoplePorts ports, PeopleLoop loop, PeopleGate gate, PeopleSources sources) {
        this.ports = ports;
        this.loop = loop;
        this.gate = gate;
        this.sources = sources;
    }

    /** What is needed for these uses, and to know who must not appear. */
    List<PeopleUse> uses(List<PeopleUse> wanted) {
        List<PeopleUse> all = new ArrayList<>(wanted);
        loop.state().preferences().excludedGroup().ifPresent(group -> all.add(PeopleUse.GROUPS));
        return all;
    }

    /**
     * What was typed is understood first, with no more consent than that takes.
     *
     * @param progress told how many people were read, on a thread of the requests
     */
    Pending<FindResult> find(FindWords words, Consumer<Integer> progress) {
        PeopleTask<FindResult> task = loop.task();
        task.run(() -> request(words), request -> find(request, words.question(), Set.of(), progress, task));
        return task.pending();
    }

    /** Blocks. */
    FindRequest request(FindWords words) throws ProblemException, AmbiguousPersonException {
        gate.enter(PeopleFeature.PEOPLE, List.of(PeopleUse.LISTS));
        Optional<Contact> primary = Optional.empty();
        if (words.primary().isPresent()) {
            primary = Optional.of(Contact.of(sources.who(words.primary().get())));
        }
        List<Contact> secondary = new ArrayList<>();
        for (String who : words.secondary()) {
            Contact contact = Contact.of(sources.who(who));
            if (secondary.stream().noneMatch(each -> each.id().equals(contact.id()))) {
                secondary.add(contact);
            }
        }
        Set<String> excluded = new HashSet<>();
        for (String who : words.excluded()) {
            excluded.add(sources.who(who).id());
        }
        Optional<ContactPool> pool = Optional.empty();
        if (words.pool().isPresent()) {
            pool = Optional.of(pool(PeopleFeature.PEOPLE, words.pool().get()));
        }
        try {
            return new FindRequest(primary, secondary, pool, excluded);
        } catch (IllegalArgumentException e) {
            boolean nobody = primary.isEmpty() && secondary.isEmpty() && pool.isEmpty();
            throw new ProblemException(Problem.of(nobody ? Problem.Kind.NOT_FOUND : Problem.Kind.TOO_MANY));
        }
    }

    /** Who is meant, for that feature; blocks. */
    ContactPool pool(PeopleFeature feature, FindWords.Pool typed) throws ProblemException {
        return typed.accept(new FindWords.Pool.Visitor<ContactPool, ProblemException>() {
            @Override
            public ContactPool group(String nameOrId, ContactPool.Part part) throws ProblemException {
                gate.enter(feature, List.of(PeopleUse.GROUPS));
                Group group = sources.group(nameOrId);
                String name = group.name().isBlank() ? group.id() : group.name();
                return new ContactPool.OfGroup(
                        group.id(), name.substring(0, Math.min(name.length(), ContactPool.LONGEST_NAME)), part);
            }

            @Override
            public ContactPool known(ContactPool pool) {
                return pool;
            }
        });
    }

    Pending<FindResult> find(FindRequest request, Question question, Set<String> shown, Consumer<Integer> progress) {
        PeopleTask<FindResult> task = loop.task();
        find(request, question, shown, progress, task);
        return task.pending();
    }

    /** Who may be found, and who must not be. */
    private record Field(List<Candidate> candidates, Set<String> leftOut) {}

    private void find(
            FindRequest request,
            Question question,
            Set<String> shown,
            Consumer<Integer> progress,
            PeopleTask<FindResult> task) {
        task.run(() -> field(request, progress), field -> {
            List<String> ids = field.candidates().stream()
                    .map(candidate -> candidate.person().id())
                    .filter(id -> !field.leftOut().contains(id))
                    .toList();
            task.after(loop.once(ids, task), told -> {
                FindAnswer answer = decide(field, told, shown);
                task.run(() -> result(request, question, shown, answer), task::complete);
            });
        });
    }

    private Field field(FindRequest request, Consumer<Integer> progress) throws ProblemException {
        long epoch = loop.state().session().epoch();
        List<PeopleUse> uses = new ArrayList<>(List.of(PeopleUse.LISTS));
        request.pool().ifPresent(pool -> uses.add(pool.use()));
        gate.enter(PeopleFeature.PEOPLE, uses(uses));
        Set<String> leftOut = new HashSet<>(request.excluded());
        leftOut.addAll(sources.excluded(epoch));
        // Nobody looks for himself or herself.
        loop.state().session().me().map(Profile::objectId).ifPresent(leftOut::add);
        return new Field(sources.candidates(request, progress), leftOut);
    }

    private FindAnswer decide(Field field, Map<String, PresenceAt> told, Set<String> shown) {
        return Finder.find(
                field.candidates(),
                id -> Optional.ofNullable(told.get(id)),
                shown,
                field.leftOut(),
                loop.now(),
                ports.random());
    }

    /** Links need the sign-in name, which somebody who was only kept by id has to be asked for. */
    private FindResult result(FindRequest request, Question question, Set<String> shown, FindAnswer answer)
            throws ProblemException {
        if (answer.found().isEmpty()) {
            return new FindResult(request, question, shown, answer, Optional.empty());
        }
        FindAnswer.Found found = answer.found().get();
        Person person = sources.complete(found.person());
        FindAnswer.Found complete = new FindAnswer.Found(
                new Candidate(person, found.candidate().origin()),
                found.presence(),
                found.reachability(),
                found.asOf(),
                found.among());
        FindAnswer whole =
                new FindAnswer(Optional.of(complete), List.of(), answer.looked(), answer.unknown(), answer.anyShown());
        return new FindResult(request, question, shown, whole, links(person, question));
    }

    Optional<FindResult.Links> links(Person person, Question question) {
        Optional<String> tenant =
                loop.state().session().me().map(Profile::tenantId).filter(id -> !id.isEmpty());
        return person.username()
                .filter(name -> !name.isBlank())
                .map(name -> FindResult.Links.of(name, tenant, question));
    }
}
