package app.ampel.bench;

import app.ampel.domain.account.Scope;
import app.ampel.domain.people.ConsentStep;
import app.ampel.domain.people.ContactPool;
import app.ampel.domain.people.Group;
import app.ampel.domain.people.Person;
import app.ampel.domain.people.SavedPeople;
import app.ampel.domain.presence.Activity;
import app.ampel.domain.presence.Availability;
import app.ampel.domain.presence.Presence;
import app.ampel.domain.status.WorkingDay;
import app.ampel.face.control.FakeEngine;
import app.ampel.face.window.frame.Toolkit;
import app.ampel.face.window.wall.FullScreenWall;
import app.ampel.service.engine.ClockTimeline;
import app.ampel.service.people.Directory;
import app.ampel.service.people.FindWords;
import app.ampel.service.people.PeopleConsent;
import app.ampel.service.people.PeopleFeature;
import app.ampel.service.people.PeopleFeature.Access;
import app.ampel.service.people.PeoplePorts;
import app.ampel.service.people.PeoplePreferences;
import app.ampel.service.people.PeopleService;
import app.ampel.service.people.PeopleStore;
import app.ampel.service.people.PresenceDirectory;
import app.ampel.service.people.SharedBudget;
import app.ampel.service.text.Messages;
import app.ampel.service.wall.WallRequest;
import app.ampel.service.wall.WallService;
import app.ampel.service.wall.WallTheme;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;

/**
 * A wall of an organisation on the real service and in the real window, in a process of its own: how much of the heap it takes, and
 * how long the toolkit's thread is busy when a page turns. Its arguments: a folder for JavaFX's libraries, how many people there
 * are, and how many of them are online. Prints one line, and stays until it is ended.
 */
public final class MeasuredWall {

    private static final int TURNS = 400;
    private static final int WARM_UP = 50;
    private static final int PERCENT = 99;

    /** A large organisation takes minutes to be asked for; here they are shorter. */
    private static final double SPEED = 60;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static final Presence AVAILABLE = Presence.of(Availability.AVAILABLE, Activity.AVAILABLE);
    private static final Presence OFFLINE = Presence.of(Availability.OFFLINE, Activity.OFFLINE);

    /** People who are made when they are asked for, as they come from the network. */
    private record Organisation(int size, int online)
            implements Directory, PresenceDirectory, PeopleConsent, PeopleStore {

        @Override
        public void everybody(Consumer<List<Person>> people) {
            for (int from = 0; from < size; from += 999) {
                people.accept(IntStream.range(from, Math.min(size, from + 999))
                        .mapToObj(Organisation::somebody)
                        .toList());
            }
        }

        private static Person somebody(int i) {
            return new Person(
                    String.format("%08x-0000-4000-8000-000000000000", i),
                    "Given Name" + i + " Surname",
                    Optional.of("given.name" + i + "@muster.example"),
                    Optional.of("given.name" + i + "@muster.example"),
                    Optional.of("Engineering"),
                    Optional.of("Software engineer"),
                    true,
                    Optional.of(true),
                    Optional.of(false),
                    Optional.of(true));
        }

        @Override
        public Map<String, Presence> presences(Collection<String> ids) {
            Map<String, Presence> told = new HashMap<>();
            ids.forEach(id -> told.put(id, Integer.parseInt(id.substring(0, 8), 16) < online ? AVAILABLE : OFFLINE));
            return told;
        }

        @Override
        public Set<Scope> obtain(ConsentStep step) {
            return EnumSet.allOf(Scope.class);
        }

        @Override
        public Optional<SavedPeople> load(String owner) {
            return Optional.empty();
        }

        @Override
        public void keep(SavedPeople saved, Consumer<Boolean> then) {
            then.accept(true);
        }

        @Override
        public String place() {
            return "";
        }

        @Override
        public void forget() {}

        @Override
        public List<Person> search(String text) {
            return List.of();
        }

        @Override
        public Person person(String id) {
            return somebody(0);
        }

        @Override
        public List<Person> colleagues(int most) {
            return List.of();
        }

        @Override
        public List<Group> ownGroups() {
            return List.of();
        }

        @Override
        public List<Group> groups(String nameOrId) {
            return List.of();
        }

        @Override
        public List<Person> owners(String groupId, Consumer<Integer> progress) {
            return List.of();
        }

        @Override
        public List<Person> members(String groupId, Consumer<Integer> progress) {
            return List.of();
        }

        @Override
        public List<Person> department(String name, Consumer<Integer> progress) {
            return List.of();
        }
    }

