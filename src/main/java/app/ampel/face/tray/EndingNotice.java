package app.ampel.face.tray;

import app.ampel.domain.presence.Activity;
import app.ampel.domain.presence.Presence;
import app.ampel.domain.presence.PresenceReading;
import app.ampel.domain.status.Expiry;
import app.ampel.domain.status.ManualStatus;
import app.ampel.service.engine.Snapshot;
import app.ampel.service.engine.Timeline;
import app.ampel.service.notifications.Notifications;
import app.ampel.service.status.StatusService;
import app.ampel.service.text.Messages;
import app.ampel.service.text.Phrases;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Says two minutes before a timer of the user's own ends that it does, also into a call: that is when it matters. Not while
 * others see the screen or nothing may disturb, not for what was set for less, nor for what was meant to end with the day. Runs on the tray's thread.
 */
public final class EndingNotice {

    static final Duration BEFORE = Duration.ofMinutes(2);
    private static final Duration TOO_LATE = Duration.ofMinutes(1);

    private final Timeline timeline;
    private final Notifications notifications;
    private final Messages words;
    private final Runnable extend;
    private Optional<Instant> said = Optional.empty();
    private Runnable unplan = () -> {};

    /**
     * @param timeline the core's time, with tasks on the tray's thread
     * @param extend what the button does; any thread
     */
    public EndingNotice(Timeline timeline, Notifications notifications, Messages words, Runnable extend) {
        this.timeline = timeline;
        this.notifications = notifications;
        this.words = words;
        this.extend = extend;
    }

    void follow(Snapshot now) {
        Optional<ManualStatus> timed =
                now.manual().filter(manual -> manual.ends() == Expiry.Kind.TIMER || manual.ends() == Expiry.Kind.TIME);
        Optional<Instant> end = timed.map(ManualStatus::until);
        if (said.isPresent() && !said.equals(end)) {
            said = Optional.empty();
            notifications.withdraw();
        }
        unplan.run();
        unplan = timed.filter(manual -> !isQuiet(now))
                .filter(manual -> !said.equals(Optional.of(manual.until())))
                .filter(manual -> manual.since().isBefore(manual.until().minus(BEFORE)))
                .filter(manual -> timeline.now().isBefore(manual.until().minus(TOO_LATE)))
                .map(manual -> timeline.at(manual.until().minus(BEFORE), () -> say(manual)))
                .orElse(() -> {});
    }

    private static boolean isQuiet(Snapshot now) {
        Optional<Presence> byHand = now.manual()
                .map(manual -> Presence.of(
                        manual.choice().availability(), manual.choice().activity()));
        Optional<Presence> shown = now.reading().last().map(PresenceReading.Last::presence);
        return Stream.of(byHand, shown)
                .flatMap(Optional::stream)
                .anyMatch(presence -> presence.activity().equals(Activity.PRESENTING)
                        || IconState.of(presence) == IconState.DO_NOT_DISTURB);
    }

    private void say(ManualStatus manual) {
        said = Optional.of(manual.until());
        String by = new Phrases(words).span(StatusService.STEP);
        notifications.show(new Notifications.Notice(
                words.say(
                        "notice.ending.title",
                        words.say("choice." + manual.choice().word())),
                words.say("notice.ending.text"),
                Optional.of(new Notifications.Button(words.say("tray.extend", by), extend))));
    }
}
