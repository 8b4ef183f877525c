package app.ampel.face.control;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Guesses which word was meant. Pure. */
public final class Nearest {

    private Nearest() {}

    /** The word with the fewest letters to change, when that is at most a third of them, or one begins the other. */
    public static Optional<String> to(String typed, Collection<String> words) {
        String wanted = typed.toLowerCase(Locale.ROOT);
        return words.stream()
                .filter(word -> begins(wanted, word) || distance(wanted, word) <= Math.max(1, word.length() / 3))
                .min(Comparator.comparingInt((String word) -> distance(wanted, word))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static boolean begins(String typed, String word) {
        return typed.length() > 1 && word.toLowerCase(Locale.ROOT).startsWith(typed);
    }

    /** Letters to insert, drop, replace, or swap with their neighbour. */
    public static int distance(String typed, String of) {
        String a = typed.substring(0, Math.min(64, typed.length()));
        String b = of.toLowerCase(Locale.ROOT);
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                d[i][j] = i == 0 || j == 0 ? i + j : step(a, b, d, i, j);
            }
        }
        return d[a.length()][b.length()];
    }

    private static int step(String a, String b, int[][] d, int i, int j) {
        int replaced = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replaced, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, d[i - 2][j - 2] + 1) : best;
    }
}
