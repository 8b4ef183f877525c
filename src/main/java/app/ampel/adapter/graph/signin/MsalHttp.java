package app.ampel.adapter.graph.signin;

import app.ampel.adapter.http.HttpStack;
import com.microsoft.aad.msal4j.HttpMethod;
import com.microsoft.aad.msal4j.HttpRequest;
import com.microsoft.aad.msal4j.IHttpClient;
import com.microsoft.aad.msal4j.IHttpResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** MSAL4J's requests over our client, and answers in the shape that MSAL4J can bear ({@link SignInAnswer}). */
final class MsalHttp implements IHttpClient {

    private static final MediaType FORM = MediaType.get("application/x-www-form-urlencoded");

    private final HttpStack stack;

    MsalHttp(HttpStack stack) {
        this.stack = stack;
    }

    @Override
    public IHttpResponse send(HttpRequest request) throws IOException {
        OkHttpClient client = stack.client();
        try (Response response = client.newCall(translate(request)).execute()) {
            String body = response.body() == null ? "" : response.body().string();
            boolean code = request.url().getPath().endsWith("/devicecode");
            return new Answer(
                    response.code(),
                    response.headers().toMultimap(),
                    response.isSuccessful()
                            ? SignInAnswer.success(body, code)
                            : SignInAnswer.error(response.code(), body));
        }
    }

    private static Request translate(HttpRequest request) {
        Request.Builder builder = new Request.Builder().url(request.url());
        if (request.headers() != null) {
            request.headers().forEach(builder::header);
        }
        // A server that negotiates answers errors as web pages otherwise.
        builder.header("Accept", "application/json");
        if (request.httpMethod() == HttpMethod.POST) {
            String body = request.body() == null ? "" : request.body();
            builder.post(RequestBody.create(body.getBytes(StandardCharsets.UTF_8), FORM));
        }
        return builder.build();
    }

    /** A whole answer. */
    record Answer(int statusCode, Map<String, List<String>> headers, String body) implements IHttpResponse {}
}
