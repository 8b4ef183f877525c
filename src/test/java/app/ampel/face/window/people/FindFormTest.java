package app.ampel.face.window.people;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.people.ContactPool;
import app.ampel.domain.people.Person;
import app.ampel.domain.people.Question;
import app.ampel.face.window.people.FindForm.Source;
import app.ampel.service.people.FindWords;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FindFormTest {

    private static FindForm form(String primary, String secondary, Source source, String which) {
        return new FindForm(primary, secondary, source, which, ContactPool.Part.MEMBERS, Question.NONE);
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(FindForm.EMPTY.missing()).contains("ui.people.find.missing.nobody");
        assertThat(form("", " ; ", Source.NOBODY, "").missing()).contains("ui.people.find.missing.nobody");
        assertThat(form("Anna", "", Source.GROUP, " ").missing()).contains("ui.people.find.missing.group");
        assertThat(form("", "", Source.LIST, "").missing()).contains("ui.people.find.missing.list");
        assertThat(form("", "", Source.COLLEAGUES, "").missing()).isEmpty();
        assertThat(form("Anna", "", Source.NOBODY, "").missing()).isEmpty();
    }

    @Test
    void namesMayHaveCommasInThem() {
        FindWords words = form(" Anna ", "Müller, Thomas; ben@example.org;", Source.GROUP, "IT")
                .words();
        assertThat(words.primary()).contains("Anna");
        assertThat(words.secondary()).containsExactly("Müller, Thomas", "ben@example.org");
        assertThat(words.pool()).contains(new FindWords.Pool.Group("IT", ContactPool.Part.MEMBERS));
    }

    @Test
    void aDepartmentIsNoLongerThanMicrosoftTakes() {
        assertThat(form("", "", Source.DEPARTMENT, "x".repeat(500)).words().pool())
                .contains(new FindWords.Pool.Known(new ContactPool.OfDepartment("x".repeat(120))));
    }

    @Test
    void whateverIsTypedAsAQuestionFits() {
        Question question = FindForm.question("t".repeat(300), "q".repeat(20_000));
        assertThat(question.topic().orElseThrow()).hasSize(Question.LONGEST_TOPIC);
        assertThat(question.text().orElseThrow()).hasSize(Question.LONGEST_TEXT);
        assertThat(FindForm.question(" ", "")).isEqualTo(Question.NONE);
    }

    @Test
    void aChosenPersonTakesThePlaceOfTheNameThatSeveralHave() {
        Person thomas = Person.of("2", "Thomas Müller", "thomas.mueller2@example.org");
        assertThat(form("thomas", "", Source.NOBODY, "").choosing(thomas).primary())
                .isEqualTo("thomas.mueller2@example.org");
        FindForm secondary =
                form("Anna Becker", "Ben; müller thomas", Source.NOBODY, "").choosing(thomas);
        assertThat(secondary.primary()).isEqualTo("Anna Becker");
        assertThat(secondary.words().secondary()).containsExactly("Ben", "thomas.mueller2@example.org");
    }

    @Test
    void everySourceThatNeedsANameSaysSo() {
        for (Source source : Source.values()) {
            assertThat(form("", "", source, "").missing().isPresent())
                    .isEqualTo(source.isNamed() || source == Source.NOBODY);
            assertThat(source.use().isPresent()).isEqualTo(source != Source.NOBODY);
        }
        assertThat(Optional.of(FindForm.EMPTY.toString())).contains("FindForm");
    }
}
