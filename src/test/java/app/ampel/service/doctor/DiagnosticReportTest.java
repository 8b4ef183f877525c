package app.ampel.service.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.light.LightState.Condition;
import app.ampel.domain.problem.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is handed to whoever helps. */
class DiagnosticReportTest {

    private static final List<String> LOG = List.of(
            "2026-11-20T13:05:01.500+01:00 INFO  main Seeded: info with Jörg",
            "2026-11-20T13:05:02.500+01:00 WARN  ampel-core Seeded: Jörg Müßig at 192.168.17.4 has blink1:3A001234",
            "java.net.UnknownHostException: schleuse.innen.example",
            "\tat java.base/java.net.InetAddress.getAllByName(InetAddress.java:1)",
            "Caused by: java.io.IOException: j.muessig@zimtstern.example",
            "2026-11-20T13:05:03.500+01:00 ERROR main Seeded: /home/joergm/x, Bearer abcdef123456");

    private static String report(Fact... more) {
        List<Fact> facts =
                Stream.concat(Stream.of(more), Situations.fine().stream()).toList();
        return DiagnosticReport.of(Diagnosis.of(new Evidence(Situations.NOW, facts, Set.of())));
    }

    private static String seeded() {
        return report(
                Situations.failing(
                        "graph.innen.example",
                        Problem.of(Problem.Kind.NO_NETWORK, "ConnectException"),
                        Fact.Host.Stage.CONNECT,
                        Optional.of(Situations.PROXY)),
                Situations.lights(Situations.light(Condition.NO_PERMISSION, "light.hint.port", "/home/joergm/port")),
                new Fact.Settings(List.of(Message.of(
                        "settings.note.wrong",
                        new Message.Private("/home/joergm/.local/share/ampel/settings.json", "settings.json"),
                        "3",
                        "/account/tenant",
                        Message.Private.of("\"Geheimnis\""),
                        "a tenant"))),
                new Fact.Log(true, LOG));
    }

    @Test
    void hasNothingOfWhatIsPrivate() {
        assertThat(seeded().toLowerCase(Locale.ROOT))
                .doesNotContain(
                        "jörg",
                        "joerg",
                        "jorg",
                        "müßig",
                        "muessig",
                        "zimt",
                        "innen",
                        "schleuse",
                        "3128",
                        "0815",
                        "3a001234",
                        "käthe",
                        "geheimnis",
                        "192.168",
                        "abcdef",
                        "/home",
                        "a3be11ca",
                        "0e6f3a52",
                        "5b1d2c1e");
    }

    @Test
    void hasWhatHelps() {
        assertThat(seeded().lines())
                .contains(
                        "Ampel report, 2026-11-20T13:05:03Z",
                        "Ampel 0.1.0, Java 17.0.12.1 (Debian)",
                        "Account: signed-in",
                        "App a3be… in tenant (a domain), cloud global, servers of its own",
                        "Organisation 0e6f…, user 5b1d…, granted: User.Read, Presence.Read, Presence.ReadWrite",
                        "Reading: known, every PT10S",
                        "graph.microsoft.com: answers",
                        "[…]: no-network ConnectException at connect, proxy set: http, by variable",
                        "Light: blink(1) mk2, hid-feature, no-permission",
                        "fault   lights      blink(1) mk2: You may not use the port […].",
                        "warning settings    settings.json, line 3: \"/account/tenant\" is […] and was ignored. Allowed: a"
                                + " tenant.",
                        "ok      rules       The rules that let you use USB lights are in place.",
                        "Log (detailed), warnings and errors of the last 6 lines:",
                        "2026-11-20T13:05:02.500+01:00 WARN  ampel-core Seeded: […] at [address] has blink1:[…]"
                                + " (java.net.UnknownHostException, java.io.IOException)",
                        "2026-11-20T13:05:03.500+01:00 ERROR main Seeded: ~/x, Bearer [token]");
    }

    @Test
    void hasTheLastWarningsAndErrorsOnly() {
        List<String> many = Stream.iterate(0, i -> i + 1)
                .limit(100)
                .map(i -> "2026-11-20T13:05:02.500+01:00 WARN  main Seeded: number " + i)
                .toList();
        assertThat(report(new Fact.Log(false, many)))
                .contains("number 99", "number 60")
                .doesNotContain("number 59\n");
    }
}
