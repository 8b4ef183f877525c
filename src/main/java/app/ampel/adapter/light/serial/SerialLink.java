package app.ampel.adapter.light.serial;

import app.ampel.domain.light.Report;
import app.ampel.service.lights.manager.LightException;
import app.ampel.service.lights.manager.LightLink;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The host's side of the line protocol: one command, one answer. An answer counts when it names the command and repeats
 * its value; others may be late ones.
 */
final class SerialLink implements LightLink {

    private final LineClient client;

    /** What the board was told and has repeated, by the command's letter; a sequence replaces a colour. */
    private final Map<Character, String> confirmed = new HashMap<>();

    private boolean restarted;

    /** @param client in which the board has said who it is */
    SerialLink(LineClient client) {
        this.client = client;
    }

    @Override
    public void send(Report report) throws LightException {
        String command = report.text().strip();
        request(command, answer -> answer.equalsIgnoreCase("OK " + command));
        confirmed.remove(command.charAt(0) == 'B' ? '#' : command.charAt(0) == '#' ? 'B' : ' ');
        confirmed.put(command.charAt(0), command);
    }

    @Override
    public boolean beat(List<Report> reports) throws LightException {
        boolean right = true;
        for (Report report : reports) {
            String state = request(report.text().strip(), SerialLink::isState);
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
                case '#' -> confirmed.containsKey('B') || words[i].equalsIgnoreCase(confirmed.get('#'));
                default -> words[i].equalsIgnoreCase(confirmed.getOrDefault(letter, words[i]));
            };
            if (!right || letter == 'B' && !confirmed.containsKey('B')) {
                return false;
            }
        }
        return true;
    }

    private String request(String command, Predicate<String> isAnswer) throws LightException {
        return client.request((command + "\n").getBytes(StandardCharsets.US_ASCII), line -> {
            restarted |= line.startsWith("!BOOT") || line.startsWith("!WD");
            return isAnswer.test(line);
        });
    }

    @Override
    public void close() {
        client.close();
    }
}
