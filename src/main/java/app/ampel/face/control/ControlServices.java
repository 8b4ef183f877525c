package app.ampel.face.control;

import app.ampel.service.account.AccountService;
import app.ampel.service.doctor.Diagnosis;
import app.ampel.service.lights.LightsService;
import app.ampel.service.overview.Overviews;
import app.ampel.service.people.PeopleService;
import app.ampel.service.status.StatusService;
import app.ampel.service.wall.WallService;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * What requests at the control socket are answered with. Called from the socket's threads; each may block for seconds.
 *
 * @param remote whether somebody sits at another computer and sees this one from there
 * @param doctor examines the program and its surroundings; blocks for as long as the slowest question may take
 * @param show brings the program to the front, where it has a window
 * @param stop ends the program in good order; returns before that is done
 */
public record ControlServices(
        Overviews overviews,
        StatusService status,
        AccountService account,
        LightsService lights,
        PeopleService people,
        WallService wall,
        BooleanSupplier remote,
        Supplier<Diagnosis> doctor,
        Runnable show,
        Runnable stop) {

    public ControlServices {
        Objects.requireNonNull(overviews);
        Objects.requireNonNull(status);
        Objects.requireNonNull(account);
        Objects.requireNonNull(lights);
        Objects.requireNonNull(people);
        Objects.requireNonNull(wall);
        Objects.requireNonNull(remote);
        Objects.requireNonNull(doctor);
        Objects.requireNonNull(show);
        Objects.requireNonNull(stop);
    }
}
