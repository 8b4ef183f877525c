package app.ampel.face.window;

import app.ampel.face.window.frame.SeenFlag;

/** Nothing needs to be said any more. */
public final class SaidBefore implements SeenFlag {

    @Override
    public boolean said() {
        return true;
    }

    @Override
    public void say() {}
}
