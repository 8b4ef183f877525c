package app.ampel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ampel.adapter.files.SavedStatusFile;
import app.ampel.adapter.graph.TenantOnLoopback;
import app.ampel.demo.ScriptedPresence;
import app.ampel.demo.Teams;
import app.ampel.domain.naming.WireName;
import app.ampel.domain.status.Choice;
import app.ampel.domain.status.Leases;
import app.ampel.face.cli.Cli;
import app.ampel.face.cli.Console;
import app.ampel.service.engine.Moment;
import app.ampel.service.json.Json;
import app.ampel.service.text.Messages;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Somebody who sets, extends and clears, and whose program is killed again and again, made up by a seed. */
final class KilledLife implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int KILLED = 128 + 9;

    /** The service is told whole minutes. */
    private static final Duration ROUNDED = Duration.ofMinutes(1);

    private static final List<String> STATUSES = Stream.of(Choice.values())
            .filter(choice -> choice != Choice.OFFLINE)
            .map(WireName::word)
            .toList();

    /** What a write leaves when it is killed, and what is set aside when it cannot be read. */
    private static final String LEFT_OVER = ".*[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}.*|.*broken.*|hs_err.*";

    private final Random random;
    private final Path folder = Files.createTempDirectory("a").toRealPath();
    private final Path home = Files.createDirectory(folder.resolve("home"));
    private final Path file = home.resolve("manual.json");
    private final HeldByMicrosoft held = new HeldByMicrosoft();
    private final TenantOnLoopback tenant = new TenantOnLoopback(Clock.systemUTC(), new AllDay(), folder);
    private final ExecutorService user = Executors.newCachedThreadPool();
    private final ScheduledExecutorService chance = Executors.newSingleThreadScheduledExecutor();
    private final WatchService watch = folder.getFileSystem().newWatchService();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private Process process;

    /** When the longest of all that may still be held ends. */
    private Instant longest = Instant.EPOCH;

    KilledLife(int seed) throws IOException, GeneralSecurityException {
        random = new Random(seed);
        Files.writeString(home.resolve("settings.json"), """
                {"version": 1, "account": %s}
                """.formatted(tenant.account()));
        tenant.witness(held);
        tenant.signIn(home);
        home.register(watch, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_DELETE);
    }

    /** Teams is open, and nobody is in a meeting. */
    private static final class AllDay implements Teams {
        @Override
        public Moment at(Instant now) {
            return new Moment(Optional.of(ScriptedPresence.AVAILABLE), Instant.EPOCH, false, WorkLocation.OFFICE);
        }

        @Override
        public Optional<Instant> changeAfter(Instant now) {
            return Optional.empty();
        }
    }

    /** How many kills it has survived. */
    int run(int kills) throws Exception {
        int killed = 0;
        for (; killed < kills; killed++) {
            start();
            boolean whileItStarts = random.nextInt(5) == 0;
            if (!whileItStarts) {
                awaitAgreement();
            }
            killSomewhere(whileItStarts ? () -> false : act());
            check();
        }
        start();
        awaitAgreement();
        end();
        assertThat(held.howOften()).as("Microsoft was told something").isGreaterThan(kills);
        return killed;
    }

    private void start() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "@" + Path.of("packaging/launcher/jvm.options").toAbsolutePath(),
                "-Duser.language=en",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of("run", "--headless", "--home", home.toString()));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().putAll(tenant.environment());
        builder.environment().put("XDG_RUNTIME_DIR", folder.toString());
        builder.redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("out").toFile()));
        process = builder.start();
    }

    /**
     * The user says something.
     *
     * @return whether it was answered, and whatever follows from it has been done
     */
    private BooleanSupplier act() {
        Duration time = Duration.ofMinutes(1 + random.nextInt(90));
        longest = later(longest, Instant.now().plus(time));
        CompletableFuture<Integer> answer = switch (random.nextInt(6)) {
            case 0 -> type("clear");
            case 1 -> {
                longest = longest.plus(time);
                yield type("extend", time.toMinutes() + "m");
            }
            default -> type(set(time));
        };
        return () -> answer.isDone() && agrees();
    }

    private String[] set(Duration time) {
        List<String> words = new ArrayList<>(
                List.of("set", STATUSES.get(random.nextInt(STATUSES.size())), "--for", time.toMinutes() + "m"));
        if (random.nextBoolean()) {
            words.addAll(List.of("--message", "Back soon " + random.nextInt(100)));
        }
        if (random.nextInt(4) == 0) {
            words.add("--take-over");
        }
        return words.toArray(String[]::new);
    }

    private CompletableFuture<Integer> type(String... words) {
        List<String> all = new ArrayList<>(List.of("--home", home.toString()));
        all.addAll(List.of(words));
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        out.println(String.join(" ", words));
        Console console = new Console(
                out,
                out,
                false,
                Messages.in(Locale.UK),
                Clock.systemUTC(),
                () -> ZoneOffset.UTC,
                page -> false,
                text -> false,
                Optional.empty());
        return CompletableFuture.supplyAsync(
                () -> new Cli(console, new Main(console)).run(all.toArray(String[]::new)), user);
    }

    /** At a request, at its answer, at a change in the home, or at any time; when nothing of it comes, at the end. */
    private void killSomewhere(BooleanSupplier done) throws Exception {
        int which = random.nextInt(3);
        switch (random.nextInt(4)) {
            case 0 -> held.onArrival(which, process::destroyForcibly);
            case 1 -> held.onDone(which, process::destroyForcibly);
            case 2 -> user.execute(this::killAtAChange);
            default -> chance.schedule(process::destroyForcibly, random.nextInt(1_200_000), TimeUnit.MICROSECONDS);
        }
        Process one = process;
        // While it starts there is nothing to wait for but the chance.
        CompletableFuture<Void> sooner = new CompletableFuture<>();
        chance.schedule(() -> sooner.complete(null), 3, TimeUnit.SECONDS);
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> !one.isAlive() || done.getAsBoolean() || sooner.isDone());
        assertThat(one.destroyForcibly().waitFor()).as("it was killed").isEqualTo(KILLED);
        held.onNothing();
    }

    private void killAtAChange() {
        int left = random.nextInt(4);
        Process one = process;
        try {
            while (one.isAlive()) {
                WatchKey key = watch.poll(1, TimeUnit.SECONDS);
                if (key != null) {
                    left -= key.pollEvents().size();
                    key.reset();
                }
                if (left < 0) {
                    one.destroyForcibly();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whatever the next start does, this already has to hold. */
    private void check() throws IOException {
        Instant now = Instant.now();
        JsonNode manual = manual();
        held.session(now).ifPresent(session -> {
            JsonNode known = manual.path("session");
            assertThat(known.isObject()).as("the session is known: %s", manual).isTrue();
            assertThat(session.until())
                    .as("a session ends within its lease, and soon after what was said")
                    .isBeforeOrEqualTo(now.plus(Leases.USUAL))
                    .isBeforeOrEqualTo(Instant.parse(known.path("mayLastUntil").asText()))
                    .isBeforeOrEqualTo(later(longest, now).plus(Leases.SHORTEST));
        });
        held.preferred(now).ifPresent(preferred -> {
            JsonNode known = manual.path("preferred");
            assertThat(known.path("possible"))
                    .as("%s", manual)
                    .map(JsonNode::asText)
                    .contains(preferred.what());
            assertThat(preferred.until())
                    .as("a preferred presence ends with its timer")
                    .isBeforeOrEqualTo(longest.plus(ROUNDED))
                    .isBeforeOrEqualTo(Instant.parse(known.path("mayLastUntil").asText()));
        });
        held.note(now).ifPresent(note -> {
            JsonNode known = manual.path("note");
            assertThat(known.path("possible"))
                    .as("%s", manual)
                    .map(JsonNode::asText)
                    .contains(note.what());
            assertThat(note.until()).as("a note ends with its timer").isBeforeOrEqualTo(longest);
        });
    }

    /** As the next start reads it; nothing has been set aside before. */
    private JsonNode manual() throws IOException {
        if (Files.notExists(file)) {
            return Json.readObject("{}".getBytes(StandardCharsets.UTF_8)).orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(file);
        Path copy = folder.resolve("copy.json");
        Files.write(copy, bytes);
        SavedStatusFile readAgain =
                new SavedStatusFile(copy, Clock.systemUTC(), () -> Duration.ZERO, Optional::empty, Runnable::run);
        assertThat(readAgain.load())
                .as("readable: %s", new String(bytes, StandardCharsets.UTF_8))
                .isPresent();
        return Json.readObject(bytes).orElseThrow().path("manual");
    }

    private void awaitAgreement() {
        Process one = process;
        // Before it is up, all may look well.
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .failFast("the program has ended", () -> !one.isAlive())
                .until(() -> type("status").get(1, TimeUnit.MINUTES) == 0);
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .failFast("the program has ended", () -> !one.isAlive())
                .untilAsserted(() -> {
                    assertThat(agrees())
                            .as("Microsoft has %s, the file %s; typed:%n%s", held, manual(), said)
                            .isTrue();
                    assertThat(leftOver()).isEmpty();
                });
        if (held.isNothing(Instant.now())) {
            longest = Instant.EPOCH;
        }
    }

    /** What the user wants by the file is what everybody sees; where it is nothing, nothing is held. */
    private boolean agrees() {
        try {
            Instant now = Instant.now();
            JsonNode wish = manual().path("wish");
            if (!wish.isObject()
                    || !now.isBefore(Instant.parse(wish.path("until").asText()))) {
                return held.isNothing(now);
            }
            Choice choice =
                    WireName.of(wish.path("choice").asText(), Choice.class).orElseThrow();
            boolean preferred = choice.hold() == Choice.Hold.PREFERRED
                    || wish.path("takeOver").asBoolean();
            return tenant.presence()
                            .path("availability")
                            .asText()
                            .equals(choice.pair().availability().word())
                    && held.session(now).isPresent()
                    && held.preferred(now).isPresent() == preferred
                    && held.note(now)
                            .map(HeldByMicrosoft.Held::what)
                            .equals(Optional.ofNullable(wish.path("note").textValue()));
        } catch (IOException e) {
            return false;
        }
    }

    private List<String> leftOver() throws IOException {
        try (Stream<Path> all = Files.walk(home)) {
            return all.map(path -> home.relativize(path).toString())
                    .filter(name -> name.matches(LEFT_OVER))
                    .toList();
        }
    }

    /** The last act: nothing is left, here and there. */
    private void end() throws Exception {
        assertThat(type("clear").get(1, TimeUnit.MINUTES)).isZero();
        await().atMost(PATIENCE).until(() -> held.isNothing(Instant.now()));
        assertThat(type("stop").get(1, TimeUnit.MINUTES)).isZero();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(leftOver()).isEmpty();
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    @Override
    public void close() throws IOException {
        if (process != null) {
            process.destroyForcibly().onExit().join();
        }
        user.shutdownNow();
        chance.shutdownNow();
        watch.close();
        tenant.close();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
