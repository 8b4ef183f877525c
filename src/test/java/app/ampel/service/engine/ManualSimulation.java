package app.ampel.service.engine;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.demo.TenantBehindTheSdk;
import app.ampel.domain.account.SignInWay;
import app.ampel.domain.policy.Rules;
import app.ampel.domain.presence.Activity;
import app.ampel.domain.presence.Availability;
import app.ampel.domain.presence.PollingLimits;
import app.ampel.domain.presence.PresenceStore;
import app.ampel.domain.presence.PresenceTracker;
import app.ampel.domain.status.Choice;
import app.ampel.domain.status.DesiredStatus;
import app.ampel.domain.status.Expiry;
import app.ampel.domain.status.Leases;
import app.ampel.domain.status.ManualStatus;
import app.ampel.domain.status.Outcome;
import app.ampel.domain.status.SavedStatus;
import app.ampel.domain.status.StatusDefaults;
import app.ampel.domain.status.StatusRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * One long stretch of somebody's life with Ampel, made up by chance: sets, extends, clears, takes over, locks the screen,
 * closes the lid, loses the network, pulls the plug. After each step what Microsoft holds is looked at. Time is virtual;
 * Microsoft's clock is always right, the computer's may be put right.
 */
final class ManualSimulation {

    private static final Instant START = Instant.parse("2026-11-20T06:00:00Z");
    private static final Duration LEASE = Leases.USUAL;

    /** After trouble it may take the longest wait that Graph asks for, or our own longest. */
    private static final Duration GRACE = Duration.ofMinutes(3);

    /** What Teams has not yet shown is left to Microsoft's clock, which is told whole minutes. */
    private static final Duration ROUNDED = Duration.ofMinutes(2);

    private static final List<String> TEAMS =
            List.of("Available/Available", "Busy/InAMeeting", "DoNotDisturb/Presenting", "Away/Away");

    private final long seed;
    private final Random random;
    private final FakeMicrosoft account = new FakeMicrosoft();
    private Cranked time = new Cranked(START);
    private Instant trueBase = START;
    private Duration upBase = time.moment().up();
    private Optional<SavedStatus> kept = Optional.empty();
    private Optional<Core> core = Optional.empty();
    private final UnreliableMicrosoft graph;

    private Optional<TenantBehindTheSdk> tenant = Optional.empty();
    private boolean locked;
    private Instant disturbed = START;
    private Instant lastWished = START;
    private Instant ownAct = START;
    private int checked;

    /** When the longest of what was said ends, by true time. */
    private Instant latestEnd = START;

    private int taken;
    private long steps;

    ManualSimulation(long seed) {
        this.seed = seed;
        this.random = new Random(seed);
        this.graph = new UnreliableMicrosoft(Optional.empty(), random, this::now, () -> time.now());
    }

    /** The same with the demo's tenant beside the model, asked through the real SDK. */
    ManualSimulation(long seed, TenantClock clock, TenantBehindTheSdk beside) {
        this.seed = seed;
        this.random = new Random(seed);
        this.tenant = Optional.of(beside);
        this.graph = new UnreliableMicrosoft(Optional.of(beside.graph()), random, this::now, () -> time.now());
        clock.follow(this::now);
    }

    /** True time: what the computer has been up since the last start, and what passed before. */
    private Instant now() {
        return trueBase.plus(time.moment().up().minus(upBase));
    }

    /** How many hours of running statuses were judged. */
    Duration run(Duration length) {
        start();
        Instant end = now().plus(length);
        while (now().isBefore(end)) {
            steps++;
            act();
            pass(Duration.ofSeconds(5 + random.nextInt(55)));
            check();
        }
        return Duration.ofSeconds(checked);
    }

