package app.ampel.service.settings;

/** An entry for the next login that is what the test says. */
public final class FakeLogin implements StartAtLogin {

    public volatile boolean possible = true;
    public volatile boolean on;
    public volatile boolean keeps = true;

    @Override
    public boolean isPossible() {
        return possible;
    }

    @Override
    public boolean isOn() {
        return on;
    }

    @Override
    public boolean set(boolean wanted) {
        on = keeps ? wanted : on;
        return keeps;
    }
}
