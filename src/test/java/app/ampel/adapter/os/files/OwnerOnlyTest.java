package app.ampel.adapter.os.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class OwnerOnlyTest {

    @TempDir
    private Path folder;

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Nested
    class AFile {

        @Test
        void isReadableByItsOwnerAlone() throws IOException {
            Path file = folder.resolve("file");
            OwnerOnly.write(file, bytes("one"));
            assertThat(file).hasContent("one");
            assertThat(permissions(file)).isEqualTo("rw-------");
        }

        @Test
        void isReplacedAndClosedToOthersAtOnce() throws IOException {
            Path file = Files.writeString(folder.resolve("file"), "open to all");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
            OwnerOnly.write(file, bytes("two"));
            assertThat(file).hasContent("two");
            assertThat(permissions(file)).isEqualTo("rw-------");
        }

        @Test
        void leavesNothingBeside() throws IOException {
            OwnerOnly.write(folder.resolve("file"), bytes("one"));
            OwnerOnly.write(folder.resolve("file"), bytes("two"));
            try (Stream<Path> files = Files.list(folder)) {
                assertThat(files).containsExactly(folder.resolve("file"));
            }
        }

        @Test
        void isWrittenToTheEndByAnInterruptedThread() throws IOException {
            Thread.currentThread().interrupt();
            OwnerOnly.write(folder.resolve("file"), bytes("all of it"));
            assertThat(Thread.interrupted()).isTrue();
            assertThat(folder.resolve("file")).hasContent("all of it");
        }

        @Test
        void isClosedToOthersBeforeItIsRead() throws IOException {
            Path file = Files.writeString(folder.resolve("file"), "from a backup");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
            assertThat(OwnerOnly.read(file)).isEqualTo(bytes("from a backup"));
            assertThat(permissions(file)).isEqualTo("rw-------");
        }

        @Test
        void isNotMadeOverOneThatIsThere() throws IOException {
            Path file = Files.writeString(folder.resolve("file"), "first");
            assertThatThrownBy(() -> OwnerOnly.create(file, bytes("second")))
                    .isInstanceOf(FileAlreadyExistsException.class);
            assertThat(file).hasContent("first");
        }

        @Test
        void staysALinkWhereItIsOne() throws IOException {
            Path real = Files.writeString(folder.resolve("real"), "old");
            Path link = Files.createSymbolicLink(folder.resolve("link"), real);
            OwnerOnly.write(link, bytes("new"));
            assertThat(link).isSymbolicLink();
            assertThat(real).hasContent("new");
        }

        @Test
        void staysAsItWasWhenItCannotBeReplaced() throws IOException {
            Path file = Files.createDirectories(folder.resolve("file/full")).getParent();
            assertThatThrownBy(() -> OwnerOnly.write(file, bytes("x"))).isInstanceOf(IOException.class);
            try (Stream<Path> files = Files.list(folder)) {
                assertThat(files).containsExactly(file);
            }
        }
    }

    @Nested
    class AFolder {

        @Test
        void isMadeForItsOwnerAlone() throws IOException {
            Path made = folder.resolve("a/b");
            OwnerOnly.createFolder(made);
            assertThat(permissions(made)).isEqualTo("rwx------");
        }

        @Test
        void isClosedToOthersWhenItWasOpen() throws IOException {
            Path open = Files.createDirectory(folder.resolve("open"));
            Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
            OwnerOnly.createFolder(open);
            assertThat(permissions(open)).isEqualTo("rwx------");
            assertThat(open).isEmptyDirectory();
        }

        @Test
        void isRefusedWhenItIsALink() throws IOException {
            Path link = Files.createSymbolicLink(folder.resolve("link"), folder);
            assertThatThrownBy(() -> OwnerOnly.createFolder(link)).isInstanceOf(ForeignFolderException.class);
        }

        @Test
        void isRefusedWhenItIsAFile() throws IOException {
            Path file = Files.createFile(folder.resolve("file"));
            assertThatThrownBy(() -> OwnerOnly.createFolder(file)).isInstanceOf(ForeignFolderException.class);
        }

        /** Needs the right to give a folder away, which only root has. */
        @Test
        void isRefusedWhenItIsSomebodyElses() throws IOException {
            Path foreign = Files.createDirectory(folder.resolve("foreign"));
            assumeTrue("root".equals(System.getProperty("user.name")));
            Files.setAttribute(foreign, "unix:uid", 4242);
            assertThatThrownBy(() -> OwnerOnly.createFolder(foreign)).isInstanceOf(ForeignFolderException.class);
            assertThat(foreign).isEmptyDirectory();
        }
    }

    /** Windows' view of a file that an elevated program has made, made up; tried on no Windows. */
    private static final class OfAdministrators implements AclFileAttributeView {
        private List<AclEntry> acl = List.of();

        @Override
        public String name() {
            return "acl";
        }

        @Override
        public List<AclEntry> getAcl() {
            return acl;
        }

        @Override
        public void setAcl(List<AclEntry> fresh) {
            acl = fresh;
        }

        @Override
        public UserPrincipal getOwner() {
            return () -> "BUILTIN\\Administrators";
        }

        @Override
        public void setOwner(UserPrincipal owner) {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void onWindowsTheListIsTheUsersWhoeverOwnsTheFile() throws IOException {
        OfAdministrators file = new OfAdministrators();
        UserPrincipal ada = () -> "PC\\ada";
        OwnerOnly.closeList(file, ada, false);
        assertThat(file.getAcl())
                .singleElement()
                .satisfies(entry -> assertThat(entry.principal()).isEqualTo(ada));
    }
}
