package app.ampel.adapter.graph.signin;

import java.net.URI;

/** Opens the user's web browser. */
@FunctionalInterface
public interface SignInBrowser {

    /** Whether a browser was started. Does not wait for it. */
    boolean open(URI address);
}
