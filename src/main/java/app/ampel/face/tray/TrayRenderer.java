package app.ampel.face.tray;

/** Draws icon and menu somewhere. */
public interface TrayRenderer extends AutoCloseable {

    /** What comes back from the panel. Called on any thread; returns at once. */
    interface Events {

        void clicked(TrayAction action);

        /** Somebody looks at the menu, or does so no more. */
        void menu(MenuSign sign);

        /** Whether a panel shows the icon. Said when that is first known, and whenever it changes. */
        void placed(boolean there);
    }

    /** Looks for a panel, and goes on looking: it may come later, go away and come back. Returns at once. */
    void start(Events events);

    /** What is to be seen from now on. Returns at once; of several in a row the last counts. */
    void show(TrayMenu menu);

    /** Takes the icon away. Blocks for half a second at most. */
    @Override
    void close();
}
