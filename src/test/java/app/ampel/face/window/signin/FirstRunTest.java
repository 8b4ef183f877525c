package app.ampel.face.window.signin;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.account.AccountState;
import app.ampel.domain.account.SignInWay;
import app.ampel.domain.policy.Rules;
import app.ampel.domain.policy.Schemes;
import app.ampel.domain.problem.Problem;
import app.ampel.face.cli.Snapshots;
import app.ampel.face.window.Moments;
import app.ampel.face.window.TestProgram;
import app.ampel.face.window.kit.Look;
import app.ampel.face.window.kit.PageContext;
import app.ampel.face.window.kit.Sign;
import app.ampel.face.window.kit.TeamsColour;
import app.ampel.service.engine.Intent;
import app.ampel.service.engine.Snapshot;
import app.ampel.service.settings.AccountSettings;
import app.ampel.service.settings.RegistrationText.Field;
import app.ampel.service.settings.Settings;
import app.ampel.service.text.Messages;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From nothing to the pages, without the toolkit. */
class FirstRunTest {

    private static final String CLIENT = "99999999-2222-3333-4444-555555555555";
    private static final AccountState NOBODY = AccountState.signedOut(Optional.empty());
    private static final FirstRun FRESH = new FirstRun(true, false, false);

    private final TestProgram program = new TestProgram(Moments.signedOut());
    private final List<String> clipboard = new ArrayList<>();
    private FirstRunModel model;

    private PageContext context() {
        return program.context(Messages.in(Locale.UK), Clock.fixed(Moments.NOW, ZoneOffset.UTC), Runnable::run);
    }

    private void open() {
        model = new FirstRunModel(context(), program.firstRun.service(), clipboard::add);
    }

    private void become(Snapshot next) {
        program.snapshot = next;
        model.feed(next);
    }

    @Nested
    class WhatTheWindowShows {

        @Test
        void isTheWelcomeWhileNobodyHasEverSignedIn() {
            assertThat(FRESH.route(SignInViewState.Stage.IDLE, NOBODY)).isEqualTo(Route.WELCOME);
            AccountState withoutIds = AccountState.signedOut(Optional.of(Problem.of(Problem.Kind.NO_CLIENT_ID)));
            assertThat(FRESH.route(SignInViewState.Stage.IDLE, withoutIds)).isEqualTo(Route.WELCOME);
        }

        @Test
        void isNeverTheWelcomeForSomebodyWhoIsSignedIn() {
            assertThat(FRESH.route(SignInViewState.Stage.IDLE, AccountState.signedIn(Snapshots.ADA)))
                    .isEqualTo(Route.PAGES);
        }

        @Test
        void isThePagesForWhoeverHasBeenHereOrCanWait() {
            assertThat(new FirstRun(false, false, false).route(SignInViewState.Stage.IDLE, NOBODY))
                    .isEqualTo(Route.PAGES);
            assertThat(FRESH.skipping().route(SignInViewState.Stage.IDLE, NOBODY))
                    .isEqualTo(Route.PAGES);
            assertThat(FRESH.over().route(SignInViewState.Stage.IDLE, NOBODY)).isEqualTo(Route.PAGES);
        }

        @Test
        void isTheIdsWhileTheyAreAskedFor() {
            assertThat(FRESH.registering(true).route(SignInViewState.Stage.IDLE, NOBODY))
                    .isEqualTo(Route.REGISTER);
        }

        @ParameterizedTest
        @EnumSource(
                value = SignInViewState.Stage.class,
                names = {"ASKING", "CODE", "BROWSER", "FAILED"})
        void isTheSignInWhoeverBeganIt(SignInViewState.Stage stage) {
            assertThat(FRESH.registering(true).route(stage, NOBODY)).isEqualTo(Route.SIGN_IN);
            assertThat(FRESH.over().route(stage, AccountState.signedIn(Snapshots.ADA)))
                    .isEqualTo(Route.SIGN_IN);
        }
    }

    @Nested
    class WhenNobodyHasEverSignedIn {

        private void welcomed() {
            program.firstRun.first = true;
            open();
        }

        @Test
        void signingInAsksMicrosoftAtOnceWhereTheIdsAreKnown() {
            welcomed();
            model.beginSignIn();
            assertThat(program.last()).isEqualTo(new Intent.SignIn(SignInWay.DEVICE_CODE));
            assertThat(model.route()).isEqualTo(Route.SIGN_IN);
        }

