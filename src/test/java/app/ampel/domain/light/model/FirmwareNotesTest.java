package app.ampel.domain.light.model;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.light.Colour;
import app.ampel.domain.light.Effect;
import app.ampel.domain.light.LightCommand;
import app.ampel.domain.light.LightModel;
import app.ampel.domain.light.Report;
import app.ampel.domain.light.Transport;
import app.ampel.domain.light.UsbId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The worked examples of the pages in firmware-notes/lights, written by hand from their sources. */
class FirmwareNotesTest {

    private static final Path PAGES = Path.of("firmware-notes/lights");
    private static final Pattern REPORT =
            Pattern.compile(" {4}(output|feature|serial|serial-bytes)(?: ([0-9]+))?:(.*)");
    private static final Pattern REPEATED = Pattern.compile("\\(([0-9a-f ]+)\\)x([0-9]+)");
    private static final Pattern ROW =
            Pattern.compile("^\\| `([a-z0-9-]+)` \\| (.+?) \\| (.*?) ?\\| ([a-z-]+) \\|$", Pattern.MULTILINE);

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
    void everyFamilyHasAnExampleOfEachEffectAndOfDarkAndEveryModelOne() throws IOException {
        Map<Class<?>, Set<String>> shown = new HashMap<>();
        for (Example example : examples()) {
            LightModel model = catalogue.find(example.model).orElseThrow();
            Set<String> what = shown.computeIfAbsent(model.getClass(), type -> new TreeSet<>());
            what.add(example.model);
            what.add(
                    example.what.equals("#000000 solid")
                            ? "dark"
                            : example.what.replaceAll("#......", "").strip());
        }
        for (LightModel model : catalogue.models()) {
            assertThat(shown.get(model.getClass()))
                    .as(model.key())
                    .contains(model.key(), "dark")
                    .containsAll(
                            Arrays.stream(Effect.values()).map(Effect::word).toList());
            if (model.heartbeat().isPresent()) {
                assertThat(shown.get(model.getClass())).as(model.key()).contains("heartbeat");
            }
        }
    }

    /** Models, names, ids and how well they are known: in one page each, and as the catalogue has them. */
    @Test
    void theModelsOfThePagesAreThoseOfTheCatalogue() throws IOException {
        List<String> rows = new ArrayList<>();
        try (Stream<Path> pages = pages()) {
            for (Path page : pages.toList()) {
                String text = Files.readString(page);
                assertThat(text).as(page.toString()).contains("## Worked examples", "## Sources and quirks");
                ROW.matcher(text)
                        .results()
                        .peek(row -> assertThat(text).contains("    " + row.group(1) + " #"))
                        .forEach(row ->
                                rows.add(String.join("|", row.group(1), row.group(2), row.group(3), row.group(4))));
            }
        }
        assertThat(rows)
                .containsExactlyInAnyOrderElementsOf(catalogue.models().stream()
                        .map(model -> String.join(
                                "|",
                                model.key(),
                                model.name(),
                                model.ids().stream().map(UsbId::toString).collect(Collectors.joining(" ")),
                                model.confidence().word()))
                        .toList());
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

    /** All but the one that is about all of them. */
    private static Stream<Path> pages() throws IOException {
        return Files.list(PAGES).filter(page -> !page.endsWith("README.md"));
    }

    private static List<Example> examples() throws IOException {
        List<Example> examples = new ArrayList<>();
        try (Stream<Path> pages = pages()) {
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
        byte[] bytes = HexFormat.of().parseHex(written(parts.group(3)));
        int[] values = new int[bytes.length];
        Arrays.setAll(values, at -> bytes[at] & 0xff);
        if (parts.group(1).equals("serial-bytes")) {
            return Report.serial(values);
        }
        int id = Integer.parseInt(parts.group(2));
        return parts.group(1).equals("output")
                ? Report.output(id, values.length, values)
                : Report.feature(id, values.length, values);
    }

    /** {@code (ff 00)x3} is short for {@code ff 00 ff 00 ff 00}. */
    private static String written(String bytes) {
        return REPEATED.matcher(bytes)
                .replaceAll(part -> part.group(1).repeat(Integer.parseInt(part.group(2))))
                .replace(" ", "");
    }
}
