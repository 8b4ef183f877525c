package app.ampel.domain.light.model;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.light.Colour;
import app.ampel.domain.light.LightCommand;
import app.ampel.domain.light.LightModel;
import app.ampel.domain.light.Report;
import app.ampel.service.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What somebody sees who looks at the light: the reports read back by the tables in firmware-notes/lights. Dark is dark, dim
 * is not, and no colour is taken for another one.
 */
class SeenColoursTest {

    private final Catalogue catalogue = new Catalogue();

    /** How bright red, green and blue are, each on the light's own scale. */
    private record Seen(int red, int green, int blue) {
        boolean isDark() {
            return red + green + blue == 0;
        }
    }

    private static final Map<String, Function<List<Report>, Seen>> EYES = Map.ofEntries(
            entry("luxafor", at(2, 3, 4)),
            entry("blink1", at(1, 2, 3)),
            entry("blink1-mk1", at(1, 2, 3)),
            entry("kuando", at(2, 3, 4)),
            entry("kuando-lync", at(2, 3, 4)),
            entry("kuando-lync-64", at(2, 3, 4)),
            entry("blynclight", at(0, 2, 1)),
            entry("blynclight-plus", at(0, 2, 1)),
            entry("blynclight-mini", at(0, 2, 1)),
            entry("blynclight-embedded", at(0, 2, 1)),
            entry("plantronics", at(0, 2, 1)),
            entry(
                    "blyncusb10",
                    reports -> named(
                            "f e d c b a 9 8", "_rgybmcw", last(reports).hex().substring(14, 15))),
            entry(
                    "blyncusb20",
                    reports -> named(
                            "73 60 d8 35 40 20 17 07",
                            "_rgbymcw",
                            last(reports).hex().substring(0, 2))),
            entry("muteme", reports -> hue("_rgybmcw".charAt(last(reports).payload()[0] & 7))),
            entry("mutesync", at(13, 14, 15)),
            entry("blinkstick", at(0, 1, 2)),
            entry("blinkstick-pro", at(0, 1, 2)),
            entry("blinkstick-square", at(23, 22, 24)),
            entry("blinkstick-strip", at(23, 22, 24)),
            entry("blinkstick-nano", at(5, 4, 6)),
            entry("blinkstick-flex", at(95, 94, 96)),
            entry("epos", at(5, 6, 7)),
            entry("slicky", at(7, 6, 5)),
            entry("fit-statusb", reports -> rgb(last(reports).text().substring(1))),
            entry("busytag", reports -> rgb(last(reports).text().substring(10))),
            entry("delcom", SeenColoursTest::delcom),
            entry("riso-kagaku", reports -> hue("_grbcymw".charAt(last(reports).payload()[0]))),
            entry("dream-cheeky", at(0, 1, 2)),
            entry("cleware", reports -> lamps(lit(reports, 0), lit(reports, 1), lit(reports, 2))),
            entry("cleware-v4", SeenColoursTest::fourLampsEach),
            entry("serial", reports -> rgb(last(reports).text().substring(1))),
            entry("wled", SeenColoursTest::wled));

    private static Report last(List<Report> reports) {
        return reports.get(reports.size() - 1);
    }

    private static Function<List<Report>, Seen> at(int red, int green, int blue) {
        return reports -> {
            byte[] bytes = last(reports).payload();
            return new Seen(bytes[red] & 0xff, bytes[green] & 0xff, bytes[blue] & 0xff);
        };
    }

    private static Seen rgb(String hex) {
        Colour colour = Colour.parse(hex.strip()).orElseThrow();
        return new Seen(colour.red(), colour.green(), colour.blue());
    }

    private static Seen wled(List<Report> reports) {
        JsonNode state = Json.readObject(last(reports).payload()).orElseThrow();
        JsonNode colour = state.at("/seg/col/0");
        boolean on = state.path("on").asBoolean();
        return new Seen(
                on ? colour.path(0).asInt() : 0,
                on ? colour.path(1).asInt() : 0,
                on ? colour.path(2).asInt() : 0);
    }

