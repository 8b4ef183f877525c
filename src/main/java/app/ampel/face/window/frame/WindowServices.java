package app.ampel.face.window.frame;

import app.ampel.service.account.AccountService;
import app.ampel.service.account.FirstRunService;
import app.ampel.service.doctor.DoctorService;
import app.ampel.service.engine.Engine;
import app.ampel.service.history.HistoryService;
import app.ampel.service.lights.LightsService;
import app.ampel.service.overview.Overviews;
import app.ampel.service.people.PeopleService;
import app.ampel.service.settings.LooksService;
import app.ampel.service.settings.SettingsService;
import app.ampel.service.status.StatusService;
import app.ampel.service.wall.WallService;
import app.ampel.service.window.PlaceStore;
import app.ampel.service.window.WindowService;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * The running program as its window needs it. Nothing of it blocks the toolkit's thread for long.
 *
 * @param engine for what is known
 * @param now what the core's clock says
 * @param places where the window was left
 */
public record WindowServices(
        Engine engine,
        AccountService account,
        Overviews overviews,
        Supplier<Instant> now,
        StatusService status,
        SettingsService settings,
        LooksService looks,
        HistoryService history,
        DoctorService doctor,
        WindowService window,
        FirstRunService firstRun,
        LightsService lights,
        PeopleService people,
        WallService wall,
        PlaceStore places) {

    public WindowServices {
        Objects.requireNonNull(engine);
        Objects.requireNonNull(account);
        Objects.requireNonNull(overviews);
        Objects.requireNonNull(now);
        Objects.requireNonNull(status);
        Objects.requireNonNull(settings);
        Objects.requireNonNull(looks);
        Objects.requireNonNull(history);
        Objects.requireNonNull(doctor);
        Objects.requireNonNull(window);
        Objects.requireNonNull(firstRun);
        Objects.requireNonNull(lights);
        Objects.requireNonNull(people);
        Objects.requireNonNull(wall);
        Objects.requireNonNull(places);
    }
}
