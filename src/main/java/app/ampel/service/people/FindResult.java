package app.ampel.service.people;

import app.ampel.domain.people.FindAnswer;
import app.ampel.domain.people.FindRequest;
import app.ampel.domain.people.Question;
import app.ampel.domain.people.TeamsLink;
import app.ampel.domain.people.TeamsLinks;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Who was found, and what is needed to ask for somebody else.
 *
 * @param shown object ids of those who were shown before
 * @param links of whoever was found
 */
public record FindResult(
        FindRequest request, Question question, Set<String> shown, FindAnswer answer, Optional<Links> links) {

    /** What opens Teams for somebody, with the question filled in where there is room for one. */
    public record Links(TeamsLink chat, TeamsLink call, TeamsLink meeting) {
        public Links {
            Objects.requireNonNull(chat);
            Objects.requireNonNull(call);
            Objects.requireNonNull(meeting);
        }

        static Links of(String username, Optional<String> tenant, Question question) {
            List<String> people = List.of(username);
            return new Links(
                    TeamsLinks.chat(people, tenant, question),
                    TeamsLinks.call(people),
                    TeamsLinks.meeting(people, question));
        }
    }

    public FindResult {
        Objects.requireNonNull(request);
        Objects.requireNonNull(question);
        shown = Set.copyOf(shown);
        Objects.requireNonNull(answer);
        Objects.requireNonNull(links);
    }

    /** With whoever is shown now. */
    Set<String> shownByNow() {
        Set<String> all = new HashSet<>(shown);
        answer.found().ifPresent(found -> all.add(found.person().id()));
        return all;
    }

    /** Without anybody: it might be logged. */
    @Override
    public String toString() {
        return "FindResult";
    }
}
