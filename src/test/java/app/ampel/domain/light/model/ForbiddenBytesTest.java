package app.ampel.domain.light.model;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import app.ampel.domain.light.Colour;
import app.ampel.domain.light.Effect;
import app.ampel.domain.light.LightCommand;
import app.ampel.domain.light.LightModel;
import app.ampel.domain.light.Report;
import app.ampel.domain.light.Transport;
import app.ampel.domain.light.model.kuando.KuandoBusylight;
import app.ampel.domain.light.model.kuando.KuandoLync64;
import app.ampel.domain.light.model.thingm.Blink1;
import app.ampel.domain.light.model.thingm.Blink1Mk1;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What would harm a light can not be produced, whatever it is told to show. Seeded: a failure names its command. */
class ForbiddenBytesTest {

    private static final long SEED = 20261101;

    /** Where rounding, thresholds and carries happen. */
    private static final int[] CORNERS = {0, 1, 2, 25, 51, 64, 127, 128, 191, 254, 255};

    /** All that a light can ever be sent, as {@link #text} writes it. A model without a line here fails. */
    private static final Map<String, String> ALLOWED = Map.ofEntries(
            entry("luxafor", "output 0 0[123]ff.{6}(00|32|64)0000"),
            entry("blink1", "feature 1 (63|6e|50|70|44|6c).{14}"),
            entry("blink1-mk1", "feature 1 (63|6e|50|44).{14}"),
            entry("kuando", "output 0 (1[0-6]|8f|00).{126}"),
            entry("kuando-lync", "output 0 0000.{6}000000"),
            entry("kuando-lync-64", "output 0 (1[0-6]|8f|00).{126}"),
            entry("blynclight", "output 0 .{6}(00|01|0c)0000ff22"),
            entry("blynclight-plus", "output 0 .{6}(00|01|0c)0000ff22"),
            entry("blynclight-mini", "output 0 .{6}(00|01|0c)0000ff22"),
            entry("blynclight-embedded", "output 0 .{6}(00|01|0c)0000ff22"),
            entry("plantronics", "output 0 .{6}(00|01|0c)0000ff22"),
            entry("blyncusb10", "output 0 55534243004002[89a-f]f"),
            entry("blyncusb20", "output 0 (73|60|d8|35|40|20|17|07)(00){63}"),
            entry("muteme", "output 0 (0[0-7]|[123][1-7])(00){7}"),
            entry("mutesync", "serial 41(.{6})\\1{4}"),
            entry("blinkstick", "feature 1 .{6}"),
            entry("blinkstick-pro", "(feature 1 .{6}|feature 9 00(.{6})\\2{63})"),
            entry("blinkstick-square", "feature 6 00(.{6})\\1{7}"),
            entry("blinkstick-strip", "feature 6 00(.{6})\\1{7}"),
            entry("blinkstick-nano", "feature 6 00(.{6})\\1{7}"),
            entry("blinkstick-flex", "feature 8 00(.{6})\\1{31}"),
            entry("slicky", "output 0 0a04000000.{6}(00){56}"),
            entry("epos", "output 1 1202(000000000000(00)|(.{6})\\3(01))"),
            entry("fit-statusb", "(#[0-9A-F]{6}|B(#[0-9A-F]{6}-[0-9]{4}){2,4}|F(0001|1000))\n"),
            entry("busytag", "AT\\+SC=127,[0-9A-F]{6}\n"),
            entry("delcom", "feature 101 (0c0[0-7]0[0-7]|140[0-7]0[0-7]|220[0-2]([0-5].|6[0-4]))00000000"),
            entry("riso-kagaku", "output 0 0[0-7]00000000"),
            entry("dream-cheeky", "feature 0 (([01].){3}0000001a05|1f02005f00001a03)"),
            entry(
                    "wled",
                    "\\{\"on\":(false,\"tt\":0|true,\"bri\":255,\"tt\":0,\"seg\":\\{\"fx\":[012],\"sx\":(207|184),\"ix\":128,"
                            + "\"pal\":0,\"col\":\\[\\[\\d+,\\d+,\\d+],\\[0,0,0],\\[0,0,0]]})}\n"),
            entry("cleware", "output 0 001[0-2]0[01]"),
            entry("cleware-v4", "output 0 0b0[0f][0f][0f]0fff"),
            entry("serial", "(#[0-9A-F]{6}|B(#[0-9A-F]{6}-[0-9]{4}){2,4}|F[0-9]{4}|L[0-9]{3}|W[0-9]{3}|G)\n"));

    private static final List<LightCommand> COMMANDS = commands();

    private static List<LightCommand> commands() {
        List<Colour> colours = new ArrayList<>();
        for (int red : CORNERS) {
            for (int green : CORNERS) {
                for (int blue : CORNERS) {
                    colours.add(new Colour(red, green, blue));
                }
            }
        }
        Random random = new Random(SEED);
        for (int i = 0; i < 500; i++) {
            colours.add(new Colour(random.nextInt(256), random.nextInt(256), random.nextInt(256)));
        }
        return colours.stream()
                .flatMap(colour -> Arrays.stream(Effect.values()).map(effect -> new LightCommand(colour, effect)))
                .distinct()
                .toList();
    }

