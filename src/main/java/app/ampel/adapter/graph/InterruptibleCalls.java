package app.ampel.adapter.graph;

import app.ampel.adapter.http.UnusableAnswer;
import app.ampel.domain.problem.Problem;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.Timeout;

/**
 * Calls that end as soon as the thread that waits for them is interrupted: a socket's own waiting does not. Each is made on
 * one of the client's threads. Their answers may be as long as a page of the directory. Any thread.
 */
final class InterruptibleCalls implements Call.Factory {

    private final OkHttpClient client;

    InterruptibleCalls(OkHttpClient client) {
        this.client = client;
    }

    @Override
    public Call newCall(Request request) {
        return new Waiting(client.newCall(
                request.newBuilder().tag(AnswerLimits.class, AnswerLimits.PAGE).build()));
    }

    private record Waiting(Call call) implements Call {

        @Override
        public Response execute() throws IOException {
            CompletableFuture<Response> answer = new CompletableFuture<>();
            call.enqueue(new Callback() {
                @Override
                public void onFailure(Call failed, IOException error) {
                    answer.completeExceptionally(error);
                }

                @Override
                public void onResponse(Call done, Response response) {
                    if (!answer.complete(response)) {
                        response.close();
                    }
                }
            });
            try {
                return answer.get();
            } catch (InterruptedException e) {
                call.cancel();
                if (!answer.cancel(false) && !answer.isCompletedExceptionally()) {
                    answer.thenAccept(Response::close);
                }
                Thread.currentThread().interrupt();
                throw new UnusableAnswer(Problem.of(Problem.Kind.CANCELLED));
            } catch (ExecutionException e) {
                throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
            }
        }

        @Override
        public void enqueue(Callback callback) {
            call.enqueue(callback);
        }

        @Override
        public Request request() {
            return call.request();
        }

        @Override
        public void cancel() {
            call.cancel();
        }

        @Override
        public boolean isExecuted() {
            return call.isExecuted();
        }

        @Override
        public boolean isCanceled() {
            return call.isCanceled();
        }

        @Override
        public Timeout timeout() {
            return call.timeout();
        }

        @Override
        public Call clone() {
            return new Waiting(call.clone());
        }
    }
}
