package app.ampel.face.window.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.awaitility.Awaitility.await;

import app.ampel.domain.account.AccountState;
import app.ampel.domain.account.Cloud;
import app.ampel.domain.account.Registration;
import app.ampel.domain.light.UdevOutcome;
import app.ampel.domain.problem.Problem;
import app.ampel.face.window.FakeDoctor;
import app.ampel.face.window.Moments;
import app.ampel.face.window.TestProgram;
import app.ampel.service.doctor.Fact;
import app.ampel.service.doctor.LogEnd;
import app.ampel.service.doctor.LogLine;
import app.ampel.service.doctor.Severity;
import app.ampel.service.doctor.Situations;
import app.ampel.service.doctor.Step;
import app.ampel.service.text.Messages;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the diagnostics page says, and what its buttons do. */
class DiagnosticsModelTest {

    private static final Fact[] FINE = Situations.fine().toArray(Fact[]::new);
    private static final Fact[] BLOCKED = {
        new Fact.SignIn(
                Optional.of(new Registration(
                        "a3be11ca-1de0-4de3-b0de-c0ffee15900d",
                        "zimtstern.example",
                        Cloud.GLOBAL,
                        Optional.empty(),
                        Optional.empty())),
                AccountState.signedOut(Optional.of(Problem.of(Problem.Kind.BLOCKED_BY_POLICY)))),
        new Fact.Rules(Fact.Rules.State.MISSING),
        new Fact.Settings(List.of())
    };

    private final TestProgram program = new TestProgram(Moments.signedIn());
    private final FakeDoctor doctor = program.doctor;
    private final BlockingQueue<Runnable> thread = new LinkedBlockingQueue<>();
    private final List<String> copied = new ArrayList<>();
    private boolean clipboard = true;
    private boolean signsIn;
    private final DiagnosticsModel model = new DiagnosticsModel(
            program.context(Messages.in(Locale.ENGLISH), Clock.fixed(Moments.NOW, ZoneOffset.UTC), thread::add),
            doctor.service,
            () -> doctor.installed,
            text -> clipboard && copied.add(text),
            () -> signsIn = true);

    /** Does what the model is told meanwhile. */
    private void until(BooleanSupplier done) {
        await().pollInSameThread().until(() -> {
            for (Runnable task = thread.poll(); task != null; task = thread.poll()) {
                task.run();
            }
            return done.getAsBoolean();
        });
    }

    private void examined(Fact... facts) {
        model.open();
        answered(facts);
    }

    private void answered(Fact... facts) {
        doctor.answer(facts);
        until(() -> model.viewState().progress().isEmpty());
    }

    @Nested
    class WhileItIsExamined {

        @Test
        void nothingIsAskedBeforeThePageIsOpened() {
            assertThat(doctor.examinations).hasValue(0);
            assertThat(model.viewState().headline()).isEqualTo("Nothing has been looked at yet.");
        }

        @Test
        void openingThePageBeginsOnceAndShowsProgress() {
            model.open();
            model.open();
            until(doctor::isAsking);
            assertThat(doctor.examinations).hasValue(1);
            assertThat(model.viewState().progress()).contains(0.0);
            assertThat(model.viewState().headline()).isEqualTo("Looking at everything…");
            doctor.answerOne();
            until(() -> model.viewState().progress().filter(done -> done > 0).isPresent());
            assertThat(model.viewState().progress())
                    .hasValueSatisfying(
                            done -> assertThat(done).isCloseTo(1.0 / doctor.service.questions(), offset(1e-9)));
        }

        @Test
        void cancellingEndsItAndKeepsWhatWasKnown() {
            examined(FINE);
            doctor.thinkAgain();
            model.check();
            until(doctor::isAsking);
            model.cancel();
            until(() -> doctor.interrupted.get() == doctor.service.questions());
            assertThat(model.viewState().progress()).isEmpty();
            assertThat(model.viewState().headline()).isEqualTo("All is well.");
        }

        @Test
        void anExaminationThatWasGivenUpSaysNothingAnyMore() {
            model.open();
            until(doctor::isAsking);
            model.cancel();
            until(doctor::isIdle);
            doctor.answer(BLOCKED);
            until(() -> true);
            assertThat(model.viewState().todo()).isEmpty();
            assertThat(model.viewState().headline()).isEqualTo("Nothing has been looked at yet.");
            doctor.thinkAgain();
            model.check();
            answered(FINE);
            assertThat(model.viewState().headline()).isEqualTo("All is well.");
        }
    }

    @Nested
    class WhenSomethingIsWrong {