    /** Every report that there is a way to: plain checks, because there are very many. */
    private static void everything(LightModel model, Consumer<Report> check) {
        Set<Report> reports = new HashSet<>();
        for (LightCommand command : COMMANDS) {
            assertThat(reports.addAll(model.encode(command).reports())
                            || !model.encode(command).reports().isEmpty())
                    .isTrue();
        }
        reports.addAll(model.arming());
        assertThat(model.farewell()).isNotEmpty();
        reports.addAll(model.farewell());
        model.heartbeat().ifPresent(beat -> reports.addAll(beat.reports()));
        reports.forEach(check);
    }

    private static String text(Report report) {
        String hex = report.hex();
        return switch (report.transport()) {
            case HID_OUTPUT -> "output " + report.reportId().orElseThrow() + " " + hex;
            case HID_FEATURE -> "feature " + report.reportId().orElseThrow() + " " + hex;
            case SERIAL -> hex.startsWith("41") && report.payload().length == 16 ? "serial " + hex : report.text();
            case SCREEN, TERMINAL -> throw new IllegalArgumentException("not in the catalogue");
        };
    }

    @TestFactory
    Stream<DynamicTest> nothingElseCanBeSent() {
        return new Catalogue()
                .models().stream()
                        .map(model -> DynamicTest.dynamicTest(model.key(), () -> {
                            assertThat(ALLOWED).containsKey(model.key());
                            Predicate<String> allowed =
                                    Pattern.compile(ALLOWED.get(model.key())).asMatchPredicate();
                            everything(model, report -> {
                                if (!allowed.test(text(report))) {
                                    fail(model.key() + " would be sent " + text(report));
                                }
                            });
                        }));
    }

    @Test
    void kuandoStepsNeverResetNorStartTheBootLoader() {
        everything(new KuandoBusylight(), ForbiddenBytesTest::isHarmlessToABusylight);
        everything(new KuandoLync64(), ForbiddenBytesTest::isHarmlessToABusylight);
    }

    private static void isHarmlessToABusylight(Report report) {
        byte[] bytes = report.payload();
        assertThat(bytes).hasSize(64);
        int sum = 0;
        for (int i = 0; i < 62; i++) {
            sum += bytes[i] & 0xff;
        }
        assertThat((bytes[62] & 0xff) << 8 | bytes[63] & 0xff).isEqualTo(sum);
        for (int step = 0; step < 7; step++) {
            int operation = bytes[step * 8] & 0xf0;
            assertThat(operation).isIn(0x00, 0x10, 0x80);
            assertThat(bytes[step * 8] & 0x08).as("step to jump to, or seconds").isIn(0, operation == 0x80 ? 8 : 0);
            for (int channel = 2; channel <= 4; channel++) {
                assertThat((int) bytes[step * 8 + channel]).isBetween(0, 100);
            }
            assertThat(bytes[step * 8 + 7]).as("sound").isZero();
        }
    }

    @Test
    void blink1IsNeverSavedNorStartsItsBootLoader() {
        for (LightModel model : List.of(new Blink1(), new Blink1Mk1())) {
            everything(model, report -> {
                byte[] bytes = report.payload();
                assertThat(report.transport()).isEqualTo(Transport.HID_FEATURE);
                assertThat(report.reportId()).hasValue(1);
                assertThat(bytes).hasSize(8);
                assertThat("cnPpDl").contains(String.valueOf((char) bytes[0]));
                if (bytes[0] == 'D') {
                    assertThat(bytes[4]).as("keep the colour").isEqualTo((byte) 1);
                }
                if (bytes[0] == 'P') {
                    assertThat((bytes[4] & 0xff) << 8 | bytes[5] & 0xff)
                            .as("a line's time")
                            .isPositive();
                }
            });
        }
    }

    @Test
    void theBlackLineOfABlink1IsNeverUsedForAColour() {
        everything(new Blink1(), report -> {
            byte[] bytes = report.payload();
            if (bytes[0] == 'P' && bytes[6] == 31) {
                assertThat(new byte[] {bytes[1], bytes[2], bytes[3]}).containsOnly(0);
            }
        });
    }

    @Test
    void serialLinesAreNeverTooLong() {
        everything(
                new AmpelSerial(), report -> assertThat(report.text().length()).isLessThanOrEqualTo(61));
    }

    @Test
    void playedEffectsChangeFourTimesASecondAtMostAndNoLightIsRushed() {
        for (LightModel model : new Catalogue().models()) {
            for (Effect effect : Effect.values()) {
                var program = model.encode(new LightCommand(Colour.RED, effect));
                if (program.isPlayed()) {
                    Duration turn =
                            program.steps().stream().map(step -> step.hold()).reduce(Duration.ZERO, Duration::plus);
                    assertThat(program.steps().size() * 1000L / turn.toMillis())
                            .as(model.key() + " " + effect.word())
                            .isLessThanOrEqualTo(4);
                    assertThat(program.steps())
                            .as(model.key() + " " + effect.word())
                            .allMatch(step -> step.hold().compareTo(model.pace()) > 0);
                }
            }
        }
    }
}
