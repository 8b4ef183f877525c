package app.ampel.face.window.colours;

import app.ampel.domain.light.Glow;
import app.ampel.domain.light.LightCommand;
import app.ampel.domain.policy.ConfusablePair;
import app.ampel.domain.policy.Rules;
import app.ampel.domain.policy.Scheme;
import app.ampel.domain.policy.Schemes;
import app.ampel.domain.presence.PresenceKind;
import app.ampel.service.text.Messages;
import app.ampel.service.text.Phrases;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The words and pictures of the page of colours. Pure. */
final class ColoursViewStates {

    /** Whoever begins with colours of their own is not to be met by a list of what is wrong with them. */
    private static final int MOST_HINTS = 1;

    /** As people think of them, from free to gone. */
    private static final List<PresenceKind> ORDER = List.of(
            PresenceKind.AVAILABLE,
            PresenceKind.BUSY,
            PresenceKind.IN_A_MEETING,
            PresenceKind.IN_A_CALL,
            PresenceKind.DO_NOT_DISTURB,
            PresenceKind.FOCUSING,
            PresenceKind.AWAY,
            PresenceKind.OUT_OF_OFFICE,
            PresenceKind.OFFLINE,
            PresenceKind.UNKNOWN);

    private final Messages words;
    private final Phrases phrases;

    ColoursViewStates(Messages words) {
        this.words = words;
        phrases = new Phrases(words);
    }

    List<ColoursViewState.Card> cards(String usual, Optional<Scheme> own) {
        List<ColoursViewState.Card> cards = new ArrayList<>();
        Schemes.READY_MADE.forEach(scheme -> cards.add(card(scheme.name(), Optional.of(scheme), usual)));
        cards.add(card(Rules.OWN, own, usual));
        return cards;
    }

    private ColoursViewState.Card card(String name, Optional<Scheme> scheme, String usual) {
        return new ColoursViewState.Card(
                name,
                scheme(name),
                words.say("ui.colours.scheme-detail." + name),
                scheme.map(it -> ORDER.stream().map(it.shows()::get).toList()).orElse(List.of()),
                name.equals(usual));
    }

    String scheme(String name) {
        return words.say("ui.colours.scheme." + name);
    }

    /**
     * @param since how long effects are being played
     * @param open the kind that is being changed
     */
    List<ColoursViewState.Row> rows(
            Map<PresenceKind, LightCommand> shows, Optional<PresenceKind> open, Duration since, boolean calm) {
        return ORDER.stream()
                .map(kind -> {
                    LightCommand shown = shows.get(kind);
                    return new ColoursViewState.Row(
                            kind,
                            title(kind),
                            others(kind),
                            shown,
                            phrases.command(shown),
                            calm ? 1 : Glow.share(shown, since),
                            open.equals(Optional.of(kind)));
                })
                .toList();
    }

    String title(PresenceKind kind) {
        return words.say("presence." + states(kind).get(0));
    }

    private String others(PresenceKind kind) {
        return states(kind).stream()
                .skip(1)
                .map(state -> words.say("presence." + state))
                .collect(Collectors.joining(", "));
    }

    /** Teams' own names, by their keys. */
    private static List<String> states(PresenceKind kind) {
        return switch (kind) {
            case IN_A_CALL -> List.of("inacall", "inaconferencecall", "presenting");
            case FOCUSING -> List.of("focusing", "urgentinterruptionsonly");
            case IN_A_MEETING -> List.of("inameeting");
            case OUT_OF_OFFICE -> List.of("outofoffice");
            case DO_NOT_DISTURB -> List.of("donotdisturb");
            case BUSY -> List.of("busy");
            case AVAILABLE -> List.of("available");
            case AWAY -> List.of("away", "berightback");
            case OFFLINE -> List.of("offline");
            case UNKNOWN -> List.of("presenceunknown");
        };
    }

    List<String> hints(Map<PresenceKind, LightCommand> shows) {
        List<ConfusablePair> mixups = ConfusablePair.in(shows);
        List<String> hints = mixups.stream()
                .limit(MOST_HINTS)
                .map(mixup -> words.say(
                        mixup.forEverybody() ? "ui.colours.alike" : "ui.colours.alike-to-some",
                        title(mixup.one()),
                        title(mixup.other())))
                .collect(Collectors.toCollection(ArrayList::new));
        if (mixups.size() > MOST_HINTS) {
            hints.add(words.say("ui.colours.alike-more", mixups.size() - MOST_HINTS));
        }
        return hints;
    }
}
