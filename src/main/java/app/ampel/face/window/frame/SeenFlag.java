package app.ampel.face.window.frame;

/** Something that a user is told once, ever. */
public interface SeenFlag {

    /** Whether it has been said. */
    boolean said();

    /** Remembers that it has; where that cannot be kept it is said again at the next start. */
    void say();
}
