package app.ampel.adapter.os.files;

import app.ampel.adapter.os.CurrentUser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Where the control socket of a home lies: in a folder for such things, or in the home itself. */
public final class Sockets {

    /** A path of 106 bytes binds, 107 fails. */
    static final int LONGEST = 106;

    private Sockets() {}

    /** {@code $XDG_RUNTIME_DIR/ampel}, then a folder of the user's own under the temporary folder. */
    static List<Path> folders(Map<String, String> env, Function<String, String> property) {
        List<Path> folders = new ArrayList<>();
        Folders.absolute(env, "XDG_RUNTIME_DIR")
                .map(run -> run.resolve("ampel"))
                .ifPresent(folders::add);
        String user = property.apply("user.name").replaceAll("[^A-Za-z0-9._-]", "_");
        folders.add(Path.of(property.apply("java.io.tmpdir"))
                .resolve("ampel-" + user.substring(0, Math.min(32, user.length()))));
        return folders;
    }

    /** What is done with a path to listen at. */
    @FunctionalInterface
    public interface Opening<T> {
        T at(Path socket) throws IOException;
    }

    /**
     * Listens at the best place that can be had; its folder is made, owner-only. A place that is somebody else's, or where
     * it does not work, is passed over: nobody can keep a program from starting by taking a name in a shared folder.
     *
     * @throws ForeignFolderException when every place is somebody else's
     * @throws SocketPathException when every possible path is too long, or in no folder that can be written
     * @throws IOException why it did not work at the last place
     */
    public static <T> T listen(Folders folders, Opening<T> opening) throws IOException {
        IOException why = new SocketPathException(folders.home());
        for (Path candidate : candidates(folders)) {
            Path base = candidate.getParent().getParent();
            if (Files.isDirectory(base) && Files.isWritable(base)) {
                try {
                    OwnerOnly.createFolder(candidate.getParent());
                    return opening.at(candidate);
                } catch (IOException e) {
                    e.addSuppressed(why);
                    why = e;
                }
            }
        }
        throw why;
    }

    /**
     * Whether nobody but the user can have put {@code socket} where it is: its folder is the user's, closed to others and
     * no link, and it is no link itself.
     */
    public static boolean isOwn(Path socket) {
        Path folder = socket.getParent();
        try {
            return folder != null
                    && Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                    && CurrentUser.owns(folder)
                    && OwnerOnly.isClosed(folder)
                    && !Files.isSymbolicLink(socket);
        } catch (IOException e) {
            return false;
        }
    }

    /** The paths to look at for a running program: where it said it listens, then where it would. */
    public static List<Path> toConnect(Folders folders) {
        List<Path> paths = new ArrayList<>();
        try {
            if (Files.size(folders.address()) <= LONGEST) {
                paths.add(Path.of(Files.readString(folders.address()).strip()));
            }
        } catch (IOException | RuntimeException e) {
            // Nothing has run here, or the note is damaged: the usual places are left.
        }
        candidates(folders).stream().filter(path -> !paths.contains(path)).forEach(paths::add);
        return paths;
    }

    private static List<Path> candidates(Folders folders) {
        String name = folders.hash() + ".sock";
        Stream<Path> inTheHome = Stream.of(folders.home().resolve("run"));
        return Stream.concat(folders.socketFolders().stream(), inTheHome)
                .map(folder -> folder.resolve(name))
                .filter(path -> path.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST)
                .toList();
    }
}
