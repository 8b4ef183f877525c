package app.ampel.cli;

import app.ampel.core.Snapshot;
import app.ampel.manual.ManualStatus;
import app.ampel.sentence.Sentence;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Tells in the terminal what happens while Ampel runs there: a line with the time for each change. Any thread. */
public final class Narrator {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final Console console;
    private final Clock clock;
    private final Sentence sentence;
    private String said = "";
    private Optional<ManualStatus> manual = Optional.empty();

    /** @param clock whose time stands before each line */
    public Narrator(Console console, Clock clock) {
        this.console = console;
        this.clock = clock;
        this.sentence = new Sentence(console.words(), console.zone());
    }

    /** Says what has changed since the last time, if anybody would notice. */
    public synchronized void tell(Snapshot now) {
        String latest = sentence.of(now);
        if (!latest.equals(said)) {
            said = latest;
            say(latest);
        } else {
            keptAlive(now)
                    .ifPresent(until ->
                            say(console.say("narrator.kept-alive", TIME.format(until.atZone(console.zone())))));
        }
        manual = now.manual();
    }

    private Optional<Instant> keptAlive(Snapshot now) {
        Optional<Instant> before = manual.flatMap(ManualStatus::leaseUntil);
        Optional<Instant> latest = now.manual().flatMap(ManualStatus::leaseUntil);
        return before.isPresent() && !before.equals(latest) ? latest : Optional.empty();
    }

    /** What the terminal's light shows. */
    public synchronized void light(String line) {
        say(line);
    }

    /** A line of somebody else's. */
    public synchronized void say(String line) {
        console.print(TIME.format(clock.instant().atZone(console.zone())) + "  " + line);
    }
}
