package app.ampel.face.control;

import app.ampel.domain.people.ContactPool;
import app.ampel.service.people.FindWords;
import app.ampel.service.text.Messages;
import app.ampel.service.text.Phrases;
import app.ampel.service.wall.WallRequest;
import app.ampel.service.wall.WallTheme;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What is wanted on a wall, checked for the command line and the socket alike. */
public final class WallValues {

    private static final int MOST_MONITORS = 64;

    private final ObjectNode request;
    private final Messages words;

    public WallValues(ObjectNode request, Messages words) {
        this.request = request;
        this.words = words;
    }

    /** Whether no wall is wanted any more; nothing else goes with that. */
    public boolean isStop() throws Failure {
        boolean stop = request.path("stop").asBoolean();
        boolean more = Stream.of("group", "owners", "department", "list", "colleagues", "everybody", "monitor", "theme")
                .anyMatch(name -> isSaid(request.path(name)));
        if (stop && more) {
            throw Failure.usage(words.say("wall.stop-alone"));
        }
        return stop;
    }

    private static boolean isSaid(JsonNode value) {
        return value.isTextual() || value.isNumber() || value.asBoolean();
    }

    /** People one works with where nobody else is named. */
    public WallRequest wall() throws Failure {
        long pools = Stream.of("group", "department", "list", "colleagues", "everybody")
                .filter(name -> isSaid(request.path(name)))
                .count();
        if (pools > 1) {
            throw Failure.usage(words.say("wall.one-pool"));
        }
        return new WallRequest(pool(), monitor(), theme());
    }

    private FindWords.Pool pool() throws Failure {
        Optional<String> group = LineStarts.text(request, "group").map(String::strip);
        boolean owners = request.path("owners").asBoolean();
        if (owners && group.isEmpty()) {
            throw Failure.usage(words.say("wall.owners-of"));
        }
        if (group.isPresent()) {
            // Checked as what it will be, once its id is known.
            named("group", name -> new ContactPool.OfGroup("id", name, ContactPool.Part.MEMBERS));
            return new FindWords.Pool.Group(group.get(), owners ? ContactPool.Part.OWNERS : ContactPool.Part.MEMBERS);
        }
        Optional<ContactPool> department = named("department", ContactPool.OfDepartment::new);
        Optional<ContactPool> list = named("list", ContactPool.OfList::new);
        ContactPool other =
                request.path("everybody").asBoolean() ? new ContactPool.Everybody() : new ContactPool.Colleagues();
        return new FindWords.Pool.Known(department.or(() -> list).orElse(other));
    }

    private Optional<ContactPool> named(String what, Function<String, ContactPool> make) throws Failure {
        Optional<String> name = LineStarts.text(request, what).map(String::strip);
        try {
            return name.map(make);
        } catch (IllegalArgumentException e) {
            throw Failure.usage(words.say("wall.wrong-name", "--" + what));
        }
    }

    private Optional<Integer> monitor() throws Failure {
        JsonNode value = request.path("monitor");
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        String typed = value.asText();
        int number = typed.matches("[0-9]{1,2}") ? Integer.parseInt(typed) : 0;
        if (number < 1 || number > MOST_MONITORS) {
            throw Failure.usage(words.say("wall.wrong-monitor", Phrases.tame(typed)));
        }
        return Optional.of(number);
    }

    private Optional<WallTheme> theme() throws Failure {
        Optional<String> typed = LineStarts.text(request, "theme");
        return typed.isPresent()
                ? Optional.of(new Values(words).oneOf(WallTheme.class, typed.get(), "wall.wrong-theme"))
                : Optional.empty();
    }
}
