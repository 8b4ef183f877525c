package app.ampel.service.wall;

/** What shows the wall, one at a time. Any thread. */
public interface WallWindow {

    /** Where there is nothing to see a wall on. */
    WallWindow NONE = new WallWindow() {
        @Override
        public int monitors() {
            return 0;
        }

        @Override
        public boolean open(WallRequest request, Commands commands) {
            return false;
        }

        @Override
        public void show(WallState state) {
            // Nobody sees it.
        }

        @Override
        public void close() {
            // There is none.
        }
    };

    /** What whoever stands before the wall can do. Called on any thread; neither blocks. */
    interface Commands {

        /** Nobody wants to see it any more. */
        void close();

        /** What has failed is tried again. */
        void again();
    }

    /** How many monitors there are; 0: there is no display. Blocks while a toolkit starts. */
    int monitors();

    /** Opens it in the place of any other, with nothing on it. Blocks while a toolkit starts. False when there can be none. */
    boolean open(WallRequest request, Commands commands);

    /** This stands on it from now on. Returns before that is done. */
    void show(WallState state);

    /** Closes it, and nothing of what stood on it is kept. Returns before that is done. */
    void close();
}
