package app.ampel.face.window.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ampel.domain.policy.IdleBehaviour;
import app.ampel.domain.status.StatusDefaults;
import app.ampel.face.window.Moments;
import app.ampel.face.window.SaidBefore;
import app.ampel.face.window.TestProgram;
import app.ampel.face.window.frame.Toolkit;
import app.ampel.face.window.frame.Windows;
import app.ampel.service.settings.Looks;
import app.ampel.service.settings.SettingsNote;
import app.ampel.service.text.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** What a person does on the settings page, and what stands in the file then. */
class SettingsPageTest {

    private final FxRobot robot = new FxRobot();
    private final TestProgram program = new TestProgram(Moments.signedIn());
    private Windows windows;

    @TempDir
    private static Path libraries;

    @BeforeEach
    void nothingIsWritten() {
        write("{}");
    }

    private void write(String text) {
        program.home.typed(text);
        program.start();
    }

    private String file() throws IOException {
        return Files.readString(program.home.file());
    }

    private Locale language() {
        return program.settings().looks().language().map(it -> it.in(Locale.UK)).orElse(Locale.UK);
    }

    private void open() {
        windows = new Windows(
                new Toolkit(libraries, true),
                program.services(),
                Messages.following(this::language),
                () -> ZoneOffset.UTC,
                Clock.fixed(Moments.NOW, ZoneOffset.UTC),
                new SaidBefore(),
                () -> program.settings().looks().theme() == Looks.Theme.DARK,
                () -> {});
        assertThat(windows.show()).isTrue();
        await().until(() -> shown().count() == 1);
        click("section-settings");
    }

    @AfterEach
    void close() {
        windows.close();
        await().until(() -> shown().findAny().isEmpty());
    }

    private static Stream<Window> shown() {
        return List.copyOf(Window.getWindows()).stream().filter(Window::isShowing);
    }

    private <N extends Node> N node(String id) {
        return robot.lookup("#" + id).query();
    }

