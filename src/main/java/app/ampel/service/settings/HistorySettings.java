package app.ampel.service.settings;

/**
 * Whether the user's own presence is kept.
 *
 * @param days for how long
 */
public record HistorySettings(boolean on, int days) {

    public static final int FEWEST = 1;
    public static final int MOST = 366;
    public static final HistorySettings OFF = new HistorySettings(false, 30);

    public HistorySettings {
        if (days < FEWEST || days > MOST) {
            throw new IllegalArgumentException("from " + FEWEST + " to " + MOST + " days: " + days);
        }
    }

    public HistorySettings withOn(boolean other) {
        return new HistorySettings(other, days);
    }

    public HistorySettings withDays(int other) {
        return new HistorySettings(on, other);
    }
}
