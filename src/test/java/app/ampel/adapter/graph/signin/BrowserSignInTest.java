package app.ampel.adapter.graph.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ampel.adapter.http.StandIn;
import app.ampel.domain.account.Cloud;
import app.ampel.domain.account.ConsentRequest;
import app.ampel.domain.account.Profile;
import app.ampel.domain.account.SignInWay;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.Problem.Kind;
import app.ampel.domain.problem.ProblemException;
import app.ampel.service.text.Messages;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Sign-in in the browser: the real MSAL4J against a real server on loopback. */
class BrowserSignInTest extends AccountFixture {

    @Nested
    class WhenSigningInWithTheBrowser {

        private final HttpClient web = HttpClient.newHttpClient();
        private final List<URI> opened = new CopyOnWriteArrayList<>();
        private volatile HttpResponse<String> page;

        private Profile signInWith(Consumer<URI> whatTheBrowserDoes) throws ProblemException {
            browser = address -> {
                opened.add(address);
                threads.execute(() -> whatTheBrowserDoes.accept(address));
                return true;
            };
            return account.signIn(SignInWay.BROWSER, prompts::add);
        }

        private String parameter(URI address, String name) {
            return new StandIn.Seen("GET", address, Map.of(), "").query().get(name);
        }

        private void comeBack(URI address, String answer) {
            post(address, "state=" + parameter(address, "state") + "&" + answer);
        }

        private void post(URI address, String form) {
            try {
                page = web.send(
                        HttpRequest.newBuilder(URI.create(parameter(address, "redirect_uri")))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(form))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        @Test
        void theCodeIsProvedAndTheUserSignedIn() throws ProblemException {
            Profile profile = signInWith(address -> comeBack(address, "code=" + service.code(address)));

            assertThat(profile.name()).isEqualTo("Anna Muster");
            URI address = opened.get(0);
            assertThat(address.getPath()).isEqualTo("/" + SignInService.TENANT + "/oauth2/v2.0/authorize");
            assertThat(parameter(address, "redirect_uri")).matches("http://localhost:[0-9]+");
            assertThat(parameter(address, "code_challenge_method")).isEqualTo("S256");
            assertThat(parameter(address, "client_id")).isEqualTo(service.clientId);
            assertThat(parameter(address, "prompt")).isEqualTo("select_account");
            assertThat(List.of(parameter(address, "scope").split(" "))).containsExactlyInAnyOrder(WHOLE_SET.split(" "));
            assertThat(prompts).singleElement().satisfies(prompt -> {
                assertThat(prompt.way()).isEqualTo(SignInWay.BROWSER);
                assertThat(prompt.address()).isEqualTo(address);
                assertThat(prompt.code()).isEmpty();
            });
            await().until(() -> page != null);
            assertThat(page.body()).contains(Messages.in(Locale.UK).say("sign-in-page.done"));
        }

        @Test
        void aServiceThatAnswersInTheAddressIsUnderstoodToo() throws ProblemException {
            Profile profile = signInWith(address -> {
                URI redirect = URI.create(parameter(address, "redirect_uri") + "/?code=" + service.code(address)
                        + "&state=" + parameter(address, "state"));
                web.sendAsync(HttpRequest.newBuilder(redirect).build(), HttpResponse.BodyHandlers.discarding());
            });

            assertThat(profile.name()).isEqualTo("Anna Muster");
        }

        @Test
        void aDeclinedConsentIsSaidHereAndOnThePage() {
            Problem problem = problem(() -> signInWith(address -> comeBack(
                    address, "error=access_denied&error_description=AADSTS65004%3A+User+declined+to+consent")));

            assertThat(problem).isEqualTo(Problem.of(Kind.SIGN_IN_DECLINED, "AADSTS65004"));
            await().until(() -> page != null);
            assertThat(page.body()).contains(Messages.in(Locale.UK).say("sign-in-page.failed"));
        }

        @Test
        void somebodyElsesAnswerIsTurnedAwayAndWaitingGoesOn() throws ProblemException {
            signInWith(address -> {
                post(address, "code=stolen&state=wrong");
                assertThat(page.statusCode()).isEqualTo(404);
                comeBack(address, "code=" + service.code(address));
            });

            assertThat(service.tokenRequests("authorization_code")).hasSize(1);
        }

        @Test
        void withoutABrowserItIsSaid() {
            assertThat(problem(() -> account.signIn(SignInWay.BROWSER, prompts::add))
                            .kind())
                    .isEqualTo(Kind.NO_BROWSER);
            assertThat(prompts).isEmpty();
        }

        @Test
        void whoNeverComesBackHasNotFinished() {
            browser = address -> true;

            assertThat(problem(() -> account(Cloud.GLOBAL, Duration.ofMillis(20))
                                    .signIn(SignInWay.BROWSER, prompts::add))
                            .kind())
                    .isEqualTo(Kind.SIGN_IN_UNFINISHED);
        }

        @Test
        void itCanBeCancelled() throws ExecutionException, InterruptedException {
            Future<Problem> ended = threads.submit(() -> problem(() -> signInWith(address -> {})));
            await().until(() -> !prompts.isEmpty());

            threads.shutdownNow();

            assertThat(ended.get().kind()).isEqualTo(Kind.SIGN_IN_CANCELLED);
        }

        @Test
        void aConsentNamesTheAccountThatIsMeant() throws ProblemException {
            signIn();
            browser = address -> {
                opened.add(address);
                threads.execute(() -> comeBack(address, "code=" + service.code(address)));
                return true;
            };

            account.grant(ConsentRequest.SET_STATUS, SignInWay.BROWSER, prompts::add);

            assertThat(parameter(opened.get(0), "login_hint")).isEqualTo("anna@contoso.com");
            assertThat(parameter(opened.get(0), "prompt")).isNull();
        }
    }
}
