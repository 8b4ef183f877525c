package app.ampel.service.text;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.account.AccountState;
import app.ampel.domain.presence.Activity;
import app.ampel.domain.presence.Availability;
import app.ampel.domain.presence.Presence;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.status.Choice;
import app.ampel.domain.status.Expiry;
import app.ampel.domain.status.GraphRequest;
import app.ampel.domain.status.Leases;
import app.ampel.domain.status.StatusOverride;
import app.ampel.domain.status.StatusRequest;
import app.ampel.face.cli.Snapshots;
import app.ampel.service.engine.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RemarksTest {

    private static final Instant NOW = Snapshots.NOW;
    private static final Expiry HALF_PAST = Expiry.at(Instant.parse("2026-11-20T14:30:00Z"));
    private static final Presence CALL = Presence.of(Availability.BUSY, Activity.IN_A_CALL);
    private static final Presence DND = Presence.of(Availability.DO_NOT_DISTURB, Activity.DO_NOT_DISTURB);
    private static final Presence FREE = Presence.of(Availability.AVAILABLE, Activity.AVAILABLE);

    private final Sentence sentence = new Sentence(Messages.in(Locale.ENGLISH), () -> ZoneId.of("Europe/Berlin"));

    private static StatusOverride set(StatusRequest request, Presence before) {
        Instant then = NOW.minus(Duration.ofMinutes(4));
        return told(StatusOverride.NOTHING.seen(before, then).chosen(request, then, Optional.of(before)), then);
    }

    private static StatusOverride told(StatusOverride manual, Instant now) {
        StatusOverride after = manual;
        for (Optional<GraphRequest> due = due(after, now); due.isPresent(); due = due(after, now)) {
            after = after.sending(due.get(), now).taken(0);
        }
        return after;
    }

    private static Optional<GraphRequest> due(StatusOverride manual, Instant now) {
        return manual.plan(now, false, Leases.USUAL)
                .filter(planned -> !planned.at().isAfter(now))
                .map(GraphRequest.Planned::write);
    }

    private static Snapshot snapshot(StatusOverride manual, Presence shown) {
        return Snapshots.of(
                Snapshots.known(shown.availability().word(), shown.activity().word()),
                manual.status(),
                AccountState.signedIn(Snapshots.ADA));
    }

    @Test
    void whatIsOnTheLightOnlyIsNothingThatTeamsShows() {
        for (Choice choice : Choice.values()) {
            StatusRequest request = new StatusRequest(choice, HALF_PAST, Optional.of("back soon"), false, true);
            StatusOverride refused = StatusOverride.NOTHING
                    .seen(DND, NOW)
                    .chosen(request, NOW, Optional.of(DND))
                    .onLightOnly(Problem.of(Problem.Kind.REFUSED_BY_GRAPH));

            assertThat(remarks(refused, DND)).isEmpty();
        }
    }

    private List<String> remarks(StatusOverride manual, Presence shown) {
        return sentence.remarks(snapshot(manual, shown));
    }

    @Test
    void nothingHasToBeSaidAboutWhatIsInEffect() {
        assertThat(remarks(set(StatusRequest.of(Choice.IN_A_CALL, HALF_PAST), FREE), CALL))
                .isEmpty();
    }

    @Test
    void whatOutranksItIsNamedWithoutSayingWhoDidIt() {
        StatusOverride outranked =
                set(StatusRequest.of(Choice.IN_A_CALL, HALF_PAST), FREE).seen(DND, NOW);
        assertThat(remarks(outranked, DND))
                .containsExactly(
                        "Teams shows Do not disturb, which outranks In a call. You may have chosen it in Teams "
                                + "(also on your phone), or Teams did (presenting, focus time).");
    }

    @Test
    void whatWasTakenBackIsLeftAtThat() {
        StatusOverride replaced = set(StatusRequest.of(Choice.IN_A_CALL, HALF_PAST), FREE)
                .seen(CALL, NOW.minusSeconds(60))
                .seen(FREE, NOW);
        assertThat(remarks(replaced, FREE))
                .singleElement()
                .asString()
                .startsWith("Teams shows Available, though In a call was there.");
    }

    @Test
    void takingOverSaysWhatTeamsWillShow() {
        StatusRequest over = new StatusRequest(Choice.AVAILABLE, HALF_PAST, Optional.empty(), false, true);
        assertThat(remarks(set(over, FREE), FREE))
                .containsExactly("Teams will show Available even during calls, until 15:30.");
    }

    @Test
    void theFirstTimeSaysWhatIsNewAboutIt() {
        StatusOverride dnd = StatusOverride.NOTHING.chosen(
                StatusRequest.of(Choice.DO_NOT_DISTURB, HALF_PAST), NOW, Optional.empty());
        assertThat(remarks(dnd, FREE))
                .containsExactly(
                        "It can take a few minutes until Teams shows it.",
                        "This replaces the status you picked in Teams.",
                        "Teams sends calls to voicemail.");
    }

    @Test
    void theNoteAndTheEndAreTold() {
        StatusRequest noted = new StatusRequest(Choice.IN_A_CALL, HALF_PAST, Optional.of("back at 3"), false, false);
        Presence offline = Presence.of(Availability.OFFLINE, Activity.OFFLINE);
        assertThat(remarks(set(noted, offline), CALL))
                .containsExactly("You will appear offline when this ends.", "Note to colleagues: back at 3");
    }

    @Test
    void aRefusalThatNothingCuresIsNobodysFault() {
        StatusOverride refused = StatusOverride.NOTHING
                .chosen(StatusRequest.of(Choice.IN_A_CALL, HALF_PAST), NOW, Optional.empty())
                .failed(Problem.of(Problem.Kind.REFUSED_FOR_NOW), NOW);
        assertThat(sentence.headline(snapshot(refused, FREE)))
                .isEqualTo("In a call until 15:30, set by you. On your light only for now. "
                        + "Microsoft refuses this at the moment; your set-up is fine.");
    }

    @Test
    void untilClearedSaysWhenItEndsForThoseWhoForget() {
        StatusOverride open = set(
                        StatusRequest.of(Choice.IN_A_CALL, new Expiry(Expiry.Kind.CLEARED, HALF_PAST.at())), FREE)
                .seen(CALL, NOW);
        assertThat(sentence.headline(snapshot(open, CALL)))
                .isEqualTo("In a call until you clear it, 15:30 at the latest; set by you.");
    }
}
