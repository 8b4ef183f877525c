package app.ampel.service.people;

import app.ampel.domain.people.Group;
import app.ampel.domain.people.Person;
import app.ampel.domain.presence.RequestBudget.Priority;
import app.ampel.domain.problem.ProblemException;
import java.util.List;
import java.util.function.Consumer;

/**
 * The directory within the one budget of the program. Somebody waits for each of these answers, so that only Retry-After holds
 * one up; but each page counts, and what is asked for by itself gives way to it.
 */
record BudgetedDirectory(Directory directory, SharedBudget budget) implements Directory {

    private <T> T clicked(SharedBudget.Request<T> request) throws ProblemException {
        return budget.request(Priority.WRITE, request);
    }

    private Consumer<Integer> counting(Consumer<Integer> progress) {
        return read -> {
            budget.count();
            progress.accept(read);
        };
    }

    @Override
    public List<Person> search(String text) throws ProblemException {
        return clicked(() -> directory.search(text));
    }

    @Override
    public Person person(String id) throws ProblemException {
        return clicked(() -> directory.person(id));
    }

    @Override
    public List<Person> colleagues(int most) throws ProblemException {
        return clicked(() -> directory.colleagues(most));
    }

    @Override
    public List<Group> ownGroups() throws ProblemException {
        return clicked(directory::ownGroups);
    }

    @Override
    public List<Group> groups(String nameOrId) throws ProblemException {
        return clicked(() -> directory.groups(nameOrId));
    }

    @Override
    public List<Person> owners(String groupId, Consumer<Integer> progress) throws ProblemException {
        return clicked(() -> directory.owners(groupId, counting(progress)));
    }

    @Override
    public List<Person> members(String groupId, Consumer<Integer> progress) throws ProblemException {
        return clicked(() -> directory.members(groupId, counting(progress)));
    }

    @Override
    public List<Person> department(String name, Consumer<Integer> progress) throws ProblemException {
        return clicked(() -> directory.department(name, counting(progress)));
    }

    @Override
    public void everybody(Consumer<List<Person>> people) throws ProblemException {
        clicked(() -> {
            directory.everybody(page -> {
                budget.count();
                people.accept(page);
            });
            return true;
        });
    }
}