    /**
     * The same life, but the plug is pulled in the middle of what the user has just said: before it is on disk, after that
     * and before it is told, after it was told and before the answer.
     */
    void runWithKills(int kills) {
        start();
        for (int killed = 0; killed < kills; steps++) {
            graph.badness = random.nextInt(4) == 0 ? 40 : 0;
            pass(Duration.ofSeconds(random.nextInt(600)));
            time.dieAfter(random.nextInt(24));
            say();
            if (!time.isDead()) {
                pass(Duration.ofSeconds(random.nextInt(900)));
            }
            if (time.isDead()) {
                killed++;
                afterTheKill();
            } else {
                time.dieAfter(-1);
            }
        }
    }

    private void say() {
        lastWished = now();
        switch (random.nextInt(7)) {
            case 0, 1, 2 -> set();
            case 3 -> tell(new Intent.ClearManual());
            case 4 -> tell(new Intent.TakeOverManual());
            case 5 -> tell(new Intent.NoteManual(Optional.of("note " + steps)));
            default -> {
                latestEnd = latestEnd.plus(Duration.ofMinutes(15));
                tell(new Intent.ExtendManual(Duration.ofMinutes(15)));
            }
        }
    }

    private void afterTheKill() {
        crash();
        for (int minutes = random.nextInt(40); minutes > 0; minutes--) {
            pass(Duration.ofMinutes(1));
            endsByItself();
            check();
        }
        graph.badness = 0;
        start();
        pass(GRACE.plusMinutes(1));
        endsByItself();
        assertThat(healthy()).as("what comes is looked at; %s", this).isTrue();
        check();
        // What nothing shows is left to Microsoft's clock.
        boolean nothingThere = graph.model.preferred(now()).isEmpty()
                && graph.model.note(now()).isEmpty();
        if (wish().isEmpty() && nothingThere) {
            latestEnd = START;
        }
    }

    /** With nobody there, Microsoft ends all of it in time. */
    private void endsByItself() {
        if (now().isAfter(latestEnd.plus(ROUNDED))) {
            assertThat(graph.model.preferred(now())).as("%s", this).isEmpty();
            assertThat(graph.model.note(now())).as("%s", this).isEmpty();
        }
    }

    private void pass(Duration duration) {
        Instant before = now();
        core.ifPresentOrElse(running -> time.pass(duration), () -> time.sleep(duration));
        if (wish().isPresent()) {
            lastWished = now();
        }
        checked += healthy() && wish().isPresent()
                ? (int) Duration.between(before, now()).toSeconds()
                : 0;
    }

    private void act() {
        switch (random.nextInt(260)) {
            case 0, 1, 2, 3, 4, 5 -> set();
            case 6, 7 -> tell(new Intent.ExtendManual(Duration.ofMinutes(15)));
            case 8, 9 -> tell(new Intent.ClearManual());
            case 10 -> tell(new Intent.TakeOverManual());
            case 11 -> tell(new Intent.NoteManual(Optional.of("note " + steps)));
            case 12, 13 -> teams();
            case 14, 15, 16 -> graph.badness = random.nextInt(3) == 0 ? 30 + random.nextInt(71) : 0;
            case 17 -> lock();
            case 18 -> sleep();
            case 19 -> crash();
            case 20 -> core.ifPresent(this::correct);
            case 21 -> quit();
            default -> graph.badness = random.nextInt(20) == 0 ? 0 : graph.badness;
        }
        if (core.isEmpty() && random.nextInt(10) == 0) {
            start();
        }
    }

    private void set() {
        Choice choice = Choice.values()[random.nextInt(Choice.values().length)];
        Duration length = Duration.ofSeconds(60 + random.nextInt(3 * 3600));
        Expiry end = switch (random.nextInt(4)) {
            case 0 -> Expiry.at(time.now().plus(length));
            case 1 -> new Expiry(Expiry.Kind.CLEARED, time.now().plus(length));
            default -> Expiry.after(length, time.now());
        };
        latestEnd = later(latestEnd, now().plus(length));
        boolean lightOnly = random.nextInt(10) == 0;
        Optional<String> note =
                random.nextInt(3) == 0 && !lightOnly ? Optional.of("back soon " + steps) : Optional.empty();
        tell(new Intent.SetManual(
                new StatusRequest(choice, end, note, lightOnly, random.nextInt(8) == 0 && !lightOnly)));
    }

