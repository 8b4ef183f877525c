package app.ampel.adapter.os.install;

import app.ampel.service.settings.StartAtLogin;

/** The operating system's entry for what starts when the user logs in. */
public record LoginEntry(Autostart entry) implements StartAtLogin {

    @Override
    public boolean isPossible() {
        return entry.isPossible();
    }

    @Override
    public boolean isOn() {
        return entry.isOn();
    }

    @Override
    public boolean set(boolean on) {
        return entry.set(on) == Autostart.Outcome.DONE;
    }
}
