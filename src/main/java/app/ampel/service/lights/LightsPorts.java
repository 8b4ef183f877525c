package app.ampel.service.lights;

import app.ampel.service.lights.manager.ManagedLights;
import java.util.Objects;
import java.util.concurrent.Executor;

/**
 * What the lights' use cases need of the rest of the program.
 *
 * @param lights those that are attached, driven or only seen
 * @param buses where they are found
 * @param serial where serial lights are plugged in
 * @param trials lights one tries before they are added
 * @param installer of the rules that let a user at USB lights
 * @param settings where what is wanted of them is kept
 * @param trial where lights are tried, one after the other
 * @param beside runs what may take long, and what may hang
 */
public record LightsPorts(
        ManagedLights lights,
        LightBuses buses,
        SerialPortFinder serial,
        LightTrials trials,
        RulesInstaller installer,
        SettingsAccess settings,
        Executor trial,
        Executor beside) {

    public LightsPorts {
        Objects.requireNonNull(lights);
        Objects.requireNonNull(buses);
        Objects.requireNonNull(serial);
        Objects.requireNonNull(trials);
        Objects.requireNonNull(installer);
        Objects.requireNonNull(settings);
        Objects.requireNonNull(trial);
        Objects.requireNonNull(beside);
    }
}
