package app.ampel;

import app.ampel.adapter.files.PeopleFile;
import app.ampel.adapter.graph.Microsoft;
import app.ampel.adapter.os.files.Folders;
import app.ampel.domain.account.ConsentRequest;
import app.ampel.domain.account.Profile;
import app.ampel.domain.account.SignInPrompt;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.ProblemException;
import app.ampel.face.cli.CommandPorts;
import app.ampel.face.control.Failure;
import app.ampel.service.people.PeopleConsent;
import app.ampel.service.people.PeoplePreferences;
import app.ampel.service.people.PeopleService;
import app.ampel.service.people.PeopleSnapshot;
import app.ampel.service.people.SharedBudget;
import app.ampel.service.settings.SettingsStore;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/**
 * Other people's presence while no Ampel is running, put together by hand for one piece of work and taken apart again.
 *
 * @param settings of the home, whose instance lock is held
 * @param prompt told what the user has to do where more has to be granted
 */
record PeopleAlone(
        Environment environment, SettingsStore settings, Microsoft microsoft, Consumer<SignInPrompt> prompt) {

    /** Blocks. What was changed is on the disk when it returns. */
    <T> T use(CommandPorts.PeopleWork<T> work) throws Failure, ProblemException {
        Profile me =
                microsoft.profile().orElseThrow(() -> new ProblemException(Problem.of(Problem.Kind.NOT_SIGNED_IN)));
        PeopleConsent consent = step -> microsoft
                .grant(
                        new ConsentRequest(step.scopes(), step.reason()),
                        settings.settings().account().way(),
                        prompt)
                .scopes();
        Folders folders = environment.folders();
        try (Threads threads = new Threads();
                PeopleService people = new PeopleParts(
                                microsoft,
                                new PeopleFile(folders.people(), environment.clock(), Runnable::run),
                                consent,
                                new SharedBudget(environment.clock()::instant),
                                environment.timeline(threads.people()),
                                threads.people(),
                                threads.requests(),
                                threads.beside())
                        .service(PeoplePreferences.of(settings, environment.zone()))) {
            people.follow(me);
            // Whoever asks for a list before it is read would hear that there is none.
            kept(people);
            T value = work.with(people);
            requireKept(people, folders);
            return value;
        }
    }

    /** Empty where it may not be used; the work itself says so. */
    private static Optional<PeopleSnapshot> kept(PeopleService people) {
        try {
            return Optional.of(people.oneLook().kept().answer().join());
        } catch (CompletionException e) {
            return Optional.empty();
        }
    }

    private static void requireKept(PeopleService people, Folders folders) throws ProblemException {
        boolean lost = kept(people)
                .flatMap(PeopleSnapshot::problem)
                .filter(problem -> problem.kind() == Problem.Kind.CANNOT_SAVE)
                .isPresent();
        if (lost) {
            throw new ProblemException(
                    Problem.of(Problem.Kind.CANNOT_SAVE, folders.home().toString()));
        }
    }
}
