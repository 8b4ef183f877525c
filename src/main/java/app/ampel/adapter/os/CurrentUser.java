package app.ampel.adapter.os;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import jdk.net.ExtendedSocketOptions;

/**
 * Who runs this program, and what is that user's: a file, or whoever is at the other end of a socket. Asked of the
 * operating system, never of a name or a variable. Windows keeps such things in the user's profile, which is closed to
 * others, and does not say who is at a socket's other end: there everything counts as the user's. Any thread.
 */
public final class CurrentUser {

    private CurrentUser() {}

    /** Whether {@code path} itself, not what it links to, belongs to the user; false where there is nothing. */
    public static boolean owns(Path path) {
        try {
            return !isUnix() || Files.getOwner(path, LinkOption.NOFOLLOW_LINKS).equals(self());
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether a process of the user's is at the other end; what cannot be asked is not. */
    public static boolean isAtTheOtherEndOf(SocketChannel channel) {
        try {
            return !isUnix()
                    || channel.getOption(ExtendedSocketOptions.SO_PEERCRED)
                            .user()
                            .equals(self());
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    /** By number: one number may have several names. */
    private static UserPrincipal self() throws IOException {
        return FileSystems.getDefault()
                .getUserPrincipalLookupService()
                .lookupPrincipalByName(Long.toString(new UnixSystem().getUid()));
    }

    private static boolean isUnix() {
        return OperatingSystem.current() != OperatingSystem.WINDOWS;
    }
}
