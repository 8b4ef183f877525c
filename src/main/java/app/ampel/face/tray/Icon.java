package app.ampel.face.tray;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.InflaterInputStream;

/** The icon in the panel. */
public record Icon(IconState state, IconStyle style) {

    public Icon {
        Objects.requireNonNull(state);
        Objects.requireNonNull(style);
    }

    /**
     * The icon in every size that panels ask for, the smallest first. The build has painted them, see icons/README.md, and
     * they are read when they are wanted. Not as PNG: to read that Java would load a toolkit of many megabytes.
     */
    public List<Pixmap> pictures() {
        String name = "icons/" + style.word() + "/" + state.word() + ".argb";
        try (InputStream resource = Objects.requireNonNull(Icon.class.getResourceAsStream(name), name);
                DataInputStream data = new DataInputStream(new InflaterInputStream(resource))) {
            int count = data.readInt();
            return Stream.generate(() -> next(data)).limit(count).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Pixmap next(DataInputStream data) {
        try {
            int size = data.readInt();
            int[] argb = new int[size * size];
            ByteBuffer.wrap(data.readNBytes(argb.length * Integer.BYTES))
                    .asIntBuffer()
                    .get(argb);
            return new Pixmap(size, argb);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
