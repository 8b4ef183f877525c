package app.ampel.adapter.light.usb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** Tells one plugging-in from the next, also when the node has the same name again. */
public final class AttachmentId {

    private AttachmentId() {}

    /** The node and its inode, which the kernel makes anew; empty inode where there is none or no node. */
    public static String of(Path node) {
        try {
            return node + " "
                    + Files.readAttributes(node, BasicFileAttributes.class).fileKey();
        } catch (IOException e) {
            return node + " gone";
        }
    }
}
