package app.ampel.service.settings;

/**
 * Starting with the session.
 *
 * @param possible whether it can be switched on
 */
public record Startup(boolean on, boolean possible) {}
