package app.ampel.face.cli;

import app.ampel.domain.light.LineTemplate;
import app.ampel.domain.light.SerialProtocol;
import app.ampel.domain.light.SerialProtocol.LineEnd;
import app.ampel.domain.light.SerialProtocol.Template;
import app.ampel.domain.light.TemplatePreset;
import app.ampel.service.text.Messages;
import app.ampel.service.text.Phrases;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** What a serial light speaks, as it is typed; what cannot be is refused in one sentence. */
final class SerialOptions {

    static final List<String> PROTOCOLS = List.of("ampel", "template", "wled", "mutesync");

    @Option(
            names = "--protocol",
            paramLabel = "PROTOCOL",
            completionCandidates = Candidates.Protocols.class,
            descriptionKey = "ampel.lights.add.protocol",
            order = 1)
    private String protocol;

    @Option(
            names = "--preset",
            paramLabel = "PRESET",
            completionCandidates = Candidates.Presets.class,
            descriptionKey = "ampel.lights.add.preset",
            order = 2)
    private String preset;

    @Option(names = "--template", paramLabel = "TEXT", descriptionKey = "ampel.lights.add.template", order = 3)
    private String template;

    @Option(names = "--off", paramLabel = "TEXT", descriptionKey = "ampel.lights.add.off", order = 4)
    private String off;

    @Option(names = "--when", paramLabel = "STATE=TEXT", descriptionKey = "ampel.lights.add.when", order = 5)
    private List<String> when;

    @Option(
            names = "--line-end",
            paramLabel = "END",
            completionCandidates = Candidates.LineEnds.class,
            descriptionKey = "ampel.lights.add.line-end",
            order = 6)
    private String lineEnd;

    @Option(names = "--baud", paramLabel = "N", descriptionKey = "ampel.lights.add.baud", order = 7)
    private String baud;

    @Option(
            names = "--dtr",
            paramLabel = "on|off",
            completionCandidates = Candidates.OnOff.class,
            descriptionKey = "ampel.lights.add.dtr",
            order = 8)
    private String dtr;

    @Option(
            names = "--rts",
            paramLabel = "on|off",
            completionCandidates = Candidates.OnOff.class,
            descriptionKey = "ampel.lights.add.rts",
            order = 9)
    private String rts;

    @Option(names = "--expect", paramLabel = "REGEX", descriptionKey = "ampel.lights.add.expect", order = 10)
    private String expect;

    @Option(names = "--unasked", descriptionKey = "ampel.lights.add.unasked", order = 11)
    private boolean unasked;

    SerialProtocol protocol(Messages words) throws Failure {
        boolean forTemplates = Stream.of(preset, template, off, when, lineEnd, baud, dtr, rts, expect)
                .anyMatch(option -> option != null);
        String word = protocol == null ? forTemplates ? "template" : "ampel" : protocol;
        if (!PROTOCOLS.contains(word)) {
            throw unknown(words, "add.wrong-protocol", word, PROTOCOLS);
        }
        if (unasked && !word.equals("wled")) {
            throw Failure.usage(words.say("add.only-wled"));
        }
        if (word.equals("template")) {
            return template(words);
        }
        if (forTemplates) {
            throw Failure.usage(words.say("add.only-template", word));
        }
        if (word.equals("mutesync")) {
            return new SerialProtocol.MuteSync();
        }
        return word.equals("wled") ? new SerialProtocol.Wled(!unasked) : new SerialProtocol.Ampel();
    }

    private Template template(Messages words) throws Failure {
        Optional<TemplatePreset> base = preset(words);
        String text =
                template != null ? template : base.map(TemplatePreset::text).orElse(null);
        if (text == null) {
            throw Failure.usage(words.say("add.no-template"));
        }
        String dark = off != null ? off : base.flatMap(TemplatePreset::off).orElse(null);
        return new Template(
                line(words, text),
                dark == null ? Optional.empty() : Optional.of(line(words, dark)),
                states(words, base),
                lineEnd(words, base),
                baud(words),
                isOn(words, "--dtr", dtr, true),
                isOn(words, "--rts", rts, false),
                expected(words));
    }

    private Optional<TemplatePreset> preset(Messages words) throws Failure {
        return preset == null
                ? Optional.empty()
                : Optional.of(new Values(words).oneOf(TemplatePreset.class, preset, "add.wrong-preset"));
    }

    private static LineTemplate line(Messages words, String text) throws Failure {
        Optional<String> unknown = LineTemplate.unknownIn(text);
        if (unknown.isPresent()) {
            throw unknown(words, "add.wrong-placeholder", unknown.get(), LineTemplate.PLACEHOLDERS);
        }
        if (!LineTemplate.isSendable(text)) {
            throw Failure.usage(words.say("add.wrong-text", LineTemplate.LONGEST));
        }
        return new LineTemplate(text);
    }

    private Map<String, LineTemplate> states(Messages words, Optional<TemplatePreset> base) throws Failure {
        Map<String, LineTemplate> states = new TreeMap<>();
        // A text of one's own is for everything that nothing else was said of.
        base.filter(it -> template == null)
                .ifPresent(it -> it.states().forEach((state, text) -> states.put(state, new LineTemplate(text))));
        for (String pair : when == null ? List.<String>of() : when) {
            int equals = pair.indexOf('=');
            String state = equals < 0 ? pair : pair.substring(0, equals);
            if (!Template.STATES.contains(state)) {
                throw unknown(
                        words,
                        "add.wrong-state",
                        state,
                        new TreeSet<>(Template.STATES).stream().toList());
            }
            if (equals < 0) {
                throw Failure.usage(words.say("add.no-text", state));
            }
            states.put(state, line(words, pair.substring(equals + 1)));
        }
        return states;
    }

    private LineEnd lineEnd(Messages words, Optional<TemplatePreset> base) throws Failure {
        LineEnd usual = base.map(TemplatePreset::lineEnd).orElse(LineEnd.LF);
        return lineEnd == null ? usual : new Values(words).oneOf(LineEnd.class, lineEnd, "add.wrong-line-end");
    }

    private int baud(Messages words) throws Failure {
        if (baud == null) {
            return Template.USUAL_BAUD;
        }
        int value = baud.matches("[0-9]{1,7}") ? Integer.parseInt(baud) : 0;
        if (value < Template.SLOWEST || value > Template.FASTEST) {
            throw Failure.usage(words.say("add.wrong-baud", Phrases.tame(baud)));
        }
        return value;
    }

    private static boolean isOn(Messages words, String option, String value, boolean usual) throws Failure {
        if (value != null && !value.equals("on") && !value.equals("off")) {
            throw Failure.usage(words.say("add.wrong-switch", option, Phrases.tame(value)));
        }
        return value == null ? usual : value.equals("on");
    }

    private Optional<String> expected(Messages words) throws Failure {
        if (expect != null && !Template.isPattern(expect)) {
            throw Failure.usage(words.say("add.wrong-expect", Phrases.tame(expect)));
        }
        return Optional.ofNullable(expect);
    }

    private static Failure unknown(Messages words, String key, String typed, List<String> allowed) {
        return Failure.usage(Complaints.unknown(words, key, typed, allowed));
    }
}
