package app.ampel.service.doctor;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** All checks. Pure. */
final class Checks {

    private static final List<Function<Evidence, Stream<Finding>>> ALL = List.of(
            AccountChecks::account,
            AccountChecks::permissions,
            AccountChecks::presence,
            AccountChecks::tokens,
            NetworkChecks::network,
            NetworkChecks::proxy,
            NetworkChecks::clock,
            LightChecks::lights,
            LightChecks::rules,
            ComputerChecks::program,
            ComputerChecks::panel,
            ComputerChecks::session,
            ComputerChecks::autostart,
            ComputerChecks::settings,
            ComputerChecks::home,
            ComputerChecks::machine,
            Checks::failed,
            Checks::late);

    private Checks() {}

    static List<Finding> of(Evidence evidence) {
        return ALL.stream().flatMap(check -> check.apply(evidence)).toList();
    }

    private static Stream<Finding> failed(Evidence evidence) {
        return evidence.all(Fact.Failed.class).stream()
                .map(fact -> Finding.warning(
                        fact.about(),
                        Actor.NOBODY,
                        "doctor.failed",
                        Message.of("doctor.check." + fact.about().word()),
                        fact.what()));
    }

    private static Stream<Finding> late(Evidence evidence) {
        return evidence.late().stream()
                .map(check -> Finding.warning(
                        check, Actor.NOBODY, "doctor.late", Message.of("doctor.check." + check.word())));
    }
}
