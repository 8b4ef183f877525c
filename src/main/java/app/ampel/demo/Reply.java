package app.ampel.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** One HTTP answer, without the HTTP library. A body is JSON, or empty. */
record Reply(int status, Map<String, String> headers, String body) {

    Reply {
        headers = Map.copyOf(headers);
    }

    static Reply json(int status, JsonNode body) {
        return new Reply(status, Map.of(), body.toString());
    }

    /** As the presence actions answer: 200 without a body. */
    static Reply done() {
        return new Reply(200, Map.of(), "");
    }

    Reply with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Reply(status, more, body);
    }
}
