package broken.ampel.domain.light.model;

/** A model that sends its bytes by itself. */
public final class Impatient {

    private final Thread sender = new Thread(() -> {});

    public void send() {
        sender.start();
    }
}
