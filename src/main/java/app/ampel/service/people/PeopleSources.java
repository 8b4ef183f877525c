package app.ampel.service.people;

import app.ampel.domain.people.Candidate;
import app.ampel.domain.people.Candidate.Origin;
import app.ampel.domain.people.Contact;
import app.ampel.domain.people.ContactList;
import app.ampel.domain.people.ContactPool;
import app.ampel.domain.people.ContactPool.Part;
import app.ampel.domain.people.FindRequest;
import app.ampel.domain.people.Group;
import app.ampel.domain.people.PeopleUse;
import app.ampel.domain.people.Person;
import app.ampel.domain.people.TechnicalAccount;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.ProblemException;
import app.ampel.service.people.PeopleKnowledge.Pool;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Who is meant by what was typed, and who is in a pool: asks the directory, unless it has said so already. Blocks; on the threads of the
 * requests only.
 */
final class PeopleSources {

    /** Whom one works with: Microsoft ranks them, and the first matter. */
    private static final int MOST_COLLEAGUES = 100;

    private final Directory directory;
    private final PeopleLoop loop;
    private final NameResolver names;

    PeopleSources(Directory directory, PeopleLoop loop) {
        this.directory = directory;
        this.loop = loop;
        this.names = new NameResolver(directory, loop);
    }

    Directory directory() {
        return directory;
    }

    /** See {@link NameResolver#person}. */
    Person who(String typed) throws ProblemException, AmbiguousPersonException {
        return names.person(typed);
    }

    /** See {@link NameResolver#group}. */
    Group group(String nameOrId) throws ProblemException {
        return names.group(nameOrId);
    }

    /** Object ids of those who must not appear, as the settings want it. */
    Set<String> excluded(long epoch) throws ProblemException {
        Instant now = loop.now();
        PeopleState state = loop.state();
        Optional<String> group = state.preferences().excludedGroup();
        Optional<Set<String>> known = state.knowledge().excluded(group, now);
        if (known.isPresent()) {
            return known.get();
        }
        String name = group.orElseThrow();
        Set<String> ids = directory.members(group(name).id(), read -> {}).stream()
                .map(Person::id)
                .collect(Collectors.toSet());
        PeopleKnowledge.Excluded excluded = new PeopleKnowledge.Excluded(name, ids, now);
        loop.post(epoch, (before, later) -> before.know(knowledge -> knowledge.with(excluded)));
        return ids;
    }

    /** Who may be found, in the order of the reasons. Technical accounts of a pool are left out; whoever was named is not. */
    List<Candidate> candidates(FindRequest request, Consumer<Integer> progress) throws ProblemException {
        List<Candidate> candidates = new ArrayList<>();
        for (Contact contact : request.primary().stream().toList()) {
            candidates.add(new Candidate(person(contact), Origin.PRIMARY));
        }
        for (Contact contact : request.secondary()) {
            candidates.add(new Candidate(person(contact), Origin.SECONDARY));
        }
        if (request.pool().isPresent()) {
            ContactPool from = request.pool().get();
            Pool pool = pool(from, progress);
            Origin origin = origin(from, pool);
            pool.people().stream()
                    .filter(person -> TechnicalAccount.of(person).isEmpty())
                    .forEach(person -> candidates.add(new Candidate(person, origin)));
        }
        return candidates;
    }

    private static Origin origin(ContactPool from, Pool pool) {
        return from.accept(new ContactPool.Visitor<Origin, RuntimeException>() {
            @Override
            public Origin group(ContactPool.OfGroup group) {
                return group.part() == Part.OWNERS && !pool.ownersMissing() ? Origin.OWNER : Origin.MEMBER;
            }

            @Override
            public Origin department(ContactPool.OfDepartment department) {
                return Origin.DEPARTMENT;
            }

            @Override
            public Origin colleagues() {
                return Origin.COLLEAGUE;
            }

            @Override
            public Origin list(ContactPool.OfList list) {
                return Origin.LIST;
            }

            @Override
            public Origin everybody() {
                return Origin.MEMBER;
            }
        });
    }

