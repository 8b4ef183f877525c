package app.ampel.adapter.graph.signin;

import app.ampel.adapter.http.HttpStack;
import app.ampel.domain.account.SignInPrompt;
import app.ampel.domain.account.SignInWay;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.Problem.Kind;
import app.ampel.domain.problem.ProblemException;
import app.ampel.service.text.Messages;
import com.microsoft.aad.msal4j.AuthorizationCodeParameters;
import com.microsoft.aad.msal4j.AuthorizationRequestUrlParameters;
import com.microsoft.aad.msal4j.Prompt;
import com.microsoft.aad.msal4j.PublicClientApplication;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sign-in in the system's browser: MSAL4J's authorization code with PKCE (RFC 7636) and the loopback redirect
 * {@code http://localhost} (RFC 8252). The listener is ours: MSAL4J's own keeps to itself why Microsoft refused.
 */
final class BrowserFlow implements SignInFlow {

    static final Duration PATIENCE = Duration.ofMinutes(15);

    private final Applications applications;
    private final HttpStack http;
    private final SignInBrowser browser;
    private final Messages words;
    private final Clock clock;
    private final Duration patience;
    private final SecureRandom random = new SecureRandom();

    BrowserFlow(
            Applications applications,
            HttpStack http,
            SignInBrowser browser,
            Messages words,
            Clock clock,
            Duration patience) {
        this.applications = applications;
        this.http = http;
        this.browser = browser;
        this.words = words;
        this.clock = clock;
        this.patience = patience;
    }

    @Override
    public String run(Question question) throws ProblemException {
        String state = secret();
        String verifier = secret();
        try (FlowRun run = new FlowRun(applications, new MsalHttp(http), clock);
                LoopbackListener listener = new LoopbackListener(state, words)) {
            Set<String> scopes = Applications.words(question.scopes());
            URI address = address(run.application(), listener.redirect(), scopes, state, verifier, question);
            if (!browser.open(address)) {
                throw new ProblemException(Problem.of(Kind.NO_BROWSER));
            }
            question.prompt()
                    .accept(new SignInPrompt(
                            SignInWay.BROWSER,
                            address,
                            Optional.empty(),
                            clock.instant().plus(patience),
                            question.about()));
            String code = code(listener);
            return run.finish(run.begin(application ->
                    application.acquireToken(AuthorizationCodeParameters.builder(code, listener.redirect())
                            .scopes(scopes)
                            .codeVerifier(verifier)
                            .build())));
        } catch (IOException e) {
            throw new ProblemException(Problem.of(Kind.NO_BROWSER, "no loopback"), e);
        }
    }

    private static URI address(
            PublicClientApplication application,
            URI redirect,
            Set<String> scopes,
            String state,
            String verifier,
            Question question) {
        AuthorizationRequestUrlParameters.Builder parameters = AuthorizationRequestUrlParameters.builder(
                        redirect.toString(), scopes)
                .state(state)
                .codeChallenge(challenge(verifier))
                .codeChallengeMethod("S256");
        // Without a hint the browser would silently take whoever is signed in there.
        question.loginHint().ifPresentOrElse(parameters::loginHint, () -> parameters.prompt(Prompt.SELECT_ACCOUNT));
        return URI.create(
                application.getAuthorizationRequestUrl(parameters.build()).toString());
    }

    private String code(LoopbackListener listener) throws ProblemException {
        try {
            LoopbackListener.Answer answer = listener.answer().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (answer.code().isEmpty()) {
                throw new ProblemException(SignInErrors.signIn(answer.error(), answer.description()));
            }
            return answer.code();
        } catch (TimeoutException e) {
            throw new ProblemException(Problem.of(Kind.SIGN_IN_UNFINISHED), e);
        } catch (InterruptedException e) {
            throw new ProblemException(Problem.of(Kind.SIGN_IN_CANCELLED), e);
        } catch (ExecutionException e) {
            throw SignInErrors.ofSignIn(e, clock.instant());
        }
    }

    private String secret() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
