package app.ampel.service.window;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.service.HeldExecutor;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class WindowServiceTest {

    private static final URI PAGE = URI.create("https://example.org/");

    private final List<String> done = new ArrayList<>();
    private final HeldExecutor beside = new HeldExecutor();
    private boolean possible = true;
    private boolean opens = true;
    private final WindowService window = new WindowService(
            () -> {
                done.add("made");
                return new Drawn();
            },
            () -> done.add("said that there is none"),
            new WindowService.Outside(
                    page -> noted("page " + page),
                    folder -> noted("folder " + folder),
                    Path.of("home"),
                    Path.of("log")),
            beside,
            () -> done.add("ended"));

    private boolean noted(String what) {
        done.add(what);
        return opens;
    }

    private final class Drawn implements AppWindow {
        @Override
        public boolean show() {
            return possible && done.add("shown");
        }

        @Override
        public boolean show(Section section) {
            return possible && done.add("shown at " + section);
        }

        @Override
        public void follow() {
            done.add("followed");
        }

        @Override
        public void close() {
            done.add("closed");
        }
    }

    @Nested
    class TheWindow {

        @Test
        void isMadeOnceWhenSomebodyWantsToSeeIt() {
            assertThat(done).isEmpty();
            window.show();
            window.show(Section.SETTINGS);
            assertThat(done).containsExactly("made", "shown", "shown at SETTINGS");
        }

        @Test
        void isNotMadeForNewLooksNorToBeClosed() {
            window.follow();
            window.close();
            assertThat(done).isEmpty();
            window.show();
            window.follow();
            window.close();
            assertThat(done).containsExactly("made", "shown", "followed", "closed");
        }

        @Test
        void thatCannotBeIsSaidToBeSoEachTime() {
            possible = false;
            window.show();
            window.show(Section.LIGHTS);
            assertThat(done).containsExactly("made", "said that there is none", "said that there is none");
        }

        @Test
        void isNoneWithoutADisplay() {
            assertThat(AppWindow.NONE.show()).isFalse();
            for (Section section : Section.values()) {
                assertThat(AppWindow.NONE.show(section)).isFalse();
            }
        }
    }

    @Test
    void pagesAreOpenedAtOnceAndFoldersBesideEverythingElse() {
        beside.hold();
        assertThat(window.open(PAGE)).isTrue();
        CompletableFuture<Boolean> opened = window.openHome();
        window.openLog();
        assertThat(done).containsExactly("page " + PAGE);
        assertThat(opened).isNotDone();
        beside.release();
        assertThat(opened).isCompletedWithValue(true);
        assertThat(done).containsExactly("page " + PAGE, "folder home", "folder log");
    }

    @Test
    void whatNothingCanShowIsSaidToBeSo() {
        opens = false;
        assertThat(window.open(PAGE)).isFalse();
        assertThat(window.openHome()).isCompletedWithValue(false);
        assertThat(window.openLog()).isCompletedWithValue(false);
    }

    @Test
    void endingTheProgramIsForTheProgram() {
        window.quit();
        assertThat(done).containsExactly("ended");
    }
}
