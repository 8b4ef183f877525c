package app.ampel.demo;

/** An error of the login host on its way to the caller, as OAuth 2.0 and Entra write it. */
final class LoginRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String error;
    private final String suberror;
    private final int number;

    /**
     * @param error OAuth's word
     * @param suberror Entra's finer word, empty for none
     * @param number Entra's AADSTS number, 0 for none
     */
    LoginRefusal(String error, String suberror, int number, String text) {
        super(number == 0 ? text : "AADSTS" + number + ": " + text);
        this.error = error;
        this.suberror = suberror;
        this.number = number;
    }

    static LoginRefusal of(String error, int number, String text) {
        return new LoginRefusal(error, "", number, text);
    }

    String error() {
        return error;
    }

    String suberror() {
        return suberror;
    }

    int number() {
        return number;
    }
}
