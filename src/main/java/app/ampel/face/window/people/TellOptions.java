package app.ampel.face.window.people;

import app.ampel.service.text.Messages;
import app.ampel.service.text.Phrases;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** For how long one can wait to be told of somebody; empty: until the working day ends. */
final class TellOptions {

    static final List<Optional<Duration>> ALL = List.of(
            Optional.empty(),
            Optional.of(Duration.ofMinutes(30)),
            Optional.of(Duration.ofHours(1)),
            Optional.of(Duration.ofHours(2)),
            Optional.of(Duration.ofHours(4)));

    private TellOptions() {}

    static String text(Optional<Duration> option, Messages words) {
        return option.map(time -> words.say("ui.people.tell.for", new Phrases(words).span(time)))
                .orElseGet(() -> words.say("ui.people.tell.day"));
    }
}
