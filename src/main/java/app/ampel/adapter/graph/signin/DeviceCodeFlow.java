package app.ampel.adapter.graph.signin;

import app.ampel.adapter.http.HttpStack;
import app.ampel.domain.account.SignInPrompt;
import app.ampel.domain.account.SignInWay;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.Problem.Kind;
import app.ampel.domain.problem.ProblemException;
import com.microsoft.aad.msal4j.DeviceCode;
import com.microsoft.aad.msal4j.DeviceCodeFlowParameters;
import com.microsoft.aad.msal4j.IAuthenticationResult;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sign-in by code: the user enters a code in any browser. A code that nobody used is renewed once; a flow that dies on the
 * way to Microsoft is begun again with a fresh code, a few times.
 */
final class DeviceCodeFlow implements SignInFlow {

    private static final Logger LOG = LoggerFactory.getLogger(DeviceCodeFlow.class);

    private static final int RENEWALS = 1;
    private static final int NEW_BEGINNINGS = 3;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);
    private static final Set<Kind> HICCUPS = EnumSet.of(
            Kind.THROTTLED, Kind.SERVICE_FAILING, Kind.SERVICE_UNREADABLE, Kind.NO_NETWORK, Kind.CAPTIVE_PORTAL);

    private final Applications applications;
    private final HttpStack http;
    private final Clock clock;
    private final Pause pause;

    DeviceCodeFlow(Applications applications, HttpStack http, Clock clock, Pause pause) {
        this.applications = applications;
        this.http = http;
        this.clock = clock;
        this.pause = pause;
    }

    @Override
    public String run(Question question) throws ProblemException {
        int renewed = 0;
        int begun = 1;
        boolean shown = false;
        while (true) {
            Attempt attempt = new Attempt(question);
            try {
                return attempt.run();
            } catch (ProblemException e) {
                shown |= attempt.shown;
                Problem problem = e.problem();
                if (problem.kind() == Kind.SIGN_IN_UNFINISHED && attempt.shown && renewed++ < RENEWALS) {
                    LOG.info("nobody used the code; asking for another");
                } else if (isHiccup(problem, shown) && begun++ < NEW_BEGINNINGS) {
                    LOG.info("the sign-in broke off ({}); beginning again", e.getMessage());
                    rest(problem, begun);
                } else if (shown && HICCUPS.contains(problem.kind())) {
                    throw new ProblemException(
                            new Problem(Kind.SIGN_IN_INTERRUPTED, problem.code(), problem.until()), e);
                } else {
                    throw e;
                }
            }
        }
    }

    /** Without a network at the very beginning the user wants to know at once; a busy service is given time. */
    private boolean isHiccup(Problem problem, boolean shown) {
        boolean soonOver = problem.until()
                .map(until -> !until.isAfter(clock.instant().plus(LONGEST_WAIT)))
                .orElse(true);
        boolean busy = problem.kind() == Kind.THROTTLED || problem.kind() == Kind.SERVICE_FAILING;
        return soonOver && (busy || shown && HICCUPS.contains(problem.kind()));
    }

    private void rest(Problem problem, int begun) throws ProblemException {
        Instant now = clock.instant();
        Instant next = problem.until().orElse(now.plusSeconds(2L * begun));
        try {
            pause.of(next.isAfter(now) ? Duration.between(now, next) : Duration.ZERO);
        } catch (InterruptedException e) {
            throw new ProblemException(Problem.of(Kind.SIGN_IN_CANCELLED), e);
        }
    }

    /** One code. */
    private final class Attempt {

        private final Question question;
        private boolean shown;

        Attempt(Question question) {
            this.question = question;
        }

        String run() throws ProblemException {
            PatientPolls polls = new PatientPolls(new MsalHttp(http), clock, pause);
            try (FlowRun run = new FlowRun(applications, polls, clock)) {
                CompletableFuture<DeviceCode> code = new CompletableFuture<>();
                CompletableFuture<IAuthenticationResult> result = run.begin(application -> application.acquireToken(
                        DeviceCodeFlowParameters.builder(Applications.words(question.scopes()), code::complete)
                                .build()));
                // Whoever waits for the code must hear of a failure before it.
                result.whenComplete((token, error) -> code.cancel(false));
                show(run, code, result);
                return run.finish(result);
            }
        }

        private void show(
                FlowRun run, CompletableFuture<DeviceCode> code, CompletableFuture<IAuthenticationResult> result)
                throws ProblemException {
            try {
                run.await(code.handle((found, error) -> Optional.ofNullable(found)))
                        .ifPresent(this::prompt);
            } catch (ProblemException e) {
                result.cancel(true);
                throw e;
            }
        }

        private void prompt(DeviceCode code) {
            shown = true;
            question.prompt()
                    .accept(new SignInPrompt(
                            SignInWay.DEVICE_CODE,
                            URI.create(code.verificationUri()),
                            Optional.of(code.userCode()),
                            clock.instant().plusSeconds(code.expiresIn()),
                            question.about()));
        }
    }
}
