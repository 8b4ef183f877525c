package app.ampel.face.control;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.people.Contact;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContactMatchTest {

    private static final List<Contact> ALL = List.of(
            new Contact("1", "Anna Becker"),
            new Contact("2", "Anna"),
            new Contact("3", "Jürgen Roth"),
            new Contact("4", ""),
            new Contact("5", "Marie-Luise Graf"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "anna | 2",
                "ANNA BECKER | 1",
                "beck an | 1",
                "An | 1,2",
                "3 | 3",
                "jür | 3",
                "' ' | ''",
                "'' | ''",
                "x | ''",
                "Luise | ''",
            })
    void meansWhoeverHasThatNameElseWhoseNameBeginsLikeThat(String typed, String ids) {
        assertThat(String.join(
                        ",",
                        ContactMatch.of(ALL, typed).stream().map(Contact::id).toList()))
                .isEqualTo(ids);
    }
}
