package app.ampel.service.lights;

import app.ampel.service.lights.manager.LightBus;
import java.util.List;

/** Every way to lights that this computer has. Any thread; both may take a moment, and neither opens a light. */
public interface LightBuses {

    /** What is attached now. */
    List<LightBus.Found> attached();

    /** Whether new lights are looked for only now and then, because the system does not tell of them. */
    boolean looksSlowly();
}
