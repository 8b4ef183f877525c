package broken.ampel.account;

/** Says by itself what a user wants, past the service that has a method for it. */
public final class Commanding {

    /** As the core's. */
    interface Intent {
        record Clear() implements Intent {}
    }

    private Commanding() {}

    static Intent clear() {
        return new Intent.Clear();
    }
}
