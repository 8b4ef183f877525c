package app.ampel.adapter.os.files;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileStore;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryFlag;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Files and folders that nobody but their owner may read: 0600 and 0700, an access list with one entry on Windows. A
 * file is never there half written, and never for a moment readable by others. Any thread.
 */
public final class OwnerOnly {

    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");

    private static final String UUID_TEXT = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private OwnerOnly() {}

    /**
     * Makes {@code folder} and what is missing above it, or closes to others the one that is there.
     *
     * @throws ForeignFolderException when it is there and is a link, no folder, or belongs to somebody else
     */
    public static void createFolder(Path folder) throws IOException {
        if (folder.getParent() != null) {
            Files.createDirectories(folder.getParent());
        }
        try {
            Files.createDirectory(folder, born(folder, FOLDER));
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                throw new ForeignFolderException(folder);
            }
        }
        requireOwn(folder);
        closeToOthers(folder, FOLDER);
    }

    /** The owner of a file made this moment is who we are, whatever the name of the account. */
    private static void requireOwn(Path folder) throws IOException {
        if (!posix()) {
            return;
        }
        Path probe = folder.resolve(".probe-" + UUID.randomUUID());
        try {
            Files.createFile(probe, born(probe, FILE));
            if (!Files.getOwner(probe).equals(Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS))) {
                throw new ForeignFolderException(folder);
            }
        } catch (AccessDeniedException e) {
            throw new ForeignFolderException(folder);
        } finally {
            Files.deleteIfExists(probe);
        }
    }

    /**
     * Removes what {@link #write} has left beside {@code file} where it was killed before it was done: half of a file, or
     * all of one with a secret in it. To be called by whoever alone writes that file; trouble is no reason not to go on.
     */
    public static void tidy(Path file) throws IOException {
        Path target = target(file);
        if (!Files.isDirectory(target.getParent())) {
            return;
        }
        Pattern ours = Pattern.compile(Pattern.quote("." + target.getFileName() + ".") + UUID_TEXT);
        try (Stream<Path> siblings = Files.list(target.getParent())) {
            for (Path left : siblings.filter(
                            path -> ours.matcher(path.getFileName().toString()).matches())
                    .filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                    .toList()) {
                Files.deleteIfExists(left);
            }
        }
    }

    private static Path target(Path file) throws IOException {
        return Files.isSymbolicLink(file) && Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    }

    /** Replaces the content of {@code file} in one step; a link is followed, so that linked settings stay linked. */
    public static void write(Path file, byte[] content) throws IOException {
        Path target = Files.isSymbolicLink(file) ? file.toRealPath() : file.toAbsolutePath();
        Path fresh = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID());
        try {
            create(fresh, content);
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /**
     * Makes a new file.
     *
     * @throws FileAlreadyExistsException when it is there
     */
    public static void create(Path file, byte[] content) throws IOException {
        Files.createFile(file, born(file, FILE));
        // Not a channel: an interrupted thread must be able to finish this.
        try (FileOutputStream out = new FileOutputStream(file.toFile())) {
            out.write(content);
            out.getFD().sync();
        }
    }

    /** Closes the file to others first: somebody's backup may have brought it back readable for all. */
    public static byte[] read(Path file) throws IOException {
        close(file);
        return Files.readAllBytes(file);
    }

    /** Takes away everybody else's permissions on a file that is there. */
    public static void close(Path file) throws IOException {
        closeToOthers(file, FILE);
    }

    /** Whether nobody else has permissions on it; where there are none to look at, too. */
    public static boolean isClosed(Path path) throws IOException {
        PosixFileAttributeView posix = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        return posix == null || FOLDER.containsAll(posix.readAttributes().permissions());
    }

    private static void closeToOthers(Path path, Set<PosixFilePermission> permissions) throws IOException {
        PosixFileAttributeView posix = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (posix != null) {
            if (!posix.readAttributes().permissions().equals(permissions)) {
                posix.setPermissions(permissions);
            }
            return;
        }
        AclFileAttributeView acl = Files.getFileAttributeView(path, AclFileAttributeView.class);
        if (acl != null && supportsAcl(path)) {
            closeList(acl, user(path), Files.isDirectory(path));
        }
    }

    /** To whoever runs this: what an elevated program makes belongs to all administrators, who are not the user. */
    static void closeList(AclFileAttributeView acl, UserPrincipal user, boolean folder) throws IOException {
        acl.setAcl(forOne(user, folder));
    }

    /** What a new file or folder is to have from its first moment. */
    private static FileAttribute<?>[] born(Path path, Set<PosixFilePermission> permissions) throws IOException {
        if (posix()) {
            return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)};
        }
        Path parent = path.toAbsolutePath().getParent();
        return supportsAcl(parent)
                ? new FileAttribute<?>[] {new BornWithAcl(forOne(user(parent), permissions.equals(FOLDER)))}
                : new FileAttribute<?>[0];
    }

    private static UserPrincipal user(Path path) throws IOException {
        try {
            return path.getFileSystem()
                    .getUserPrincipalLookupService()
                    .lookupPrincipalByName(System.getProperty("user.name"));
        } catch (UserPrincipalNotFoundException e) {
            return Files.getOwner(Path.of(System.getProperty("user.home")));
        }
    }

    private static List<AclEntry> forOne(UserPrincipal owner, boolean folder) {
        return List.of(AclEntry.newBuilder()
                .setType(AclEntryType.ALLOW)
                .setPrincipal(owner)
                .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                .setFlags(
                        folder
                                ? EnumSet.of(AclEntryFlag.FILE_INHERIT, AclEntryFlag.DIRECTORY_INHERIT)
                                : EnumSet.noneOf(AclEntryFlag.class))
                .build());
    }

    /** A stick with FAT has no owners; refusing to run from it would help nobody. */
    private static boolean supportsAcl(Path path) throws IOException {
        FileStore store = Files.getFileStore(path);
        return store.supportsFileAttributeView(AclFileAttributeView.class);
    }

    private static boolean posix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }

    private record BornWithAcl(List<AclEntry> value) implements FileAttribute<List<AclEntry>> {
        @Override
        public String name() {
            return "acl:acl";
        }
    }
}
