package app.ampel.face.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** How many people were read: one line of a terminal, written anew each time and gone at the end. Any thread. */
final class PeopleProgress {

    private final Console console;
    private final boolean terminal;
    private String shown = "";

    /** @param terminal whether somebody looks; nothing is said otherwise */
    PeopleProgress(Console console, boolean terminal) {
        this.console = console;
        this.terminal = terminal;
    }

    /** Of the running program. */
    void look(ObjectNode event) {
        if (event.path("event").asText().equals("progress")) {
            read(event.path("read").asInt());
        }
    }

    synchronized void read(int people) {
        if (terminal) {
            erase();
            shown = console.say("people.progress", people);
            console.err().print(shown);
            console.err().flush();
        }
    }

    synchronized void end() {
        erase();
        console.err().flush();
    }

    private void erase() {
        if (!shown.isEmpty()) {
            console.err().print("\r" + " ".repeat(shown.length()) + "\r");
            shown = "";
        }
    }
}
