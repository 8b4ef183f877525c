package app.ampel.build;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.policy.Reason;
import app.ampel.domain.presence.PresenceKind;
import app.ampel.domain.presence.PresenceReading;
import app.ampel.face.tray.IconState;
import app.ampel.face.window.Moments;
import app.ampel.face.window.kit.Look;
import app.ampel.face.window.kit.Sign;
import app.ampel.face.window.kit.SignPath;
import app.ampel.face.window.kit.TeamsColour;
import app.ampel.service.engine.LightOverride;
import app.ampel.service.engine.Snapshot;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One table of signs and colours: what the tray shows for a state, the ring, the strip and the cards show as well. */
class SignsTest {

    private static final int SIZE = 96;

    /** A state, as the tray shows it and as the window does. */
    private record Shown(IconState icon, Look look) {
        static Shown of(Snapshot now) {
            return new Shown(IconState.of(now), Look.of(now));
        }
    }

    private static Stream<Snapshot> moments() {
        Stream<Snapshot> kinds = Stream.of(PresenceKind.values())
                .map(PresenceKind::example)
                .map(each -> Moments.known(
                        each.availability().word(), each.activity().word()));
        Stream<Snapshot> troubles = Stream.of(
                        PresenceReading.Kind.SIGNED_OUT,
                        PresenceReading.Kind.CONSENT_MISSING,
                        PresenceReading.Kind.THROTTLED,
                        PresenceReading.Kind.UNREACHABLE)
                .map(Moments::reading)
                .map(now -> Moments.with(now, reason(now), now.shown()));
        Snapshot paused = Moments.with(Moments.known("Busy", "Busy"), LightOverride.PAUSED);
        return Stream.of(kinds, troubles, Stream.of(paused)).flatMap(all -> all);
    }

    private static Reason reason(Snapshot now) {
        return switch (now.reading().kind()) {
            case SIGNED_OUT -> Reason.SIGNED_OUT;
            case CONSENT_MISSING -> Reason.CONSENT_MISSING;
            case KNOWN, STALE, THROTTLED, UNREACHABLE -> Reason.STALE;
        };
    }

    @Test
    void eachIconHasOneSignAndEachSignOneIcon() {
        Map<IconState, List<Sign>> signs = moments()
                .map(Shown::of)
                .collect(Collectors.groupingBy(
                        Shown::icon, Collectors.mapping(shown -> shown.look().sign(), Collectors.toList())));
        assertThat(signs).containsOnlyKeys(IconState.values());
        assertThat(signs.values()).allSatisfy(all -> assertThat(all).containsOnly(all.get(0)));
        assertThat(signs.values().stream().map(all -> all.get(0)))
                .doesNotHaveDuplicates()
                .contains(Sign.values());
    }

    @ParameterizedTest
    @MethodSource("moments")
    void theSignLooksLikeTheTraysIcon(Snapshot now) throws IOException {
        Shown shown = Shown.of(now);
        BitSet icon = mask(signOf(master(shown.icon())));
        Sign nearest = Stream.of(Sign.values())
                .max(Comparator.comparingDouble(sign -> likeness(icon, mask(drawn(sign)))))
                .orElseThrow();
        assertThat(nearest).isEqualTo(shown.look().sign());
        assertThat(likeness(icon, mask(drawn(nearest)))).isGreaterThan(0.4);
    }

    @ParameterizedTest
    @MethodSource("moments")
    void andHasItsColour(Snapshot now) throws IOException {
        Shown shown = Shown.of(now);
        // What is the matter with Ampel is grey in the tray; the ring shows the last state as well.
        boolean isPresence = shown.icon().ordinal() <= IconState.UNKNOWN.ordinal();
        TeamsColour colour = isPresence ? shown.look().hue() : TeamsColour.NONE;
        assertThat(master(shown.icon())).contains('"' + colour.web() + '"');
    }

    private static String master(IconState state) throws IOException {
        return Files.readString(
                Path.of("icons", "state", state.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".svg"));
    }

    /** What is on the disc, in black; without one, what is coloured. */
    private static String signOf(String master) {
        List<String> shapes = master.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("<path") || line.startsWith("<circle"))
                .toList();
        List<String> onDisc = shapes.stream()
                .filter(shape -> shape.startsWith("<path") && !shape.contains("opacity"))
                .toList();
        boolean cloud = onDisc.stream().anyMatch(shape -> shape.contains("#767676"));
        List<String> parts = onDisc.isEmpty()
                ? shapes.stream().filter(shape -> !shape.contains("opacity")).toList()
                : onDisc;
        return svg(parts.stream()
                .map(part -> cloud && !part.contains("#767676") ? part : part.replaceAll("#[0-9a-f]{6}", "#000000"))
                .collect(Collectors.joining()));
    }

    private static String drawn(Sign sign) {
        return svg("<path fill-rule=\"evenodd\" fill=\"#000000\" d=\"" + SignPath.of(sign) + "\"/>");
    }

    private static String svg(String shapes) {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 24 24\">" + shapes + "</svg>";
    }

    /** Where it is black, cut to its edges and drawn as large as can be. */
    private static BitSet mask(String svg) {
        int[] all = MakeIcons.pixels(MakeIcons.raster(svg, SIZE));
        Rectangle edges = null;
        for (int i = 0; i < all.length; i++) {
            if (isBlack(all[i])) {
                Rectangle point = new Rectangle(i % SIZE, i / SIZE, 1, 1);
                edges = edges == null ? point : edges.union(point);
            }
        }
        BufferedImage whole = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_ARGB);
        whole.setRGB(0, 0, SIZE, SIZE, all, 0, SIZE);
        BufferedImage large = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_ARGB);
        double scale = (double) SIZE / Math.max(edges.width, edges.height);
        Graphics2D pen = large.createGraphics();
        pen.drawImage(
                whole.getSubimage(edges.x, edges.y, edges.width, edges.height),
                (int) (SIZE - edges.width * scale) / 2,
                (int) (SIZE - edges.height * scale) / 2,
                (int) (edges.width * scale),
                (int) (edges.height * scale),
                null);
        pen.dispose();
        int[] pixels = MakeIcons.pixels(large);
        BitSet mask = new BitSet();
        IntStream.range(0, pixels.length).filter(i -> isBlack(pixels[i])).forEach(mask::set);
        return mask;
    }

    private static boolean isBlack(int argb) {
        return argb >>> 24 > 127 && (argb & 0xff) < 128;
    }

    /** How much both have of what one of them has. */
    private static double likeness(BitSet one, BitSet other) {
        BitSet both = (BitSet) one.clone();
        both.and(other);
        BitSet any = (BitSet) one.clone();
        any.or(other);
        return (double) both.cardinality() / any.cardinality();
    }
}
