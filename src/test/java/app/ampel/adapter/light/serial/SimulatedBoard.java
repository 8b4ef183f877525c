package app.ampel.adapter.light.serial;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** A board that speaks the line protocol as firmware-notes/protocol.md has it, and can misbehave. */
public final class SimulatedBoard {

    public enum Fault {
        NONE,
        MUTE,
        /** Answers the last question when the next one comes. */
        ONE_BEHIND,
        /** The next answer is lost. */
        SWALLOW_ONE,
        /** The next answer has another value. */
        WRONG_ECHO_ONCE,
        /** Noise and half lines between the answers. */
        GARBAGE,
        /** Understands nothing. */
        ERRORS
    }

    private final Consumer<byte[]> out;
    private final StringBuilder line = new StringBuilder();
    private final List<String> heard = new ArrayList<>();
    private String owed = "";
    private Fault fault = Fault.NONE;
    private String colour;
    private String fade;
    private String level;
    private String watchdog;
    private boolean fired;

    public SimulatedBoard(Consumer<byte[]> out) {
        this.out = out;
        forget();
    }

    private void forget() {
        colour = "#000000";
        fade = "F0000";
        level = "L255";
        watchdog = "W000";
        fired = false;
        line.setLength(0);
    }

    public synchronized void misbehave(Fault how) {
        fault = how;
    }

    /** As after a brown-out. */
    synchronized void reset() {
        forget();
        say("!BOOT brown");
    }

    /** A reset whose word is lost on the way. */
    synchronized void resetSilently() {
        forget();
    }

    synchronized void fireWatchdog() {
        fired = true;
        colour = "#000000";
        say("!WD");
    }

    /** The colour or the sequence that the LED shows. */
    public synchronized String shows() {
        return colour;
    }

    synchronized String watchdog() {
        return watchdog;
    }

    synchronized List<String> heard() {
        return List.copyOf(heard);
    }

    public synchronized void take(byte[] bytes) {
        for (byte b : bytes) {
            if (b == '\n' || b == '\r') {
                if (line.length() > 0) {
                    obey(line.toString());
                }
                line.setLength(0);
            } else {
                line.append((char) b);
            }
        }
    }

    private void obey(String command) {
        heard.add(command);
        String answer = fault == Fault.ERRORS ? "ERR 3 cmd" : answer(command);
        switch (fault) {
            case NONE, ERRORS -> say(answer);
            case MUTE -> {}
            case ONE_BEHIND -> {
                if (!owed.isEmpty()) {
                    say(owed);
                }
                owed = answer;
            }
            case SWALLOW_ONE -> fault = Fault.NONE;
            case WRONG_ECHO_ONCE -> {
                fault = Fault.NONE;
                say(answer.replace("FF", "FE"));
            }
            case GARBAGE -> {
                out.accept(new byte[] {(byte) 0xfe, 0, 'O', 'K', '\r', '#', '\n'});
                out.accept("x".repeat(5000).getBytes(StandardCharsets.US_ASCII));
                out.accept("\r\n".getBytes(StandardCharsets.US_ASCII));
                say(answer);
            }
        }
    }

    private String answer(String command) {
        if (command.length() > 60) {
            return "ERR 2 long";
        }
        if (command.equals("?")) {
            return "OK USBLIGHT 1 fw=1.0.0 mcu=simulated leds=1 out=ws2812 caps=rgb,seq,fade,level,wd";
        }
        if (command.equals("G")) {
            return String.format(Locale.ROOT, "OK G %s %s %s T%d %s", level, watchdog, fade, fired ? 1 : 0, colour);
        }
        if (command.matches("#[0-9A-F]{6}") || command.matches("B(#[0-9A-F]{6}-[0-9]{4}){2,4}")) {
            colour = command;
            fired = false;
        } else if (command.matches("F[0-9]{4}")) {
            fade = command;
        } else if (command.matches("L[0-9]{3}")) {
            level = command;
        } else if (command.matches("W[0-9]{3}")) {
            watchdog = command;
        } else {
            return "ERR 3 cmd";
        }
        return "OK " + command;
    }

    private void say(String text) {
        out.accept((text + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }
}
