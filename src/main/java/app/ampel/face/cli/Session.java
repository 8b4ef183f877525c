package app.ampel.face.cli;

import app.ampel.adapter.os.files.Folders;
import app.ampel.adapter.os.files.InstanceLock;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.ProblemException;
import app.ampel.face.control.ControlClient;
import app.ampel.face.control.ExitCode;
import app.ampel.face.control.Failure;
import app.ampel.face.control.Plain;
import app.ampel.face.control.PromptEvents;
import app.ampel.service.json.Json;
import app.ampel.service.settings.LockedSettingException;
import app.ampel.service.settings.SettingsStore;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** One command being carried out: it asks the running program, or does the work itself where none is running. */
final class Session {

    /** A running program answers what it knows at once, and everything else within its own time limits. */
    static final Duration AT_ONCE = Duration.ofSeconds(10);

    static final Duration MINUTES = Duration.ofMinutes(5);
    /** For a user who has to do something; who gives up presses Ctrl-C. */
    static final Duration ENDLESS = Duration.ofDays(1);

    private final Console console;
    private final CommandPorts program;
    private final Folders folders;

    Session(Console console, CommandPorts program, Folders folders) {
        this.console = console;
        this.program = program;
        this.folders = folders;
    }

    Console console() {
        return console;
    }

    CommandPorts program() {
        return program;
    }

    Folders folders() {
        return folders;
    }

    /** Asks the running program; there has to be one. */
    ObjectNode ask(ObjectNode request, Duration silence) throws Failure {
        return askIfRunning(request, silence).orElseThrow(this::notRunning);
    }

    /** Empty when no program of this home is running. Prompts that come meanwhile are shown. */
    Optional<ObjectNode> askIfRunning(ObjectNode request, Duration silence) throws Failure {
        Prompter prompter = new Prompter(console);
        return askIfRunning(
                request,
                silence,
                event -> {
                    PromptEvents.prompt(event).ifPresent(prompter::show);
                    return true;
                },
                () -> true);
    }

    /** Empty when no program of this home is running. See {@link ControlClient#ask}. */
    Optional<ObjectNode> askIfRunning(
            ObjectNode request, Duration silence, Predicate<ObjectNode> events, BooleanSupplier wanted) throws Failure {
        Optional<ControlClient> client = connect();
        if (client.isEmpty()) {
            return Optional.empty();
        }
        try (ControlClient talk = client.get()) {
            return talk.ask(request, silence, events, wanted);
        }
    }

    /** Passes on events until the program ends, {@code events} says that it is enough, or nobody is left who reads. */
    void follow(ObjectNode request, Predicate<ObjectNode> events) throws Failure {
        try (ControlClient talk = connect().orElseThrow(this::notRunning)) {
            if (console.keyboard().isEmpty()) {
                talk.ask(request, ENDLESS, events, program.outputIsRead(folders));
            } else {
                talk.ask(request, ENDLESS, events);
            }
        }
    }

    private Optional<ControlClient> connect() {
        return program.connect(folders, place -> console.complain(console.say("control.foreign", place.toString())))
                .map(channel -> new ControlClient(channel, console.words()));
    }

    Failure notRunning() {
        return new Failure("not-running", console.say("cli.not-running"), ExitCode.NOT_RUNNING);
    }

    /** Prints an answer: its lines, or what {@code member} holds as JSON on one line. */
    void print(ObjectNode answer, boolean json, String member) {
        if (json) {
            console.print(Json.line(answer.path(member)));
        } else {
            for (JsonNode line : answer.path("text")) {
                console.print(Plain.line(line.asText()));
            }
        }
    }

    /** What is done with the home while nobody else may touch it. */
    @FunctionalInterface
    interface Work<T> {
        T with(SettingsStore settings) throws Failure, ProblemException, LockedSettingException;
    }

    /** Does {@code work} under the instance lock; says what was ignored in the settings. */
    <T> T directly(Work<T> work) throws Failure, ProblemException, LockedSettingException {
        InstanceLock lock = lock().orElseThrow(this::taken);
        try {
            SettingsStore settings = program.settings(folders, console.clock());
            settings.notes().forEach(note -> console.complain(note.say(console.words())));
            return work.with(settings);
        } finally {
            lock.close();
        }
    }

    private Failure taken() {
        return new Failure("busy", console.say("cli.taken"), ExitCode.FAILED);
    }

    Optional<InstanceLock> lock() throws ProblemException {
        try {
            return InstanceLock.tryTake(folders);
        } catch (IOException e) {
            throw cannotSave(e);
        }
    }

    /** Starts the log, before anything is loaded that logs. */
    void log() throws ProblemException {
        try {
            program.startLog(folders);
        } catch (IOException e) {
            throw cannotSave(e);
        }
    }

    private ProblemException cannotSave(IOException e) {
        return new ProblemException(
                Problem.of(Problem.Kind.CANNOT_SAVE, folders.home().toString()), e);
    }
}
