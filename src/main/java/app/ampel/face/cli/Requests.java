package app.ampel.face.cli;

import app.ampel.domain.account.SignInWay;
import app.ampel.domain.light.LightState;
import app.ampel.domain.naming.Legible;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.ProblemException;
import app.ampel.domain.status.Choice;
import app.ampel.domain.status.ManualStatus;
import app.ampel.domain.status.StatusRequest;
import app.ampel.service.engine.Intent;
import app.ampel.service.engine.Snapshot;
import app.ampel.service.json.Json;
import app.ampel.service.overview.Overview;
import app.ampel.service.settings.LockedSettingException;
import app.ampel.service.text.Messages;
import app.ampel.service.text.Sentence;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What each request does. Called on the connections' threads. */
final class Requests {

    private static final Logger LOG = LoggerFactory.getLogger(Requests.class);

    @FunctionalInterface
    private interface Handler {
        void handle(RequestValues request, Answers answers) throws Failure, ProblemException, LockedSettingException;
    }

    private final Host host;
    private final Messages words;
    private final Sentence sentence;
    private final PortReport ports;
    private final LightReport adjusting;
    private final Map<String, Handler> handlers = new TreeMap<>();

    Requests(Host host, Messages words, Supplier<ZoneId> zone) {
        this.host = host;
        this.words = words;
        this.sentence = new Sentence(words, zone);
        this.ports = new PortReport(words);
        this.adjusting = new LightReport(words);
        handlers.put(
                "status",
                (request, answers) -> answers.end(() -> status(host.overviews().now())));
        handlers.put("watch", this::watch);
        handlers.put("set", this::set);
        handlers.put("toggle", this::toggle);
        handlers.put("extend", this::extend);
        handlers.put("clear", (request, answers) -> settle(new Intent.ClearManual(), answers, now -> said("cleared")));
        handlers.put("light", this::light);
        handlers.put("lights", (request, answers) -> end(answers, lights(host.lights())));
        handlers.put("identify", this::identify);
        handlers.put("account", this::account);
        handlers.put("sign-in", this::signIn);
        handlers.put("cancel", (request, answers) -> settle(new Intent.CancelSignIn(), answers, this::status));
        handlers.put(
                "sign-out", (request, answers) -> settle(new Intent.SignOut(), answers, now -> said("signed-out")));
        handlers.put("ports", (request, answers) -> end(answers, ports.list(host.serialLights())));
        handlers.put(
                "add",
                (request, answers) ->
                        end(answers, ports.add(host.serialLights(), request.text("port"), request.serialProtocol())));
        handlers.put(
                "forget", (request, answers) -> end(answers, ports.forget(host.serialLights(), request.text("id"))));
        handlers.put("adjust", this::adjust);
        handlers.put("doctor", (request, answers) -> end(answers, DoctorReport.of(host.doctor(), words)));
        handlers.put("show", (request, answers) -> {
            host.show();
            end(answers, said("shown"));
        });
        handlers.put("stop", (request, answers) -> {
            answers.afterwards(host::stop);
            end(answers, said("stopping"));
        });
    }

