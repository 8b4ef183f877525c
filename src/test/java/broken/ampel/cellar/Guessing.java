package broken.ampel.cellar;

/** Has the name of another. */
public final class Guessing {

    private Guessing() {}
}
