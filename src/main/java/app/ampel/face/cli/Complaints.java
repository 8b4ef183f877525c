package app.ampel.face.cli;

import app.ampel.service.text.Messages;
import app.ampel.service.text.Phrases;
import java.util.Collection;
import java.util.Optional;

/** Sentences about a word that is none of those allowed. Pure. */
final class Complaints {

    private Complaints() {}

    /** The sentence under {@code key} with the nearest word, or all words where none is near. */
    static String unknown(Messages words, String key, String typed, Collection<String> allowed) {
        String sentence = words.say(key, Phrases.tame(typed));
        Optional<String> nearest = Nearest.to(typed, allowed);
        if (nearest.isPresent()) {
            return sentence + " " + words.say("cli.did-you-mean", nearest.get());
        }
        return allowed.isEmpty() ? sentence : sentence + " " + words.say("cli.choose", String.join(", ", allowed));
    }
}
