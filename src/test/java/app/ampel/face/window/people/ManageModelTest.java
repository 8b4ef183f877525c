package app.ampel.face.window.people;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.people.ContactPool;
import app.ampel.domain.people.FindRequest;
import app.ampel.domain.people.SavedSearch;
import app.ampel.face.window.people.ManageViewState.Entry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ManageModelTest {

    private final PeopleFixture it = new PeopleFixture();
    private final ManageModel manage = new ManageModel(it.context.words(), it.model, it.acts);

    @BeforeEach
    void saved() {
        it.watching("anna", "ben");
        it.acts.save(new SavedSearch("Anybody", FindRequest.in(new ContactPool.Colleagues())));
        it.acts.save(new SavedSearch("SAP", FindRequest.in(new ContactPool.OfList("SAP"))));
        manage.begin(" SAP ");
        it.settle();
        show();
    }

    private void show() {
        it.settle();
        manage.show();
    }

    @Test
    void aRemovedSearchKeepsItsPlaceAndComesBack() {
        manage.removeSearch("Anybody");
        show();
        Entry first = manage.viewState().searches().get(0);
        assertThat(first.removed()).isTrue();
        assertThat(first.text()).isEqualTo("\"Anybody\" was removed.");
        assertThat(it.model.snapshot().searches()).hasSize(1);
        manage.giveBackSearch("Anybody");
        show();
        assertThat(manage.viewState().searches()).extracting(Entry::removed).containsExactly(false, false);
    }

    @Test
    void aListIsMadeFilledEmptiedAndRemoved() {
        it.acts.list(it.model.snapshot().lists().get(0), it.model.whose(it.line("anna")), true);
        show();
        Entry list = manage.viewState().lists().get(0);
        assertThat(list.text()).isEqualTo("SAP: one person");
        manage.takeOff("SAP", list.members().get(0));
        show();
        assertThat(manage.viewState().lists().get(0).text()).isEqualTo("SAP: nobody yet");
        manage.removeList("SAP");
        show();
        assertThat(manage.viewState().lists().get(0).removed()).isTrue();
        manage.giveBackList("SAP");
        show();
        assertThat(it.model.snapshot().lists()).hasSize(1);
    }

    @Test
    void aListThatIsThereIsNotEmptiedByItsNameTypedAgain() {
        it.acts.list(it.model.snapshot().lists().get(0), it.model.whose(it.line("anna")), true);
        show();
        manage.begin("SAP");
        show();
        assertThat(it.model.snapshot().lists().get(0).contacts()).hasSize(1);
    }

    @Test
    void whoeverLeavesFindsNothingToPutBackAnyMore() {
        manage.removeSearch("SAP");
        show();
        manage.leave();
        show();
        assertThat(manage.viewState().searches()).extracting(Entry::name).containsExactly("Anybody");
    }
}
