package app.ampel.service.people;

import app.ampel.domain.people.SavedPeople;
import java.util.Optional;
import java.util.function.Consumer;

/** The port to where ids and names are kept on this computer, for each account on its own. Any thread. */
public interface PeopleStore {

    /**
     * What is kept for the account with that object id. Blocks; a file that cannot be read is set aside and is as good as
     * none.
     */
    Optional<SavedPeople> load(String owner);

    /**
     * Keeps it for its owner. Must not block, and must not fail.
     *
     * @param then told, once, on any thread, whether the disk has it
     */
    void keep(SavedPeople saved, Consumer<Boolean> then);

    /** Where that is, for people to read. */
    String place();

    /** Erases what is kept, for all accounts, as after signing out. Must not block, and must not fail. */
    void forget();
}
