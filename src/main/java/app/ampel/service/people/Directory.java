package app.ampel.service.people;

import app.ampel.domain.people.Group;
import app.ampel.domain.people.Person;
import app.ampel.domain.problem.ProblemException;
import java.util.List;
import java.util.function.Consumer;

/**
 * The port to the organisation's directory. Every method blocks, retries nothing by itself, and ends early with {@code
 * SIGN_IN_CANCELLED}'s brother {@code CANCELLED} when its thread is interrupted; those that page say how far they are after
 * each page. A scope that has not been granted, or was withdrawn, is {@code CONSENT_NEEDED} with the scope's word as the
 * code. Any thread.
 */
public interface Directory {

    /**
     * {@code GET /users?$search}, for typing ahead: at most 15, with {@code User.ReadBasic.All}. Names and mail addresses
     * that have words beginning with those of {@code text}, in any order.
     */
    List<Person> search(String text) throws ProblemException;

    /**
     * {@code GET /users/{id}}, by object id or sign-in name.
     *
     * @throws ProblemException {@code NOT_FOUND} where nobody is there any more
     */
    Person person(String id) throws ProblemException;

    /** {@code GET /me/people}: whom one works with, ranked, people of one's own organisation only. {@code People.Read}. */
    List<Person> colleagues(int most) throws ProblemException;

    /** {@code GET /me/memberOf}: the groups that one is in, by name. {@code User.Read}. */
    List<Group> ownGroups() throws ProblemException;

    /** {@code GET /groups?$search} by name, at most 15, or the one with that id. {@code GroupMember.Read.All}. */
    List<Group> groups(String nameOrId) throws ProblemException;

    /** {@code GET /groups/{id}/owners/microsoft.graph.user}. Service principals are left out. {@code GroupMember.Read.All}. */
    List<Person> owners(String groupId, Consumer<Integer> progress) throws ProblemException;

    /** {@code GET /groups/{id}/transitiveMembers/microsoft.graph.user}. {@code GroupMember.Read.All}. */
    List<Person> members(String groupId, Consumer<Integer> progress) throws ProblemException;

    /** {@code GET /users?$filter=department eq}. {@code User.Read.All}. */
    List<Person> department(String name, Consumer<Integer> progress) throws ProblemException;

    /**
     * {@code GET /users}: everybody with an enabled account who is a member and has a plan with Teams, as far as the service
     * lets that be asked for. {@code User.Read.All}.
     *
     * @param people told each page; called on the calling thread
     */
    void everybody(Consumer<List<Person>> people) throws ProblemException;
}
