package app.ampel.service.settings;

import app.ampel.domain.people.Contact;
import app.ampel.domain.people.ContactPool;
import app.ampel.domain.people.ContactPool.Part;
import app.ampel.domain.people.FindRequest;
import app.ampel.domain.people.SavedSearch;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Searches for somebody who is available, as they stand in a settings file: a group or a department, and who comes first. */
final class SearchCodec {

    private static final String ALLOWED = "{\"name\": \"…\", \"group\": \"00000000-0000-0000-0000-000000000000\"}";
    private static final String ID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
    private static final Predicate<String> IS_ID = Pattern.compile(ID).asMatchPredicate();

    private static final Codec<String> OBJECT_ID = Codecs.text(
            "00000000-0000-0000-0000-000000000000",
            "an object id",
            "^" + ID + "$",
            text -> Optional.of(text).filter(IS_ID));

    /** What stands there. */
    private record Stated(
            Optional<String> name,
            Optional<String> group,
            Part part,
            Optional<String> department,
            Optional<String> primary,
            List<String> secondary) {

        static final Stated NOTHING = new Stated(
                Optional.empty(), Optional.empty(), Part.OWNERS, Optional.empty(), Optional.empty(), List.of());

        static Stated of(SavedSearch search) {
            FindRequest request = search.request();
            Stated named = new Stated(
                    Optional.of(search.name()),
                    Optional.empty(),
                    Part.OWNERS,
                    Optional.empty(),
                    request.primary().map(Contact::id),
                    request.secondary().stream().map(Contact::id).toList());
            return request.pool().map(pool -> pool.accept(new Of(named))).orElse(named);
        }

        /** Empty: it makes no search. */
        Optional<SavedSearch> search() {
            if (name.isEmpty() || group.isPresent() && department.isPresent()) {
                return Optional.empty();
            }
            Optional<ContactPool> inGroup = group.map(id -> new ContactPool.OfGroup(id, name.get(), part));
            try {
                return Optional.of(new SavedSearch(
                        name.get(),
                        new FindRequest(
                                primary.map(Stated::contact),
                                secondary.stream().map(Stated::contact).toList(),
                                inGroup.or(() -> department.map(ContactPool.OfDepartment::new)),
                                Set.of())));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }

        private static Contact contact(String id) {
            return new Contact(id, "");
        }
    }

    /** What is said of a pool; of those that are one user's own nothing is. */
    private record Of(Stated named) implements ContactPool.Visitor<Stated, RuntimeException> {

        @Override
        public Stated group(ContactPool.OfGroup group) {
            return new Stated(
                    named.name,
                    Optional.of(group.group()),
                    group.part(),
                    Optional.empty(),
                    named.primary,
                    named.secondary);
        }

        @Override
        public Stated department(ContactPool.OfDepartment department) {
            return new Stated(
                    named.name,
                    Optional.empty(),
                    Part.OWNERS,
                    Optional.of(department.name()),
                    named.primary,
                    named.secondary);
        }

        @Override
        public Stated colleagues() {
            return named;
        }

        @Override
        public Stated list(ContactPool.OfList list) {
            return named;
        }

        @Override
        public Stated everybody() {
            return named;
        }
    }

    private static final PartKeys<Stated> PARTS = new PartKeys<>(
            Stated.NOTHING,
            List.of(
                    new Key<>(
                            "/name",
                            Codecs.optional(name(SavedSearch.LONGEST_NAME)),
                            new Lens<>(
                                    Stated::name,
                                    (it, name) -> new Stated(
                                            name, it.group, it.part, it.department, it.primary, it.secondary)),
                            "what it is called"),
                    new Key<>(
                            "/group",
                            Codecs.optional(OBJECT_ID),
                            new Lens<>(
                                    Stated::group,
                                    (it, group) -> new Stated(
                                            it.name, group, it.part, it.department, it.primary, it.secondary)),
                            "one of this group, by its object id"),
                    new Key<>(
                            "/part",
                            Codecs.word(Part.class),
                            new Lens<>(
                                    Stated::part,
                                    (it, part) -> new Stated(
                                            it.name, it.group, part, it.department, it.primary, it.secondary)),
                            "of the group"),
                    new Key<>(
                            "/department",
                            Codecs.optional(name(ContactPool.OfDepartment.LONGEST)),
                            new Lens<>(
                                    Stated::department,
                                    (it, department) -> new Stated(
                                            it.name, it.group, it.part, department, it.primary, it.secondary)),
                            "or of this department"),
                    new Key<>(
                            "/primary",
                            Codecs.optional(OBJECT_ID),
                            new Lens<>(
                                    Stated::primary,
                                    (it, primary) -> new Stated(
                                            it.name, it.group, it.part, it.department, primary, it.secondary)),
                            "who comes first, by the object id"),
                    new Key<>(
                            "/secondary",
                            Codecs.list(OBJECT_ID, "[…]"),
                            new Lens<>(
                                    Stated::secondary,
                                    (it, secondary) -> new Stated(
                                            it.name, it.group, it.part, it.department, it.primary, secondary)),
                            "who comes next")));

    private static final Codec<Stated> STATED = PARTS.codec();

    /** All of them, each name once; what makes no search is left out. */
    static final Codec<List<SavedSearch>> ALL = Codecs.listOnce(
            new Codec<>(
                    ALLOWED,
                    STATED.values(),
                    SearchCodec::schema,
                    List.of(),
                    SearchCodec::read,
                    (there, before, after) -> STATED.write(Stated.of(after))),
            "[" + ALLOWED + "]",
            SavedSearch::name);

    private SearchCodec() {}

    /** A group or a department, not both; without either somebody who comes first or next. */
    private static ObjectNode schema() {
        ObjectNode next = search("secondary", "group", "department");
        ((ObjectNode) next.at("/properties/secondary")).put("minItems", 1).set("items", OBJECT_ID.schema());
        return Schemas.any(
                search("group", "department"),
                search("department", "group"),
                search("primary", "group", "department"),
                next);
    }

    /** With {@code required}, and without {@code others}. */
    private static ObjectNode search(String required, String... others) {
        Map<String, ObjectNode> members = new LinkedHashMap<>();
        PARTS.keys().forEach(key -> members.put(key.name(), key.schema()));
        List.of(others).forEach(other -> members.put(other, Schemas.type("null")));
        members.get("secondary").put("maxItems", FindRequest.MOST_SECONDARY);
        return Schemas.object(members, "name", required);
    }

    private static Codec<String> name(int longest) {
        return Codecs.text(
                "\"…\"",
                "a name",
                "^(?=.*\\S)[\\s\\S]{1," + longest + "}$",
                text -> Optional.of(text).filter(it -> !it.isBlank() && it.length() <= longest));
    }

    private static Optional<SavedSearch> read(SettingsReader in, String path) {
        Optional<Stated> stated = STATED.read(in, path);
        Optional<SavedSearch> search = stated.flatMap(Stated::search);
        if (stated.isPresent() && search.isEmpty()) {
            in.wrong(path, ALLOWED);
        }
        in.noteUnknownIn(path);
        return search;
    }
}
