package app.ampel.service.wall;

import app.ampel.domain.account.Scope;
import app.ampel.domain.people.ConsentStep;
import app.ampel.domain.people.ContactPool;
import app.ampel.domain.problem.Problem;
import app.ampel.service.people.FindWords;
import app.ampel.service.text.Messages;
import app.ampel.service.text.Phrases;
import java.util.Optional;
import java.util.stream.Stream;

/** What is said of a wall on it and in a terminal alike: of whom it is, and why there is nobody on it. Any thread. */
public final class WallSentences {

    private static final int LONGEST_TITLE = 80;

    private final Messages words;

    public WallSentences(Messages words) {
        this.words = words;
    }

    /** Of whom it is, as far as that is understood. */
    public String title(FindWords.Pool wanted) {
        return wanted.accept(new FindWords.Pool.Visitor<String, RuntimeException>() {
            @Override
            public String group(String nameOrId, ContactPool.Part part) {
                return named(nameOrId, part);
            }

            @Override
            public String known(ContactPool pool) {
                return title(pool);
            }
        });
    }

    /** Of whom it is. */
    public String title(ContactPool pool) {
        return pool.accept(new ContactPool.Visitor<String, RuntimeException>() {
            @Override
            public String group(ContactPool.OfGroup group) {
                return named(group.name(), group.part());
            }

            @Override
            public String department(ContactPool.OfDepartment department) {
                return words.say("wall.of.department", Phrases.tame(department.name(), LONGEST_TITLE));
            }

            @Override
            public String colleagues() {
                return words.say("wall.of.colleagues");
            }

            @Override
            public String list(ContactPool.OfList list) {
                return Phrases.tame(list.name(), LONGEST_TITLE);
            }

            @Override
            public String everybody() {
                return words.say("wall.of.everybody");
            }
        });
    }

    private String named(String group, ContactPool.Part part) {
        String name = Phrases.tame(group, LONGEST_TITLE);
        return switch (part) {
            case MEMBERS -> name;
            case OWNERS -> words.say("wall.of.owners", name);
        };
    }

    /** There is nobody in it. */
    public String empty(ContactPool pool) {
        return words.say("wall.empty." + kind(pool));
    }

    /**
     * Why there is no wall, and who has to act.
     *
     * @param refused what may not be read, where that is known
     */
    public String failure(FindWords.Pool wanted, Problem problem, Optional<ConsentStep> refused) {
        return switch (problem.kind()) {
            case CONSENT_NEEDED ->
                refused.or(() -> refused(problem))
                        .map(step -> words.say(step.refusedKey()))
                        .orElseGet(() -> words.say(problem));
            case NOT_FOUND -> words.say("wall.not-found." + kind(wanted));
            case AMBIGUOUS -> words.say("wall.ambiguous");
            case SWITCHED_OFF -> words.say("wall.switched-off");
            default -> words.sayMeanwhile(problem);
        };
    }

    /** The foreign code of a missing consent is the scope's word. */
    private static Optional<ConsentStep> refused(Problem problem) {
        return Stream.of(ConsentStep.values())
                .filter(step -> step.scopes().stream().map(Scope::word).anyMatch(problem.code()::equals))
                .findFirst();
    }

    private static String kind(FindWords.Pool wanted) {
        return wanted.accept(new FindWords.Pool.Visitor<String, RuntimeException>() {
            @Override
            public String group(String nameOrId, ContactPool.Part part) {
                return "group";
            }

            @Override
            public String known(ContactPool pool) {
                return kind(pool);
            }
        });
    }

    private static String kind(ContactPool pool) {
        return pool.accept(new ContactPool.Visitor<String, RuntimeException>() {
            @Override
            public String group(ContactPool.OfGroup group) {
                return "group";
            }

            @Override
            public String department(ContactPool.OfDepartment department) {
                return "department";
            }

            @Override
            public String colleagues() {
                return "people";
            }

            @Override
            public String list(ContactPool.OfList list) {
                return "list";
            }

            @Override
            public String everybody() {
                return "people";
            }
        });
    }
}
