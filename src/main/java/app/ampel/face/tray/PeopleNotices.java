package app.ampel.face.tray;

import app.ampel.domain.account.Scope;
import app.ampel.domain.people.ConsentStep;
import app.ampel.domain.people.FindAnswer;
import app.ampel.domain.people.Reachability;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.ProblemException;
import app.ampel.service.notifications.Notifications.Button;
import app.ampel.service.notifications.Notifications.Notice;
import app.ampel.service.people.PeopleNotice;
import app.ampel.service.text.Messages;
import app.ampel.service.text.Phrases;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What notifications about other people say. Pure; any thread. */
final class PeopleNotices {

    private final Messages words;
    private final Phrases phrases;

    /** @param words of the screen, see {@link Messages#onScreen} */
    PeopleNotices(Messages words) {
        this.words = words;
        this.phrases = new Phrases(words);
    }

    /** Somebody who was waited for is available. */
    Notice available(PeopleNotice notice, Button button) {
        return new Notice(
                words.say("notice.available.title", name(notice.contact().name())),
                joined(words.say("notice.available.text"), remark(notice.reachability())),
                Optional.of(button));
    }

    /** What makes somebody less free than others who are. */
    private String remark(Reachability reachability) {
        return switch (reachability) {
            case IDLE, AVAILABLE_OUT_OF_OFFICE -> words.say("notice.available." + reachability.word());
            case AVAILABLE, AWAY, IN_A_MEETING, NOT_NOW, UNKNOWN -> "";
        };
    }

    private static String joined(String... sentences) {
        return Stream.of(sentences).filter(each -> !each.isEmpty()).collect(Collectors.joining(" "));
    }

    Button chat(Runnable open) {
        return new Button(words.say("notice.chat"), open);
    }

    Button people(Runnable open) {
        return new Button(words.say("tray.people.open"), open);
    }

    Button tellMe(Runnable wait) {
        return new Button(words.say("notice.find.tell-me"), wait);
    }

    /** Who it is, and why this one. */
    Notice found(FindAnswer.Found found, Button button) {
        return new Notice(
                words.say("notice.available.title", name(found.person().name())),
                joined(
                        words.say(
                                "notice.find.why",
                                words.say(found.candidate().origin().key())),
                        found.among() == 1 ? "" : words.say("notice.find.among", found.among()),
                        remark(found.reachability())),
                Optional.of(button));
    }

    /** Nobody is, and who is nearest. */
    Notice nobody(FindAnswer answer, Button button) {
        return new Notice(
                words.say("notice.find.nobody"),
                joined(
                        nearest(answer),
                        answer.unknown() == 0
                                ? ""
                                : words.say("notice.find.unknown", answer.unknown(), answer.looked())),
                Optional.of(button));
    }

    private String nearest(FindAnswer answer) {
        if (answer.nearest().isEmpty()) {
            return answer.unknown() == 0 ? words.say("notice.find.none-near") : "";
        }
        return words.say(
                "notice.find.nearest",
                answer.nearest().stream()
                        .map(found -> words.say(
                                "notice.find.near", name(found.person().name()), phrases.presence(found.presence())))
                        .collect(Collectors.joining(", ")));
    }

    /** Somebody will be told of. */
    Notice waiting() {
        return new Notice(words.say("notice.waiting.title"), words.say("notice.waiting.text"), Optional.empty());
    }

    Notice failed(Problem problem, Button people) {
        return new Notice(words.say("notice.people.failed"), sentence(problem), Optional.of(people));
    }

    private String sentence(Problem problem) {
        return Stream.of(Scope.values())
                .filter(scope -> problem.kind() == Problem.Kind.CONSENT_NEEDED
                        && scope.word().equals(problem.code())
                        && Stream.of(ConsentStep.values())
                                .anyMatch(step -> step.scopes().contains(scope)))
                .map(scope -> words.say(ConsentStep.of(scope).refusedKey()))
                .findFirst()
                .orElseGet(() -> words.say(problem));
    }

    /** Nothing opens links here, so it is shown. */
    Notice link(URI address) {
        return new Notice(words.say("notice.link"), Phrases.whole(address.toString()), Optional.empty());
    }

    static Problem problem(Throwable thrown) {
        Throwable cause =
                thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        return cause instanceof ProblemException known ? known.problem() : Problem.of(Problem.Kind.INTERNAL);
    }

    private String name(String name) {
        return name.isBlank() ? words.say("tray.people.nameless") : Phrases.tame(name);
    }
}
