package app.ampel.face.tray;

import java.util.Objects;

/**
 * What the tray asks of the program itself. Called on the tray's thread, so each is quick; what comes of it comes later.
 *
 * @param open brings the window to the front, where there is one
 * @param openPeople the same, at other people
 * @param openSettings the same, at the settings
 * @param signIn begins a sign-in, and shows the user what to do
 * @param quit ends the program in good order
 */
public record ProgramCommands(
        Runnable open, Runnable openPeople, Runnable openSettings, Runnable signIn, Runnable quit) {

    public ProgramCommands {
        Objects.requireNonNull(open);
        Objects.requireNonNull(openPeople);
        Objects.requireNonNull(openSettings);
        Objects.requireNonNull(signIn);
        Objects.requireNonNull(quit);
    }
}
