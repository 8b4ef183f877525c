package app.ampel.service.status;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.status.Choice;
import app.ampel.domain.status.DurationOption;
import app.ampel.domain.status.Expiry;
import app.ampel.domain.status.StatusDefaults;
import app.ampel.domain.status.StatusRequest;
import app.ampel.face.cli.Snapshots;
import app.ampel.service.NotingEngine;
import app.ampel.service.engine.Intent;
import app.ampel.service.engine.LightOverride;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StatusServiceTest {

    private static final Optional<String> NOTE = Optional.of("at the dentist");

    private final NotingEngine engine = new NotingEngine();
    private Instant now = Snapshots.NOW;
    private final StatusService status =
            new StatusService(engine, () -> StatusDefaults.USUAL, () -> now, () -> ZoneOffset.UTC);

    private static StatusRequest usual(Choice choice, Instant from) {
        return new StatusRequest(
                choice, Expiry.after(StatusDefaults.USUAL.time(choice), from), Optional.empty(), false, false);
    }

    @Nested
    class WhatIsSet {

        @ParameterizedTest
        @EnumSource(Choice.class)
        void endsAsIsUsualFromTheMomentAtWhichItIsSaid(Choice choice) {
            now = Snapshots.NOW.plusSeconds(100);
            status.set(choice, Optional.empty());
            status.toggle(choice, Optional.empty());
            assertThat(engine.told)
                    .containsExactly(
                            new Intent.SetManual(usual(choice, now)), new Intent.ToggleManual(usual(choice, now)));
        }

        @Test
        void isWhatACommandSaysWhateverIsPickedForTheNextOne() {
            status.lightOnly(true);
            StatusRequest typed =
                    new StatusRequest(Choice.BUSY, Expiry.at(Snapshots.NOW.plusSeconds(600)), NOTE, false, true);
            status.set(typed);
            status.toggle(typed);
            assertThat(engine.told).containsExactly(new Intent.SetManual(typed), new Intent.ToggleManual(typed));
        }

        @Test
        void canBeExtendedNotedPutAboveCallsAndCleared() {
            status.extend();
            status.extend(Duration.ofHours(2));
            status.note(NOTE);
            status.takeOver();
            status.clear();
            assertThat(engine.told)
                    .containsExactly(
                            new Intent.ExtendManual(StatusService.STEP),
                            new Intent.ExtendManual(Duration.ofHours(2)),
                            new Intent.NoteManual(NOTE),
                            new Intent.TakeOverManual(),
                            new Intent.ClearManual());
        }

        @Test
        void isNothingBeforeAnythingIs() {
            assertThat(status.isSet()).isFalse();
        }

        @Test
        void isNotWhatLightsAreToldToShow() {
            status.showLight(LightOverride.PAUSED);
            assertThat(engine.told).containsExactly(new Intent.ShowLight(LightOverride.PAUSED));
        }
    }

    @Nested
    class WhatIsPickedForTheNextOne {

        private final List<NextStatus> heard = new ArrayList<>();

        @Test
        void holdsForWhoeverSetsIt() {
            status.last(DurationOption.of(Duration.ofMinutes(7)));
            status.lightOnly(true);
            status.set(Choice.BUSY, NOTE);
            StatusRequest wanted = new StatusRequest(
                    Choice.BUSY, Expiry.after(Duration.ofMinutes(7), now), Optional.empty(), true, false);
            assertThat(engine.last())
                    .as("on the lights only nobody reads a note")
                    .isEqualTo(new Intent.SetManual(wanted));
            status.toggle(Choice.BUSY, NOTE);
            assertThat(engine.last()).isEqualTo(new Intent.ToggleManual(wanted));
        }

        @Test
        void endsWhatIsSetNowByTheSameTime() {
            status.last(DurationOption.WORKING_DAY);
            assertThat(engine.told).containsExactly(new Intent.EndManual(DurationOption.WORKING_DAY));
        }

        @Test
        void takesItsNoteToTeams() {
            status.set(Choice.BUSY, NOTE);
            assertThat(engine.last())
                    .isEqualTo(new Intent.SetManual(new StatusRequest(
                            Choice.BUSY, usual(Choice.BUSY, now).end(), NOTE, false, false)));
        }

        @Test
        void isHeardByEveryFaceUntilItIsGone() {
            Runnable end = status.watch(heard::add, Runnable::run);
            status.lightOnly(true);
            status.last(DurationOption.UNTIL_CLEARED);
            end.run();
            status.lightOnly(false);
            assertThat(heard)
                    .containsExactly(
                            new NextStatus(DurationOption.USUAL, true),
                            new NextStatus(DurationOption.UNTIL_CLEARED, true));
            assertThat(status.next()).isEqualTo(new NextStatus(DurationOption.UNTIL_CLEARED, false));
        }
    }
}
