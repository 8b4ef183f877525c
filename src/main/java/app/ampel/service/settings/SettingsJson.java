package app.ampel.service.settings;

import app.ampel.domain.account.Cloud;
import app.ampel.domain.account.SignInWay;
import app.ampel.domain.presence.PollingLimits;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Settings to and from the members of their file. Pure. */
final class SettingsJson {

    private SettingsJson() {}

    static Settings read(Members members) {
        AccountSettings account = new AccountSettings(
                members.clientId(),
                members.tenant(),
                members.cloud(),
                members.url("/account/authority"),
                members.url("/account/graph"),
                members.signIn());
        return new Settings(
                account,
                members.polling(),
                SerialLightJson.read(members),
                ScreenLightJson.read(members),
                LightsJson.read(members),
                RulesJson.read(members),
                HabitsJson.read(members),
                ProgramJson.looks(members),
                ProgramJson.history(members),
                ProgramJson.signOutOnQuit(members),
                ProgramJson.detailedLog(members));
    }

    /** Writes into {@code root} what has changed and leaves everything else as it stands there, right or wrong. */
    static void write(ObjectNode root, Settings before, Settings after) {
        account(root, before.account(), after.account());
        polling(root, before.polling(), after.polling());
        if (!before.serialLights().equals(after.serialLights())) {
            ArrayNode lights = JsonNodeFactory.instance.arrayNode();
            after.serialLights().forEach(light -> lights.add(SerialLightJson.write(light)));
            put(root, "lights", "serial", Optional.of(lights));
        }
        ScreenLightJson.write(root, before.screenLight(), after.screenLight());
        LightsJson.write(root, before.lights(), after.lights());
        HabitsJson.write(root, before.habits(), after.habits());
        RulesJson.write(root, before.rules(), after.rules());
        ProgramJson.write(root, before, after);
    }

    private static void account(ObjectNode root, AccountSettings before, AccountSettings after) {
        change(root, "account", "clientId", text(before.clientId()), text(after.clientId()));
        change(root, "account", "tenant", text(before.tenant()), text(after.tenant()));
        change(
                root,
                "account",
                "cloud",
                text(before.cloud().map(Cloud::word)),
                text(after.cloud().map(Cloud::word)));
        change(
                root,
                "account",
                "authority",
                text(before.authority().map(URI::toString)),
                text(after.authority().map(URI::toString)));
        change(
                root,
                "account",
                "graph",
                text(before.graph().map(URI::toString)),
                text(after.graph().map(URI::toString)));
        change(
                root,
                "account",
                "signIn",
                text(before.signIn().map(SignInWay::word)),
                text(after.signIn().map(SignInWay::word)));
    }

    private static void polling(ObjectNode root, PollingLimits before, PollingLimits after) {
        change(root, "polling", "usual", text(before.usual()), text(after.usual()));
        change(root, "polling", "fastest", text(before.fastest()), text(after.fastest()));
        change(root, "polling", "slowest", text(before.slowest()), text(after.slowest()));
    }

    private static Optional<JsonNode> text(Optional<String> value) {
        return value.map(JsonNodeFactory.instance::textNode);
    }

    private static Optional<JsonNode> text(Duration value) {
        return text(Optional.of(value.toString()));
    }

    private static void change(
            ObjectNode root, String group, String name, Optional<JsonNode> before, Optional<JsonNode> after) {
        if (!before.equals(after)) {
            put(root, group, name, after);
        }
    }

    static void put(ObjectNode root, String group, String name, Optional<JsonNode> value) {
        ObjectNode members = root.get(group) instanceof ObjectNode there ? there : root.putObject(group);
        value.ifPresentOrElse(node -> members.set(name, node), () -> members.remove(name));
        if (members.isEmpty()) {
            root.remove(group);
        }
    }
}
