package app.ampel.face.window.people;

import app.ampel.domain.naming.WireName;
import app.ampel.domain.people.ContactPool;
import app.ampel.domain.people.PeopleUse;
import app.ampel.domain.people.Person;
import app.ampel.domain.people.Question;
import app.ampel.service.people.FindWords;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whom to find, as it was filled in.
 *
 * @param secondary names, mails or ids, with a semicolon between them
 * @param which name of the group, the department or the list
 */
record FindForm(
        String primary, String secondary, Source source, String which, ContactPool.Part part, Question question) {

    static final FindForm EMPTY = new FindForm("", "", Source.NOBODY, "", ContactPool.Part.OWNERS, Question.NONE);

    private static final Pattern BETWEEN = Pattern.compile("[;\\n]");

    /** Where to look. */
    enum Source implements WireName {
        NOBODY,
        GROUP,
        DEPARTMENT,
        COLLEAGUES,
        LIST;

        /** Whether it takes a name. */
        boolean isNamed() {
            return switch (this) {
                case GROUP, DEPARTMENT, LIST -> true;
                case NOBODY, COLLEAGUES -> false;
            };
        }

        /** What it needs. */
        Optional<PeopleUse> use() {
            return switch (this) {
                case NOBODY -> Optional.empty();
                case GROUP -> Optional.of(PeopleUse.GROUPS);
                case DEPARTMENT -> Optional.of(PeopleUse.DEPARTMENTS);
                case COLLEAGUES -> Optional.of(PeopleUse.COLLEAGUES);
                case LIST -> Optional.of(PeopleUse.LISTS);
            };
        }
    }

    FindForm {
        primary = primary.strip();
        secondary = secondary.strip();
        Objects.requireNonNull(source);
        which = which.strip();
        Objects.requireNonNull(part);
        Objects.requireNonNull(question);
    }

    /** The key of what is missing; empty: nothing is. */
    Optional<String> missing() {
        if (source.isNamed() && which.isEmpty()) {
            return Optional.of("ui.people.find.missing." + source.word());
        }
        return source == Source.NOBODY && primary.isEmpty() && others().isEmpty()
                ? Optional.of("ui.people.find.missing.nobody")
                : Optional.empty();
    }

    private List<String> others() {
        return BETWEEN.splitAsStream(secondary)
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** Only where nothing is {@link #missing}. */
    FindWords words() {
        Optional<FindWords.Pool> pool = switch (source) {
            case NOBODY -> Optional.empty();
            case GROUP -> Optional.of(new FindWords.Pool.Group(which, part));
            case DEPARTMENT ->
                Optional.of(new FindWords.Pool.Known(
                        new ContactPool.OfDepartment(cut(which, ContactPool.OfDepartment.LONGEST))));
            case COLLEAGUES -> Optional.of(new FindWords.Pool.Known(new ContactPool.Colleagues()));
            case LIST -> Optional.of(new FindWords.Pool.Known(new ContactPool.OfList(which)));
        };
        return new FindWords(Optional.of(primary).filter(name -> !name.isEmpty()), others(), pool, List.of(), question);
    }

    private static String cut(String text, int longest) {
        return text.substring(0, Math.min(text.length(), longest));
    }

    /** With that person in the place of the name that several have. */
    FindForm choosing(Person person) {
        String chosen = person.username().or(person::mail).orElse(person.id());
        if (mayMean(primary, person) || others().stream().noneMatch(name -> mayMean(name, person))) {
            return new FindForm(chosen, secondary, source, which, part, question);
        }
        String instead = others().stream()
                .map(name -> mayMean(name, person) ? chosen : name)
                .reduce((one, other) -> one + "; " + other)
                .orElse(chosen);
        return new FindForm(primary, instead, source, which, part, question);
    }

    /** As the directory compares: words that begin alike. */
    private static boolean mayMean(String typed, Person person) {
        List<String> has = Stream.concat(Stream.of(person.name()), person.mail().stream())
                .flatMap(text -> Stream.of(text.toLowerCase(Locale.ROOT).split("[\\s.@]+")))
                .toList();
        return !typed.isEmpty()
                && Stream.of(typed.toLowerCase(Locale.ROOT).split("[\\s.@]+"))
                        .allMatch(word -> has.stream().anyMatch(each -> each.startsWith(word)));
    }

    /** Cut to what may be asked. */
    static Question question(String topic, String text) {
        return new Question(
                Optional.of(cut(topic, Question.LONGEST_TOPIC)), Optional.of(cut(text, Question.LONGEST_TEXT)));
    }

    /** Without its words: it might be logged. */
    @Override
    public String toString() {
        return "FindForm";
    }
}
