package app.ampel.service.json;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;

/**
 * What of a text is written by number, beyond what JSON asks for: every character that could steer the terminal where the
 * line is printed, or turn it round. A reader gets the same text.
 */
final class Escapes extends CharacterEscapes {

    private static final long serialVersionUID = 1L;
    private static final int DELETE = 0x7F;

    @Override
    public int[] getEscapeCodesForAscii() {
        int[] codes = standardAsciiEscapesForJSON();
        codes[DELETE] = ESCAPE_STANDARD;
        return codes;
    }

    @Override
    public SerializableString getEscapeSequence(int character) {
        return steers(character) ? new SerializedString(String.format("\\u%04X", character)) : null;
    }

    /** Control characters of the second block, ends of lines and paragraphs, and all that changes the writing direction. */
    private static boolean steers(int character) {
        return character >= 0x80 && character <= 0x9F
                || character == 0x061C
                || character == 0x200E
                || character == 0x200F
                || character >= 0x2028 && character <= 0x202E
                || character >= 0x2066 && character <= 0x2069;
    }
}
