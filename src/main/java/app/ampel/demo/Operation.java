package app.ampel.demo;

import java.util.Set;

/**
 * Something that Graph can be asked for.
 *
 * @param scopes any one of them will do
 * @param denied what is said without any of them
 */
record Operation(String method, Set<String> scopes, Denied denied, Work work) {

    /** Checks the request as far as it goes without its scopes, and gives what is left to do with them. */
    interface Work {
        Step check(HttpRequest call);
    }

    interface Step {
        /** @param scopes of the token */
        HttpResponse run(Set<String> scopes);
    }

    /** The two ways in which Graph says that a scope is missing. */
    enum Denied {
        /** Presence: an empty message. */
        FORBIDDEN("Forbidden", ""),
        /** Everything of the directory. */
        REQUEST_DENIED("Authorization_RequestDenied", "Insufficient privileges to complete the operation.");

        private final String code;
        private final String message;

        Denied(String code, String message) {
            this.code = code;
            this.message = message;
        }

        Refusal refusal() {
            return new Refusal(403, code, message);
        }
    }

    static Operation presence(String method, Set<String> scopes, Work work) {
        return new Operation(method, scopes, Denied.FORBIDDEN, work);
    }

    static Operation directory(Set<String> scopes, Work work) {
        return new Operation("GET", scopes, Denied.REQUEST_DENIED, work);
    }
}
