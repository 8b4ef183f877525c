package app.ampel.ui;

/** Nothing needs to be said any more. */
public final class SaidBefore implements SeenFlag {

    @Override
    public boolean said() {
        return true;
    }

    @Override
    public void say() {}
}
