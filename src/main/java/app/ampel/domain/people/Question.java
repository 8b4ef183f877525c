package app.ampel.domain.people;

import java.util.Objects;
import java.util.Optional;

/** What somebody wants to ask. Lives in memory only, and in the link that is made of it. */
public record Question(Optional<String> topic, Optional<String> text) {

    public static final int LONGEST_TOPIC = 250;
    public static final int LONGEST_TEXT = 10_000;

    public static final Question NONE = new Question(Optional.empty(), Optional.empty());

    public Question {
        topic = topic.map(String::strip).filter(it -> !it.isEmpty());
        text = text.map(String::strip).filter(it -> !it.isEmpty());
        topic.ifPresent(it -> Limits.text("a topic", it, LONGEST_TOPIC));
        text.ifPresent(it -> Limits.text("a question", it, LONGEST_TEXT));
    }

    public static Question of(String text) {
        return new Question(Optional.empty(), Optional.of(Objects.requireNonNull(text)));
    }

    /** Without its words: it might be logged. */
    @Override
    public String toString() {
        return "Question";
    }
}
