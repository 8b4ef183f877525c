package app.ampel.face.window.people;

import app.ampel.domain.people.ConsentStep;
import app.ampel.domain.people.Contact;
import app.ampel.domain.people.PeopleUse;
import app.ampel.domain.presence.Presence;
import app.ampel.face.window.kit.Wording;
import app.ampel.face.window.people.PeopleViewState.Barrier;
import app.ampel.face.window.people.PeopleViewState.Kind;
import app.ampel.face.window.people.PeopleViewState.Line;
import app.ampel.face.window.people.PeopleViewState.Step;
import app.ampel.service.people.PeopleFeature;
import app.ampel.service.people.PeopleSnapshot;
import app.ampel.service.text.Messages;
import app.ampel.service.text.Phrases;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What the page shows of what is known. Pure. */
final class PeopleViewStates {

    private final Messages words;
    private final PersonWords people;
    private final Phrases phrases;
    private final Wording wording;
    private final Supplier<ZoneId> zone;

    PeopleViewStates(Messages words, Supplier<ZoneId> zone) {
        this.words = words;
        this.people = new PersonWords(words);
        this.phrases = new Phrases(words);
        this.wording = new Wording(words);
        this.zone = zone;
    }

    PeopleViewState of(PeopleKnown known) {
        PeopleSnapshot now = known.people();
        List<Line> lines = lines(known);
        return new PeopleViewState(
                barrier(known),
                now.watchList().isEmpty() || !known.suggested().isEmpty() ? words.say("ui.people.empty") : "",
                count(now),
                now.order(),
                lines,
                now.searches().stream().map(each -> each.search().name()).toList(),
                now.lists().stream().map(list -> list.name()).toList(),
                now.problem().map(wording::of).orElse(""));
    }

    /** Not before all have been asked for: it would be too few. */
    private String count(PeopleSnapshot now) {
        if (now.watchList().isEmpty()) {
            return "";
        }
        return now.watchList().stream().anyMatch(row -> !row.gone() && isWaiting(row, now))
                ? words.say("ui.people.asked")
                : words.say("ui.people.count", now.free(), now.watchList().size());
    }

    /** Nothing has been heard of that one, and nothing is known to be in the way. */
    private static boolean isWaiting(PeopleSnapshot.Row row, PeopleSnapshot now) {
        return row.asOf().isEmpty() && now.problem().isEmpty();
    }

    private Optional<Barrier> barrier(PeopleKnown known) {
        if (!known.signedIn()) {
            return barrier("ui.people.signed-out", "", Step.SIGN_IN);
        }
        switch (known.people().access().getOrDefault(PeopleFeature.PEOPLE, PeopleFeature.Access.OFF)) {
            case LOCKED -> {
                return barrier("ui.people.locked", "");
            }
            case OFF -> {
                return barrier("ui.people.off", "", Step.SETTINGS);
            }
            case ON -> {}
        }
        if (known.asking()) {
            return barrier("ui.people.asking", "", Step.CANCEL);
        }
        return refused(known.people())
                .or(() -> known.consented()
                        ? Optional.empty()
                        : barrier(
                                ConsentStep.PRESENCE.key(),
                                known.failure().isEmpty() ? words.say("ui.people.promise") : known.failure(),
                                Step.CONSENT));
    }

    private Optional<Barrier> refused(PeopleSnapshot now) {
        return now.refusal()
                .filter(refusal -> refusal.step() == ConsentStep.PRESENCE)
                .flatMap(refusal ->
                        barrier(refusal.step().refusedKey(), working(refusal.working()), Step.LETTER, Step.CONSENT));
    }

    /** What a refusal leaves; empty where that is nothing. */
    String working(List<PeopleUse> uses) {
        return uses.isEmpty()
                ? ""
                : words.say(
                        "ui.people.working",
                        uses.stream().map(use -> words.say(use.key())).collect(Collectors.joining(", ")));
    }

    private Optional<Barrier> barrier(String key, String still, Step... steps) {
        return Optional.of(new Barrier(words.say(key), still, List.of(steps)));
    }

