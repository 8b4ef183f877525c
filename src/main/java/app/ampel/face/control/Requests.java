package app.ampel.face.control;

import app.ampel.domain.account.AccountState;
import app.ampel.domain.account.Profile;
import app.ampel.domain.light.LightState;
import app.ampel.domain.naming.Legible;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.ProblemException;
import app.ampel.domain.status.Choice;
import app.ampel.domain.status.ManualStatus;
import app.ampel.domain.status.StatusRequest;
import app.ampel.service.engine.LightOverride;
import app.ampel.service.engine.Snapshot;
import app.ampel.service.json.Json;
import app.ampel.service.settings.AccountSettings;
import app.ampel.service.settings.LockedSettingException;
import app.ampel.service.text.Messages;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What each request does. Called on the connections' threads. */
public final class Requests {

    private static final Logger LOG = LoggerFactory.getLogger(Requests.class);

    @FunctionalInterface
    private interface Handler {
        void handle(RequestValues request, Answers answers) throws Failure, ProblemException, LockedSettingException;
    }

    private final ControlServices services;
    private final Messages words;
    private final StatusReport states;
    private final PortReport ports;
    private final LightReport adjusting;
    private final Map<String, Handler> handlers = new TreeMap<>();

    public Requests(ControlServices services, Messages words, Supplier<ZoneId> zone) {
        this.services = services;
        this.words = words;
        this.states = new StatusReport(words, zone);
        this.ports = new PortReport(words);
        this.adjusting = new LightReport(words);
        handlers.put(
                "status",
                (request, answers) ->
                        answers.end(() -> states.of(services.overviews().now())));
        handlers.put("watch", this::watch);
        handlers.put("set", this::set);
        handlers.put("toggle", this::toggle);
        handlers.put("extend", this::extend);
        handlers.put("clear", (request, answers) -> settle(services.status()::clear, answers, now -> said("cleared")));
        handlers.put("light", this::light);
        handlers.put(
                "lights",
                (request, answers) -> end(
                        answers,
                        states.lights(
                                services.lights().look(), services.remote().getAsBoolean())));
        handlers.put("identify", this::identify);
        handlers.put("account", this::account);
        handlers.put("sign-in", this::signIn);
        handlers.put("cancel", (request, answers) -> settle(services.account()::cancelSignIn, answers, this::status));
        handlers.put(
                "sign-out",
                (request, answers) -> settle(services.account()::signOut, answers, now -> said("signed-out")));
        handlers.put("ports", (request, answers) -> end(answers, ports.list(services.lights())));
        handlers.put(
                "add",
                (request, answers) ->
                        end(answers, ports.add(services.lights(), request.text("port"), request.serialProtocol())));
        handlers.put("forget", (request, answers) -> end(answers, ports.forget(services.lights(), request.text("id"))));
        handlers.put("adjust", this::adjust);
        handlers.put("people", new PeopleRequestHandler(services, words, zone)::handle);
        handlers.put(
                "doctor",
                (request, answers) ->
                        end(answers, DoctorReport.of(services.doctor().get(), words)));
        WallRequests wall = new WallRequests(services.wall(), services.account(), words);
        handlers.put("wall", (request, answers) -> wall.handle(request.wall(), answers));
        handlers.put("show", (request, answers) -> {
            services.show().run();
            end(answers, said("shown"));
        });
        handlers.put("stop", (request, answers) -> {
            answers.afterwards(services.stop());
            end(answers, said("stopping"));
        });
    }

    /** Answers, whatever the line is. */
    public void handle(byte[] line, Answers answers) {
        try {
            RequestValues request = read(line);
            Handler handler = handlers.get(request.command());
            if (handler == null) {
                throw new Failure("unknown-command", words.say("control.unknown-command"), ExitCode.USAGE);
            }
            handler.handle(request, answers);
        } catch (Failure | ProblemException | LockedSettingException | RuntimeException e) {
            fail(e, answers);
        }
    }

    private RequestValues read(byte[] line) throws Failure {
        if (line.length > Connection.LONGEST_REQUEST) {
            throw new Failure("too-long", words.say("control.too-long"), ExitCode.USAGE);
        }
        ObjectNode request = Json.readObject(line)
                .orElseThrow(() -> new Failure("not-json", words.say("control.not-json"), ExitCode.USAGE));
        if (!isLegible(request)) {
            throw Failure.usage(words.say("control.illegible"));
        }
        return new RequestValues(request, words);
    }

    /** Whatever is in it: a note to colleagues, the name of a light. */
    private static boolean isLegible(JsonNode value) {
        return StreamSupport.stream(value.spliterator(), false).allMatch(Requests::isLegible)
                && (!value.isTextual() || Legible.is(value.textValue()));
    }

    private void fail(Throwable thrown, Answers answers) {
        fail(Failure.of(thrown, words), answers);
    }

    private void fail(Failure failure, Answers answers) {
        if (failure.getCause() != null) {
            LOG.error("A request failed.", failure.getCause());
        }
        answers.end(failure::json);
    }

