package app.ampel.light.serial;

import app.ampel.light.LightException;
import app.ampel.light.LightLink;
import app.ampel.light.LightState.Condition;
import app.ampel.light.Report;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The host's side of the line protocol: one command, one answer. An answer counts when it names the command and repeats
 * its value; others may be late ones.
 */
final class SerialLink implements LightLink {

    /**
     * How patient it is.
     *
     * @param ask from one hello to the next
     * @param hello for all of them
     * @param answer for the answer to a command
     */
    record Patience(Duration ask, Duration hello, Duration answer) {
        static final Patience USUAL =
                new Patience(Duration.ofMillis(250), Duration.ofSeconds(5), Duration.ofMillis(500));
    }

    private static final int TRIES = 3;
    private static final String HELLO = "\n?\n";
    private static final String IDENTITY = "OK USBLIGHT 1";

    private final Wire wire;
    private final Patience patience;
    private final LineReader lines = new LineReader();

    /** What the board was told and has repeated, by the command's letter; a sequence replaces a colour. */
    private final Map<Character, String> told = new HashMap<>();

    private boolean restarted;

    private SerialLink(Wire wire, Patience patience) {
        this.wire = wire;
        this.patience = patience;
    }

    /** Waits until the board has said who it is; it may be starting, because opening has reset it. */
    static SerialLink greet(Wire wire, Patience patience) throws LightException {
        SerialLink link = new SerialLink(wire, patience);
        try {
            long end = System.nanoTime() + patience.hello().toNanos();
            do {
                wire.write(HELLO.getBytes(StandardCharsets.US_ASCII));
                if (link.hear(patience.ask(), line -> line.equals(IDENTITY) || line.startsWith(IDENTITY + " "))
                        != null) {
                    link.restarted = false;
                    return link;
                }
            } while (System.nanoTime() < end);
            throw new LightException(Condition.NOT_ANSWERING, "nobody said " + IDENTITY);
        } catch (LightException e) {
            wire.close();
            throw e;
        }
    }

    @Override
    public void send(Report report) throws LightException {
        String command = report.text().strip();
        say(command, answer -> answer.equalsIgnoreCase("OK " + command));
        told.remove(command.charAt(0) == 'B' ? '#' : command.charAt(0) == '#' ? 'B' : ' ');
        told.put(command.charAt(0), command);
    }

    @Override
    public boolean beat(List<Report> reports) throws LightException {
        boolean right = true;
        for (Report report : reports) {
            String state = say(report.text().strip(), SerialLink::isState);
            right &= isAsTold(state);
        }
        right &= !restarted;
        restarted = false;
        return right;
    }

    private static boolean isState(String answer) {
        return answer.startsWith("OK G ") && answer.split(" ").length == 7;
    }

    /** {@code OK G L255 W030 F0000 T0 #FF0000}. */
    private boolean isAsTold(String state) {
        String[] words = state.split(" ");
        for (int i = 2; i < words.length; i++) {
            char letter = words[i].charAt(0);
            boolean right = switch (letter) {
                case 'T' -> words[i].equals("T0");
                case '#' -> told.containsKey('B') || words[i].equalsIgnoreCase(told.get('#'));
                default -> words[i].equalsIgnoreCase(told.getOrDefault(letter, words[i]));
            };
            if (!right || letter == 'B' && !told.containsKey('B')) {
                return false;
            }
        }
        return true;
    }

    private String say(String command, Predicate<String> isAnswer) throws LightException {
        for (int i = 0; i < TRIES; i++) {
            wire.write((command + "\n").getBytes(StandardCharsets.US_ASCII));
            String answer = hear(patience.answer(), isAnswer);
            if (answer != null) {
                return answer;
            }
        }
        throw new LightException(Condition.NOT_ANSWERING, "no answer to " + command.charAt(0));
    }

    /** The first line that will do, within {@code time}; null when there is none. */
    private String hear(Duration time, Predicate<String> wanted) throws LightException {
        long end = System.nanoTime() + time.toNanos();
        do {
            lines.take(wire.read());
            for (String line = lines.next(); line != null; line = lines.next()) {
                if (line.startsWith("!BOOT") || line.startsWith("!WD")) {
                    restarted = true;
                } else if (wanted.test(line)) {
                    return line;
                }
            }
        } while (System.nanoTime() < end);
        return null;
    }

    @Override
    public void close() {
        wire.close();
    }
}