        @Test
        void signingInAsksForTheIdsFirstWhereNobodyKnowsThem() {
            program.have(Settings.DEFAULT);
            welcomed();
            model.beginSignIn();
            assertThat(model.route()).isEqualTo(Route.REGISTER);
            model.leaveRegister();
            assertThat(model.route()).isEqualTo(Route.WELCOME);
            assertThat(program.told).isEmpty();
        }

        @Test
        void itCanBeSkippedUntilTheNextStart() {
            welcomed();
            model.skip();
            assertThat(model.route()).isEqualTo(Route.PAGES);
            open();
            assertThat(model.route()).isEqualTo(Route.PAGES);
            assertThat(program.firstRun.finished).isEmpty();
        }

        @Test
        void cancellingLeadsBackToTheWelcome() {
            welcomed();
            model.beginSignIn();
            model.signIn().cancel();
            assertThat(model.route()).isEqualTo(Route.WELCOME);
        }

        @Test
        void theDemoWelcomesNobody() {
            program.firstRun.demo = true;
            welcomed();
            assertThat(model.route()).isEqualTo(Route.PAGES);
        }
    }

    @Nested
    class WhenTheIdsAreAskedFor {

        private RegisterModel ids;

        private void asked() {
            open();
            model.signIn().execute(SignInFailure.Step.CHECK_IDS);
            ids = model.ids();
        }

        @Test
        void whatIsKnownStandsThere() {
            asked();
            assertThat(ids.viewState().clientId().text()).startsWith("11111111-");
            assertThat(ids.viewState().tenant().text()).isEqualTo("example.org");
        }

        @Test
        void onePasteFillsBothAndSaysSo() {
            asked();
            ids.paste(Field.TENANT, "Application (client) ID: " + CLIENT + "\nDirectory (tenant) ID: contoso.com");
            assertThat(ids.viewState().clientId().text()).isEqualTo(CLIENT);
            assertThat(ids.viewState().tenant().text()).isEqualTo("contoso.com");
            assertThat(ids.viewState().note()).isEqualTo("Found the client ID and the tenant.");
        }

        @Test
        void whatIsInDoubtIsSaidAndNothingIsSwapped() {
            asked();
            ids.paste(Field.CLIENT_ID, CLIENT + "\n11111111-aaaa-bbbb-cccc-555555555555");
            assertThat(ids.viewState().trouble()).startsWith("There are several IDs in this text");
            assertThat(ids.viewState().tenant().text()).isEqualTo("example.org");
            ids.paste(Field.CLIENT_ID, "nothing of the kind");
            assertThat(ids.viewState().trouble()).isEqualTo("There is no ID in this text.");
        }

        @Test
        void continuingKeepsBothAndSignsIn() {
            program.have(Settings.DEFAULT);
            asked();
            ids.type(Field.CLIENT_ID, "  {" + CLIENT.toUpperCase(Locale.ROOT) + "} ");
            ids.type(Field.TENANT, "kim@contoso.com");
            ids.next();
            AccountSettings kept = program.settings().account();
            assertThat(kept.clientId()).contains(CLIENT);
            assertThat(kept.tenant()).contains("contoso.com");
            assertThat(program.last()).isEqualTo(new Intent.SignIn(SignInWay.DEVICE_CODE));
            assertThat(model.route()).isEqualTo(Route.SIGN_IN);
        }

        @Test
        void whatIsMissingIsSaid() {
            program.have(Settings.DEFAULT);
            asked();
            ids.next();
            assertThat(ids.viewState().trouble()).startsWith("The client ID is missing.");
            ids.type(Field.CLIENT_ID, CLIENT);
            assertThat(ids.viewState().trouble()).isEmpty();
            ids.next();
            assertThat(ids.viewState().trouble()).startsWith("The tenant is missing");
            ids.type(Field.TENANT, "our tenant");
            ids.next();
            assertThat(ids.viewState().trouble()).startsWith("The tenant is missing");
            assertThat(program.told).isEmpty();
        }