    private List<Line> lines(PeopleKnown known) {
        Map<String, Function<String, Line>> makers = new HashMap<>();
        Set<String> wanted = new LinkedHashSet<>();
        Set<String> twice = twice(known.people());
        Map<String, Instant> awaited = awaited(known.people());
        for (PeopleSnapshot.Row row : known.people().watchList()) {
            wanted.add(row.contact().id());
            makers.put(row.contact().id(), id -> line(row, twice, Optional.ofNullable(awaited.get(id)), known));
        }
        for (Contact contact : known.suggested()) {
            wanted.add(contact.id());
            makers.putIfAbsent(contact.id(), id -> suggested(contact));
        }
        List<Line> lines = new ArrayList<>();
        Map<String, String> removed = known.removed();
        for (String id : LineOrder.next(known.order(), List.copyOf(wanted), removed.keySet(), known.held())) {
            lines.add(makers.getOrDefault(id, gone -> removed(gone, removed.get(gone), known))
                    .apply(id));
        }
        return lines;
    }

    /** Names that more than one has. */
    private Set<String> twice(PeopleSnapshot now) {
        return now.watchList().stream().map(this::name).collect(Collectors.groupingBy(name -> name)).values().stream()
                .filter(same -> same.size() > 1)
                .map(same -> same.get(0))
                .collect(Collectors.toSet());
    }

    private static Map<String, Instant> awaited(PeopleSnapshot now) {
        Map<String, Instant> until = new HashMap<>();
        now.waits()
                .forEach(wait -> wait.awaited()
                        .ids()
                        .forEach(id -> until.merge(
                                id, wait.awaited().until(), (one, other) -> one.isAfter(other) ? one : other)));
        return until;
    }

    private String name(PeopleSnapshot.Row row) {
        return row.person().map(people::name).orElseGet(() -> people.name(row.contact()));
    }

    private Line line(PeopleSnapshot.Row row, Set<String> twice, Optional<Instant> awaited, PeopleKnown known) {
        String name = name(row);
        String id = row.contact().id();
        if (row.gone()) {
            return line(id, Kind.GONE, name, words.say("ui.people.gone"), awaited.isPresent());
        }
        Optional<Presence> presence = row.presence();
        boolean waiting = isWaiting(row, known.people());
        List<String> details = new ArrayList<>();
        awaited.ifPresent(until -> details.add(words.say(
                "ui.people.awaited", phrases.time(until, known.people().at(), zone.get()))));
        presence.map(people::details).ifPresent(details::addAll);
        row.person().filter(person -> twice.contains(name)).map(people::about).ifPresent(details::add);
        String state = waiting ? words.say("ui.people.asked") : people.state(presence);
        String detail = String.join(PersonWords.BETWEEN, details);
        return new Line(
                id,
                Kind.PERSON,
                PersonWords.initials(name),
                waiting ? Optional.empty() : Optional.of(PersonWords.look(presence)),
                name,
                state,
                detail,
                spoken(name, state, detail),
                awaited.isPresent(),
                false);
    }

    private Line suggested(Contact contact) {
        return line(contact.id(), Kind.SUGGESTED, people.name(contact), words.say("ui.people.suggested"), false);
    }

    private Line removed(String id, String name, PeopleKnown known) {
        return line(
                id,
                Kind.REMOVED,
                name,
                words.say("ui.people.removed", name),
                known.undoable().equals(id));
    }

    /** Of somebody whose state is not shown. */
    private static Line line(String id, Kind kind, String name, String state, boolean flag) {
        return new Line(
                id,
                kind,
                PersonWords.initials(name),
                Optional.empty(),
                name,
                state,
                "",
                kind == Kind.REMOVED ? state : spoken(name, state, ""),
                flag && kind == Kind.GONE,
                flag && kind == Kind.REMOVED);
    }

    private static String spoken(String name, String state, String detail) {
        return detail.isEmpty() ? name + ", " + state : name + ", " + state + ". " + detail;
    }
}
