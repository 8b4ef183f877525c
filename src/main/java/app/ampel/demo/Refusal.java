package app.ampel.demo;

/** A Graph error on its way to the caller: status, code and message as Graph would send them. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    Refusal(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    static Refusal invalidArgument(String message) {
        return new Refusal(400, "InvalidArgument", message);
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }
}
