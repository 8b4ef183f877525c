package app.ampel.adapter.graph.people;

import app.ampel.adapter.graph.GraphCalls;
import app.ampel.domain.account.Scope;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.Problem.Kind;
import app.ampel.domain.problem.ProblemException;
import com.microsoft.graph.models.BaseCollectionPaginationCountResponse;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One list of the directory, page by page: the links are followed as they are given, and each page is asked for with its
 * headers anew, because a link carries none. Ends between two pages when the thread is interrupted, and within one.
 *
 * @param <A> the SDK's answer
 * @param <T> what is in its list
 */
final class DirectoryPages<A extends BaseCollectionPaginationCountResponse, T> {

    /** More than anybody's directory has; a service that goes round in circles has to end somewhere. */
    private static final int MOST = 20_000;

    /** Asks for one page. */
    interface Question<A> {
        /** @param link where the page is; empty for the first */
        A ask(GraphServiceClient graph, Optional<String> link);
    }

    private final Scope scope;
    private final Question<A> question;
    private final Function<A, List<T>> list;

    DirectoryPages(Scope scope, Question<A> question, Function<A, List<T>> list) {
        this.scope = scope;
        this.question = question;
        this.list = list;
    }

    /** @param page told what is in each page, without what is null in it */
    void each(GraphCalls calls, Consumer<List<T>> page) throws ProblemException {
        Optional<String> link = Optional.empty();
        for (int i = 0; i < MOST; i++) {
            Optional<String> here = link;
            A answer = Interrupted.before(() -> calls.lookUp(scope, graph -> question.ask(graph, here)));
            page.accept(items(answer));
            link = Optional.ofNullable(answer.getOdataNextLink()).filter(text -> !text.isBlank());
            if (link.isEmpty()) {
                return;
            }
            if (link.equals(here)) {
                break;
            }
        }
        throw new ProblemException(Problem.of(Kind.SERVICE_UNREADABLE, "paging"));
    }

    /** One page, as the SDK gives it. */
    A ask(GraphServiceClient graph, Optional<String> link) {
        return question.ask(graph, link);
    }

    /** The first page only. */
    List<T> first(GraphCalls calls) throws ProblemException {
        return items(Interrupted.before(() -> calls.lookUp(scope, graph -> question.ask(graph, Optional.empty()))));
    }

    /** Graph answers with a list, be it an empty one; without any it was not Graph. */
    private List<T> items(A answer) throws ProblemException {
        List<T> items = answer == null ? null : list.apply(answer);
        if (items == null) {
            throw new ProblemException(Problem.of(Kind.SERVICE_UNREADABLE, "HTTP 200"));
        }
        return items.stream().filter(Objects::nonNull).toList();
    }
}
