package app.ampel.domain.people;

import app.ampel.domain.naming.WireName;
import java.util.Objects;

/** Several people under one name: those of whom somebody is drawn, or who are on a wall. */
public sealed interface ContactPool {

    /** The name of a list, a group or a department is no longer than that. */
    int LONGEST_NAME = 256;

    /** What it needs to be asked for. */
    PeopleUse use();

    <T, E extends Exception> T accept(Visitor<T, E> visitor) throws E;

    /** One method for each kind of pool. */
    interface Visitor<T, E extends Exception> {
        T group(OfGroup group) throws E;

        T department(OfDepartment department) throws E;

        T colleagues() throws E;

        T list(OfList list) throws E;

        T everybody() throws E;
    }

    /** Of a group. */
    enum Part implements WireName {
        OWNERS,
        MEMBERS
    }

    /**
     * A Microsoft 365 group, a security group or a team.
     *
     * @param group its object id
     * @param name for people to read
     */
    record OfGroup(String group, String name, Part part) implements ContactPool {
        public OfGroup {
            Limits.id(group);
            Limits.text("the name of a group", name, LONGEST_NAME);
            Objects.requireNonNull(part);
        }

        @Override
        public PeopleUse use() {
            return PeopleUse.GROUPS;
        }

        @Override
        public <T, E extends Exception> T accept(Visitor<T, E> visitor) throws E {
            return visitor.group(this);
        }
    }

    /** As the directory writes it. */
    record OfDepartment(String name) implements ContactPool {

        /** Microsoft takes no longer value in a filter. */
        public static final int LONGEST = 120;

        public OfDepartment {
            Limits.text("the name of a department", name, LONGEST);
        }

        @Override
        public PeopleUse use() {
            return PeopleUse.DEPARTMENTS;
        }

        @Override
        public <T, E extends Exception> T accept(Visitor<T, E> visitor) throws E {
            return visitor.department(this);
        }
    }

    /** Whom one works with, as Microsoft ranks them. */
    record Colleagues() implements ContactPool {
        @Override
        public PeopleUse use() {
            return PeopleUse.COLLEAGUES;
        }

        @Override
        public <T, E extends Exception> T accept(Visitor<T, E> visitor) throws E {
            return visitor.colleagues();
        }
    }

    /** A list of the user's own, by skill for example. */
    record OfList(String name) implements ContactPool {
        public OfList {
            Limits.text("the name of a list", name, ContactList.LONGEST_NAME);
        }

        @Override
        public PeopleUse use() {
            return PeopleUse.LISTS;
        }

        @Override
        public <T, E extends Exception> T accept(Visitor<T, E> visitor) throws E {
            return visitor.list(this);
        }
    }

    /** The whole organisation: for a wall only. */
    record Everybody() implements ContactPool {
        @Override
        public PeopleUse use() {
            return PeopleUse.EVERYBODY;
        }

        @Override
        public <T, E extends Exception> T accept(Visitor<T, E> visitor) throws E {
            return visitor.everybody();
        }
    }
}
