package app.ampel.face.cli;

import app.ampel.domain.account.Account;
import app.ampel.domain.account.ConsentRequest;
import app.ampel.domain.account.Profile;
import app.ampel.domain.account.SignInPrompt;
import app.ampel.domain.account.SignInWay;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** An account that signs in after showing its prompts. */
public final class FakeAccount implements Account {

    public final List<SignInPrompt> prompts = new ArrayList<>();
    public final List<SignInWay> ways = new ArrayList<>();
    public Optional<Profile> profile = Optional.empty();
    public Optional<Problem> problem = Optional.empty();
    public TokenPlace place = TokenPlace.OWNER_ONLY_FILE;
    public boolean closed;

    @Override
    public Optional<Profile> profile() {
        return profile;
    }

    @Override
    public Profile signIn(SignInWay way, Consumer<SignInPrompt> prompt) throws ProblemException {
        ways.add(way);
        prompts.forEach(prompt);
        if (problem.isPresent()) {
            throw new ProblemException(problem.get());
        }
        profile = Optional.of(Snapshots.ADA);
        return Snapshots.ADA;
    }

    @Override
    public Profile grant(ConsentRequest wanted, SignInWay way, Consumer<SignInPrompt> prompt) throws ProblemException {
        return signIn(way, prompt);
    }

    @Override
    public void signOut() {
        profile = Optional.empty();
    }

    @Override
    public TokenPlace tokenPlace() {
        return place;
    }

    @Override
    public void close() {
        closed = true;
    }
}