    /** Only whoever is found needs more than a name; of whoever has left, the presence says nothing. */
    private Person person(Contact contact) {
        return loop.state()
                .knowledge()
                .name(contact.id(), loop.now())
                .flatMap(PeopleKnowledge.Name::person)
                .orElseGet(() -> nameOnly(contact));
    }

    private static Person nameOnly(Contact contact) {
        return new Person(
                contact.id(),
                contact.name(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** With all that links need. */
    Person complete(Person person) throws ProblemException {
        return person.username().isPresent() ? person : who(person);
    }

    private Person who(Person person) throws ProblemException {
        Person known = directory.person(person.id());
        long epoch = loop.state().session().epoch();
        loop.post(epoch, (before, now) -> before.know(knowledge -> knowledge.withNames(List.of(known), now)));
        return known;
    }

    /** For a wall: without technical accounts. */
    List<Person> wall(ContactPool pool, Consumer<Integer> progress) throws ProblemException {
        return pool(pool, progress).people().stream()
                .filter(person -> TechnicalAccount.of(person).isEmpty())
                .toList();
    }

    private Pool pool(ContactPool from, Consumer<Integer> progress) throws ProblemException {
        Instant now = loop.now();
        PeopleState state = loop.state();
        Optional<Pool> known = state.knowledge().pool(from, now);
        if (known.isPresent()) {
            return known.get();
        }
        Pool pool = from.accept(new Asking(state, progress, now));
        // A list of one's own is at hand, and the whole organisation is too much to keep twice.
        boolean keep = from.use() != PeopleUse.LISTS && from.use() != PeopleUse.EVERYBODY;
        if (keep) {
            loop.post(state.session().epoch(), (before, later) -> before.know(it -> it.with(from, pool, now)));
        }
        return pool;
    }

    private final class Asking implements ContactPool.Visitor<Pool, ProblemException> {

        private final PeopleState state;
        private final Consumer<Integer> progress;
        private final Instant now;

        Asking(PeopleState state, Consumer<Integer> progress, Instant now) {
            this.state = state;
            this.progress = progress;
            this.now = now;
        }

        private Pool of(List<Person> people) {
            return new Pool(people, false, now);
        }

        /** Many groups have no owners. */
        @Override
        public Pool group(ContactPool.OfGroup group) throws ProblemException {
            if (group.part() == Part.OWNERS) {
                List<Person> owners = directory.owners(group.group(), progress);
                if (!owners.isEmpty()) {
                    return of(owners);
                }
            }
            return new Pool(directory.members(group.group(), progress), group.part() == Part.OWNERS, now);
        }

        @Override
        public Pool department(ContactPool.OfDepartment department) throws ProblemException {
            return of(directory.department(department.name(), progress));
        }

        @Override
        public Pool colleagues() throws ProblemException {
            return of(directory.colleagues(MOST_COLLEAGUES));
        }

        @Override
        public Pool list(ContactPool.OfList list) throws ProblemException {
            ContactList mine = state.saved()
                    .flatMap(saved -> saved.lists().stream()
                            .filter(each -> isNamed(each, list.name()))
                            .findFirst())
                    .orElseThrow(() -> NameResolver.unknown(
                            Problem.of(Problem.Kind.NOT_FOUND), UnknownNameException.What.LIST, list.name()));
            return of(mine.contacts().stream().map(PeopleSources.this::person).toList());
        }

        @Override
        public Pool everybody() throws ProblemException {
            List<Person> all = new ArrayList<>();
            directory.everybody(page -> {
                all.addAll(page);
                progress.accept(all.size());
            });
            return of(all);
        }
    }

    private static boolean isNamed(ContactList list, String name) {
        return list.name().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT));
    }
}
