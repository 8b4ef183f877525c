package app.ampel.service.window;

/** The program's one window, as whoever draws it answers for it. Any thread. */
public interface AppWindow extends AutoCloseable {

    /** Where there is nothing to see a window on. */
    AppWindow NONE = new AppWindow() {
        @Override
        public boolean show() {
            return false;
        }

        @Override
        public boolean show(Section section) {
            return false;
        }

        @Override
        public void follow() {
            // Nothing looks like anything.
        }

        @Override
        public void close() {
            // There is none.
        }
    };

    /** Opens it, or brings it to the front. Blocks while a toolkit starts. False when there can be none. */
    boolean show();

    /** The same, at a page. */
    boolean show(Section section);

    /** Other looks have been chosen. Returns before it has them. */
    void follow();

    /** Closes it; it may be opened again. Returns before that is done. */
    @Override
    void close();
}
