package app.ampel.face.control;

import app.ampel.service.text.Phrases;

/** What came over a socket, as it may be printed: no character of it steers the terminal or turns the line round. */
public final class Plain {

    private Plain() {}

    /** The whole of it, however long: what is to be read or typed is never cut. */
    public static String line(String received) {
        return Phrases.tame(received, Integer.MAX_VALUE);
    }
}
