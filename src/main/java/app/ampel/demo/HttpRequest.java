package app.ampel.demo;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One HTTP request, without the HTTP library.
 *
 * @param path decoded segments
 * @param eventual whether the header ConsistencyLevel says {@code eventual}
 * @param bearer the access token, if there is one
 * @param clientRequestId the caller's own mark, given back to it
 */
record HttpRequest(
        String method,
        List<String> path,
        Map<String, String> query,
        boolean eventual,
        Optional<String> bearer,
        Optional<String> clientRequestId,
        String body) {

    HttpRequest {
        Objects.requireNonNull(method);
        path = List.copyOf(path);
        query = Map.copyOf(query);
        Objects.requireNonNull(bearer);
        Objects.requireNonNull(clientRequestId);
        Objects.requireNonNull(body);
    }
}
