package app.ampel;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {

    @Nested
    class Ampel {

        private static final JavaClasses CLASSES = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("app.ampel");

        static Stream<ArchRule> rules() {
            return new Architecture("app.ampel").rules();
        }

        @ParameterizedTest
        @MethodSource("rules")
        void keeps(ArchRule rule) {
            rule.check(CLASSES);
        }

        /** What is allowed and not used would be used one day without a thought. */
        @Test
        void knowsAllThatTheTableAllowsAndNoMore() {
            assertThat(new Architecture("app.ampel").known(CLASSES)).isEqualTo(Table.PACKAGES);
        }

        @Test
        void wasFound() {
            assertThat(CLASSES.contain("app.ampel.Main")).isTrue();
        }

        @Test
        void asksOnePlaceWhichOperatingSystemItIs() throws IOException {
            assertThat(sourcesWith("\"os.name\"")).containsExactlyInAnyOrder("OperatingSystem", "ExaminedComputer");
        }

        @Test
        void makesDaemonsInOnePlace() throws IOException {
            assertThat(sourcesWith("setDaemon(")).containsExactly("Daemons");
        }

        private List<String> sourcesWith(String text) throws IOException {
            try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
                List<String> found = new ArrayList<>();
                for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                    if (Files.readString(file).contains(text)) {
                        found.add(file.getFileName().toString().replace(".java", ""));
                    }
                }
                return found;
            }
        }

        @Test
        void opensEveryPackageWithAParagraph() throws IOException {
            try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
                List<Path> packages = files.filter(file -> file.toString().endsWith(".java"))
                        .map(Path::getParent)
                        .distinct()
                        .toList();
                assertThat(packages)
                        .isNotEmpty()
                        .allSatisfy(folder -> assertThat(folder.resolve("package-info.java"))
                                .content()
                                .startsWith("/**"));
            }
        }
    }

    /** A rule that cannot fail protects nothing: below {@code broken.ampel} every one of them is broken once. */
    @Nested
    class AProgramThatBreaksEveryRule {

        private static final JavaClasses CLASSES = new ClassFileImporter().importPackages("broken.ampel");

        static Stream<ArchRule> rules() {
            return new Architecture("broken.ampel").rules();
        }

        @ParameterizedTest
        @MethodSource("rules")
        void isCaught(ArchRule rule) {
            assertThat(rule.evaluate(CLASSES).hasViolation()).isTrue();
        }
    }
}
