package app.ampel.service.settings;

import app.ampel.domain.policy.IdleBehaviour;
import app.ampel.domain.policy.Rules;
import app.ampel.domain.policy.Scheme;
import app.ampel.domain.policy.Schemes;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How presence becomes what lights show, to and from the members of the settings file. Pure. */
final class RulesJson {

    private static final String WHEN_LOCKED = "whenLocked";
    private static final String OUT_OF_HOURS = "outOfHours";

    private RulesJson() {}

    static Rules read(Members members) {
        Optional<Scheme> own = SchemeJson.read(members);
        return new Rules(
                members.read("/scheme", names(), Members.text(name -> name(name, own)))
                        .orElse(Rules.USUAL.usual()),
                own,
                atRest(members, WHEN_LOCKED).orElse(Rules.USUAL.whenLocked()),
                atRest(members, OUT_OF_HOURS).orElse(Rules.USUAL.outOfHours()));
    }

    private static String names() {
        return Stream.concat(Schemes.READY_MADE.stream().map(Scheme::name), Stream.of(Rules.OWN))
                .collect(Collectors.joining(", "));
    }

    private static Optional<String> name(String name, Optional<Scheme> own) {
        boolean there =
                name.equals(Rules.OWN) ? own.isPresent() : Schemes.named(name).isPresent();
        return Optional.of(name).filter(it -> there);
    }

    private static Optional<IdleBehaviour> atRest(Members members, String member) {
        return members.word("/lights/" + member, IdleBehaviour.class);
    }

    /** Writes what has changed. */
    static void write(ObjectNode root, Rules before, Rules after) {
        if (!before.usual().equals(after.usual())) {
            root.put("scheme", after.usual());
        }
        if (!before.own().equals(after.own())) {
            after.own()
                    .ifPresentOrElse(
                            own -> root.set("ownScheme", SchemeJson.write(own)), () -> root.remove("ownScheme"));
        }
        put(root, WHEN_LOCKED, before.whenLocked(), after.whenLocked());
        put(root, OUT_OF_HOURS, before.outOfHours(), after.outOfHours());
    }

    private static void put(ObjectNode root, String member, IdleBehaviour before, IdleBehaviour after) {
        if (before != after) {
            JsonNode word = JsonNodeFactory.instance.textNode(after.word());
            SettingsJson.put(root, "lights", member, Optional.of(word));
        }
    }
}
