package app.ampel.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** One HTTP answer, without the HTTP library. A body is JSON, or empty. */
record HttpResponse(int status, Map<String, String> headers, String body) {

    HttpResponse {
        headers = Map.copyOf(headers);
    }

    static HttpResponse json(int status, JsonNode body) {
        return new HttpResponse(status, Map.of(), body.toString());
    }

    /** As the presence actions answer: 200 without a body. */
    static HttpResponse done() {
        return new HttpResponse(200, Map.of(), "");
    }

    HttpResponse with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new HttpResponse(status, more, body);
    }
}
