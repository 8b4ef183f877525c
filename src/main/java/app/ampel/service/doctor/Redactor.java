package app.ampel.service.doctor;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Takes out of a text what others must not read: what is known to be secret here, and whatever looks like a token, an id,
 * an address or a folder of somebody's. Pure, any thread.
 */
public final class Redactor {

    /** Of an id so much stays that two can be told apart. */
    private static final int KEPT = 4;

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    /** How names with letters of their own are written where those are missing. */
    private static final Map<String, List<String>> WRITTEN = Map.of(
            "ä", List.of("ae", "a"),
            "ö", List.of("oe", "o"),
            "ü", List.of("ue", "u"),
            "ß", List.of("ss"));

    private record Rule(Pattern pattern, String instead) {
        Rule(String pattern, String instead) {
            this(Pattern.compile(pattern, FLAGS), instead);
        }
    }

    /** The order counts: an address may stand in an address. */
    private static final List<Rule> SHAPES = List.of(
            new Rule("\\b(bearer|basic|negotiate|ntlm)\\s+[\\w+/=.~-]{6,}", "$1 [token]"),
            new Rule("\\beyJ[\\w-]+\\.[\\w-]+(\\.[\\w-]*)?", "[token]"),
            new Rule("([?&#][\\w.-]+=)[^\\s&\"']+", "$1[token]"),
            new Rule("\\b(\\w*(?:token|secret|password|assertion))(\"?\\s*[=:]\\s*\"?)[^\\s&\"',;]{4,}", "$1$2[token]"),
            new Rule("://[^\\s/@]*:[^\\s/@]*@[^\\s/:]+(:[0-9]+)?", "://[address]"),
            new Rule("[\\p{L}\\p{N}._%+'-]+@[\\p{L}\\p{N}.-]*[\\p{L}\\p{N}]", "[address]"),
            new Rule("(?<![\\w.])(?:[0-9]{1,3}\\.){3}[0-9]{1,3}(?![\\w.])", "[address]"),
            new Rule("(?<![\\w:])(?:[0-9a-f]{1,4}:){4,7}[0-9a-f]{1,4}(?![\\w:])", "[address]"),
            new Rule(
                    "(?<![\\w:])[0-9a-f]{1,4}(?::[0-9a-f]{1,4})*::(?:[0-9a-f]{1,4}(?::[0-9a-f]{1,4})*)?(?![\\w:])",
                    "[address]"),
            new Rule("(?<![\\w/])(/home/|/Users/|[a-z]:\\\\Users\\\\)[^/\\\\\\s\"':]+", "~"));

    private static final Pattern GUID = Pattern.compile(
            "(?<![0-9a-f])[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9a-f])", FLAGS);

    /** Nothing that people write is that long and mixed; classes and folders are not. */
    private static final Pattern OPAQUE =
            Pattern.compile("(?<![\\w/+=-])(?=[\\w+/=-]*[0-9])(?=[\\w+/=-]*[a-z])(?=[\\w+/=-]*[A-Z])[\\w+/=-]{28,}"
                    + "|(?<!\\w)[0-9a-fA-F]{32,}(?!\\w)");

    private final List<Rule> known = new ArrayList<>();
    private final List<Pattern> ids = new ArrayList<>();

    public Redactor(Secrets secrets) {
        longestFirst(secrets.folders())
                .forEach(folder -> known.add(new Rule(Pattern.compile(Pattern.quote(folder), FLAGS), "~")));
        longestFirst(forms(secrets.words())).forEach(word -> known.add(new Rule(whole(word), "[…]")));
        longestFirst(secrets.ids()).forEach(id -> ids.add(whole(id)));
    }

    public String redact(String text) {
        String clean = Normalizer.normalize(text, Normalizer.Form.NFC);
        for (Pattern id : ids) {
            clean = id.matcher(clean).replaceAll(Redactor::beginning);
        }
        clean = GUID.matcher(clean).replaceAll(Redactor::beginning);
        for (Rule rule : SHAPES.subList(0, SHAPES.size() - 1)) {
            clean = rule.pattern().matcher(clean).replaceAll(rule.instead());
        }
        for (Rule rule : known) {
            clean = rule.pattern().matcher(clean).replaceAll(rule.instead());
        }
        Rule folders = SHAPES.get(SHAPES.size() - 1);
        clean = folders.pattern().matcher(clean).replaceAll(folders.instead());
        return OPAQUE.matcher(clean).replaceAll("[token]");
    }

    private static String beginning(MatchResult id) {
        return shortened(id.group());
    }

    /** {@code 1111…} */
    static String shortened(String id) {
        return id.substring(0, Math.min(KEPT, id.length() / 2)) + "…";
    }

    private static Pattern whole(String word) {
        return Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(word) + "(?![\\p{L}\\p{N}])", FLAGS);
    }

    private static List<String> longestFirst(Set<String> texts) {
        return texts.stream()
                .sorted(Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private static Set<String> forms(Set<String> words) {
        return words.stream()
                .map(word -> Normalizer.normalize(word, Normalizer.Form.NFC))
                .flatMap(word -> forms(word).stream())
                .collect(Collectors.toSet());
    }

    /** As it is, and without its special letters, in every usual way. */
    private static Set<String> forms(String word) {
        Set<String> forms = new TreeSet<>(Set.of(word));
        WRITTEN.forEach((letter, others) -> {
            for (String form : Set.copyOf(forms)) {
                Pattern there = Pattern.compile(letter, FLAGS);
                others.forEach(other -> forms.add(there.matcher(form).replaceAll(other)));
            }
        });
        forms.add(Normalizer.normalize(word, Normalizer.Form.NFD).replaceAll("\\p{M}", ""));
        return forms;
    }
}
