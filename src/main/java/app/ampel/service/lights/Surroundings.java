package app.ampel.service.lights;

/** What a {@link Keeper} needs of the desk. */
interface Surroundings {
    Clockwork clockwork();

    RetryingWorkers workers();

    /** Something that {@link Keeper#state} tells has changed. */
    void changed();

    /** The button of the light with that id was pressed. Any thread. */
    void pressed(String id);
}
