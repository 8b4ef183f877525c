package app.ampel.demo.people;

import app.ampel.domain.presence.Activity;
import app.ampel.domain.presence.Availability;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a colleague does at which time of the day: hours, lunch, meetings, calls, all made of the object id, so that everybody
 * has a day of their own and it is the same every day. Pure.
 */
public final class ColleagueDay {

    /** With this one, somebody is available in every group in which a question is asked, all morning long. */
    private static final long SEED = 115;

    private static final int EARLIEST = 7 * 60 + 15;
    private static final int LATEST = 8 * 60 + 50;
    private static final int HOME = 16 * 60 + 10;
    private static final int HOME_LATEST = 18 * 60 + 20;
    private static final int LUNCH = 11 * 60 + 40;
    private static final int LUNCH_LATEST = 12 * 60 + 40;
    private static final int LUNCH_MINUTES = 40;
    private static final int SHORTEST_SCENE = 17;
    private static final int LONGEST_SCENE = 41;
    private static final int ONE_IN_HAS_A_NOTE = 6;
    private static final Activity OFF_WORK = new Activity("OffWork");

    private static final List<String> NOTES = List.of(
            "Back at three",
            "Bin heute im Homeoffice",
            "In the lab, please call my mobile",
            "Donnerstags nicht im Büro",
            "At the customer's until noon \u2600\ufe0f");

    /**
     * How things stand with somebody.
     *
     * @param location Graph's workLocationType
     * @param sequence grows with each change
     */
    public record Moment(
            Availability availability,
            Activity activity,
            Optional<String> outOfOffice,
            Optional<String> note,
            String location,
            long sequence) {

        public Moment {
            Objects.requireNonNull(availability);
            Objects.requireNonNull(activity);
            Objects.requireNonNull(outOfOffice);
            Objects.requireNonNull(note);
            Objects.requireNonNull(location);
        }
    }

    /** One kind of scene, and how many of a hundred scenes are like it. */
    private record Scene(int share, Availability availability, Activity activity) {}

    private static final List<Scene> SCENES = List.of(
            new Scene(46, Availability.AVAILABLE, Activity.AVAILABLE),
            new Scene(6, Availability.AVAILABLE_IDLE, Activity.INACTIVE),
            new Scene(20, Availability.BUSY, Activity.IN_A_MEETING),
            new Scene(8, Availability.BUSY, Activity.IN_A_CALL),
            new Scene(4, Availability.BUSY, Activity.BUSY),
            new Scene(5, Availability.BE_RIGHT_BACK, Activity.BE_RIGHT_BACK),
            new Scene(5, Availability.AWAY, Activity.AWAY),
            new Scene(3, Availability.DO_NOT_DISTURB, Activity.PRESENTING),
            new Scene(3, Availability.DO_NOT_DISTURB, Activity.FOCUSING));

    private ColleagueDay() {}

    public static Moment at(Colleague who, ZonedDateTime now) {
        if (who.role() != Colleague.Role.EMPLOYEE || !who.teams()) {
            return new Moment(
                    Availability.PRESENCE_UNKNOWN,
                    new Activity("PresenceUnknown"),
                    Optional.empty(),
                    Optional.empty(),
                    "unspecified",
                    1);
        }
        return at(who, now.toLocalTime().toSecondOfDay() / 60, now.toLocalDate().toEpochDay());
    }

    private static Moment at(Colleague who, int minute, long day) {
        long self = mixed(SEED + who.id().hashCode());
        boolean remote = picked(self, 1, 100) < 35;
        if (minute < between(EARLIEST, LATEST, self, 2)
                || minute >= between(HOME, HOME_LATEST, self, 3)
                || who.outOfOffice().isPresent() && picked(self, 4, 2) == 0) {
            return moment(who, Availability.OFFLINE, OFF_WORK, self, "timeOff", day * 100);
        }
        String location = remote ? "remote" : "office";
        int lunch = between(LUNCH, LUNCH_LATEST, self, 5);
        if (minute >= lunch && minute < lunch + LUNCH_MINUTES) {
            return moment(who, Availability.AWAY, Activity.AWAY, self, location, day * 100 + 50);
        }
        int number = (minute + (int) picked(self, 6, SHORTEST_SCENE)) / between(SHORTEST_SCENE, LONGEST_SCENE, self, 7);
        Scene scene = scene(picked(self, 100 + number, 100));
        return moment(who, scene.availability(), scene.activity(), self, location, day * 100 + number % 100);
    }

    private static Moment moment(
            Colleague who, Availability availability, Activity activity, long self, String location, long sequence) {
        Optional<String> note = picked(self, 8, ONE_IN_HAS_A_NOTE) == 0
                ? Optional.of(NOTES.get((int) picked(self, 9, NOTES.size())))
                : Optional.empty();
        return new Moment(availability, activity, who.outOfOffice(), note, location, sequence);
    }

    private static Scene scene(long ofHundred) {
        long left = ofHundred;
        for (Scene scene : SCENES) {
            left -= scene.share();
            if (left < 0) {
                return scene;
            }
        }
        throw new IllegalStateException("the shares are a hundred");
    }

    private static int between(int from, int to, long self, int which) {
        return from + (int) picked(self, which, to - from);
    }

    private static long picked(long self, int which, int of) {
        return Long.remainderUnsigned(mixed(self + which * 0x9e3779b97f4a7c15L), of);
    }

    /** The finishing steps of SplitMix64: neighbours have nothing in common. */
    private static long mixed(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
