package app.ampel.face.cli;

import app.ampel.domain.light.SerialProtocol;
import app.ampel.domain.light.SerialProtocol.LineEnd;
import app.ampel.domain.light.SerialProtocol.Template;
import app.ampel.domain.light.TemplatePreset;
import app.ampel.face.control.Complaints;
import app.ampel.face.control.Failure;
import app.ampel.face.control.Values;
import app.ampel.service.lights.TemplateDraft;
import app.ampel.service.text.Messages;
import app.ampel.service.text.Phrases;
import java.util.List;
import java.util.Optional;
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
        TemplateDraft draft = new TemplateDraft(
                text,
                Optional.ofNullable(off).or(() -> base.flatMap(TemplatePreset::off)),
                states(base),
                lineEnd(words, base),
                baud == null ? Integer.toString(Template.USUAL_BAUD) : baud,
                isOn(words, "--dtr", dtr, true),
                isOn(words, "--rts", rts, false),
                Optional.ofNullable(expect));
        if (draft.mistake().isPresent()) {
            throw Failure.usage(Complaints.of(draft.mistake().get(), words));
        }
        return draft.template();
    }

    /** Those of the preset, and then what was said about single ones. */
    private List<String> states(Optional<TemplatePreset> base) {
        // A text of one's own is for everything that nothing else was said of.
        Stream<String> usual = base.filter(it -> template == null).stream()
                .flatMap(it -> it.states().entrySet().stream())
                .map(state -> state.getKey() + "=" + state.getValue());
        return Stream.concat(usual, when == null ? Stream.empty() : when.stream())
                .toList();
    }

    private Optional<TemplatePreset> preset(Messages words) throws Failure {
        return preset == null
                ? Optional.empty()
                : Optional.of(new Values(words).oneOf(TemplatePreset.class, preset, "add.wrong-preset"));
    }

    private LineEnd lineEnd(Messages words, Optional<TemplatePreset> base) throws Failure {
        LineEnd usual = base.map(TemplatePreset::lineEnd).orElse(LineEnd.LF);
        return lineEnd == null ? usual : new Values(words).oneOf(LineEnd.class, lineEnd, "add.wrong-line-end");
    }

    private static boolean isOn(Messages words, String option, String value, boolean usual) throws Failure {
        if (value != null && !value.equals("on") && !value.equals("off")) {
            throw Failure.usage(words.say("add.wrong-switch", option, Phrases.tame(value)));
        }
        return value == null ? usual : value.equals("on");
    }

    private static Failure unknown(Messages words, String key, String typed, List<String> allowed) {
        return Failure.usage(Complaints.unknown(words, key, typed, allowed));
    }
}