    private void tell(Intent intent) {
        core.ifPresent(running -> {
            running.submit(intent);
            time.settle();
            disturb();
            ownAct = now();
        });
    }

    /** What takes the readings by surprise is no trouble for what is held. */
    private void teams() {
        Optional<String> says =
                random.nextInt(4) == 0 ? Optional.empty() : Optional.of(TEAMS.get(random.nextInt(TEAMS.size())));
        graph.model.teams(says);
        tenant.ifPresent(t -> t.teams(says.map(words -> words.split("/"))
                .map(two -> new app.ampel.demo.ScriptedPresence(new Availability(two[0]), new Activity(two[1])))));
    }

    private void lock() {
        locked = !locked;
        core.ifPresent(running -> running.locked(locked));
        time.settle();
        disturb();
    }

    private void sleep() {
        Duration length = Duration.ofMinutes(random.nextInt(90));
        boolean forgotten = length.compareTo(LEASE) > 0
                && wish().filter(w -> w.request().end().kind() == Expiry.Kind.CLEARED)
                        .isPresent();
        time.sleep(length);
        disturb();
        core.ifPresent(Core::woke);
        time.settle();
        if (forgotten) {
            assertThat(wish())
                    .as("a long sleep ends what was to last until cleared; %s", this)
                    .isEmpty();
        }
    }

    private void correct(Core running) {
        time.correct(Duration.ofSeconds(random.nextInt(7200) - 3600));
        running.woke();
        time.settle();
        disturb();
    }

    private void crash() {
        core = Optional.empty();
        reboot();
        disturb();
    }