        @Test
        void whatTheAdministratorHasSaidStays() {
            program.decided("{\"account\": {\"tenant\": \"example.org\"}}");
            asked();
            ids.paste(Field.TENANT, "client id: " + CLIENT + " tenant: contoso.com");
            assertThat(ids.viewState().tenant()).isEqualTo(new RegisterViewState.Field("example.org", true));
            assertThat(ids.viewState().clientId().text()).isEqualTo(CLIENT);
        }

        @Test
        void aDiskThatIsFullIsSaid() {
            program.home.spoil();
            asked();
            ids.type(Field.TENANT, "contoso.com");
            ids.next();
            assertThat(ids.viewState().trouble()).startsWith("Ampel could not write its files.");
            assertThat(ids.viewState().busy()).isFalse();
            assertThat(model.route()).isEqualTo(Route.REGISTER);
        }

        @Test
        void theAdministratorIsAskedForARegistrationWhereThereIsNone() {
            program.have(Settings.DEFAULT);
            asked();
            ids.askAdministrator();
            assertThat(model.letter().viewState().body())
                    .contains("az ad app create", "Application (client) ID:", "Allow public client flows: Yes");
            model.letter().open();
            assertThat(clipboard)
                    .singleElement()
                    .satisfies(text -> assertThat(text).contains("az ad app create"));
            assertThat(program.opened)
                    .singleElement()
                    .satisfies(mail -> assertThat(mail.toString())
                            .startsWith("mailto:?subject=Request")
                            .hasSizeLessThan(2000));
            assertThat(model.letter().viewState().note()).startsWith("Copied, as it is too long");
        }

        @Test
        void theAdministratorIsAskedForConsentToTheIdThatIsTyped() {
            program.have(Settings.DEFAULT);
            asked();
            ids.type(Field.CLIENT_ID, CLIENT);
            ids.askAdministrator();
            assertThat(model.letter().viewState().body())
                    .contains("https://login.microsoftonline.com/organizations/v2.0/adminconsent?client_id=" + CLIENT);
            ids.type(Field.TENANT, "contoso.com");
            ids.askAdministrator();
            assertThat(model.letter().viewState().body())
                    .contains("https://login.microsoftonline.com/contoso.com/v2.0/adminconsent?client_id=" + CLIENT);
            assertThat(program.settings()).isEqualTo(Settings.DEFAULT);
        }

        @Test
        void theAnswerToThatLetterCanBePasted() {
            program.have(Settings.DEFAULT);
            asked();
            ids.askAdministrator();
            String answer = model.letter()
                    .viewState()
                    .body()
                    .replace("Application (client) ID:", "Application (client) ID: " + CLIENT)
                    .replace("Directory (tenant) ID:", "Directory (tenant) ID: contoso.com");
            ids.paste(Field.CLIENT_ID, "Here you are.\n" + answer);
            assertThat(ids.viewState().clientId().text()).isEqualTo(CLIENT);
            assertThat(ids.viewState().tenant().text()).isEqualTo("contoso.com");
        }

        @Test
        void theCommandsNameTheTenantAndCanBeCopied() {
            asked();
            ids.type(Field.TENANT, "contoso.com");
            ids.copyScript();
            assertThat(clipboard)
                    .singleElement()
                    .satisfies(text -> assertThat(text).contains("az login --tenant contoso.com "));
        }
    }

    @Nested
    class WhenSomebodyHasSignedInForTheFirstTime {

        private DoneModel done;

        private void signedIn() {
            program.firstRun.first = true;
            open();
            model.beginSignIn();
            become(Moments.asked(Moments.code("ABCD-EFGH")));
            become(Moments.signedIn());
            program.answerLast(Moments.signedIn());
            done = model.done();
            done.feed(Moments.known("Available", "Available"));
        }

        @Test
        void nameAndFirstColourAreShownAndNothingIsKeptYet() {
            signedIn();
            assertThat(model.route()).isEqualTo(Route.DONE);
            assertThat(done.viewState().name()).isEqualTo("Ada Example");
            assertThat(done.viewState().look()).isEqualTo(new Look(TeamsColour.AVAILABLE, Sign.TICK, true));
            assertThat(done.viewState().choices()).contains(new Choices(Optional.of(true), false));
            assertThat(program.firstRun.finished).isEmpty();
            assertThat(program.settings().rules()).isEqualTo(Rules.USUAL);
        }

