package app.ampel.face.control;

import app.ampel.domain.light.LineTemplate;
import app.ampel.domain.light.SerialProtocol.Template;
import app.ampel.service.lights.TemplateDraft;
import app.ampel.service.text.Messages;
import app.ampel.service.text.Phrases;
import java.util.Collection;
import java.util.Optional;

/** Sentences about what was typed and cannot be. Pure. */
public final class Complaints {

    private Complaints() {}

    /** The sentence under {@code key} with the nearest word, or all words where none is near. */
    public static String unknown(Messages words, String key, String typed, Collection<String> allowed) {
        String sentence = words.say(key, Phrases.tame(typed));
        Optional<String> nearest = Nearest.to(typed, allowed);
        if (nearest.isPresent()) {
            return sentence + " " + words.say("cli.did-you-mean", nearest.get());
        }
        return allowed.isEmpty() ? sentence : sentence + " " + words.say("cli.choose", String.join(", ", allowed));
    }

    /** What is wrong with texts for a serial light. */
    public static String of(TemplateDraft.Mistake mistake, Messages words) {
        String typed = mistake.typed();
        return switch (mistake.kind()) {
            case PLACEHOLDER -> unknown(words, "add.wrong-placeholder", typed, LineTemplate.PLACEHOLDERS);
            case TEXT -> words.say("add.wrong-text", LineTemplate.LONGEST);
            case STATE ->
                unknown(
                        words,
                        "add.wrong-state",
                        typed,
                        Template.STATES.stream().sorted().toList());
            case STATE_ALONE -> words.say("add.no-text", typed);
            case BAUD -> words.say("add.wrong-baud", Phrases.tame(typed));
            case EXPECT -> words.say("add.wrong-expect", Phrases.tame(typed));
        };
    }
}
