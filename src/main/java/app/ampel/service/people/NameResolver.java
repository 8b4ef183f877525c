package app.ampel.service.people;

import app.ampel.domain.people.Group;
import app.ampel.domain.people.Person;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.ProblemException;
import app.ampel.service.people.UnknownNameException.What;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Who is meant by what was typed: asks the directory. Blocks; on the threads of the requests only. */
final class NameResolver {

    private static final Pattern OBJECT_ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final Directory directory;
    private final PeopleLoop loop;

    NameResolver(Directory directory, PeopleLoop loop) {
        this.directory = directory;
        this.loop = loop;
    }

    /** A mail, an id, or a name that matches one person only. */
    Person person(String typed) throws ProblemException, AmbiguousPersonException {
        String text = typed.strip();
        Person person = text.isEmpty() ? only(text, List.of()) : named(text);
        long epoch = loop.state().session().epoch();
        loop.post(epoch, (before, now) -> before.know(knowledge -> knowledge.withNames(List.of(person), now)));
        return person;
    }

    private Person named(String text) throws ProblemException, AmbiguousPersonException {
        try {
            return OBJECT_ID.matcher(text).matches() ? directory.person(text) : byMailOrName(text);
        } catch (ProblemException e) {
            throw e.problem().kind() == Problem.Kind.NOT_FOUND ? unknown(e.problem(), What.PERSON, text) : e;
        }
    }

    static ProblemException unknown(Problem problem, What what, String typed) {
        return new ProblemException(problem, new UnknownNameException(what, typed));
    }

    private Person byMailOrName(String text) throws ProblemException, AmbiguousPersonException {
        if (text.indexOf('@') > 0) {
            try {
                return directory.person(text);
            } catch (ProblemException e) {
                // The mail may be another than the sign-in name.
                if (e.problem().kind() != Problem.Kind.NOT_FOUND) {
                    throw e;
                }
            }
            return only(
                    text,
                    directory.search(text).stream()
                            .filter(person -> isSame(person.mail(), text) || isSame(person.username(), text))
                            .toList());
        }
        List<Person> found = directory.search(text);
        List<Person> exact = found.stream()
                .filter(person -> person.name().equalsIgnoreCase(text))
                .toList();
        return only(text, exact.isEmpty() ? found : exact);
    }

    private static boolean isSame(Optional<String> one, String other) {
        return one.filter(other::equalsIgnoreCase).isPresent();
    }

    private static Person only(String text, List<Person> found) throws ProblemException, AmbiguousPersonException {
        if (found.isEmpty()) {
            throw unknown(Problem.of(Problem.Kind.NOT_FOUND), What.PERSON, text);
        }
        if (found.size() > 1) {
            throw new AmbiguousPersonException(text, found);
        }
        return found.get(0);
    }

    /** A name that matches one group only, or an id. */
    Group group(String nameOrId) throws ProblemException {
        List<Group> found = directory.groups(nameOrId.strip());
        List<Group> exact = found.stream()
                .filter(group -> group.name().equalsIgnoreCase(nameOrId.strip())
                        || group.id().equals(nameOrId.strip()))
                .toList();
        List<Group> meant = exact.isEmpty() ? found : exact;
        if (meant.size() != 1) {
            Problem problem = Problem.of(meant.isEmpty() ? Problem.Kind.NOT_FOUND : Problem.Kind.AMBIGUOUS);
            throw unknown(problem, What.GROUP, nameOrId.strip());
        }
        return meant.get(0);
    }
}
