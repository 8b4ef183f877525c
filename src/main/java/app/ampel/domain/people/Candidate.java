package app.ampel.domain.people;

import app.ampel.domain.naming.WireName;
import java.util.Objects;

/** Somebody who may be found, and why. */
public record Candidate(Person person, Origin origin) {

    /** Why somebody is among those who may be found. Its words are under {@code people.origin.*}. */
    public enum Origin implements WireName {
        PRIMARY(0),
        SECONDARY(1),
        OWNER(2),
        MEMBER(2),
        DEPARTMENT(2),
        COLLEAGUE(2),
        LIST(2);

        private final int tier;

        Origin(int tier) {
            this.tier = tier;
        }

        /** Whoever has the smaller one is asked before; the same one, and chance decides. */
        int tier() {
            return tier;
        }

        /** The key of the sentence. */
        public String key() {
            return "people.origin." + word();
        }
    }

    public Candidate {
        Objects.requireNonNull(person);
        Objects.requireNonNull(origin);
    }

    String id() {
        return person.id();
    }

    /** Without the person: it might be logged. */
    @Override
    public String toString() {
        return "Candidate[" + origin + "]";
    }
}
