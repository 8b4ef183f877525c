package app.ampel.face.cli;

import app.ampel.domain.account.Account;
import app.ampel.domain.account.Profile;
import app.ampel.domain.account.SignInWay;
import app.ampel.domain.light.LightState;
import app.ampel.domain.problem.ProblemException;
import app.ampel.domain.status.StatusDefaults;
import app.ampel.service.doctor.Diagnosis;
import app.ampel.service.engine.Engine;
import app.ampel.service.overview.Overviews;
import app.ampel.service.settings.AccountSettings;
import app.ampel.service.settings.LockedSettingException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The running program as the control socket sees it. Called from the socket's threads; each may block for seconds. */
public interface Host {

    Engine engine();

    /** What it shows. */
    Overviews overviews();

    /** See {@link app.ampel.service.lights.Lights#identify}. */
    boolean identify(String lightId);

    /** Who is signed in and what has been granted, as the account itself knows it; empty for nobody. At once. */
    Optional<Profile> profile();

    /** Where tokens are kept. */
    Account.TokenPlace tokenPlace();

    /** What time it is; the demo's runs faster. */
    Instant time();

    /** How a status is set by hand, by the settings. */
    StatusDefaults habits();

    /**
     * Keeps in the settings what a sign-in was given, and signs in with it from now on.
     *
     * @return how to sign in, by the settings as they then are
     * @throws LockedSettingException when the administrator has decided otherwise
     * @throws ProblemException {@code NO_CLIENT_ID}, {@code NO_PRESENCE_IN_CLOUD}, {@code CANNOT_SAVE}
     */
    SignInWay register(AccountSettings given) throws LockedSettingException, ProblemException;

    /** The serial lights in the settings of the running program. */
    SerialLights serialLights();

    /** What the user wants of single lights, in the settings of the running program. */
    SingleLights singleLights();

    /** The lights, looked at afresh. Blocks for a second at most. */
    List<LightState> lights();

    /** Whether somebody sits at another computer and sees this one from there. */
    boolean remote();

    /** Examines the program and its surroundings. Blocks for as long as the slowest question may take, some ten seconds. */
    Diagnosis doctor();

    /** Brings the program to the front, where it has a window. */
    void show();

    /** Ends the program in good order; returns before that is done. */
    void stop();
}
