package app.ampel.adapter.graph;

import app.ampel.domain.presence.Activity;
import app.ampel.domain.presence.Availability;
import app.ampel.domain.presence.Presence;
import com.microsoft.graph.models.OutOfOfficeSettings;
import com.microsoft.graph.models.UserWorkLocation;
import com.microsoft.graph.models.WorkLocationType;
import java.util.Optional;

/** The SDK's presence to ours. Words are kept as Microsoft wrote them. */
public final class GraphPresenceReader {

    private GraphPresenceReader() {}

    /** Empty when there is neither availability nor activity in it: that was not Microsoft's answer. */
    public static Optional<Presence> translate(com.microsoft.graph.models.Presence answer) {
        if (answer == null || answer.getAvailability() == null && answer.getActivity() == null) {
            return Optional.empty();
        }
        return Optional.of(new Presence(
                new Availability(answer.getAvailability()),
                new Activity(answer.getActivity()),
                Optional.ofNullable(answer.getOutOfOfficeSettings())
                        .map(OutOfOfficeSettings::getIsOutOfOffice)
                        .orElse(false),
                GraphMessages.read(answer.getStatusMessage()),
                Optional.ofNullable(answer.getWorkLocation())
                        .map(UserWorkLocation::getWorkLocationType)
                        .map(WorkLocationType::getValue),
                Optional.ofNullable(answer.getSequenceNumber()).orElse("")));
    }
}