    private MeasuredWall() {}

    public static void main(String[] arguments) throws Exception {
        Toolkit toolkit = new Toolkit(Path.of(arguments[0]), true);
        toolkit.start();
        Organisation organisation = new Organisation(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        FastClock clock = new FastClock(SPEED);
        PeopleService people = people(organisation, clock);
        WallService wall = new WallService(
                people,
                ClockTimeline.steady(clock, SPEED, new ScheduledThreadPoolExecutor(1)),
                new FullScreenWall(
                        toolkit,
                        Messages.in(Locale.UK),
                        () -> ZoneOffset.UTC,
                        clock::instant,
                        () -> Duration.ofNanos(System.nanoTime()),
                        () -> true,
                        () -> true),
                () -> () -> {},
                Runnable::run,
                awake -> {});
        double before = heapMegabytes();
        wall.show(new WallRequest(
                        new FindWords.Pool.Known(new ContactPool.Everybody()),
                        Optional.empty(),
                        Optional.of(WallTheme.DARK)))
                .answer()
                .get();
        awaitOnline(people, organisation.online());
        double after = heapMegabytes();
        double[] turns = turns();
        System.out.printf(
                Locale.ROOT,
                "wall %.2f %.2f %.3f %.3f%n",
                before,
                after,
                turns[TURNS / 2],
                turns[TURNS * PERCENT / 100]);
        new CountDownLatch(1).await();
    }

    private static PeopleService people(Organisation organisation, FastClock clock) {
        ScheduledThreadPoolExecutor owner = new ScheduledThreadPoolExecutor(1);
        Executor requests = Executors.newFixedThreadPool(2);
        Map<PeopleFeature, Access> on = Map.of(PeopleFeature.WALL, Access.ON, PeopleFeature.PEOPLE, Access.ON);
        PeopleService people = new PeopleService(
                new PeoplePorts(
                        organisation,
                        organisation,
                        organisation,
                        organisation,
                        new SharedBudget(clock::instant),
                        ClockTimeline.steady(clock, SPEED, owner),
                        owner,
                        requests,
                        requests,
                        new Random(1)),
                new PeoplePreferences(
                        on, Optional.empty(), List.of(), Duration.ZERO, WorkingDay.USUAL, () -> ZoneOffset.UTC));
        people.follow(new FakeEngine());
        return people;
    }

    private static void awaitOnline(PeopleService people, int online) throws InterruptedException {
        CountDownLatch all = new CountDownLatch(1);
        Runnable unwatch = people.watch(
                latest -> latest.wall()
                        .filter(view -> view.complete() && view.wall().rows().size() == online)
                        .ifPresent(view -> all.countDown()),
                Runnable::run);
        all.await();
        unwatch.run();
    }

    private static double heapMegabytes() {
        System.gc();
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / 1e6;
    }

    /** From the key that turns to the page as it is laid out; in milliseconds, in their order. */
    private static double[] turns() throws Exception {
        double[] milliseconds = new double[TURNS];
        for (int i = -WARM_UP; i < TURNS; i++) {
            double turn = onToolkit();
            if (i >= 0) {
                milliseconds[i] = turn;
            }
            // A pulse between two: what is drawn is part of what the toolkit does, and must not pile up.
            TimeUnit.MILLISECONDS.sleep(40);
        }
        Arrays.sort(milliseconds);
        return milliseconds;
    }

    private static double onToolkit() throws Exception {
        FutureTask<Double> turn = new FutureTask<>(() -> {
            Scene scene = Window.getWindows().get(0).getScene();
            long begin = THREADS.getCurrentThreadCpuTime();
            Event.fireEvent(
                    scene, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.RIGHT, false, false, false, false));
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            return (THREADS.getCurrentThreadCpuTime() - begin) / 1e6;
        });
        Platform.runLater(turn);
        return turn.get();
    }
}
