package app.ampel.service.people;

import app.ampel.domain.naming.WireName;

/** What can be switched on and be locked, each on its own. */
public enum PeopleFeature implements WireName {
    PEOPLE,
    WALL,
    TELL_ME_WHEN;

    /** Whether it can be used. */
    public enum Access implements WireName {
        ON,
        /** The user has not switched it on. */
        OFF,
        /** The administrator has not allowed it, so that the user cannot switch it on. */
        LOCKED;

        /**
         * @param managed whether the computer has a machine-wide settings file: where it has, what concerns others is
         *     unavailable until that file allows it
         * @param allowed whether it does
         * @param switchedOn whether the user wants it; no such file can want it for the user
         */
        public static Access of(boolean managed, boolean allowed, boolean switchedOn) {
            return managed && !allowed ? LOCKED : switchedOn ? ON : OFF;
        }
    }
}
