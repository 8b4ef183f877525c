package app.ampel.face.control;

import app.ampel.domain.account.Cloud;
import app.ampel.domain.account.SignInWay;
import app.ampel.domain.light.Colour;
import app.ampel.domain.light.Effect;
import app.ampel.domain.light.LightCommand;
import app.ampel.domain.naming.WireName;
import app.ampel.domain.status.Choice;
import app.ampel.service.engine.LightOverride;
import app.ampel.service.settings.AccountSettings;
import app.ampel.service.settings.AccountValues;
import app.ampel.service.text.Messages;
import app.ampel.service.text.Phrases;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Texts to values; what is none is refused in one sentence, with the nearest word that would do. */
public final class Values {

    /** What a light can be told beside colours. */
    public static final List<String> NO_COLOURS = List.of("auto", "off", "pause");

    private final Messages words;

    public Values(Messages words) {
        this.words = words;
    }

    public Choice choice(String text) throws Failure {
        return oneOf(Choice.class, text, "cli.wrong-choice");
    }

    public Effect effect(String text) throws Failure {
        return oneOf(Effect.class, text, "cli.wrong-effect");
    }

    /** {@code auto} is empty: follow the presence. */
    public LightOverride light(String colour, Optional<String> effect) throws Failure {
        Effect how = effect(colour, effect, NO_COLOURS);
        return switch (colour) {
            case "auto" -> LightOverride.AUTO;
            case "pause" -> LightOverride.PAUSED;
            case "off" -> LightOverride.showing(LightCommand.OFF);
            default -> LightOverride.showing(new LightCommand(colour(colour, NO_COLOURS), how));
        };
    }

    /** Refused beside one of {@code without}, which show none: nothing that was typed is dropped. */
    public Effect effect(String colour, Optional<String> typed, List<String> without) throws Failure {
        Effect how = typed.isPresent() ? effect(typed.get()) : Effect.SOLID;
        if (typed.isPresent() && without.contains(colour)) {
            throw Failure.usage(words.say("cli.no-effect", colour));
        }
        return how;
    }

    /** A name or {@code #rrggbb}; {@code more} are words that would have done as well. */
    public Colour colour(String text, List<String> more) throws Failure {
        Colour named = Phrases.NAMED.get(text);
        if (named != null) {
            return named;
        }
        Optional<Colour> parsed = Colour.parse(text);
        if (parsed.isPresent()) {
            return parsed.get();
        }
        List<String> all = new ArrayList<>(Phrases.NAMED.keySet());
        all.addAll(more);
        throw Failure.usage(Complaints.unknown(words, "cli.wrong-colour", text, all));
    }

    public AccountSettings account(
            Optional<String> clientId,
            Optional<String> tenant,
            Optional<String> cloud,
            Optional<String> authority,
            Optional<String> graph,
            Optional<String> signIn)
            throws Failure {
        return new AccountSettings(
                value(clientId, AccountValues::clientId, "cli.wrong-client-id"),
                value(tenant, AccountValues::tenant, "cli.wrong-tenant"),
                word(cloud, Cloud.class, "cli.wrong-cloud"),
                value(authority, AccountValues::url, "cli.wrong-url"),
                value(graph, AccountValues::url, "cli.wrong-url"),
                word(signIn, SignInWay.class, "cli.wrong-way"));
    }

    private <T> Optional<T> value(Optional<String> text, Function<String, Optional<T>> reader, String complaint)
            throws Failure {
        Optional<T> value = text.flatMap(reader);
        if (text.isPresent() && value.isEmpty()) {
            throw Failure.usage(words.say(complaint, Phrases.tame(text.get())));
        }
        return value;
    }

    private <E extends Enum<E> & WireName> Optional<E> word(Optional<String> text, Class<E> among, String complaint)
            throws Failure {
        return text.isPresent() ? Optional.of(oneOf(among, text.get(), complaint)) : Optional.empty();
    }

    public <E extends Enum<E> & WireName> E oneOf(Class<E> among, String text, String complaint) throws Failure {
        return WireName.of(text, among)
                .orElseThrow(() -> Failure.usage(Complaints.unknown(words, complaint, text, WireName.all(among))));
    }
}
