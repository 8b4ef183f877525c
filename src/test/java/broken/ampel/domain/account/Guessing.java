package broken.ampel.domain.account;

/** Asks an alternative which one it is: a third one would be the second to it. */
public final class Guessing {

    sealed interface Way {
        record Browser() implements Way {}

        record Code() implements Way {}
    }

    private Guessing() {}

    static String word(Way way) {
        return way instanceof Way.Browser ? "browser" : "code";
    }
}
