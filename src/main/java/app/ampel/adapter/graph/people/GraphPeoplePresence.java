package app.ampel.adapter.graph.people;

import app.ampel.adapter.graph.GraphCalls;
import app.ampel.adapter.graph.GraphPresenceReader;
import app.ampel.domain.account.Scope;
import app.ampel.domain.naming.Legible;
import app.ampel.domain.presence.Presence;
import app.ampel.domain.presence.StatusMessage;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.Problem.Kind;
import app.ampel.domain.problem.ProblemException;
import app.ampel.service.people.PresenceDirectory;
import com.microsoft.graph.communications.getpresencesbyuserid.GetPresencesByUserIdPostRequestBody;
import com.microsoft.graph.communications.getpresencesbyuserid.GetPresencesByUserIdPostResponse;
import com.microsoft.graph.models.OutOfOfficeSettings;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Other people's presence through the Graph SDK. An interrupt ends the waiting. */
public final class GraphPeoplePresence implements PresenceDirectory {

    /** Teams takes 280 for a note. */
    private static final int LONGEST_NOTE = 300;

    private static final int LONGEST_REPLY = 1000;

    private final GraphCalls.Source graph;

    public GraphPeoplePresence(GraphCalls.Source graph) {
        this.graph = graph;
    }

    @Override
    public Map<String, Presence> presences(Collection<String> ids) throws ProblemException {
        List<String> asked = ids.stream().distinct().toList();
        if (asked.isEmpty() || asked.size() > MOST) {
            throw new IllegalArgumentException(asked.size() + " ids for one request");
        }
        GetPresencesByUserIdPostResponse answer =
                Interrupted.before(() -> graph.calls().lookUp(Scope.PRESENCE_READ_ALL, client -> {
                    GetPresencesByUserIdPostRequestBody body = new GetPresencesByUserIdPostRequestBody();
                    body.setIds(asked);
                    return client.communications().getPresencesByUserId().post(body);
                }));
        if (answer == null || answer.getValue() == null) {
            throw new ProblemException(Problem.of(Kind.SERVICE_UNREADABLE, "HTTP 200"));
        }
        return byId(asked, answer.getValue());
    }

    /** The answer is in no order and may leave people out; an id may be spelt in other letters than it was asked for. */
    private static Map<String, Presence> byId(List<String> asked, List<com.microsoft.graph.models.Presence> answer) {
        Map<String, com.microsoft.graph.models.Presence> said = new HashMap<>();
        answer.stream()
                .filter(each -> each != null && each.getId() != null)
                .forEach(each -> said.putIfAbsent(key(each.getId()), each));
        Map<String, Presence> found = new HashMap<>();
        for (String id : asked) {
            Optional.ofNullable(said.get(key(id)))
                    .flatMap(GraphPeoplePresence::presence)
                    .ifPresent(presence -> found.put(id, presence));
        }
        return Map.copyOf(found);
    }

    private static String key(String id) {
        return id.toLowerCase(Locale.ROOT);
    }

    private static Optional<Presence> presence(com.microsoft.graph.models.Presence answer) {
        Optional<String> reply = Optional.ofNullable(answer.getOutOfOfficeSettings())
                .filter(settings -> Objects.equals(settings.getIsOutOfOffice(), true))
                .map(OutOfOfficeSettings::getMessage)
                .flatMap(text -> legible(text, LONGEST_REPLY));
        return GraphPresenceReader.translate(answer)
                .map(presence -> new Presence(
                        presence.availability(),
                        presence.activity(),
                        presence.outOfOffice(),
                        presence.statusMessage().flatMap(GraphPeoplePresence::note),
                        presence.workLocation(),
                        presence.sequenceNumber(),
                        reply));
    }

    /** To be read only: how Microsoft wrote it is of use for putting back one's own. */
    private static Optional<StatusMessage> note(StatusMessage note) {
        return legible(note.text(), LONGEST_NOTE)
                .map(text -> new StatusMessage(text, note.until(), Optional.empty(), note.published()));
    }

    private static Optional<String> legible(String text, int most) {
        return Optional.of(Legible.of(text, most)).filter(line -> !line.isEmpty());
    }
}
