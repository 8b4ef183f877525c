package app.ampel.side;

import app.ampel.domain.account.Account;
import app.ampel.domain.account.Profile;
import app.ampel.domain.account.SignInWay;
import app.ampel.domain.light.LightState;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.ProblemException;
import app.ampel.domain.status.StatusDefaults;
import app.ampel.face.cli.Host;
import app.ampel.face.cli.SerialLights;
import app.ampel.face.cli.SingleLights;
import app.ampel.service.doctor.Diagnosis;
import app.ampel.service.doctor.Examination;
import app.ampel.service.engine.Engine;
import app.ampel.service.overview.Overviews;
import app.ampel.service.settings.AccountSettings;
import app.ampel.service.settings.LockedSettingException;
import app.ampel.side.light.LightSide;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The running program as commands see it.
 *
 * @param open brings the window to the front
 * @param end ends the program
 */
public record CommandSide(
        World world,
        Engine engine,
        Overviews overviews,
        LightSide desk,
        SessionSide session,
        Examination examination,
        Runnable open,
        Runnable end)
        implements Host {

    @Override
    public boolean identify(String lightId) {
        return desk.desk().identify(lightId);
    }

    @Override
    public Optional<Profile> profile() {
        try {
            return world.microsoft().profile();
        } catch (ProblemException e) {
            return Optional.empty();
        }
    }

    @Override
    public Account.TokenPlace tokenPlace() {
        return world.microsoft().tokenPlace();
    }

    @Override
    public Instant time() {
        return world.clock().instant();
    }

    @Override
    public StatusDefaults habits() {
        return world.settings().settings().habits();
    }

    @Override
    public SignInWay register(AccountSettings given) throws LockedSettingException, ProblemException {
        AccountSettings inForce = world.settings().changeAccount(given).account();
        if (world.registration().get().isEmpty()) {
            throw new ProblemException(Problem.of(Problem.Kind.NO_CLIENT_ID));
        }
        if (inForce.cloud().filter(cloud -> !cloud.readsPresence()).isPresent()) {
            throw new ProblemException(Problem.of(Problem.Kind.NO_PRESENCE_IN_CLOUD));
        }
        return inForce.way();
    }

    @Override
    public SerialLights serialLights() {
        return desk.serialLights();
    }

    @Override
    public SingleLights singleLights() {
        return desk.singleLights();
    }

    @Override
    public List<LightState> lights() {
        return desk.states();
    }

    @Override
    public boolean remote() {
        return session.isRemote();
    }

    @Override
    public Diagnosis doctor() {
        return Diagnosis.of(examination.begin(count -> {}).result().join());
    }

    @Override
    public void show() {
        open.run();
    }

    @Override
    public void stop() {
        end.run();
    }
}
