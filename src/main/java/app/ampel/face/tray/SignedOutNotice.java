package app.ampel.face.tray;

import app.ampel.domain.account.AccountState;
import app.ampel.domain.presence.PresenceReading;
import app.ampel.service.engine.Snapshot;
import app.ampel.service.engine.Timeline;
import app.ampel.service.notifications.Notifications;
import app.ampel.service.text.Messages;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Says that somebody was signed out, as then the light no longer tells the truth and nobody may notice. Not when the user
 * signed out, not when nobody was signed in, and not into a call, a presentation or "Do not disturb": then later. Runs on
 * the tray's thread.
 */
public final class SignedOutNotice {

    /** Who is signed out is not asked any more whether the call is over; calls that last longer are rare. */
    static final Duration LONGEST_CALL = Duration.ofHours(1);

    private static final Set<IconState> QUIET = EnumSet.of(IconState.IN_A_CALL, IconState.DO_NOT_DISTURB);

    private final Timeline timeline;
    private final Notifications notifications;
    private final Messages words;
    private final Runnable signIn;
    private boolean signedIn;
    private boolean owed;
    private boolean said;
    private Runnable unplan = () -> {};

    /**
     * @param timeline the core's time, with tasks on the tray's thread
     * @param signIn what the button does; any thread
     */
    public SignedOutNotice(Timeline timeline, Notifications notifications, Messages words, Runnable signIn) {
        this.timeline = timeline;
        this.notifications = notifications;
        this.words = words;
        this.signIn = signIn;
    }

    void follow(Snapshot now) {
        AccountState account = now.account();
        if (account.profile().isPresent()) {
            signedIn = true;
            settle();
        } else if (account.kind() == AccountState.Kind.SIGNED_OUT && signedIn) {
            signedIn = false;
            // Without a problem it was the user.
            owed = account.problem().isPresent();
        } else if (account.kind() == AccountState.Kind.WAITING
                && account.prompt().isPresent()) {
            settle();
        }
        unplan.run();
        unplan = () -> {};
        if (owed) {
            sayOrWait(now);
        }
    }

    private void settle() {
        owed = false;
        if (said) {
            said = false;
            notifications.withdraw();
        }
    }

    private void sayOrWait(Snapshot now) {
        Optional<Instant> quietUntil = quietUntil(now).filter(end -> end.isAfter(timeline.now()));
        if (quietUntil.isPresent()) {
            unplan = timeline.at(quietUntil.get(), () -> follow(now));
            return;
        }
        owed = false;
        said = true;
        notifications.show(new Notifications.Notice(
                words.say("notice.signed-out.title"),
                words.say("notice.signed-out.text"),
                Optional.of(new Notifications.Button(words.say("notice.signed-out.button"), signIn))));
    }

    private static Optional<Instant> quietUntil(Snapshot now) {
        Optional<Instant> manual = now.manual()
                .filter(status -> QUIET.contains(IconState.chosen(status)))
                .map(status -> status.until());
        return manual.or(() -> now.reading()
                .last()
                .filter(last -> QUIET.contains(IconState.of(last.presence())))
                .map(PresenceReading.Last::at)
                .map(at -> at.plus(LONGEST_CALL)));
    }
}
