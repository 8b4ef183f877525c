package app.ampel.domain.colour;

import app.ampel.domain.light.Colour;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * How people see light, and how far two colours are apart for them. The simulations are those of Machado, Oliveira and
 * Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency" (2009), at full severity; they
 * work on linear light.
 */
public enum ColourVision {
    NORMAL(new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}),
    DEUTERANOPIA(new double[][] {
        {0.367322, 0.860646, -0.227968},
        {0.280085, 0.672501, 0.047413},
        {-0.011820, 0.042940, 0.968881},
    }),
    PROTANOPIA(new double[][] {
        {0.152286, 1.052583, -0.204868},
        {0.114503, 0.786281, 0.099216},
        {-0.003882, -0.048116, 1.051998},
    });

    /**
     * Nearer than that, two lights look the same when they are not side by side: a fifth of the way from black to white.
     */
    public static final double ALIKE = 20;

    private final double[][] matrix;

    ColourVision(double[][] matrix) {
        this.matrix = matrix;
    }

    /**
     * In CIEDE2000. Some lights give light in proportion to a channel, others and screens by the curve of sRGB: the
     * smaller distance of both counts.
     */
    public double distance(Colour one, Colour other) {
        return Math.min(
                distance(one, other, DoubleUnaryOperator.identity()), distance(one, other, ColourVision::decoded));
    }

    private double distance(Colour one, Colour other, DoubleUnaryOperator light) {
        return seen(one, light).distance(seen(other, light));
    }

    private CieLab seen(Colour colour, DoubleUnaryOperator light) {
        double[] linear = Arrays.stream(new int[] {colour.red(), colour.green(), colour.blue()})
                .mapToDouble(channel -> light.applyAsDouble(channel / 255.0))
                .toArray();
        double[] seen = CieLab.times(matrix, linear);
        return CieLab.of(Arrays.stream(seen)
                .map(channel -> Math.max(0, Math.min(1, channel)))
                .toArray());
    }

    private static double decoded(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