    /** Answers, whatever the line is. */
    void handle(byte[] line, Answers answers) {
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

    private Snapshot now() {
        return host.engine().snapshot();
    }

    private void watch(RequestValues request, Answers answers) throws Failure {
        if (!answers.stay()) {
            throw new Failure("busy", words.say("control.busy"), ExitCode.FAILED);
        }
        Runnable unwatch = host.overviews()
                .watch(now -> answers.state(() -> {
                    ObjectNode event = status(now);
                    event.remove("ok");
                    return event.put("event", "status");
                }));
        answers.onGone(unwatch);
    }

    private void set(RequestValues request, Answers answers) throws Failure {
        // What the clock says now, not at the last event.
        StatusRequest manual = request.manual(host.time(), host.habits());
        settle(new Intent.SetManual(manual), answers, this::set);
    }

    private void toggle(RequestValues request, Answers answers) throws Failure {
        StatusRequest manual = request.manual(host.time(), host.habits());
        settle(
                new Intent.ToggleManual(manual),
                answers,
                now -> isSet(now, manual.choice()) ? set(now) : said("cleared"));
    }

    private static boolean isSet(Snapshot now, Choice choice) {
        return now.manual().filter(manual -> manual.choice() == choice).isPresent();
    }

    private void extend(RequestValues request, Answers answers) throws Failure {
        Intent intent = new Intent.ExtendManual(request.by());
        if (now().manual().isEmpty()) {
            throw new Failure("nothing-set", words.say("cli.nothing-set"), ExitCode.FAILED);
        }
        settle(intent, answers, this::brief);
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
        settle(new Intent.ShowLight(request.light()), answers, this::brief);
    }

    private void identify(RequestValues request, Answers answers) throws Failure {
        String id = request.text("id");
        if (!host.identify(id)) {
            List<String> ids = host.overviews().now().lights().stream()
                    .map(light -> light.id())
                    .toList();
            throw Failure.usage(Complaints.unknown(words, "cli.no-such-light", id, ids));
        }
        end(answers, said("identified"));
    }

    private void adjust(RequestValues request, Answers answers)
            throws Failure, ProblemException, LockedSettingException {
        end(
                answers,
                adjusting.adjust(
                        host.singleLights(), request.text("id"), request.text("what"), request.texts("values")));
    }

    private void account(RequestValues request, Answers answers) throws ProblemException {
        Snapshot now = now();
        end(
                answers,
                now.account()
                        .profile()
                        .map(who -> AccountReport.of(host.profile().orElse(who), host.tokenPlace(), words))
                        .orElseThrow(() -> new ProblemException(
                                now.account().problem().orElse(Problem.of(Problem.Kind.NOT_SIGNED_IN)))));
    }

    private void signIn(RequestValues request, Answers answers)
            throws Failure, LockedSettingException, ProblemException {
        SignInWay way = host.register(request.account());
        settle(
                new Intent.SignIn(way),
                answers,
                now -> now.account()
                        .profile()
                        .map(who -> AccountReport.of(who, host.tokenPlace(), words))
                        .orElseGet(() -> status(now)));
    }

    /** Tells the engine, passes on what the user is asked meanwhile, and takes it back when the client hangs up. */
    private void settle(Intent intent, Answers answers, Function<Snapshot, ObjectNode> done) {
        PromptEvents prompts = new PromptEvents(intent, answers);
        Runnable unwatch = host.engine().watch(prompts::look);
        host.engine().tell(intent).whenComplete((now, thrown) -> {
            unwatch.run();
            if (thrown == null) {
                answers.end(() -> done.apply(now));
            } else if (intent.signsIn()) {
                fail(Failure.atTheEnd(thrown, words), answers);
            } else {
                fail(thrown, answers);
            }
        });
        answers.onGone(() -> {
            unwatch.run();
            if (prompts.asked()) {
                host.engine().tell(new Intent.CancelSignIn());
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
        return status(host.overviews().with(now));
    }

    private ObjectNode status(Overview now) {
        ObjectNode answer = LineStarts.ok();
        answer.set("status", StatusJson.of(now));
        ArrayNode text = answer.putArray("text").add(sentence.of(now));
        sentence.remarks(now.snapshot()).forEach(text::add);
        sentence.details(now).forEach(text::add);
        return answer;
    }

    /** Without the lights: they are still on the way to what they were told. */
    private ObjectNode brief(Snapshot now) {
        ObjectNode answer = LineStarts.ok();
        answer.set("status", StatusJson.of(host.overviews().with(now)));
        ArrayNode text = answer.putArray("text").add(sentence.headline(now));
        sentence.remarks(now).forEach(text::add);
        return answer;
    }

    private ObjectNode lights(List<LightState> lights) {
        ObjectNode answer = LineStarts.ok();
        answer.set("lights", StatusJson.lights(lights));
        ArrayNode text = answer.putArray("text");
        lights.forEach(light -> text.add(words.say("cli.light-with-id", sentence.light(light), light.id())));
        if (lights.stream().noneMatch(light -> light.transport().isDevice())) {
            text.add(words.say(host.remote() ? "cli.remote" : "cli.no-lights"));
        }
        return answer;
    }
}
