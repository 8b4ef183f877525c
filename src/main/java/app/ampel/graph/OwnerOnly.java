package app.ampel.graph;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.AclEntry;
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

/** Files and folders that only their owner may read: born that way, never loosened for a moment. */
final class OwnerOnly {

    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");

    private OwnerOnly() {}

    /** Makes the folder, or takes it from everybody else when it is there already. */
    static void folder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            tighten(folder, FOLDER);
            return;
        }
        Path parent = folder.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Files.createDirectory(folder, born(parent, FOLDER));
    }

    /** All or nothing: a new file beside it, forced to disk, then moved over it. */
    static void write(Path file, byte[] content) throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        folder(parent);
        Path fresh = parent.resolve("." + file.getFileName() + "." + UUID.randomUUID());
        try {
            Files.createFile(fresh, born(parent, FILE));
            // Not a channel: an interrupted thread must be able to finish this.
            try (FileOutputStream stream = new FileOutputStream(fresh.toFile())) {
                stream.write(content);
                stream.getFD().sync();
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** Somebody's backup may have brought it back readable for all. */
    static byte[] read(Path file) throws IOException {
        tighten(file, FILE);
        return Files.readAllBytes(file);
    }

    private static void tighten(Path path, Set<PosixFilePermission> permissions) throws IOException {
        if (Files.getFileAttributeView(path, PosixFileAttributeView.class) != null) {
            if (!Files.getPosixFilePermissions(path).equals(permissions)) {
                Files.setPosixFilePermissions(path, permissions);
            }
            return;
        }
        AclFileAttributeView acl = Files.getFileAttributeView(path, AclFileAttributeView.class);
        if (acl != null) {
            acl.setAcl(ownerAcl(acl.getOwner()));
        }
    }

    private static FileAttribute<?>[] born(Path parent, Set<PosixFilePermission> permissions) throws IOException {
        if (Files.getFileAttributeView(parent, PosixFileAttributeView.class) != null) {
            return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)};
        }
        if (Files.getFileAttributeView(parent, AclFileAttributeView.class) != null) {
            return new FileAttribute<?>[] {new BornWithAcl(ownerAcl(user(parent)))};
        }
        return new FileAttribute<?>[0];
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

    private static List<AclEntry> ownerAcl(UserPrincipal owner) {
        return List.of(AclEntry.newBuilder()
                .setType(AclEntryType.ALLOW)
                .setPrincipal(owner)
                .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                .build());
    }

    private record BornWithAcl(List<AclEntry> value) implements FileAttribute<List<AclEntry>> {
        @Override
        public String name() {
            return "acl:acl";
        }
    }
}