    private void quit() {
        core.ifPresent(running -> {
            // Quitting blocks until Graph has answered; here it answers at once.
            Thread quitting = new Thread(() -> running.close(Duration.ofSeconds(20), false));
            quitting.start();
            org.awaitility.Awaitility.await()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> {
                        time.settle();
                        return !quitting.isAlive();
                    });
            time.settle();
            boolean told = graph.badness == 0;
            if (told) {
                assertThat(graph.model.session(now()))
                        .as("after quitting; %s", this)
                        .isEmpty();
                assertThat(graph.model.note(now()))
                        .as("after quitting; %s", this)
                        .isEmpty();
            }
        });
        crash();
    }

    /** Time goes on from here with nobody planning anything. */
    private void reboot() {
        Instant trueNow = now();
        time = new Cranked(time.now());
        trueBase = trueNow;
        upBase = time.moment().up();
    }

    private void start() {
        reboot();
        EnginePorts rim = new EnginePorts(
                account,
                graph,
                new FakeLights(),
                time,
                time,
                time,
                time,
                time,
                new NoMemory(),
                this::keep,
                () -> random.nextDouble() * 2 - 1);
        PollingLimits slow = new PollingLimits(Duration.ofSeconds(60), Duration.ofSeconds(20), Duration.ofSeconds(120));
        Core fresh = new Core(
                time,
                rim,
                new Start(
                        Optional.empty(),
                        kept,
                        new Preferences(
                                slow, Rules.USUAL, StatusDefaults.USUAL, () -> ZoneOffset.UTC, false, Set.of())),
                () -> SignInWay.DEVICE_CODE);
        core = Optional.of(fresh);
        fresh.start();
        time.settle();
        fresh.locked(locked);
        time.settle();
        disturb();
    }

    private void disturb() {
        disturbed = now();
    }

    private boolean healthy() {
        Instant since =
                Stream.of(disturbed, graph.lastTrouble).max(Instant::compareTo).orElseThrow();
        return core.isPresent() && now().isAfter(since.plus(GRACE));
    }

    private Optional<DesiredStatus> wish() {
        return core.map(Core::snapshot).flatMap(Snapshot::manual).map(ManualStatus::wish);
    }

    private void check() {
        Instant now = now();
        Optional<String> session = graph.model.session(now);
        if (session.isPresent()) {
            assertThat(now).as("no session outlives its author; %s", this).isBefore(lastWished.plus(LEASE));
        }
        wish().ifPresent(this::isHonest);
        if (healthy()) {
            wish().filter(w -> !w.request().lightOnly()).ifPresentOrElse(w -> isHeld(w, now), () -> nothingIsLeft(now));
        }
        rhythm();
    }

    private void isHonest(DesiredStatus w) {
        assertThat(w.verdict()).as("nobody took anything; %s", this).isNotEqualTo(Outcome.REPLACED);
    }

    private void isHeld(DesiredStatus w, Instant now) {
        boolean preferred = w.request().takeOver() || w.request().choice().hold() == Choice.Hold.PREFERRED;
        String pair = preferred
                ? w.request().choice().takenOver().toString()
                : w.request().choice().pair().toString();
        if (preferred) {
            assertThat(graph.model.preferred(now)).as("no gap; %s", this).contains(pair);
            assertThat(graph.model.session(now)).as("no gap; %s", this).contains("Away/Away");
            assertThat(graph.model.shown(now)).as("no gap; %s", this).isEqualTo(pair);
        } else if (w.request().choice() != Choice.AVAILABLE || !locked) {
            assertThat(graph.model.session(now)).as("no gap; %s", this).contains(pair);
        }
        w.request()
                .note()
                .ifPresent(text -> assertThat(graph.model.note(now))
                        .as("the note; %s", this)
                        .hasValueSatisfying(note -> assertThat(note.text()).isEqualTo(text)));
    }

    private void nothingIsLeft(Instant now) {
        assertThat(graph.model.session(now)).as("after the end; %s", this).isEmpty();
        if (now.isAfter(lastWished.plus(ROUNDED))) {
            // Where there is no session at all, nothing shows it, and what nothing shows may be somebody else's by now.
            assertThat(graph.model.preferred(now).filter(graph.model.shown(now)::equals))
                    .as("after the end; %s", this)
                    .isEmpty();
        }
        assertThat(graph.model.note(now)).as("after the end; %s", this).isEmpty();
    }

    /** Renewals keep their distance, so that the writes of an hour stay within the plan. */
    private void rhythm() {
        for (; taken + 1 < graph.taken.size(); taken++) {
            UnreliableMicrosoft.Taken one = graph.taken.get(taken);
            UnreliableMicrosoft.Taken next = graph.taken.get(taken + 1);
            boolean renewal = one.what().equals("set")
                    && next.what().equals("set")
                    && one.pair().equals(next.pair());
            boolean quiet = one.at().isAfter(later(disturbed, graph.lastTrouble).plus(GRACE));
            if (renewal && quiet && one.at().isAfter(ownAct)) {
                Duration least = Duration.ofMinutes(2);
                assertThat(Duration.between(one.at(), next.at())).as("%s", this).isGreaterThanOrEqualTo(least);
            }
        }
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    @Override
    public String toString() {
        return "seed " + seed + ", step " + steps + ", " + Duration.between(START, now()) + " after the beginning, "
                + core.map(Core::snapshot)
                        .flatMap(Snapshot::manual)
                        .map(Object::toString)
                        .orElse("nothing set")
                + ", kept "
                + kept.map(k -> k.manual().note().toString()).orElse("")
                + ", last writes "
                + graph.taken.subList(Math.max(0, graph.taken.size() - 5), graph.taken.size());
    }

    /** True time for the tenant. */
    static final class TenantClock extends Clock {

        private Supplier<Instant> now = () -> START;

        private void follow(Supplier<Instant> other) {
            now = other;
        }

        @Override
        public Instant instant() {
            return now.get();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }

    /** The disk takes its time: the plug may be pulled before it has it, and before anybody knows. */
    private void keep(SavedStatus latest, Consumer<Boolean> then) {
        time.execute(() -> {
            kept = Optional.of(latest);
            then.accept(true);
        });
    }

    private static final class NoMemory implements PresenceStore {
        @Override
        public void keep(PresenceTracker.Seen seen) {
            // What was seen is another test's business.
        }

        @Override
        public void forget() {
            // See above.
        }
    }
}
