package app.ampel.face.tray;

import java.nio.ByteBuffer;

/**
 * A square picture.
 *
 * @param size its side in pixels
 * @param argb row by row from the top left; alpha is not multiplied in
 */
public record Pixmap(int size, int[] argb) {

    public Pixmap {
        if (argb.length != size * size) {
            throw new IllegalArgumentException(argb.length + " pixels for a side of " + size);
        }
        argb = argb.clone();
    }

    @Override
    public int[] argb() {
        return argb.clone();
    }

    public int at(int x, int y) {
        return argb[y * size + x];
    }

    /** Four bytes a pixel, alpha first, as a StatusNotifierItem wants them. */
    public byte[] bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(argb.length * Integer.BYTES);
        bytes.asIntBuffer().put(argb);
        return bytes.array();
    }
}