        @Test
        void whatHasToBeDoneComesFirstAndWhatIsFineIsCounted() {
            examined(BLOCKED);
            assertThat(model.viewState().headline()).isEqualTo("One thing needs attention.");
            assertThat(model.viewState().worst()).isEqualTo(Severity.FAULT);
            assertThat(model.viewState().todo()).singleElement().satisfies(card -> {
                assertThat(card.mark()).isEqualTo("fault");
                assertThat(card.sentence()).contains("Use the browser instead").doesNotContain("ampel sign-in");
                assertThat(card.who()).isEqualTo("Your administrator has to act.");
            });
            assertThat(model.viewState().notes())
                    .extracting(card -> card.next().orElseThrow().text())
                    .containsExactly("Install the rules…");
            assertThat(model.viewState().fineTitle()).isEqualTo("One check passed");
        }

        @Test
        void theAdministratorGetsTheLetterForThatProblem() {
            examined(BLOCKED);
            model.act(model.viewState().todo().get(0).next().orElseThrow().step());
            assertThat(model.letter().viewState().body())
                    .contains("Microsoft says that a policy blocks my sign-in.", "a3be11ca-", "zimtstern.example");
            model.letter().copy();
            assertThat(copied)
                    .containsExactly(model.letter().viewState().subject() + "\n\n"
                            + model.letter().viewState().body());
        }

        @Test
        void installingTheRulesSaysWhatCameOfItAndLooksAgain() {
            examined(BLOCKED);
            model.act(new Step(Step.Kind.INSTALL_RULES, ""));
            assertThat(model.viewState().notice()).startsWith("The system asks for");
            doctor.installed.complete(UdevOutcome.DONE);
            until(() -> doctor.examinations.get() == 2
                    && !model.viewState().notice().startsWith("The system asks for"));
            assertThat(model.viewState().notice()).startsWith("The rules are in place.");
        }

        @Test
        void everyOtherStepDoesItsThingOrSaysThatItCannot() {
            model.act(new Step(Step.Kind.SIGN_IN, ""));
            assertThat(signsIn).isTrue();
            model.act(new Step(Step.Kind.COPY_COMMAND, "sudo x"));
            assertThat(copied).containsExactly("sudo x");
            model.act(new Step(Step.Kind.OPEN_PAGE, "https://extensions.gnome.org/"));
            assertThat(program.opened).hasToString("[https://extensions.gnome.org/]");
            model.act(new Step(Step.Kind.OPEN_FOLDER, ""));
            assertThat(program.folders).containsExactly(program.home.folder());
            program.fileManager = false;
            model.openLog();
            until(() -> !model.viewState().notice().isEmpty() && program.folders.size() == 2);
            assertThat(model.viewState().notice()).isEqualTo("The folder could not be shown.");
            clipboard = false;
            model.act(new Step(Step.Kind.COPY_COMMAND, "sudo x"));
            assertThat(model.viewState().notice()).isEqualTo("The clipboard could not be used.");
        }
    }

    @Nested
    class TheReport {

        @Test
        void isCopiedExactlyAsItIsShown() {
            model.copyReport();
            assertThat(copied).isEmpty();
            examined(FINE);
            model.copyReport();
            assertThat(copied).containsExactly(model.viewState().report());
            assertThat(model.viewState().report()).startsWith("Ampel report, 2026-11-20T13:05:03Z");
        }
    }

    @Nested
    class TheLog {

        private static final List<String> LINES = List.of(
                "2026-11-20T13:05:01.500+01:00 INFO  main X: one",
                "2026-11-20T13:05:02.500+01:00 WARN  main X: two",
                "java.io.IOException: why",
                "2026-11-20T13:05:03.500+01:00 ERROR main X: three");

        private List<String> rows() {
            return model.viewState().log().rows().stream()
                    .map(DiagnosticsViewState.Row::text)
                    .toList();
        }

        @Test
        void isReadOnlyWhileSomebodyLooksAndFollowsWhatIsWritten() {
            doctor.computer.log = new LogEnd(1, LINES.subList(0, 1));
            model.tick();
            assertThat(rows()).isEmpty();
            assertThat(model.isMoving()).isFalse();
            model.follow(true);
            until(() -> rows().size() == 1);
            doctor.computer.log = new LogEnd(2, LINES);
            model.tick();
            until(() -> rows().equals(LINES));
            assertThat(model.isMoving()).isTrue();
        }

        @Test
        void canBeNarrowedAndKeepsWhatWasThrownWithItsEntry() {
            doctor.computer.log = new LogEnd(1, LINES);
            model.follow(true);
            until(() -> rows().size() == LINES.size());
            model.filter(LogLine.Level.WARN);
            assertThat(rows()).isEqualTo(LINES.subList(1, 4));
            model.filter(LogLine.Level.ERROR);
            assertThat(rows()).isEqualTo(LINES.subList(3, 4));
        }

        @Test
        void saysMoreWhenItIsToldTo() {
            model.detailed(true);
            until(() -> model.viewState().log().detailed());
            assertThat(program.settings().detailedLog()).isTrue();
        }
    }
}
