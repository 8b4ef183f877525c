package app.ampel.service.lights;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.light.LineTemplate;
import app.ampel.domain.light.SerialProtocol.LineEnd;
import app.ampel.domain.light.SerialProtocol.Template;
import app.ampel.service.lights.TemplateDraft.Mistake;
import app.ampel.service.lights.TemplateDraft.Mistake.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What somebody types about a light of texts, whichever face it is typed into. */
class TemplateDraftTest {

    private static TemplateDraft with(String text, String off, List<String> states, String baud, String expect) {
        return new TemplateDraft(
                text, Optional.ofNullable(off), states, LineEnd.LF, baud, true, false, Optional.ofNullable(expect));
    }

    private static void assertWrong(TemplateDraft draft, Kind kind, String typed) {
        assertThat(draft.mistake()).contains(new Mistake(kind, typed));
    }

    @Test
    void becomesATemplateWhenNothingIsWrong() {
        TemplateDraft draft = with("{RR}", "off", List.of("busy=B", "busy=C=", "green=G"), "115200", "ok.*");
        assertThat(draft.mistake()).isEmpty();
        assertThat(draft.template())
                .isEqualTo(new Template(
                        new LineTemplate("{RR}"),
                        Optional.of(new LineTemplate("off")),
                        Map.of("busy", new LineTemplate("C="), "green", new LineTemplate("G")),
                        LineEnd.LF,
                        115_200,
                        true,
                        false,
                        Optional.of("ok.*")));
    }

    @Test
    void isWrongWhereverAnythingInItIs() {
        String fine = "{RR}";
        List<String> none = List.of();
        assertWrong(with("{red}", null, none, "9600", null), Kind.PLACEHOLDER, "{red}");
        assertWrong(with(fine, "{red}", none, "9600", null), Kind.PLACEHOLDER, "{red}");
        assertWrong(with(fine, null, List.of("busy={red}"), "9600", null), Kind.PLACEHOLDER, "{red}");
        for (String unsendable : List.of("", "two\nlines", "x".repeat(LineTemplate.LONGEST + 1))) {
            assertWrong(with(unsendable, null, none, "9600", null), Kind.TEXT, "");
            assertWrong(with(fine, unsendable, none, "9600", null), Kind.TEXT, "");
            assertWrong(with(fine, null, List.of("busy=" + unsendable), "9600", null), Kind.TEXT, "");
        }
        assertWrong(with(fine, null, List.of("busy=B", "sleepy=S"), "9600", null), Kind.STATE, "sleepy");
        assertWrong(with(fine, null, List.of(""), "9600", null), Kind.STATE, "");
        assertWrong(with(fine, null, List.of("busy"), "9600", null), Kind.STATE_ALONE, "busy");
        for (String speed : List.of("", "fast", "-9600", "0", "99999999", " 9600", "9600.0")) {
            assertWrong(with(fine, null, none, speed, null), Kind.BAUD, speed);
        }
        assertWrong(with(fine, null, none, "9600", "("), Kind.EXPECT, "(");
    }
}
