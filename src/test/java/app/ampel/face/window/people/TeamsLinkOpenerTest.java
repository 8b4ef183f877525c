package app.ampel.face.window.people;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.people.Question;
import app.ampel.domain.people.TeamsLink;
import app.ampel.domain.people.TeamsLinks;
import app.ampel.face.window.people.TeamsLinkOpener.Saying;
import app.ampel.service.text.Messages;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TeamsLinkOpenerTest {

    private final List<URI> opened = new ArrayList<>();
    private final List<String> copied = new ArrayList<>();
    private boolean browser = true;
    private boolean clipboard = true;

    private static TeamsLink chat(String text) {
        return TeamsLinks.chat(List.of("anna@example.org"), Optional.empty(), Question.of(text));
    }

    private Saying open(TeamsLink link, boolean demo) {
        return new TeamsLinkOpener(
                        page -> opened.add(page) && browser,
                        text -> copied.add(text) && clipboard,
                        demo,
                        Messages.in(Locale.UK))
                .open(link);
    }

    @Test
    void theBrowserGetsTheLink() {
        TeamsLink link = chat("Coffee?");
        assertThat(open(link, false).link()).isEmpty();
        assertThat(opened).containsExactly(link.address());
        assertThat(copied).isEmpty();
    }

    @Test
    void whatFoundNoRoomGoesToTheClipboardAndItIsSaid() {
        TeamsLink link = chat("é".repeat(600));
        assertThat(open(link, false).text()).endsWith("the rest is on your clipboard.");
        assertThat(copied).containsExactly(link.cutOff());
        clipboard = false;
        assertThat(open(link, false).text()).endsWith("there is no clipboard for the rest.");
    }

    @Test
    void withoutABrowserTheLinkIsShown() {
        browser = false;
        TeamsLink link = chat("Coffee?");
        Saying saying = open(link, false);
        assertThat(saying.text()).startsWith("No browser");
        assertThat(saying.link()).contains(link.address());
    }

    @Test
    void inTheDemoItIsOnlyShown() {
        TeamsLink link = chat("Coffee?");
        assertThat(open(link, true).link()).contains(link.address());
        assertThat(opened).isEmpty();
    }

    @Test
    void whatIsNoWebPageOverTlsIsNotOpened() {
        Saying saying = open(new TeamsLink(URI.create("http://teams.microsoft.com/l/chat"), ""), false);
        assertThat(opened).isEmpty();
        assertThat(saying.text()).startsWith("No browser");
    }

    @Test
    void nothingOfItGetsIntoALog() {
        assertThat(open(chat("Coffee?"), true)).hasToString("Saying");
    }
}
