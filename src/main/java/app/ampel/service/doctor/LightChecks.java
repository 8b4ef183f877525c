package app.ampel.service.doctor;

import app.ampel.domain.light.LightState;
import app.ampel.domain.light.LightState.Condition;
import app.ampel.service.lights.manager.ConflictingPrograms;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The lights, and the permission to use them. Pure. */
final class LightChecks {

    private static final String UDEV = "light.hint.udev";
    private static final String GROUP = "light.hint.group";

    private LightChecks() {}

    static Stream<Finding> lights(Evidence evidence) {
        return evidence.find(Fact.Lights.class).stream().flatMap(LightChecks::lights);
    }

    private static Stream<Finding> lights(Fact.Lights fact) {
        Stream<Finding> slow = fact.slow()
                ? Stream.of(finding(Severity.WARNING, Message.of("doctor.lights.slow"), Actor.YOU, Optional.empty()))
                : Stream.empty();
        return Stream.concat(attached(fact), slow);
    }

    private static Stream<Finding> attached(Fact.Lights fact) {
        List<LightState> devices = devices(fact);
        if (devices.isEmpty()) {
            return Stream.of(
                    fact.remote()
                            ? Finding.note(Check.LIGHTS, "cli.remote")
                            : Finding.note(Check.LIGHTS, "doctor.lights.none"));
        }
        long fine = devices.stream()
                .filter(light -> light.condition() == Condition.OK)
                .count();
        Stream<Finding> works =
                fine == 0 ? Stream.empty() : Stream.of(Finding.ok(Check.LIGHTS, "doctor.lights.ok", fine));
        return Stream.concat(works, devices.stream().flatMap(LightChecks::light));
    }

    private static List<LightState> devices(Fact.Lights fact) {
        return fact.lights().stream()
                .filter(light -> light.transport().isDevice())
                .toList();
    }

    private static Stream<Finding> light(LightState light) {
        Message what = what(light);
        return switch (light.condition()) {
            case OK ->
                hasHint(light, ConflictingPrograms.HINT)
                        ? Stream.of(finding(Severity.WARNING, what, Actor.YOU, Optional.empty()))
                        : Stream.empty();
            case NO_PERMISSION -> Stream.of(finding(Severity.FAULT, what, Actor.YOU, permission(light)));
            case IN_USE, NOT_ANSWERING -> Stream.of(finding(Severity.WARNING, what, Actor.YOU, Optional.empty()));
            case GONE ->
                Stream.of(
                        light.hint().isPresent()
                                ? finding(Severity.WARNING, what, Actor.YOU, Optional.empty())
                                : finding(Severity.NOTE, what, Actor.NOBODY, Optional.empty()));
            case UNKNOWN_MODEL, OFF -> Stream.of(finding(Severity.NOTE, what, Actor.NOBODY, Optional.empty()));
        };
    }

    private static Finding finding(Severity severity, Message what, Actor who, Optional<Step> next) {
        return new Finding(Check.LIGHTS, severity, what, who, next);
    }

    private static Message what(LightState light) {
        Message.Private name = new Message.Private(light.title(), light.model());
        Message condition = Message.of("sentence.light." + light.condition().word());
        return light.hint()
                .map(hint -> Message.of(
                        "doctor.lights.hint", name, Message.of(hint.key(), Message.Private.of(hint.argument()))))
                .orElseGet(() -> Message.of("doctor.lights.condition", name, condition));
    }

    private static Optional<Step> permission(LightState light) {
        if (hasHint(light, UDEV)) {
            return Optional.of(Step.of(Step.Kind.INSTALL_RULES));
        }
        return light.hint()
                .filter(hint -> hint.key().equals(GROUP))
                .map(hint -> new Step(Step.Kind.COPY_COMMAND, "sudo usermod -aG " + hint.argument() + " $USER"));
    }

    private static boolean hasHint(LightState light, String key) {
        return light.hint().filter(hint -> hint.key().equals(key)).isPresent();
    }

    static Stream<Finding> rules(Evidence evidence) {
        boolean said = evidence.find(Fact.Lights.class).stream()
                .flatMap(fact -> fact.lights().stream())
                .anyMatch(light -> hasHint(light, UDEV));
        return evidence.find(Fact.Rules.class).stream().flatMap(rules -> switch (rules.state()) {
            case NOT_NEEDED -> Stream.<Finding>empty();
            case CURRENT -> Stream.of(Finding.ok(Check.RULES, "doctor.rules.ok"));
            case OLD -> Stream.of(Finding.note(Check.RULES, "doctor.rules.old").next(Step.Kind.INSTALL_RULES));
            case MISSING ->
                said
                        ? Stream.<Finding>empty()
                        : Stream.of(Finding.note(Check.RULES, "doctor.rules.missing")
                                .next(Step.Kind.INSTALL_RULES));
        });
    }
}
