package app.ampel.build;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Makes every icon that Ampel needs from its masters. */
final class MakeIcons {

    /** What a panel may ask for, in pixels, also on screens with twice as many of them. */
    static final List<Integer> TRAY = List.of(16, 20, 22, 24, 32, 48);

    static final List<Integer> WINDOW = List.of(16, 24, 32, 48, 64, 128);
    static final List<Integer> LINUX = List.of(16, 22, 24, 32, 48, 64, 128, 256, 512);
    static final List<Integer> WINDOWS = List.of(16, 20, 24, 32, 40, 48, 64, 256);
    static final List<Integer> MACOS = List.of(16, 32, 128, 256, 512, 1024);

    private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");
    private static final String WHITE = "#ffffff";
    private static final String INK = "#1f1f1f";

    /** Stands out from white and from black alike, and white from it. */
    private static final String MIDDLE_GREY = "#767676";

    private final Path masters;
    private final Path out;

    /**
     * @param masters has {@code ampel.svg} and a folder {@code state}
     * @param out where everything is put that is made; nothing else may be there
     */
    MakeIcons(Path masters, Path out) {
        this.masters = masters;
        this.out = out;
    }

    private void clear() throws IOException {
        if (Files.exists(out)) {
            try (Stream<Path> files = Files.walk(out)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** Makes them all anew. */
    void make() throws IOException {
        clear();
        String ampel = Files.readString(masters.resolve("ampel.svg"));
        for (int size : LINUX) {
            png(raster(ampel, size), "hicolor/" + size + "x" + size + "/apps/ampel.png");
        }
        Files.writeString(file("hicolor/scalable/apps/ampel.svg"), ampel);
        for (int size : WINDOW) {
            png(raster(ampel, size), "resources/app/ampel/face/window/frame/ampel-" + size + ".png");
        }
        several("ico", ampel, WINDOWS);
        several("icns", ampel, MACOS);
        for (Path master : MadeFrom.filesBelow(masters.resolve("state"))) {
            String name = master.getFileName().toString().replace(".svg", "");
            String svg = Files.readString(master);
            state(svg, "colour/" + name);
            state(monochrome(svg), "mono/" + name);
        }
    }

    private Path file(String name) throws IOException {
        Path file = out.resolve(name);
        Files.createDirectories(file.getParent());
        return file;
    }

    private void png(BufferedImage picture, String name) throws IOException {
        ImageIO.write(picture, "png", file(name).toFile());
    }

    /** As files to look at, and as the one that the tray reads: deflated; how many, then side and pixels of each. */
    private void state(String svg, String name) throws IOException {
        try (DataOutputStream data = new DataOutputStream(new DeflaterOutputStream(
                Files.newOutputStream(file("resources/app/ampel/face/tray/icons/" + name + ".argb"))))) {
            data.writeInt(TRAY.size());
            for (int size : TRAY) {
                BufferedImage picture = raster(svg, size);
                data.writeInt(size);
                for (int argb : pixels(picture)) {
                    data.writeInt(argb);
                }
                png(picture, "state/" + name + "-" + size + ".png");
            }
        }
    }

    /** Row by row from the top left; alpha is not multiplied in. */
    static int[] pixels(BufferedImage picture) {
        int size = picture.getWidth();
        return picture.getRGB(0, 0, size, size, null, 0, size);
    }

    /** One file with several sizes. */
    private void several(String format, String svg, List<Integer> sizes) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        try (ImageOutputStream stream =
                ImageIO.createImageOutputStream(file("ampel." + format).toFile())) {
            writer.setOutput(stream);
            writer.prepareWriteSequence(null);
            for (int size : sizes) {
                writer.writeToSequence(new IIOImage(raster(svg, size), null, null), compression(writer));
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
    }

    /** Windows and macOS read PNG in every size; as bitmaps the library for ICO swaps red and blue. */
    private static ImageWriteParam compression(ImageWriter writer) {
        ImageWriteParam how = writer.getDefaultWriteParam();
        if (how.canWriteCompressed()) {
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionType("BI_PNG");
        }
        return how;
    }

    /** The same drawing without colour: bodies become grey, what stands on them white. */
    static String monochrome(String svg) {
        return COLOUR.matcher(svg)
                .replaceAll(colour -> WHITE.equals(colour.group()) || INK.equals(colour.group()) ? WHITE : MIDDLE_GREY);
    }

    /** The drawing with a side of {@code size} pixels. */
    static BufferedImage raster(String svg, int size) {
        SVGDocument drawing = new SVGLoader()
                .load(
                        new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)),
                        null,
                        LoaderContext.createDefault());
        if (drawing == null) {
            throw new IllegalArgumentException("this is no SVG: " + svg);
        }
        BufferedImage picture = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        // Else Java moves lines to whole pixels by its own taste.
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        drawing.render(null, pen, new ViewBox(0, 0, size, size));
        pen.dispose();
        return picture;
    }
}
