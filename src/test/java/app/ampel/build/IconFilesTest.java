package app.ampel.build;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.face.tray.Icon;
import app.ampel.face.tray.IconState;
import app.ampel.face.tray.IconStyle;
import app.ampel.face.tray.Pixmap;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the build makes of the masters: all of it is there, and shows what they show. */
class IconFilesTest {

    private static final Path MASTERS = Path.of("icons");
    private static final Path MADE = Path.of("target/icons");

    private static String master(IconState state) throws IOException {
        return Files.readString(MASTERS.resolve("state").resolve(name(state) + ".svg"));
    }

    private static String name(IconState state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static int[] pixels(String svg, int size) {
        return MakeIcons.pixels(MakeIcons.raster(svg, size));
    }

    @Nested
    class TheMasters {

        @Test
        void areOneForEachState() throws IOException {
            try (Stream<Path> files = Files.list(MASTERS.resolve("state"))) {
                assertThat(files.map(file -> file.getFileName().toString()))
                        .containsExactlyInAnyOrderElementsOf(Stream.of(IconState.values())
                                .map(state -> name(state) + ".svg")
                                .toList());
            }
        }

        /** Three units of this grid are two pixels of the smallest size. */
        @ParameterizedTest
        @EnumSource(IconState.class)
        void areDrawnOnOneGridAndSayWhatTheyShow(IconState state) throws IOException {
            assertThat(master(state)).contains("viewBox=\"0 0 24 24\"").containsPattern("<title>[A-Z][a-z ]+</title>");
        }
    }

    @Nested
    class TheTray {

        @ParameterizedTest
        @EnumSource(IconState.class)
        void hasWhatTheMasterShows(IconState state) throws IOException {
            for (Pixmap picture : new Icon(state, IconStyle.COLOUR).pictures()) {
                assertThat(picture.argb()).isEqualTo(pixels(master(state), picture.size()));
            }
        }

        @ParameterizedTest
        @EnumSource(IconState.class)
        void hasTheSameShapeInGrey(IconState state) {
            List<Pixmap> coloured = new Icon(state, IconStyle.COLOUR).pictures();
            List<Pixmap> grey = new Icon(state, IconStyle.MONO).pictures();
            for (int i = 0; i < grey.size(); i++) {
                int[] pixels = grey.get(i).argb();
                assertThat(Arrays.stream(pixels).map(pixel -> pixel >>> 24).toArray())
                        .isEqualTo(Arrays.stream(coloured.get(i).argb())
                                .map(pixel -> pixel >>> 24)
                                .toArray());
                assertThat(Arrays.stream(pixels).filter(pixel -> !isGrey(pixel)))
                        .isEmpty();
            }
        }

        private static boolean isGrey(int argb) {
            return (argb >> 16 & 0xff) == (argb & 0xff) && (argb >> 8 & 0xff) == (argb & 0xff);
        }

        @ParameterizedTest
        @EnumSource(IconStyle.class)
        void hasPicturesToLookAt(IconStyle style) throws IOException {
            for (IconState state : IconState.values()) {
                for (Pixmap picture : new Icon(state, style).pictures()) {
                    String file = style.name().toLowerCase(Locale.ROOT) + "/" + name(state) + "-" + picture.size();
                    assertThat(MakeIcons.pixels(read(MADE.resolve("state/" + file + ".png"))))
                            .isEqualTo(picture.argb());
                }
            }
        }
    }

    @Nested
    class TheProgram {

        private final String master = Files.readString(MASTERS.resolve("ampel.svg"));

        TheProgram() throws IOException {}

        @ParameterizedTest
        @ValueSource(ints = {16, 22, 24, 32, 48, 64, 128, 256, 512})
        void hasItsIconInAThemeOfLinux(int size) throws IOException {
            Path file = MADE.resolve("hicolor/" + size + "x" + size + "/apps/ampel.png");
            assertThat(MakeIcons.pixels(read(file))).isEqualTo(pixels(master, size));
        }

        @Test
        void hasTheDrawingThereToo() throws IOException {
            assertThat(MADE.resolve("hicolor/scalable/apps/ampel.svg")).hasContent(master);
            assertThat(Files.readString(Path.of("packaging/linux/ampel.desktop")))
                    .contains("\nIcon=ampel\n");
        }

        @ParameterizedTest
        @CsvSource({"ico, 16 20 24 32 40 48 64 256", "icns, 16 32 128 256 512 1024"})
        void hasOneFileWithEverySizeForOthers(String format, String sizes) throws IOException {
            List<BufferedImage> pictures = readAll(MADE.resolve("ampel." + format));
            assertThat(pictures.stream().map(picture -> picture.getWidth() + ""))
                    .containsExactly(sizes.split(" "));
            assertThat(pictures)
                    .allSatisfy(picture ->
                            assertThat(MakeIcons.pixels(picture)).isEqualTo(pixels(master, picture.getWidth())));
        }

        /** With types that macOS has known since 10.7, each a PNG. */
        @Test
        void hasTypesThatMacosKnows() throws IOException {
            String bytes = Files.readString(MADE.resolve("ampel.icns"), StandardCharsets.ISO_8859_1);
            assertThat(Stream.of("icp4", "icp5", "ic07", "ic08", "ic09", "ic10"))
                    .allSatisfy(type -> assertThat(bytes).containsPattern("(?s)" + type + ".{4}\\x89PNG"));
        }

        @ParameterizedTest
        @ValueSource(ints = {16, 24, 32, 48, 64, 128})
        void hasThePicturesOfItsWindow(int size) throws IOException {
            try (InputStream resource =
                    Icon.class.getResourceAsStream("/app/ampel/face/window/frame/ampel-" + size + ".png")) {
                assertThat(MakeIcons.pixels(ImageIO.read(resource))).isEqualTo(pixels(master, size));
            }
        }
    }

    private static BufferedImage read(Path file) throws IOException {
        return ImageIO.read(file.toFile());
    }

    private static List<BufferedImage> readAll(Path file) throws IOException {
        try (ImageInputStream stream = ImageIO.createImageInputStream(file.toFile())) {
            ImageReader reader = ImageIO.getImageReaders(stream).next();
            reader.setInput(stream);
            List<BufferedImage> pictures = new ArrayList<>();
            for (int i = 0; i < reader.getNumImages(true); i++) {
                pictures.add(reader.read(i));
            }
            return pictures;
        }
    }

    @Nested
    class TheBuild {

        @TempDir
        private Path folder;

        private Path masters;
        private Path out;

        @Test
        void makesIconsAnewOnlyWhenSomethingHasChanged() throws Exception {
            masters = Files.createDirectories(folder.resolve("masters/state")).getParent();
            out = folder.resolve("made");
            Files.copy(MASTERS.resolve("ampel.svg"), masters.resolve("ampel.svg"));
            Path busy = Files.writeString(masters.resolve("state/busy.svg"), master(IconState.BUSY));
            assertThat(Make.icons(masters, out)).isTrue();
            assertThat(Make.icons(masters, out)).isFalse();

            Files.delete(busy);
            Files.writeString(masters.resolve("state/away.svg"), master(IconState.AWAY));
            assertThat(Make.icons(masters, out)).isTrue();
            assertThat(out.resolve("state/colour/away-16.png")).exists();
            assertThat(out.resolve("state/colour/busy-16.png")).doesNotExist();
        }
    }
}
