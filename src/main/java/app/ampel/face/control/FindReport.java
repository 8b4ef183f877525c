package app.ampel.face.control;

import app.ampel.domain.people.FindAnswer;
import app.ampel.domain.people.FindAnswer.Found;
import app.ampel.domain.presence.Presence;
import app.ampel.service.people.FindResult;
import app.ampel.service.people.PeopleNotice;
import app.ampel.service.text.Messages;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Who was found, or nobody: for people and for programs, with the members {@code people} and {@code text}, and {@code exit} where
 * nobody was. Pure.
 */
final class FindReport {

    private final Messages words;
    private final PeoplePhrases phrases;

    FindReport(Messages words, PeoplePhrases phrases) {
        this.words = words;
        this.phrases = phrases;
    }

    ObjectNode of(FindResult result) {
        FindAnswer found = result.answer();
        ObjectNode answer = LineStarts.ok();
        ObjectNode people = answer.putObject("people");
        ArrayNode text = answer.putArray("text");
        if (found.found().isPresent()) {
            Found who = found.found().get();
            people.set("found", json(who).put("among", who.among()));
            found(who, result.links()).forEach(text::add);
        } else {
            people.putNull("found");
            nobody(found).forEach(text::add);
            if (found.looked() == 0
                    && result.request().pool().filter(phrases::isGroup).isPresent()) {
                text.add(words.say("people.group.empty"));
            }
            answer.put("exit", ExitCode.NOBODY);
        }
        PeopleJson.links(people, result.links());
        ArrayNode nearest = people.putArray("nearest");
        found.nearest().forEach(each -> nearest.add(json(each)));
        people.put("looked", found.looked()).put("unknown", found.unknown());
        return answer;
    }

    private static ObjectNode json(Found found) {
        ObjectNode person = PeopleJson.person(found.person());
        Optional<Presence> presence = Optional.of(found.presence());
        PeopleJson.state(person, presence, found.reachability(), Optional.of(found.asOf()));
        return PeopleJson.notes(person, presence)
                .put("reason", found.candidate().origin().word());
    }

    private List<String> found(Found who, Optional<FindResult.Links> links) {
        List<String> lines = new ArrayList<>();
        Optional<Presence> presence = Optional.of(who.presence());
        lines.add(phrases.placed(phrases.who(who.person()), presence, who.reachability()));
        lines.addAll(phrases.notes(presence));
        lines.add(phrases.why(who.candidate().origin(), who.among()));
        lines.add(phrases.asOf(who.asOf()));
        links.map(phrases::links).ifPresent(lines::addAll);
        return lines;
    }

    private List<String> nobody(FindAnswer found) {
        List<String> lines = new ArrayList<>();
        lines.add(words.say("people.nobody", found.looked()));
        if (found.unknown() > 0) {
            lines.add(words.say("people.nobody.unknown", found.unknown()));
        }
        if (!found.nearest().isEmpty()) {
            lines.add(words.say("people.nearest"));
            found.nearest()
                    .forEach(each -> lines.add(phrases.row(
                            phrases.who(each.person()), Optional.of(each.presence()), each.reachability())));
            lines.add(words.say(
                    "people.nobody.wait",
                    found.nearest().stream()
                            .map(each -> each.person()
                                    .username()
                                    .orElse(each.person().id()))
                            .collect(Collectors.joining(" "))));
        }
        return lines;
    }

    /** @param notice empty: it ended before anybody was */
    ObjectNode of(Optional<PeopleNotice> notice) {
        ObjectNode answer = LineStarts.ok();
        ObjectNode people = answer.putObject("people");
        ArrayNode text = answer.putArray("text");
        if (notice.isEmpty()) {
            people.putNull("found").putNull("links");
            text.add(words.say("people.wait.over"));
            return answer.put("exit", ExitCode.NOBODY);
        }
        PeopleNotice told = notice.get();
        people.set(
                "found",
                PeopleJson.reachable(
                        PeopleJson.person(told.contact(), told.person()),
                        told.reachability(),
                        Optional.of(told.asOf())));
        text.add(words.say(
                "people.wait.there", told.person().map(phrases::who).orElseGet(() -> phrases.name(told.contact()))));
        text.add(phrases.asOf(told.asOf()));
        if (told.chat().isPresent()) {
            people.putObject("links").put("chat", told.chat().get().address().toString());
            text.add(phrases.link("people.link.chat", told.chat().get()));
        } else {
            people.putNull("links");
        }
        return answer;
    }
}
