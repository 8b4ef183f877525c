package app.ampel.face.tray;

import app.ampel.domain.people.PresenceWaits;
import app.ampel.service.engine.Timeline;
import app.ampel.service.notifications.Notifications;
import app.ampel.service.notifications.Notifications.Button;
import app.ampel.service.notifications.Notifications.Notice;
import app.ampel.service.threads.Dispatch;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * Messages about other people, of which none takes another's place. Where the desktop shows none, menu and tooltip have them. On
 * the tray's thread.
 */
final class TrayMessages {

    /** An answer to a click is none for longer. */
    static final Duration ANSWER_LASTS = Duration.ofMinutes(5);

    private static final String ANSWER = "answer";

    private final Places places;
    private final Timeline real;
    private final Executor thread;
    private final Runnable changed;
    private final Map<String, Missed> missed = new LinkedHashMap<>();
    private Runnable unplan = () -> {};
    private int next;

    /**
     * Where they are shown.
     *
     * @param answers to clicks; the last one counts
     * @param available one after the other for those who were waited for; there are no more than {@link PresenceWaits#MOST} at a
     *     time
     */
    record Places(Notifications answers, List<Notifications> available) {
        Places {
            available = List.copyOf(available);
        }
    }

    /** @param action what the message would have offered */
    private record Missed(String text, Runnable action) {}

    /** @param changed called when another one was missed, or none is any more */
    TrayMessages(Places places, Timeline real, Executor thread, Runnable changed) {
        this.places = places;
        this.real = real;
        this.thread = thread;
        this.changed = changed;
    }

    /** Answers a click. */
    void answer(Notice answer) {
        places.answers()
                .show(
                        answer,
                        soon(() -> answer.button().ifPresent(button -> {
                            miss(ANSWER, answer.title(), button);
                            unplan.run();
                            unplan = real.at(real.now().plus(ANSWER_LASTS), () -> forget(ANSWER));
                        })));
    }

    /**
     * Tells of somebody.
     *
     * @param text what the menu says where no message can be shown
     */
    void tell(String id, Notice notice, String text, Button button) {
        places.available().get(next).show(notice, soon(() -> miss(id, text, button)));
        next = (next + 1) % places.available().size();
    }

    private void miss(String key, String text, Button button) {
        missed.put(key, new Missed(text, button.pressed()));
        changed.run();
    }

    /** On the tray's thread, while there is one. */
    private Runnable soon(Runnable task) {
        return () -> Dispatch.run(thread, task);
    }

    /** What was missed, by key. */
    Map<String, String> missed() {
        Map<String, String> texts = new LinkedHashMap<>();
        missed.forEach((key, each) -> texts.put(key, each.text()));
        return texts;
    }

    /** Does what the message would have offered. */
    void act(String key) {
        Optional.ofNullable(missed.get(key)).ifPresent(each -> each.action().run());
        forget(key);
    }

    private void forget(String key) {
        missed.remove(key);
        changed.run();
    }

    /** Nobody is to hear of anything any more. */
    void clear() {
        unplan.run();
        missed.clear();
    }
}
