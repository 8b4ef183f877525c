package app.ampel.domain.colour;

/**
 * A colour in CIE L*a*b* with the white of D65.
 *
 * @param l 0 to 100
 */
record CieLab(double l, double a, double b) {

    /** From linear sRGB to XYZ, as IEC 61966-2-1 has it. */
    private static final double[][] TO_XYZ = {
        {0.4124564, 0.3575761, 0.1804375},
        {0.2126729, 0.7151522, 0.0721750},
        {0.0193339, 0.1191920, 0.9503041},
    };

    private static final double[] D65 = {0.95047, 1.0, 1.08883};
    private static final double KNEE = 216.0 / 24389;
    private static final double STEEP = 24389.0 / 27;
    private static final double POW_25_7 = Math.pow(25, 7);

    /** @param rgb linear light of the primaries of sRGB, each 0 to 1 */
    static CieLab of(double[] rgb) {
        double[] xyz = times(TO_XYZ, rgb);
        double x = bent(xyz[0] / D65[0]);
        double y = bent(xyz[1] / D65[1]);
        double z = bent(xyz[2] / D65[2]);
        return new CieLab(116 * y - 16, 500 * (x - y), 200 * (y - z));
    }

    static double[] times(double[][] matrix, double[] vector) {
        double[] product = new double[matrix.length];
        for (int row = 0; row < matrix.length; row++) {
            for (int column = 0; column < vector.length; column++) {
                product[row] += matrix[row][column] * vector[column];
            }
        }
        return product;
    }

    private static double bent(double share) {
        return share > KNEE ? Math.cbrt(share) : (STEEP * share + 16) / 116;
    }

    /**
     * CIEDE2000: about 1 can just be seen side by side, black and white are 100 apart. In the notation of Sharma, Wu and
     * Dalal, "The CIEDE2000 Color-Difference Formula" (2005).
     */
    double distance(CieLab other) {
        double g = 1 + 0.5 * (1 - saturation((chroma(a) + other.chroma(other.a)) / 2));
        double c1 = chroma(a * g);
        double c2 = other.chroma(other.a * g);
        double h1 = hue(a * g, b);
        double h2 = hue(other.a * g, other.b);
        double turn = c1 * c2 == 0 ? 0 : Math.IEEEremainder(h2 - h1, 360);
        double meanHue = c1 * c2 == 0 ? h1 + h2 : h1 + turn / 2;
        double dH = 2 * Math.sqrt(c1 * c2) * Math.sin(Math.toRadians(turn / 2));
        return weighted(other.l - l, (l + other.l) / 2, c2 - c1, (c1 + c2) / 2, dH, meanHue);
    }

    private static double weighted(double dL, double meanL, double dC, double meanC, double dH, double meanHue) {
        double t = 1
                - 0.17 * cos(meanHue - 30)
                + 0.24 * cos(2 * meanHue)
                + 0.32 * cos(3 * meanHue + 6)
                - 0.20 * cos(4 * meanHue - 63);
        double off50 = (meanL - 50) * (meanL - 50);
        double l = dL / (1 + 0.015 * off50 / Math.sqrt(20 + off50));
        double c = dC / (1 + 0.045 * meanC);
        double h = dH / (1 + 0.015 * meanC * t);
        double around275 = (Math.floorMod((long) Math.floor(meanHue), 360L) + frac(meanHue) - 275) / 25;
        double rotation = -2 * saturation(meanC) * Math.sin(Math.toRadians(60 * Math.exp(-around275 * around275)));
        return Math.sqrt(l * l + c * c + h * h + rotation * c * h);
    }

    private static double frac(double value) {
        return value - Math.floor(value);
    }

    private double chroma(double withA) {
        return Math.hypot(withA, b);
    }

    private static double hue(double a, double b) {
        double degrees = Math.toDegrees(Math.atan2(b, a));
        return degrees < 0 ? degrees + 360 : degrees;
    }

    private static double saturation(double chroma) {
        double seventh = Math.pow(chroma, 7);
        return Math.sqrt(seventh / (seventh + POW_25_7));
    }

    private static double cos(double degrees) {
        return Math.cos(Math.toRadians(degrees));
    }
}
