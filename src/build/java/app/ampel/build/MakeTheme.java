package app.ampel.build;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.Stylesheet;

/**
 * Makes the stylesheets that Ampel ships: AtlantaFX's Primer, light and dark, without what no window of Ampel has, and
 * Ampel's own, all in the form that JavaFX reads without parsing. JavaFX compares each node of a window with each selector
 * of its theme, and takes the longer for each comparison the more style classes there are; of a window's first
 * appearance this is the largest part.
 */
final class MakeTheme {

    /**
     * Every style class that nodes of Ampel's windows may have: those of the controls and of their insides, and what pages
     * choose from AtlantaFX's {@code Styles}. A test holds it against the windows.
     */
    static final Set<String> KEPT = Set.of(
            // What every window has
            "root",
            "text",
            "container",
            "content",
            "placeholder",
            "clipped-container",
            "viewport",
            "sheet",
            "popup",
            "tooltip",
            // Texts and buttons
            "label",
            "mnemonic-underline",
            "button",
            "toggle-button",
            "hyperlink",
            "check-box",
            "box",
            "mark",
            "radio-button",
            "radio",
            "dot",
            // Menus and lists of choices
            "menu-button",
            "arrow-button",
            "arrow",
            "context-menu",
            "menu-item",
            "check-menu-item",
            "radio-menu-item",
            "check",
            "graphic-container",
            "left-container",
            "right-container",
            "menu-up-arrow",
            "menu-down-arrow",
            "separator",
            "line",
            "combo-box-base",
            "combo-box",
            "combo-box-popup",
            "choice-box",
            "open-button",
            // Fields
            "text-input",
            "text-field",
            "text-area",
            // Lists and what scrolls
            "list-view",
            "list-cell",
            "cell",
            "virtual-flow",
            "scroll-pane",
            "scroll-bar",
            "corner",
            "thumb",
            "track",
            "increment-button",
            "decrement-button",
            "increment-arrow",
            "decrement-arrow",
            "scroll-arrow",
            // The rest
            "titled-pane",
            "title",
            "arrow-pane",
            "slider",
            "axis",
            "axis-tick-mark",
            "axis-minor-tick-mark",
            "progress-bar",
            "bar",
            // AtlantaFX's Styles
            "accent",
            "success",
            "danger",
            "button-outlined",
            "dense",
            "flat",
            "small",
            "text-bold",
            "text-muted",
            "text-small",
            "title-1",
            "title-2",
            "title-3",
            "title-4");

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)}");
    private static final Pattern STYLE_CLASS = Pattern.compile("\\.([A-Za-z][\\w-]*)");

    private MakeTheme() {}

    /** @param own the folder of {@code ampel.css} */
    static void make(Path own, Path out) throws IOException {
        Path sheets = Files.createDirectories(out.resolve("resources/app/ampel/face/window/frame"));
        for (String name : Set.of("light", "dark")) {
            write(kept(primer(name)), sheets.resolve(name + ".bss"));
        }
        write(Files.readString(own.resolve("ampel.css")), sheets.resolve("ampel.bss"));
    }

    /** AtlantaFX's theme as it comes. */
    static String primer(String name) throws IOException {
        String resource = "/atlantafx/base/theme/primer-" + name + ".css";
        try (InputStream in = Objects.requireNonNull(MakeTheme.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The rules whose selectors name no other style class than those of {@link #KEPT}. */
    static String kept(String css) {
        StringBuilder kept = new StringBuilder();
        Matcher rule = RULE.matcher(COMMENT.matcher(css).replaceAll(""));
        while (rule.find()) {
            String selectors = Arrays.stream(rule.group(1).split(","))
                    .map(String::strip)
                    .filter(selector -> KEPT.containsAll(styleClasses(selector)))
                    .collect(Collectors.joining(", "));
            if (!selectors.isEmpty()) {
                kept.append(selectors).append(" {").append(rule.group(2)).append("}\n");
            }
        }
        return kept.toString();
    }

    /** All selectors of a stylesheet. */
    static Stream<String> selectors(String css) {
        return RULE.matcher(COMMENT.matcher(css).replaceAll(""))
                .results()
                .flatMap(rule -> Arrays.stream(rule.group(1).split(",")))
                .map(String::strip);
    }

    /** The style classes that are named in a selector. */
    static Set<String> styleClasses(String selector) {
        return STYLE_CLASS
                .matcher(selector)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void write(String css, Path to) throws IOException {
        Path text = Files.createTempFile("ampel", ".css");
        try {
            Files.writeString(text, css);
            Stylesheet.convertToBinary(text.toFile(), to.toFile());
        } finally {
            Files.delete(text);
        }
    }
}
