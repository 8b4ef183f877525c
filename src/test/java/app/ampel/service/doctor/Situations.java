package app.ampel.service.doctor;

import app.ampel.domain.account.Account.TokenPlace;
import app.ampel.domain.account.AccountState;
import app.ampel.domain.account.Cloud;
import app.ampel.domain.account.Profile;
import app.ampel.domain.account.Registration;
import app.ampel.domain.account.Scope;
import app.ampel.domain.light.LightCommand;
import app.ampel.domain.light.LightState;
import app.ampel.domain.light.Transport;
import app.ampel.domain.presence.Activity;
import app.ampel.domain.presence.Availability;
import app.ampel.domain.presence.Presence;
import app.ampel.domain.presence.PresenceReading;
import app.ampel.domain.problem.Problem;
import app.ampel.service.text.Messages;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Evidence to judge. */
public final class Situations {

    public static final Instant NOW = Instant.parse("2026-11-20T13:05:03Z");

    static final Profile JORG = new Profile(
            "Jörg Müßig",
            "j.muessig@zimtstern.example",
            "zimtstern.example",
            "0e6f3a52-97b4-4c8d-8a1f-2d3b4c5d6e7f",
            "5b1d2c1e-4d5a-4f0e-9c31-6a7c0f2e4b10",
            Set.of(Scope.USER_READ, Scope.PRESENCE_READ, Scope.PRESENCE_READ_WRITE));

    static final Registration REGISTRATION = new Registration(
            "a3be11ca-1de0-4de3-b0de-c0ffee15900d",
            "zimtstern.example",
            Cloud.GLOBAL,
            Optional.empty(),
            Optional.of(URI.create("https://graph.innen.example/v1.0")));

    static final ProxyInForce PROXY =
            new ProxyInForce(ProxyInForce.Source.VARIABLE, "https_proxy", "http", "schleuse.innen.example:3128", true);

    private Situations() {}

    public static Evidence of(Fact... facts) {
        return new Evidence(NOW, List.of(facts), Set.of());
    }

    static Fact.SignIn signedIn(Profile profile) {
        return new Fact.SignIn(Optional.of(REGISTRATION), AccountState.signedIn(profile));
    }

    static Fact.SignIn signedOut(Problem.Kind why) {
        return new Fact.SignIn(Optional.of(REGISTRATION), AccountState.signedOut(Optional.of(Problem.of(why))));
    }

    static Fact.Reading reading(PresenceReading.Kind kind, Optional<Problem> problem) {
        boolean known = kind == PresenceReading.Kind.KNOWN;
        PresenceReading.Last last = new PresenceReading.Last(
                Presence.of(new Availability("Busy"), new Activity("InAMeeting")),
                NOW.minusSeconds(5),
                known ? Optional.empty() : Optional.of(NOW));
        return new Fact.Reading(
                new PresenceReading(kind, Optional.of(last), Optional.empty(), problem),
                NOW,
                Optional.of(Duration.ofSeconds(10)),
                Optional.empty(),
                Optional.empty());
    }

    public static Fact.Host host(String name) {
        return new Fact.Host(
                name,
                Optional.empty(),
                Fact.Host.Stage.ANSWER,
                Duration.ofMillis(80),
                Optional.empty(),
                Optional.of(Duration.ZERO));
    }

    static Fact.Host failing(String name, Problem problem, Fact.Host.Stage stage, Optional<ProxyInForce> proxy) {
        return new Fact.Host(name, Optional.of(problem), stage, Duration.ofSeconds(1), proxy, Optional.empty());
    }

    static Fact.Host clockOff(Duration ahead) {
        return new Fact.Host(
                "graph.microsoft.com",
                Optional.empty(),
                Fact.Host.Stage.ANSWER,
                Duration.ofMillis(80),
                Optional.empty(),
                Optional.of(ahead));
    }

    static LightState light(LightState.Condition condition, String hint, String argument) {
        return new LightState(
                "blink1:3A001234",
                "blink(1) mk2",
                Transport.HID_FEATURE,
                condition,
                LightCommand.OFF,
                hint.isEmpty() ? Optional.empty() : Optional.of(new LightState.Hint(hint, argument)),
                Optional.of("Käthes Tür"),
                "blink1:3A001234",
                false);
    }

    static Fact.Lights lights(LightState... lights) {
        return new Fact.Lights(List.of(lights), false);
    }

    static Fact.Machine machine() {
        return new Fact.Machine(
                "0.1.0",
                "17.0.12.1 (Debian)",
                "Linux 6.1 amd64",
                "GNOME wayland",
                "/home/joergm",
                "joergm",
                "zimt-nb-0815");
    }

    /** Everything as it should be. */
    public static List<Fact> fine() {
        return new ArrayList<>(List.of(
                new Fact.Program(Fact.Program.Talk.RUNNING),
                signedIn(JORG),
                new Fact.Tokens(TokenPlace.KEY_STORE),
                reading(PresenceReading.Kind.KNOWN, Optional.empty()),
                host("login.microsoftonline.com"),
                host("graph.microsoft.com"),
                lights(light(LightState.Condition.OK, "", "")),
                new Fact.Rules(Fact.Rules.State.CURRENT),
                new Fact.Panel(true, "XFCE"),
                new Fact.Session(Fact.Session.Lock.TOLD, true),
                new Fact.Autostart(true, true, Optional.empty()),
                new Fact.Settings(List.of()),
                new Fact.Home("/home/joergm/.local/share/ampel", true, true, 1L << 33),
                machine()));
    }

    static String english(Message said) {
        return new MessageRenderer(Messages.in(Locale.ENGLISH), false).of(said);
    }
}