    private void watch(RequestValues request, Answers answers) throws Failure {
        if (!answers.stay()) {
            throw new Failure("busy", words.say("control.busy"), ExitCode.FAILED);
        }
        Runnable unwatch = services.overviews()
                .watch(now -> answers.state(() -> {
                    ObjectNode event = states.of(now);
                    event.remove("ok");
                    return event.put("event", "status");
                }));
        answers.onGone(unwatch);
    }

    private void set(RequestValues request, Answers answers) throws Failure {
        StatusRequest wanted = wanted(request);
        settle(() -> services.status().set(wanted), answers, this::set);
    }

    private void toggle(RequestValues request, Answers answers) throws Failure {
        StatusRequest wanted = wanted(request);
        settle(
                () -> services.status().toggle(wanted),
                answers,
                now -> isSet(now, wanted.choice()) ? set(now) : said("cleared"));
    }

    private StatusRequest wanted(RequestValues request) throws Failure {
        return request.manual(services.status().now(), services.status().habits());
    }

    private static boolean isSet(Snapshot now, Choice choice) {
        return now.manual().filter(manual -> manual.choice() == choice).isPresent();
    }

    private void extend(RequestValues request, Answers answers) throws Failure {
        Duration by = request.by();
        if (!services.status().isSet()) {
            throw new Failure("nothing-set", words.say("cli.nothing-set"), ExitCode.FAILED);
        }
        settle(() -> services.status().extend(by), answers, this::brief);
    }

    /** What came of it; on the light only is less than was asked for, so the exit code says so. */
    private ObjectNode set(Snapshot now) {
        ObjectNode answer = brief(now);
        now.manual()
                .filter(manual ->
                        manual.state() == ManualStatus.State.LIGHT_ONLY || manual.state() == ManualStatus.State.FAILED)
                .flatMap(ManualStatus::problem)
                .ifPresent(problem -> answer.put("exit", ExitCode.of(problem)));
        return answer;
    }

    private void light(RequestValues request, Answers answers) throws Failure {
        LightOverride override = request.light();
        settle(() -> services.status().showLight(override), answers, this::brief);
    }

    private void identify(RequestValues request, Answers answers) throws Failure {
        String id = request.text("id");
        if (!services.lights().identify(id)) {
            List<String> ids =
                    services.lights().states().stream().map(LightState::id).toList();
            throw Failure.usage(Complaints.unknown(words, "cli.no-such-light", id, ids));
        }
        end(answers, said("identified"));
    }

    private void adjust(RequestValues request, Answers answers)
            throws Failure, ProblemException, LockedSettingException {
        end(
                answers,
                adjusting.adjust(services.lights(), request.text("id"), request.text("what"), request.texts("values")));
    }

    private void account(RequestValues request, Answers answers) throws ProblemException {
        AccountState now = services.account().state();
        end(
                answers,
                now.profile()
                        .map(who -> report(services.account().profile().orElse(who)))
                        .orElseThrow(() ->
                                new ProblemException(now.problem().orElse(Problem.of(Problem.Kind.NOT_SIGNED_IN)))));
    }

    private void signIn(RequestValues request, Answers answers) throws Failure {
        AccountSettings given = request.account();
        settle(
                () -> services.account().signIn(given),
                true,
                answers,
                now -> now.account().profile().map(this::report).orElseGet(() -> status(now)));
    }

    private ObjectNode report(Profile who) {
        return AccountReport.of(who, services.account().tokenPlace(), words);
    }

    private void settle(
            Supplier<CompletableFuture<Snapshot>> act, Answers answers, Function<Snapshot, ObjectNode> done) {
        settle(act, false, answers, done);
    }

    /**
     * Does it, passes on what the user is asked meanwhile, and takes the question back when the client hangs up.
     *
     * @param signingIn whether it is a sign-in of its own
     */
    private void settle(
            Supplier<CompletableFuture<Snapshot>> act,
            boolean signingIn,
            Answers answers,
            Function<Snapshot, ObjectNode> done) {
        PromptEvents prompts = new PromptEvents(signingIn, answers);
        Runnable unwatch = services.account().watch(prompts::look);
        act.get().whenComplete((now, thrown) -> {
            unwatch.run();
            if (thrown == null) {
                answers.end(() -> done.apply(now));
            } else if (signingIn) {
                fail(Failure.atTheEnd(thrown, words), answers);
            } else {
                fail(thrown, answers);
            }
        });
        answers.onGone(() -> {
            unwatch.run();
            if (prompts.asked()) {
                services.account().cancelSignIn();
            }
        });
    }

    private static void end(Answers answers, ObjectNode answer) {
        answers.end(() -> answer);
    }

    private ObjectNode said(String key) {
        ObjectNode answer = LineStarts.ok();
        answer.putArray("text").add(words.say("control." + key));
        return answer;
    }

    private ObjectNode status(Snapshot now) {
        return states.of(services.overviews().with(now));
    }

    private ObjectNode brief(Snapshot now) {
        return states.brief(services.overviews().with(now));
    }
}