        @Test
        void doneKeepsTheChoicesAndLeadsToThePages() {
            signedIn();
            done.redOnlyInCall(true);
            done.startWithSession(false);
            done.done();
            assertThat(program.settings().rules().usual()).isEqualTo(Schemes.ONLY_IN_A_CALL.name());
            assertThat(program.firstRun.finished).containsExactly(Optional.of(false));
            assertThat(model.route()).isEqualTo(Route.PAGES);
            become(Moments.signedOut());
            assertThat(model.route()).isEqualTo(Route.PAGES);
        }

        @Test
        void closingTheWindowCountsAsDone() {
            signedIn();
            done.redOnlyInCall(true);
            model.close();
            assertThat(program.firstRun.finished).containsExactly(Optional.of(true));
            assertThat(program.settings().rules().usual()).isEqualTo(Schemes.ONLY_IN_A_CALL.name());
        }

        @Test
        void closingTheWindowBeforeDecidesNothing() {
            program.firstRun.first = true;
            open();
            model.beginSignIn();
            model.close();
            assertThat(program.firstRun.finished).isEmpty();
        }

        @Test
        void whereItCannotStartWithTheSessionThatIsNotOffered() {
            program.firstRun.canStart = false;
            signedIn();
            assertThat(done.viewState().choices()).contains(new Choices(Optional.empty(), false));
            done.startWithSession(true);
            done.done();
            assertThat(program.firstRun.finished).containsExactly(Optional.empty());
        }

        @Test
        void whatCouldNotBeKeptIsSaidOnceThenItGoesOn() {
            program.firstRun.keepsStart = false;
            signedIn();
            done.done();
            assertThat(done.viewState().trouble()).startsWith("Ampel could not arrange to start");
            assertThat(model.route()).isEqualTo(Route.DONE);
            done.done();
            assertThat(model.route()).isEqualTo(Route.PAGES);
        }

        @Test
        void aSchemeOfOnesOwnStays() {
            Rules own = new Rules(
                    Rules.OWN, Optional.of(Schemes.CLASSIC), Rules.USUAL.whenLocked(), Rules.USUAL.outOfHours());
            assertThat(new Choices(Optional.empty(), false).over(own)).isEqualTo(own);
            assertThat(new Choices(Optional.empty(), false).over(own.using(Schemes.ONLY_IN_A_CALL.name())))
                    .isEqualTo(own.using(Schemes.CLASSIC.name()));
        }

        @Test
        void somebodyElseBeginsAgain() {
            signedIn();
            model.signIn().notMe();
            assertThat(program.last()).isEqualTo(new Intent.SignOut());
            assertThat(model.route()).isEqualTo(Route.SIGN_IN);
            model.close();
            assertThat(program.firstRun.finished).isEmpty();
        }

        @Test
        void theNextTimeNothingIsToBeChosen() {
            program.firstRun.first = false;
            open();
            become(Moments.asked(Moments.code("ABCD-EFGH")));
            become(Moments.signedIn());
            assertThat(model.route()).isEqualTo(Route.DONE);
            assertThat(model.done().viewState().choices()).isEmpty();
            model.done().done();
            assertThat(model.route()).isEqualTo(Route.PAGES);
            assertThat(program.firstRun.finished).isEmpty();
        }
    }

    @Nested
    class TheWelcome {

        private final WelcomeModel welcome = new WelcomeModel(context(), program.firstRun.service());

        @Test
        void livesFromTickToTick() {
            Look first = welcome.viewState().look();
            for (int i = 0; i < 3; i++) {
                welcome.tick();
            }
            assertThat(welcome.viewState().look()).isNotEqualTo(first);
            assertThat(welcome.isMoving()).isTrue();
        }

        @Test
        void standsStillWhereNothingShallMove() {
            program.reduceMotion();
            assertThat(welcome.isMoving()).isFalse();
        }

        @Test
        void startsTheDemoAndSaysHowThatWent() {
            program.firstRun.slow = true;
            welcome.startDemo();
            assertThat(welcome.viewState().starting()).isTrue();
            program.firstRun.go();
            assertThat(welcome.viewState().demo()).isEqualTo("The demo opens in a window of its own.");
            assertThat(welcome.viewState().starting()).isFalse();
            welcome.startDemo();
            program.firstRun.demoStarts = false;
            program.firstRun.go();
            assertThat(welcome.viewState().demo()).startsWith("The demo could not be started.");
        }
    }
}
