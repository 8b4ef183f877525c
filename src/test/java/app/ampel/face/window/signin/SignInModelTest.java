package app.ampel.face.window.signin;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.account.AccountState;
import app.ampel.domain.account.ConsentRequest;
import app.ampel.domain.account.SignInPrompt;
import app.ampel.domain.account.SignInWay;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.ProblemException;
import app.ampel.face.cli.Snapshots;
import app.ampel.face.window.Moments;
import app.ampel.face.window.TestProgram;
import app.ampel.face.window.kit.PageContext;
import app.ampel.face.window.signin.SignInViewState.Stage;
import app.ampel.service.engine.Intent;
import app.ampel.service.text.Messages;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SignInModelTest {

    private final TestProgram program = new TestProgram(Moments.signedOut());
    private final List<String> clipboard = new ArrayList<>();
    private boolean hasClipboard = true;
    private Instant now = Moments.NOW;
    private boolean registering;
    private final PageContext context = program.context(Messages.in(Locale.UK), clock(), Runnable::run);
    private final LetterModel letter = new LetterModel(program.window::open, this::copy, context.words());
    private final SignInModel model = new SignInModel(context, this::copy, letter, () -> registering = true);

    private boolean copy(String text) {
        clipboard.add(text);
        return hasClipboard;
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public Instant instant() {
                return now;
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new UnsupportedOperationException();
            }
        };
    }

    private Stage stage() {
        return model.viewState().stage();
    }

    @Test
    void nothingIsShownWhileNobodySignsIn() {
        model.feed(Moments.signedOut());
        assertThat(stage()).isEqualTo(Stage.IDLE);
        model.feed(Moments.account(AccountState.waiting(Optional.empty(), Optional.empty())));
        assertThat(stage()).isEqualTo(Stage.IDLE);
    }

    @Nested
    class WhenSomebodyPressesSignIn {

        @Test
        void microsoftIsAskedTheWayTheSettingsSay() {
            model.feed(Moments.signedOut(Problem.Kind.SIGN_IN_DECLINED));
            model.signIn();
            assertThat(program.last()).isEqualTo(new Intent.SignIn(SignInWay.DEVICE_CODE));
            assertThat(stage()).isEqualTo(Stage.ASKING);
            model.feed(Moments.signedOut(Problem.Kind.SIGN_IN_DECLINED));
            assertThat(stage()).isEqualTo(Stage.ASKING);
        }

        @Test
        void whatFailsAtOnceIsSaidWithoutCommandsToType() {
            model.signIn();
            program.failLast(Problem.Kind.NO_CLIENT_ID);
            assertThat(stage()).isEqualTo(Stage.FAILED);
            assertThat(model.viewState().text())
                    .startsWith("Ampel needs an app registration")
                    .doesNotContain("ampel sign-in");
        }
    }

    @Nested
    class WhenThereIsACode {

        private void asked() {
            model.signIn();
            model.feed(Moments.asked(Moments.code("ABCD-EFGH")));
        }

        @Test
        void itIsShownWithItsAddressAndAPictureForThePhone() {
            asked();
            SignInViewState face = model.viewState();
            assertThat(face.stage()).isEqualTo(Stage.CODE);
            assertThat(face.code()).isEqualTo("ABCD-EFGH");
            assertThat(face.address()).isEqualTo("https://microsoft.com/devicelogin");
            assertThat(face.qr()).isEqualTo("https://microsoft.com/devicelogin");
            assertThat(face.text()).startsWith("Enter this code");
        }

        @Test
        void theTimeIsCountedDown() {
            asked();
            assertThat(model.viewState().countdown()).isEqualTo("Good for 15:00");
            now = Moments.NOW.plusSeconds(15 * 60 - 9);
            model.tick();
            assertThat(model.viewState().countdown()).isEqualTo("Good for 0:09");
            now = Moments.NOW.plusSeconds(1000);
            model.tick();
            assertThat(model.viewState().countdown()).startsWith("This code has run out");
        }

        @Test
        void oneClickCopiesItAndOpensThePage() {
            asked();
            model.copyAndOpen();
            assertThat(clipboard).containsExactly("ABCD-EFGH");
            assertThat(program.opened).containsExactly(Moments.DEVICE_LOGIN);
            assertThat(model.viewState().copied()).startsWith("Copied. The page is open");
        }

        @Test
        void whatDoesNotWorkOfThatIsSaid() {
            asked();
            program.browser = false;
            model.copyAndOpen();
            assertThat(model.viewState().copied()).startsWith("Copied. No browser");
            hasClipboard = false;
            model.copyAndOpen();
            assertThat(model.viewState().copied()).startsWith("No browser");
            program.browser = true;
            model.copyAndOpen();
            assertThat(model.viewState().copied()).isEqualTo("The page is open in your browser.");
        }

        @Test
        void aFreshOneIsSaidToBeFresh() {
            asked();
            model.copyAndOpen();
            model.feed(Moments.asked(Moments.code("WXYZ-WXYZ")));
            assertThat(model.viewState().code()).isEqualTo("WXYZ-WXYZ");
            assertThat(model.viewState().text())
                    .isEqualTo("The sign-in broke off on the way to Microsoft. Here is a fresh code.");
            assertThat(model.viewState().copied()).isEmpty();
        }

        @Test
        void theBrowserCanBeTakenInstead() {
            asked();
            model.useBrowser();
            assertThat(program.last()).isEqualTo(new Intent.SignIn(SignInWay.BROWSER));
            program.answers.get(0).completeExceptionally(new IllegalStateException("given up"));
            assertThat(stage()).isEqualTo(Stage.ASKING);
            SignInPrompt browser = new SignInPrompt(
                    SignInWay.BROWSER,
                    URI.create("https://login.microsoftonline.com/x"),
                    Optional.empty(),
                    Moments.NOW.plusSeconds(300),
                    Optional.empty());
            model.feed(Moments.asked(browser));
            assertThat(stage()).isEqualTo(Stage.BROWSER);
            assertThat(model.viewState().code()).isEmpty();
            assertThat(model.viewState().countdown()).isEmpty();
            model.copyAndOpen();
            assertThat(clipboard).isEmpty();
            assertThat(program.opened).containsExactly(browser.address());
        }

        @Test
        void cancelEndsIt() {
            asked();
            model.cancel();
            assertThat(program.last()).isEqualTo(new Intent.CancelSignIn());
            assertThat(stage()).isEqualTo(Stage.IDLE);
            program.answers.get(0).completeExceptionally(new IllegalStateException("late"));
            assertThat(stage()).isEqualTo(Stage.IDLE);
        }

        @Test
        void theEndIsAPageOfItsOwn() {
            asked();
            model.feed(Moments.signedIn());
            program.answerLast(Moments.signedIn());
            assertThat(stage()).isEqualTo(Stage.DONE);
            model.leave();
            assertThat(stage()).isEqualTo(Stage.IDLE);
        }

        @Test
        void aFailureCanBeTriedAgain() {
            asked();
            model.feed(Moments.signedOut(Problem.Kind.SIGN_IN_DECLINED));
            program.failLast(Problem.Kind.SIGN_IN_DECLINED);
            assertThat(stage()).isEqualTo(Stage.FAILED);
            assertThat(model.viewState().text()).startsWith("The sign-in was declined");
            assertThat(steps()).containsExactly(SignInFailure.Step.TRY_AGAIN, SignInFailure.Step.USE_BROWSER);
            model.execute(SignInFailure.Step.TRY_AGAIN);
            assertThat(program.last()).isEqualTo(new Intent.SignIn(SignInWay.DEVICE_CODE));
            assertThat(stage()).isEqualTo(Stage.ASKING);
        }
    }

    private List<SignInFailure.Step> steps() {
        return model.viewState().steps().stream()
                .map(SignInViewState.Step::what)
                .toList();
    }

    @Nested
    class WhenItFails {

        private void failed(Problem problem) {
            model.signIn();
            program.answers.get(program.answers.size() - 1).completeExceptionally(new ProblemException(problem));
        }

        @Test
        void theCodeStandsInTheDetailsOnly() {
            failed(Problem.of(Problem.Kind.USER_NOT_ASSIGNED, "AADSTS50105"));
            assertThat(model.viewState().text()).doesNotContain("AADSTS");
            assertThat(model.viewState().details()).isEqualTo("Details: AADSTS50105");
            assertThat(model.viewState().who()).isEqualTo("Your administrator has to do something.");
        }

        @Test
        void theAdministratorIsWrittenWhatToDo() {
            failed(Problem.of(Problem.Kind.CONSENT_NEEDED, "AADSTS65001"));
            assertThat(steps().get(0)).isEqualTo(SignInFailure.Step.ASK_ADMINISTRATOR);
            model.execute(SignInFailure.Step.ASK_ADMINISTRATOR);
            assertThat(letter.viewState().body())
                    .contains("https://login.microsoftonline.com/example.org/v2.0/adminconsent?client_id=11111111-")
                    .contains("Presence.Read")
                    .doesNotContain("Presence.ReadWrite")
                    .contains("that is success")
                    .contains("Microsoft's code: AADSTS65001");
            model.execute(SignInFailure.Step.TRY_AGAIN);
            assertThat(letter.viewState().isThere()).isFalse();
        }

        @Test
        void anUnknownIdIsCheckedOnItsPage() {
            failed(Problem.of(Problem.Kind.UNKNOWN_CLIENT, "AADSTS700016"));
            assertThat(steps().get(0)).isEqualTo(SignInFailure.Step.CHECK_IDS);
            model.execute(SignInFailure.Step.CHECK_IDS);
            assertThat(registering).isTrue();
            assertThat(stage()).isEqualTo(Stage.IDLE);
        }

        @Test
        void aBlockedCodeLeadsToTheBrowserAndABlockedBrowserToTheAdministrator() {
            failed(Problem.of(Problem.Kind.BLOCKED_BY_POLICY, "AADSTS53003"));
            assertThat(steps().get(0)).isEqualTo(SignInFailure.Step.USE_BROWSER);
            model.execute(SignInFailure.Step.USE_BROWSER);
            program.failLast(Problem.Kind.BLOCKED_BY_POLICY);
            assertThat(steps().get(0)).isEqualTo(SignInFailure.Step.ASK_ADMINISTRATOR);
        }

        /** Every one of them: a sentence, who acts, and nearly always something to press. */
        @ParameterizedTest
        @EnumSource(value = Problem.Kind.class, names = "SIGN_IN_CANCELLED", mode = EnumSource.Mode.EXCLUDE)
        void itIsSaidInWordsWithWhatToDoNext(Problem.Kind kind) {
            failed(Problem.of(kind, "AADSTS1"));
            SignInViewState face = model.viewState();
            assertThat(face.stage()).isEqualTo(Stage.FAILED);
            assertThat(face.text())
                    .isNotBlank()
                    .doesNotContain("AADSTS1")
                    .doesNotContain("ampel sign-in")
                    .doesNotContain("keeps trying");
            assertThat(face.who()).isNotBlank();
            assertThat(face.steps())
                    .doesNotHaveDuplicates()
                    .allSatisfy(step -> assertThat(step.text()).isNotBlank());
            assertThat(steps().isEmpty())
                    .isEqualTo(kind == Problem.Kind.NO_PRESENCE_IN_CLOUD || kind == Problem.Kind.READ_ONLY_CLOUD);
        }

        @ParameterizedTest
        @EnumSource(Problem.Kind.class)
        void whereTheAdministratorHasToActTheLetterIsOffered(Problem.Kind kind) {
            for (SignInWay way : SignInWay.values()) {
                SignInFailure failure = SignInFailure.of(kind, way);
                boolean theirs = failure.who() == SignInFailure.Who.ADMINISTRATOR
                        || failure.who() == SignInFailure.Who.YOU_OR_ADMINISTRATOR;
                assertThat(failure.steps().contains(SignInFailure.Step.ASK_ADMINISTRATOR))
                        .isEqualTo(theirs);
            }
        }
    }

    @Nested
    class WhenTheBrowserShowsAnError {

        private void asked() {
            model.signIn();
            model.feed(Moments.asked(Moments.code("ABCD-EFGH")));
        }

        @Test
        void eachHasWordsCodesAndAButton() {
            asked();
            assertThat(model.viewState().help())
                    .extracting(SignInViewState.Help::error)
                    .containsExactly(BrowserError.values());
            assertThat(model.viewState().help()).allSatisfy(help -> {
                assertThat(help.title()).isNotBlank();
                assertThat(help.text()).isNotBlank().doesNotContain("AADSTS");
                assertThat(help.codes()).startsWith("AADSTS");
                assertThat(help.step().text()).isNotBlank();
            });
        }

        @Test
        void approvalIsAskedForWhileTheCodeGoesOn() {
            asked();
            model.help(BrowserError.APPROVAL);
            assertThat(letter.viewState().body()).contains("/v2.0/adminconsent?");
            assertThat(stage()).isEqualTo(Stage.CODE);
        }

        @Test
        void aBlockedCodeOrAWrongAccountLeadsToTheBrowser() {
            asked();
            model.help(BrowserError.BLOCKED);
            assertThat(program.last()).isEqualTo(new Intent.SignIn(SignInWay.BROWSER));
            model.help(BrowserError.ACCOUNT);
            assertThat(program.last()).isEqualTo(new Intent.SignIn(SignInWay.BROWSER));
        }

        @ParameterizedTest
        @EnumSource(
                value = BrowserError.class,
                names = {"ASSIGNED", "DEVICE"})
        void whatOnlyAnAdministratorCanMendIsWritten(BrowserError error) {
            asked();
            model.help(error);
            assertThat(letter.viewState().isThere()).isTrue();
        }
    }

    @Nested
    class WhenItIsSomebodyElse {

        @Test
        void theAccountIsForgottenAndAskedForAfresh() {
            model.feed(Moments.asked(Moments.code("ABCD-EFGH")));
            model.feed(Moments.signedIn());
            model.notMe();
            assertThat(program.last()).isEqualTo(new Intent.SignOut());
            model.feed(Moments.signedOut());
            assertThat(stage()).isEqualTo(Stage.ASKING);
            program.answerLast(Moments.signedOut());
            assertThat(program.last()).isEqualTo(new Intent.SignIn(SignInWay.DEVICE_CODE));
        }
    }

    @Nested
    class WhenSomebodyElseHasBegunIt {

        @Test
        void thePageFollowsAllTheSame() {
            model.feed(Moments.asked(Moments.code("ABCD-EFGH")));
            assertThat(stage()).isEqualTo(Stage.CODE);
            model.feed(Moments.signedIn());
            assertThat(stage()).isEqualTo(Stage.DONE);
            model.feed(Moments.signedOut());
            assertThat(stage()).isEqualTo(Stage.IDLE);
        }

        @Test
        void cancellingElsewhereLeavesThePage() {
            model.feed(Moments.asked(Moments.code("ABCD-EFGH")));
            model.feed(Moments.signedOut(Problem.Kind.SIGN_IN_CANCELLED));
            assertThat(stage()).isEqualTo(Stage.IDLE);
        }
    }

    @Nested
    class WhenOneMorePermissionIsAskedFor {

        private final SignInPrompt consent = new SignInPrompt(
                SignInWay.DEVICE_CODE,
                Moments.DEVICE_LOGIN,
                Optional.of("ABCD-EFGH"),
                Moments.NOW.plusSeconds(900),
                Optional.of(ConsentRequest.SET_STATUS));

        @Test
        void itSaysWhatForAndThenGoesBackToTheStatus() {
            model.feed(Moments.account(AccountState.waiting(Optional.of(Snapshots.ADA), Optional.of(consent))));
            assertThat(model.viewState().title()).isEqualTo("One more permission");
            assertThat(model.viewState().text())
                    .startsWith("To tell Teams what you set, Ampel needs Presence.ReadWrite.");
            model.feed(Moments.signedIn());
            assertThat(stage()).isEqualTo(Stage.IDLE);
        }
    }
}
