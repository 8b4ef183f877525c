package app.ampel.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.account.AccountState;
import app.ampel.account.Scope;
import app.ampel.account.SignInPrompt;
import app.ampel.account.SignInWay;
import app.ampel.cli.Snapshots;
import app.ampel.core.Intent;
import app.ampel.problem.Problem;
import app.ampel.ui.SignInFace.Stage;
import app.ampel.words.Words;
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

class SignInModelTest {

    private final FakeHost host = new FakeHost(Moments.signedOut());
    private final List<String> clipboard = new ArrayList<>();
    private boolean hasClipboard = true;
    private Instant now = Moments.NOW;
    private final SignInModel model = new SignInModel(host, Words.in(Locale.UK), clock(), this::copy, Runnable::run);

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
        return model.face().stage();
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
            assertThat(host.last()).isEqualTo(new Intent.SignIn(SignInWay.DEVICE_CODE));
            assertThat(stage()).isEqualTo(Stage.ASKING);
            model.feed(Moments.signedOut(Problem.Kind.SIGN_IN_DECLINED));
            assertThat(stage()).isEqualTo(Stage.ASKING);
        }

        @Test
        void whatFailsAtOnceIsSaidWithoutCommandsToType() {
            model.signIn();
            host.failLast(Problem.Kind.NO_CLIENT_ID);
            assertThat(stage()).isEqualTo(Stage.FAILED);
            assertThat(model.face().text())
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
            SignInFace face = model.face();
            assertThat(face.stage()).isEqualTo(Stage.CODE);
            assertThat(face.code()).isEqualTo("ABCD-EFGH");
            assertThat(face.address()).isEqualTo("https://microsoft.com/devicelogin");
            assertThat(face.qr()).isEqualTo("https://microsoft.com/devicelogin");
            assertThat(face.text()).startsWith("Enter this code");
        }

        @Test
        void theTimeIsCountedDown() {
            asked();
            assertThat(model.face().countdown()).isEqualTo("Good for 15:00");
            now = Moments.NOW.plusSeconds(15 * 60 - 9);
            model.tick();
            assertThat(model.face().countdown()).isEqualTo("Good for 0:09");
            now = Moments.NOW.plusSeconds(1000);
            model.tick();
            assertThat(model.face().countdown()).startsWith("This code has run out");
        }

        @Test
        void oneClickCopiesItAndOpensThePage() {
            asked();
            model.copyAndOpen();
            assertThat(clipboard).containsExactly("ABCD-EFGH");
            assertThat(host.opened).containsExactly(Moments.DEVICE_LOGIN);
            assertThat(model.face().copied()).startsWith("Copied. The page is open");
        }

        @Test
        void whatDoesNotWorkOfThatIsSaid() {
            asked();
            host.browser = false;
            model.copyAndOpen();
            assertThat(model.face().copied()).startsWith("Copied. No browser");
            hasClipboard = false;
            model.copyAndOpen();
            assertThat(model.face().copied()).startsWith("No browser");
            host.browser = true;
            model.copyAndOpen();
            assertThat(model.face().copied()).isEqualTo("The page is open in your browser.");
        }

        @Test
        void aFreshOneIsSaidToBeFresh() {
            asked();
            model.copyAndOpen();
            model.feed(Moments.asked(Moments.code("WXYZ-WXYZ")));
            assertThat(model.face().code()).isEqualTo("WXYZ-WXYZ");
            assertThat(model.face().text()).isEqualTo("The code ran out. Here is a fresh one.");
            assertThat(model.face().copied()).isEmpty();
        }

        @Test
        void theBrowserCanBeTakenInstead() {
            asked();
            model.useBrowser();
            assertThat(host.last()).isEqualTo(new Intent.SignIn(SignInWay.BROWSER));
            host.answers.get(0).completeExceptionally(new IllegalStateException("given up"));
            assertThat(stage()).isEqualTo(Stage.ASKING);
            SignInPrompt browser = new SignInPrompt(
                    SignInWay.BROWSER,
                    URI.create("https://login.microsoftonline.com/x"),
                    Optional.empty(),
                    Moments.NOW.plusSeconds(300),
                    Optional.empty());
            model.feed(Moments.asked(browser));
            assertThat(stage()).isEqualTo(Stage.BROWSER);
            assertThat(model.face().code()).isEmpty();
            assertThat(model.face().countdown()).isEmpty();
            model.copyAndOpen();
            assertThat(clipboard).isEmpty();
            assertThat(host.opened).containsExactly(browser.address());
        }

        @Test
        void cancelEndsIt() {
            asked();
            model.cancel();
            assertThat(host.last()).isEqualTo(new Intent.CancelSignIn());
            assertThat(stage()).isEqualTo(Stage.IDLE);
            host.answers.get(0).completeExceptionally(new IllegalStateException("late"));
            assertThat(stage()).isEqualTo(Stage.IDLE);
        }

        @Test
        void theEndNamesWhoIsSignedIn() {
            asked();
            model.feed(Moments.signedIn());
            host.answerLast(Moments.signedIn());
            assertThat(stage()).isEqualTo(Stage.DONE);
            assertThat(model.face().text()).isEqualTo("Ada Example\nada@example.org\nexample.org");
            model.leave();
            assertThat(stage()).isEqualTo(Stage.IDLE);
        }

        @Test
        void aFailureCanBeTriedAgain() {
            asked();
            model.feed(Moments.signedOut(Problem.Kind.SIGN_IN_DECLINED));
            host.failLast(Problem.Kind.SIGN_IN_DECLINED);
            assertThat(stage()).isEqualTo(Stage.FAILED);
            assertThat(model.face().text()).startsWith("The sign-in was declined");
            model.again();
            assertThat(host.last()).isEqualTo(new Intent.SignIn(SignInWay.DEVICE_CODE));
            assertThat(stage()).isEqualTo(Stage.ASKING);
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
                Optional.of(Scope.PRESENCE_READ_WRITE));

        @Test
        void itSaysWhatForAndThenGoesBackToTheStatus() {
            model.feed(Moments.account(AccountState.waiting(Optional.of(Snapshots.ADA), Optional.of(consent))));
            assertThat(model.face().title()).isEqualTo("One more permission");
            assertThat(model.face().text()).startsWith("To tell Teams what you set, Ampel needs Presence.ReadWrite.");
            model.feed(Moments.signedIn());
            assertThat(stage()).isEqualTo(Stage.IDLE);
        }
    }
}
