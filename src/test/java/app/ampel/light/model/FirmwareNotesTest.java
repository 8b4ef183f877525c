package app.ampel.light.model;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.light.Colour;
import app.ampel.light.Effect;
import app.ampel.light.LightCommand;
import app.ampel.light.LightModel;
import app.ampel.light.Report;
import app.ampel.light.Transport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The worked examples of the pages in firmware-notes/lights, written by hand from their sources. */
class FirmwareNotesTest {

    private static final Path PAGES = Path.of("firmware-notes/lights");
    private static final Pattern REPORT = Pattern.compile(" {4}(output|feature|serial)(?: ([0-9]+))?:(.*)");

    private final Catalogue catalogue = new Catalogue();

    private record Example(String model, String what, List<Report> reports) {}

    @TestFactory
    Stream<DynamicTest> everyExampleIsWhatIsSent() throws IOException {
        return examples().stream()
                .map(example -> DynamicTest.dynamicTest(example.model + " " + example.what, () -> {
                    LightModel model = catalogue.find(example.model).orElseThrow();
                    assertThat(sent(model, example.what)).isEqualTo(example.reports);
                }));
    }

    @Test
    void everyModelHasAnExampleOfEachEffectAndOfDark() throws IOException {
        List<Example> examples = examples();
        for (LightModel model : new Catalogue().models()) {
            if (model.key().equals("blink1-mk1")) {
                continue; // its page is that of blink1, and its effects are software like Luxafor's
            }
            for (Effect effect : Effect.values()) {
                assertThat(examples)
                        .anyMatch(it -> it.model.equals(model.key()) && it.what.endsWith(" " + effect.word()));
            }
            assertThat(examples).anyMatch(it -> it.model.equals(model.key()) && it.what.equals("#000000 solid"));
        }
    }

    private static List<Report> sent(LightModel model, String what) {
        return switch (what) {
            case "arming" -> model.arming();
            case "farewell" -> model.farewell();
            case "heartbeat" -> model.heartbeat().orElseThrow().reports();
            default -> {
                String[] words = what.split(" ");
                Effect effect = Arrays.stream(Effect.values())
                        .filter(it -> it.word().equals(words[1]))
                        .findFirst()
                        .orElseThrow();
                yield model.encode(new LightCommand(Colour.parse(words[0]).orElseThrow(), effect))
                        .reports();
            }
        };
    }

    private static List<Example> examples() throws IOException {
        List<Example> examples = new ArrayList<>();
        try (Stream<Path> pages = Files.list(PAGES)) {
            for (Path page : pages.sorted().toList()) {
                examples.addAll(examples(Files.readAllLines(page)));
            }
        }
        assertThat(examples).hasSizeGreaterThan(20);
        return examples;
    }

    /** An indented block: a line that says what, then the reports, whose bytes may go on in lines indented further. */
    private static List<Example> examples(List<String> lines) {
        List<Example> examples = new ArrayList<>();
        for (int i = lines.indexOf("## Worked examples"); i < lines.size(); i++) {
            if (!lines.get(i).startsWith("    ")) {
                continue;
            }
            String[] title = lines.get(i).strip().split(" ", 2);
            List<Report> reports = new ArrayList<>();
            while (i + 1 < lines.size() && lines.get(i + 1).startsWith("    ")) {
                StringBuilder report = new StringBuilder(lines.get(++i));
                while (i + 1 < lines.size() && lines.get(i + 1).startsWith("      ")) {
                    report.append(lines.get(++i));
                }
                reports.add(report(report.toString()));
            }
            examples.add(new Example(title[0], title[1], reports));
        }
        return examples;
    }

    private static Report report(String text) {
        Matcher parts = REPORT.matcher(text);
        assertThat(parts.matches()).as(text).isTrue();
        if (parts.group(1).equals("serial")) {
            return Report.text(Transport.SERIAL, parts.group(3).strip() + "\n");
        }
        byte[] bytes = HexFormat.of().parseHex(parts.group(3).replace(" ", ""));
        int[] values = new int[bytes.length];
        Arrays.setAll(values, at -> bytes[at] & 0xff);
        int id = Integer.parseInt(parts.group(2));
        return parts.group(1).equals("output")
                ? Report.output(id, values.length, values)
                : Report.feature(id, values.length, values);
    }
}
