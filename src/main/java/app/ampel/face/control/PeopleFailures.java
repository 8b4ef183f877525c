package app.ampel.face.control;

import app.ampel.domain.people.ConsentStep;
import app.ampel.domain.people.Contact;
import app.ampel.domain.people.ContactList;
import app.ampel.domain.people.PeopleUse;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.ProblemException;
import app.ampel.service.people.AmbiguousPersonException;
import app.ampel.service.people.ConsentRefusedException;
import app.ampel.service.people.PeopleFeature;
import app.ampel.service.people.UnknownNameException;
import app.ampel.service.text.Messages;
import app.ampel.service.text.Phrases;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why what was asked about people has no answer: what is wrong with what was typed, or who has to act. */
final class PeopleFailures {

    private final Messages words;
    private final PeopleReport report;

    PeopleFailures(Messages words, PeopleReport report) {
        this.words = words;
        this.report = report;
    }

    /** @param what was to be done */
    Failure of(Throwable thrown, String what) {
        Failure failure = of(thrown);
        return failure.kind().equals(Problem.Kind.SWITCHED_OFF.word())
                ? new Failure(
                        failure.kind(), words.say("people.off." + feature(what).word()), failure.exit())
                : failure;
    }

    /** @param meant none, or several */
    Failure notOne(String typed, ContactList list, List<Contact> meant) {
        String shown = Phrases.tame(typed);
        return meant.isEmpty()
                ? Failure.usage(words.say("people.not-listed", shown, PeoplePhrases.tame(list.name())))
                : Failure.usage(words.say("people.ambiguous", shown))
                        .with(meant.stream()
                                .map(contact -> words.say("people.about", report.name(contact), contact.id()))
                                .toList());
    }

    private static PeopleFeature feature(String what) {
        return switch (what) {
            case PeopleOperations.WAIT -> PeopleFeature.TELL_ME_WHEN;
            case PeopleOperations.BOARD -> PeopleFeature.WALL;
            default -> PeopleFeature.PEOPLE;
        };
    }

    private Failure of(Throwable thrown) {
        Throwable what =
                thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        if (what instanceof AmbiguousPersonException several) {
            return new Failure(
                            Problem.Kind.AMBIGUOUS.word(),
                            words.say("people.ambiguous", Phrases.tame(several.typed())),
                            ExitCode.USAGE)
                    .with(report.choices(several.matches()));
        }
        if (what instanceof ProblemException problem) {
            return of(problem.problem(), problem.getCause());
        }
        return Failure.of(what, words);
    }

    private Failure of(Problem problem, Throwable cause) {
        if (cause instanceof UnknownNameException unknown) {
            String kind = problem.kind().word();
            String key = "people.unknown." + unknown.what().word() + "." + kind;
            return new Failure(kind, words.say(key, Phrases.tame(unknown.typed())), ExitCode.of(problem));
        }
        if (problem.kind() != Problem.Kind.CONSENT_NEEDED) {
            return Failure.atTheEnd(problem, words);
        }
        return cause instanceof ConsentRefusedException refused
                ? refused(problem, refused.step(), refused.working())
                : withdrawn(problem)
                        .map(step -> refused(problem, step, List.of()))
                        .orElseGet(() -> Failure.atTheEnd(problem, words));
    }

    /** What may not be read, who can allow it, and what works all the same. */
    private Failure refused(Problem problem, ConsentStep step, List<PeopleUse> working) {
        String sentence = words.say(step.refusedKey());
        String uses = working.stream().map(use -> words.say(use.key())).collect(Collectors.joining(", "));
        String all = uses.isEmpty() ? sentence : sentence + " " + words.say("people.still-works", uses);
        String code = problem.code().isEmpty() ? "" : " (" + problem.code() + ")";
        return new Failure(problem.kind().word(), all + code, ExitCode.of(problem));
    }

    /** Graph says which scope it was. */
    private static Optional<ConsentStep> withdrawn(Problem problem) {
        return Stream.of(ConsentStep.values())
                .filter(step ->
                        step.scopes().stream().anyMatch(scope -> scope.word().equals(problem.code())))
                .findFirst();
    }
}
