package app.ampel.demo;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code application/x-www-form-urlencoded}, for queries and bodies. The first of two equal names counts. */
final class Form {

    private Form() {}

    static Map<String, String> decode(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String part : text.split("&")) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                values.putIfAbsent(plain(part.substring(0, equals)), plain(part.substring(equals + 1)));
            }
        }
        return values;
    }

    static String encode(Map<String, String> values) {
        return values.entrySet().stream()
                .map(entry -> coded(entry.getKey()) + "=" + coded(entry.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String plain(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
