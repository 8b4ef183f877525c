package app.ampel.bench;

import java.util.Arrays;

/** The middle one. */
final class Median {

    private Median() {}

    static double of(double... values) {
        return at(0.5, values);
    }

    /** The value below which {@code share} of the others lie. */
    static double at(double share, double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
    }
}
