package app.ampel.face.tray;

import app.ampel.service.engine.Timeline;
import app.ampel.service.people.PeopleService;
import app.ampel.service.people.PeopleSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Looks at the watch list while somebody looks at the menu, and a little longer. On the tray's thread. */
final class MenuLook {

    /** After the last sign that somebody looks: most panels do not say when the menu is closed. */
    static final Duration A_WHILE = Duration.ofSeconds(30);

    /** Nobody looks longer than that, whatever a panel has forgotten to say. */
    static final Duration LONGEST = Duration.ofMinutes(5);

    private final PeopleService people;
    private final Timeline real;
    private final Runnable ended;
    private final Map<String, Optional<Instant>> before = new HashMap<>();
    private Optional<Runnable> look = Optional.empty();
    private Runnable unplan = () -> {};

    /** @param ended called when it has */
    MenuLook(PeopleService people, Timeline real, Runnable ended) {
        this.people = people;
        this.real = real;
        this.ended = ended;
    }

    /** @param known what is known before */
    void follow(MenuSign sign, Optional<PeopleSnapshot> known) {
        switch (sign) {
            case OPENING, LOOKED_AT -> look(A_WHILE, known);
            case OPEN -> look(LONGEST, known);
            case SHUT -> end(A_WHILE);
        }
    }

    private void look(Duration time, Optional<PeopleSnapshot> known) {
        if (look.isEmpty() && known.isPresent()) {
            before.clear();
            known.get().watchList().forEach(row -> before.put(row.contact().id(), row.asOf()));
            look = Optional.of(people.lookAtWatchList());
        }
        end(time);
    }

    private void end(Duration after) {
        unplan.run();
        unplan = look.isPresent() ? real.at(real.now().plus(after), this::end) : () -> {};
    }

    void end() {
        unplan.run();
        unplan = () -> {};
        look.ifPresent(away -> {
            look = Optional.empty();
            away.run();
            ended.run();
        });
    }

    /** Whether nothing more is to be expected of this row just now. */
    boolean isAnswered(PeopleSnapshot.Row row, PeopleSnapshot known) {
        boolean told = row.asOf().isPresent()
                && !row.asOf().equals(before.getOrDefault(row.contact().id(), Optional.empty()));
        return look.isPresent() && (told || known.problem().isPresent());
    }
}
