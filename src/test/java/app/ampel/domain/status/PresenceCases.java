package app.ampel.domain.status;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** The documented cases, and somebody who goes through one of them. */
public final class PresenceCases {

    private PresenceCases() {}

    /** Whoever is held against the cases. Each answers whether Microsoft would have taken it. */
    public interface Subject {

        void teams(String pair);

        boolean set(String pair, Duration lease);

        boolean clear();

        boolean prefer(String pair, Duration time);

        boolean unprefer();

        void pass(Duration time);

        String shown();
    }

    public static List<String> all() throws IOException {
        try (InputStream in = PresenceCases.class.getResourceAsStream("/app/ampel/presence-cases.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.contains("->"))
                    .toList();
        }
    }

    /** What {@code subject} shows at the end of the case; what is expected stands behind the arrow. */
    public static String play(String line, Subject subject) {
        for (String step : line.split("->")[0].split(";")) {
            if (!step.isBlank()) {
                take(step.strip(), subject);
            }
        }
        return subject.shown();
    }

    public static String expected(String line) {
        return line.split("->")[1].strip();
    }

    private static void take(String step, Subject subject) {
        boolean refused = step.endsWith("!");
        String[] words = step.replace("!", "").split(" ");
        boolean taken = switch (words[0]) {
            case "teams" -> {
                subject.teams(words[1]);
                yield true;
            }
            case "set" -> subject.set(words[1], Duration.parse(words[2]));
            case "clear" -> subject.clear();
            case "prefer" -> subject.prefer(words[1], Duration.parse(words[2]));
            case "unprefer" -> subject.unprefer();
            case "pass" -> {
                subject.pass(Duration.parse(words[1]));
                yield true;
            }
            default -> throw new IllegalArgumentException(step);
        };
        if (taken == refused) {
            throw new AssertionError(step + (taken ? " was taken" : " was refused"));
        }
    }
}