    private static Seen hue(char letter) {
        return switch (letter) {
            case '_' -> new Seen(0, 0, 0);
            case 'r' -> new Seen(1, 0, 0);
            case 'g' -> new Seen(0, 1, 0);
            case 'b' -> new Seen(0, 0, 1);
            case 'y' -> new Seen(1, 1, 0);
            case 'm' -> new Seen(1, 0, 1);
            case 'c' -> new Seen(0, 1, 1);
            case 'w' -> new Seen(1, 1, 1);
            default -> throw new IllegalArgumentException("no colour: " + letter);
        };
    }

    private static Seen named(String codes, String hues, String code) {
        return hue(hues.charAt(List.of(codes.split(" ")).indexOf(code)));
    }

    private static Seen delcom(List<Report> reports) {
        int[] bright = new int[3];
        int pins = 0;
        for (Report report : reports) {
            byte[] bytes = report.payload();
            if (bytes[0] == 0x22) {
                bright[bytes[1]] = bytes[2];
            } else if (bytes[0] == 0x0c) {
                pins = bytes[1];
            }
        }
        return new Seen(
                (pins & 2) == 0 ? 0 : bright[1], (pins & 1) == 0 ? 0 : bright[0], (pins & 4) == 0 ? 0 : bright[2]);
    }

    private static boolean lit(List<Report> reports, int lamp) {
        return reports.get(lamp).payload()[2] == 1;
    }

    private static Seen fourLampsEach(List<Report> reports) {
        String value = last(reports).hex().substring(2, 6);
        return lamps(value.charAt(3) == 'f', value.charAt(2) == 'f', value.charAt(1) == 'f');
    }

    /** A traffic light has no blue; three lamps at once are as good as white. */
    private static Seen lamps(boolean red, boolean yellow, boolean green) {
        if (red && yellow && green) {
            return new Seen(1, 1, 1);
        }
        return new Seen(red || yellow ? 1 : 0, green || yellow ? 1 : 0, 0);
    }

    private Stream<DynamicTest> forAll(Function<LightModel, Runnable> sentence) {
        return catalogue.models().stream()
                .map(model -> DynamicTest.dynamicTest(
                        model.key(), () -> sentence.apply(model).run()));
    }

    private static Seen seen(LightModel model, Colour colour) {
        return EYES.get(model.key())
                .apply(model.encode(LightCommand.solid(colour)).reports());
    }

    @TestFactory
    Stream<DynamicTest> onlyBlackIsDark() {
        return forAll(model -> () -> {
            assertThat(seen(model, Colour.BLACK).isDark()).isTrue();
            for (int rgb = 1; rgb < 0x1000000; rgb += 4099) {
                Colour colour = new Colour(rgb >> 16, rgb >> 8 & 0xff, rgb & 0xff);
                assertThat(seen(model, colour).isDark()).as(colour.toString()).isFalse();
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> dimWhiteIsWhite() {
        return forAll(model -> () -> {
            Seen white = seen(model, Colour.WHITE.dimmedTo(20));
            assertThat(white.red()).isPositive().isEqualTo(white.green()).isEqualTo(white.blue());
        });
    }

    @TestFactory
    Stream<DynamicTest> amberIsNeitherGreenNorRedHoweverDim() {
        return forAll(model -> () -> {
            for (int percent : new int[] {100, 75, 50, 30, 15}) {
                Seen amber = seen(model, Colour.AMBER.dimmedTo(percent));
                assertThat(amber.red()).isGreaterThanOrEqualTo(amber.green());
                assertThat(amber.green()).isPositive();
                assertThat(amber.blue()).isZero();
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> redAndGreenAreWhatTheyAreHoweverDim() {
        return forAll(model -> () -> {
            for (int percent : new int[] {100, 75, 50, 30, 15}) {
                Seen red = seen(model, Colour.RED.dimmedTo(percent));
                assertThat(red.red()).isPositive();
                assertThat(red.green() + red.blue()).isZero();
                Seen green = seen(model, Colour.GREEN.dimmedTo(percent));
                assertThat(green.green()).isPositive();
                assertThat(green.red() + green.blue()).isZero();
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> noColourOfTheSchemeLooksAvailableButAvailable() {
        return forAll(model -> () -> {
            for (Colour colour :
                    List.of(Colour.RED, Colour.MAGENTA_RED, Colour.AMBER, Colour.VIOLET, Colour.BLUE, Colour.WHITE)) {
                Seen seen = seen(model, colour);
                assertThat(seen.red() + seen.blue()).as(colour.toString()).isPositive();
            }
        });
    }
}
