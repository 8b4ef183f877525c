package app.ampel.service.settings;

/** Whether the next login starts the program. Any thread; blocks for some files or a small program. */
public interface StartAtLogin {

    /** Of a program that nobody wants to see every morning. */
    StartAtLogin NEVER = new StartAtLogin() {
        @Override
        public boolean isPossible() {
            return false;
        }

        @Override
        public boolean isOn() {
            return false;
        }

        @Override
        public boolean set(boolean on) {
            return false;
        }
    };

    /** Whether it can be switched on. */
    boolean isPossible();

    boolean isOn();

    /** Switches it on or off. False when that could not be kept. */
    boolean set(boolean on);
}
