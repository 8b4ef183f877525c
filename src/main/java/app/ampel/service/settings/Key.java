package app.ampel.service.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One setting: where it stands in the file, what may stand there, and what it is of.
 *
 * @param <R> the record that holds its value
 * @param path in the file, such as {@code /polling/usual}
 * @param lock what the administrator may decide about it
 * @param meaning one sentence of the manual, in Markdown
 */
public record Key<R, T>(String path, Codec<T> codec, Lens<R, T> lens, Lock<T> lock, String meaning) {

    /**
     * What the administrator may decide.
     *
     * @param values what may be decided; empty: nothing
     * @param doubt what is in force where that cannot be read; empty: what the user has said, unchangeable
     * @param closed what is in force on a computer with an administrator's file, until that file says anything else
     * @param with the paths of those which, once decided, leave this one at its default
     */
    public record Lock<T>(Optional<Codec<T>> values, Optional<T> doubt, Optional<T> closed, List<String> with) {
        public Lock {
            Objects.requireNonNull(values);
            Objects.requireNonNull(doubt);
            Objects.requireNonNull(closed);
            with = List.copyOf(with);
        }
    }

    public Key(String path, Codec<T> codec, Lens<R, T> lens, String meaning) {
        this(path, codec, lens, new Lock<>(Optional.empty(), Optional.empty(), Optional.empty(), List.of()), meaning);
    }

    /** The administrator may decide it. */
    public Key<R, T> lockable() {
        return with(new Lock<>(Optional.of(codec), Optional.empty(), Optional.empty(), List.of()));
    }

    /** The administrator may decide for {@code values}, which are some of its own. */
    Key<R, T> lockable(Codec<T> values, T doubt) {
        return with(new Lock<>(Optional.of(values), Optional.of(doubt), Optional.empty(), List.of()));
    }

    /** It is {@code closed} where there is an administrator's file, until that file allows it; that switches nothing on. */
    Key<R, T> closed(T closed) {
        return with(new Lock<>(Optional.of(codec), Optional.empty(), Optional.of(closed), List.of()));
    }

    /** It stays at its default where one of {@code others} is decided: what is said here would undo that. */
    Key<R, T> lockedWith(Key<?, ?>... others) {
        return with(new Lock<>(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(others).stream().map(other -> other.path()).toList()));
    }

    private Key<R, T> with(Lock<T> other) {
        return new Key<>(path, codec, lens, other, meaning);
    }

    ObjectNode schema() {
        return codec.schema().put("description", meaning);
    }

    /** Without what is around it. */
    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    public boolean isLockable() {
        return lock.values().isPresent();
    }

    public T of(R record) {
        return lens.get().apply(record);
    }

    public R set(R record, T value) {
        return lens.set().apply(record, value);
    }

    /** What stands in the file for {@code value}, where that is a word; empty: nothing stands there. */
    public Optional<String> word(T value) {
        return codec.write(value).map(JsonNode::asText);
    }

    boolean isSame(R one, R other) {
        return of(one).equals(of(other));
    }

    /** The value of {@code from} in {@code into}. */
    R copy(R from, R into) {
        return set(into, of(from));
    }

    /** What is said at this path below {@code base}, as a change of the record; empty: nothing that is right. */
    Optional<UnaryOperator<R>> read(SettingsReader in, String base) {
        return in.read(base + path, codec).map(value -> record -> set(record, value));
    }

    /** Writes the value where it is another one than {@code before}. */
    void write(ObjectNode root, R before, R after) {
        if (!isSame(before, after)) {
            put(root, path.substring(1), codec.writer().write(root.at(path), Optional.of(of(before)), of(after)));
        }
    }

    /** @return what stands in the file for that value */
    Optional<JsonNode> written(R record) {
        return codec.write(of(record));
    }

    /** Groups that are not there are made, those that become empty go. */
    private static void put(ObjectNode into, String path, Optional<JsonNode> value) {
        int slash = path.indexOf('/');
        if (slash < 0) {
            value.ifPresentOrElse(node -> into.set(path, node), () -> into.remove(path));
            return;
        }
        String group = path.substring(0, slash);
        ObjectNode members = into.get(group) instanceof ObjectNode there ? there : into.putObject(group);
        put(members, path.substring(slash + 1), value);
        if (members.isEmpty()) {
            into.remove(group);
        }
    }
}
