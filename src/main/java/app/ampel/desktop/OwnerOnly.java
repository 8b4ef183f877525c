package app.ampel.desktop;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileStore;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryFlag;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Files and folders that nobody but their owner may read: 0600 and 0700, an access list with one entry on Windows. A
 * file is never there half written, and never for a moment readable by others. Any thread.
 */
public final class OwnerOnly {

    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");

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
            Files.createDirectory(folder, posix() ? attributes(FOLDER) : none());
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
            Files.createFile(probe, attributes(FILE));
            if (!Files.getOwner(probe).equals(Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS))) {
                throw new ForeignFolderException(folder);
            }
        } catch (AccessDeniedException e) {
            throw new ForeignFolderException(folder);
        } finally {
            Files.deleteIfExists(probe);
        }
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
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (SeekableByteChannel out = Files.newByteChannel(file, options, posix() ? attributes(FILE) : none())) {
            closeToOthers(file, FILE);
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            if (out instanceof FileChannel channel) {
                channel.force(true);
            }
        }
    }

    /** Takes away everybody else's permissions on a file that is there. */
    public static void close(Path file) throws IOException {
        closeToOthers(file, FILE);
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
            acl.setAcl(List.of(AclEntry.newBuilder()
                    .setType(AclEntryType.ALLOW)
                    .setPrincipal(acl.getOwner())
                    .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                    .setFlags(
                            Files.isDirectory(path)
                                    ? EnumSet.of(AclEntryFlag.FILE_INHERIT, AclEntryFlag.DIRECTORY_INHERIT)
                                    : EnumSet.noneOf(AclEntryFlag.class))
                    .build()));
        }
    }

    /** A stick with FAT has no owners; refusing to run from it would help nobody. */
    private static boolean supportsAcl(Path path) throws IOException {
        FileStore store = Files.getFileStore(path);
        return store.supportsFileAttributeView(AclFileAttributeView.class);
    }

    private static boolean posix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }

    private static FileAttribute<?>[] attributes(Set<PosixFilePermission> permissions) {
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)};
    }

    private static FileAttribute<?>[] none() {
        return new FileAttribute<?>[0];
    }
}
