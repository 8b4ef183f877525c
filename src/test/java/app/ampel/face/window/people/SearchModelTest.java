package app.ampel.face.window.people;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.face.window.people.SearchViewState.Hit;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SearchModelTest {

    private final PeopleFixture it = new PeopleFixture();
    private final SearchModel search = new SearchModel(it.context, it.service, it.model::isWatched);

    @BeforeEach
    void watching() {
        it.watching("anna");
    }

    private void pause() {
        it.colleagues.time.pass(Duration.ofMillis(250));
    }

    @Test
    void asksOnceForWhatWasTypedAndForNobodysState() {
        search.type("b");
        search.type("be");
        assertThat(search.viewState().text()).isEqualTo("Searching…");
        pause();
        assertThat(it.tenant.requests).containsExactly("search be");
        assertThat(search.viewState().hits())
                .containsExactly(new Hit("ben", "BO", "Ben Okafor", "ben@example.org", false));
        assertThat(search.viewState().text()).isEqualTo("Enter or a click shows the status, the space bar adds.");
        assertThat(search.person("ben")).contains(it.tenant.people.get("ben"));
    }

    @Test
    void knowsWhoIsOnTheListAlready() {
        search.type("an");
        pause();
        assertThat(search.viewState().hits()).extracting(Hit::watched).contains(true);
    }

    @Test
    void saysThatNobodyIsFound() {
        search.type("zzz");
        pause();
        assertThat(search.viewState().text()).isEqualTo("Nobody is found by that.");
    }

    @Test
    void anEmptyFieldEndsIt() {
        search.type("ben");
        search.type(" ");
        pause();
        assertThat(search.isSearching()).isFalse();
        assertThat(search.viewState()).isEqualTo(SearchViewState.NOTHING);
        assertThat(it.tenant.requests).isEmpty();
    }
}
