package app.ampel.face.window.signin;

/** What the window shows. */
public enum Route {
    /** Nobody has ever signed in here. */
    WELCOME,
    /** Which app registration to sign in with. */
    REGISTER,
    SIGN_IN,
    /** Somebody has just signed in. */
    DONE,
    /** The pages beside the rail. */
    PAGES
}
