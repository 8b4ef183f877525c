package app.ampel.desktop;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Where the control socket of a home lies. */
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

    /**
     * The path to listen at; its folder is made, owner-only.
     *
     * @throws ForeignFolderException when somebody else has taken the folder's name
     * @throws SocketPathException when every possible path is too long
     */
    public static Path prepare(Folders folders) throws IOException {
        for (Path candidate : candidates(folders)) {
            Path base = candidate.getParent().getParent();
            if (Files.isDirectory(base) && Files.isWritable(base)) {
                OwnerOnly.createFolder(candidate.getParent());
                return candidate;
            }
        }
        throw new SocketPathException(folders.home());
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
        return folders.socketFolders().stream()
                .map(folder -> folder.resolve(name))
                .filter(path -> path.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST)
                .toList();
    }
}