    private void click(String id) {
        ButtonBase button = node(id);
        robot.interact(button::fire);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private String text(String id) {
        return this.<Labeled>node(id).getText();
    }

    private boolean sees(String id) {
        return robot.lookup("#" + id)
                .match(SettingsPageTest::isVisible)
                .tryQuery()
                .isPresent();
    }

    private static boolean isVisible(Node node) {
        return node == null || node.isVisible() && isVisible(node.getParent());
    }

    private <T> void pick(Setting<T> setting, T value) {
        ComboBox<T> box = node(setting.id());
        robot.interact(() -> box.setValue(value));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void type(Setting<?> setting, String text) {
        ComboBox<?> box = node(setting.id());
        robot.interact(() -> {
            box.getEditor().setText(text);
            box.getEditor().commitValue();
            box.commitValue();
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private String shown(Setting<?> setting) {
        return this.<ComboBox<?>>node(setting.id()).getEditor().getText();
    }

    @Nested
    class AChange {

        @Test
        void standsInTheFileAtOnce() throws IOException {
            open();
            pick(Setting.ICONS, Looks.Icons.MONO);
            pick(Setting.WHEN_LOCKED, IdleBehaviour.OFF);
            click("day-6");
            click("sign-out-on-quit");
            assertThat(file()).contains("\"mono\"", "\"whenLocked\"", "\"saturday\"", "\"signOutOnQuit\" : true");
        }

        @Test
        void canBeTyped() {
            open();
            type(Setting.USUAL, "50 min");
            type(Setting.START, "7.15");
            StatusDefaults habits = program.settings().habits();
            assertThat(habits.usual()).isEqualTo(Duration.ofMinutes(50));
            assertThat(habits.workingDay().start()).isEqualTo(LocalTime.of(7, 15));
            assertThat(shown(Setting.START)).isEqualTo("07:15");
        }

        @Test
        void thatCannotBeReadIsSaidAndGoesBack() {
            open();
            type(Setting.USUAL, "a while");
            assertThat(text("usual-said")).startsWith("That is no time from 1 min to 24 h.");
            assertThat(shown(Setting.USUAL)).isEqualTo("1 h");
        }

        @Test
        void ofTheOfferedTimesShowsInTheRow() {
            open();
            this.<TextField>field("offered-more").setText("45 min");
            click("offered-add");
            assertThat(sees("offered-45")).isTrue();
            click("offered-15");
            assertThat(sees("offered-15")).isFalse();
            assertThat(program.settings().habits().offered())
                    .contains(Duration.ofMinutes(45))
                    .doesNotContain(Duration.ofMinutes(15));
        }

        private <N extends Node> N field(String id) {
            return node(id);
        }

        @Test
        void thatCannotBeSavedGoesBackAndSaysWhy() throws IOException {
            open();
            Files.delete(program.home.file());
            Files.createDirectory(program.home.file());
            pick(Setting.ICONS, Looks.Icons.MONO);
            assertThat(text("icons-said")).startsWith("Ampel could not write its files.");
            assertThat(this.<ComboBox<Looks.Icons>>box("icons").getValue()).isEqualTo(Looks.Icons.COLOUR);
        }

        private <N extends Node> N box(String id) {
            return node(id);
        }
    }

    @Nested
    class WhatTheAdministratorHasDecided {

        @Test
        void cannotBeChangedAndSaysSo() {
            program.decided("{\"account\": {\"signIn\": \"browser\"}}");
            open();
            assertThat(node("sign-in-way").isDisabled()).isTrue();
            assertThat(text("sign-in-way-said")).isEqualTo("Set by your administrator.");
        }

        @Test
        void isNotOffered() {
            program.decided("{\"polling\": {\"shortest\": \"PT30S\"}}");
            open();
            ComboBox<Duration> polls = node("poll-usual");
            assertThat(polls.getItems()).doesNotContain(Duration.ofSeconds(10)).contains(Duration.ofMinutes(1));
            assertThat(sees("shortest")).isTrue();
        }
    }

    @Nested
    class OtherPeople {

        private boolean isOn(String id) {
            return SettingsPageTest.this.<CheckBox>node(id).isSelected();
        }

        @Test
        void areShownUntilThatIsSwitchedOff() throws IOException {
            open();
            assertThat(List.of("colleagues", "wall", "tell-me-when")).allMatch(this::isOn);
            click("wall");
            assertThat(program.settings().people().wall()).contains(false);
            assertThat(program.settings().people().colleagues()).isEmpty();
            assertThat(file()).contains("\"wall\" : false");
            assertThat(text("people-privacy")).contains("people.json", "Signing out erases it all.");
        }

        @Test
        void areTheAdministratorsToAllowWhereThereIsOneAndTheUsersToSwitchOn() {
            program.decided("{\"people\": {\"colleagues\": true}}");
            open();
            assertThat(List.of("colleagues", "wall", "tell-me-when")).noneMatch(this::isOn);
            assertThat(node("wall").isDisabled()).isTrue();
            assertThat(text("wall-said")).isEqualTo("Set by your administrator.");
            assertThat(text("tell-me-when-said")).isEqualTo("Set by your administrator.");
            assertThat(text("colleagues-said")).isEmpty();
            click("colleagues");
            assertThat(isOn("colleagues")).isTrue();
            assertThat(program.settings().people().colleagues()).contains(true);
        }

        @Test
        void areForgottenAfterAQuestionThatTakesTheFocusAndGivesItBack() {
            open();
            click("forget-people");
            assertThat(node("forget-people-no").isFocused()).isTrue();
            click("forget-people-no");
            assertThat(node("forget-people").isFocused()).isTrue();
            assertThat(sees("forget-people-question")).isFalse();
        }
    }

    @Nested
    class ABrokenFile {

        @Test
        void isSaidAboveAllPagesUntilThatIsUnderstood() throws IOException {
            write("{\"looks\": {\"theme\": \"pink\"}}");
            open();
            assertThat(text("notes-title")).isEqualTo("Something in your settings was ignored");
            assertThat(text("note")).contains("settings.json", "\"looks/theme\" is \"pink\"");
            click("notes-understood");
            assertThat(sees("notes-title")).isFalse();
            assertThat(program.settingsService.notes()).isEmpty();
        }

        @Test
        void withManyMistakesDoesNotFillTheWindow() throws IOException {
            write("{\"a\": 1, \"b\": 2, \"c\": 3, \"d\": 4, \"e\": 5}");
            List<SettingsNote> notes = program.settingsService.notes();
            open();
            assertThat(robot.lookup("#note").queryAll()).hasSize(3);
            assertThat(text("notes-more")).isEqualTo("And " + (notes.size() - 3) + " more.");
        }
    }

    @Nested
    class TheLanguage {

        @Test
        void changesTheWindowAtOnceWhichStaysWhereItIs() {
            open();
            pick(Setting.LANGUAGE, Optional.of(Looks.Language.DE));
            windows.follow();
            await().until(() -> shown().count() == 1
                    && sees("settings-title")
                    && text("settings-title").equals("Einstellungen"));
            assertThat(text("settings-general")).isEqualTo("Allgemein");
        }
    }

    @Test
    void startingWithTheSessionIsATick() {
        open();
        await().until(() -> !node("startup").isDisabled());
        click("startup");
        assertThat(program.login.on).isTrue();
        assertThat(this.<CheckBox>node("startup").isSelected()).isTrue();
    }

    @Test
    void settingEverythingBackAsksFirstAndCanBeUndone() {
        open();
        assertThat(sees("reset-question")).isFalse();
        click("reset");
        assertThat(sees("reset-question")).isTrue();
        click("reset-yes");
        assertThat(text("reset-outcome")).startsWith("All settings are reset.");
        click("reset-undo");
        assertThat(sees("reset-undo")).isFalse();
    }

    @Test
    void everyControlHasAName() {
        open();
        Set<Node> reachable = robot.lookup((Node node) -> node.isFocusTraversable() && node.isVisible())
                .queryAll();
        assertThat(reachable)
                .hasSizeGreaterThan(20)
                .allSatisfy(node -> assertThat(name(node)).as(node.toString()).isNotBlank());
    }

    private static String name(Node node) {
        return node instanceof Labeled labeled && !labeled.getText().isEmpty()
                ? labeled.getText()
                : node.getAccessibleText();
    }
}
