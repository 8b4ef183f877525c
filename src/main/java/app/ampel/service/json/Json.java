package app.ampel.service.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Reads and writes JSON. Pure functions; any thread. */
public final class Json {

    private static final int DEEPEST = 32;

    static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            // What a file says must not end up in an exception's text.
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            // An unfinished object is our own mistake: it must fail, not be closed for us.
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
            .build();

    private static final Escapes ESCAPES = new Escapes();

    /** What is read where nothing stands. */
    public static final JsonNode NOTHING = MissingNode.getInstance();

    private Json() {}

    /** Reads one value; empty when {@code text} is not exactly one JSON value, or is nested deeper than 32. */
    public static Optional<JsonNode> read(byte[] text) {
        LocatedJson located = LocatedJson.read(text);
        return located.brokenAt().isPresent() ? Optional.empty() : Optional.of(located.root());
    }

    /** Reads one object; empty when {@code text} is anything else. */
    public static Optional<ObjectNode> readObject(byte[] text) {
        return read(text).filter(JsonNode::isObject).map(ObjectNode.class::cast);
    }

    /** On one line, without a line end. */
    public static String line(JsonNode value) {
        return write(value, false);
    }

    /** Indented by two, for people; with a line end. */
    public static String indented(JsonNode value) {
        return write(value, true) + "\n";
    }

    private static String write(JsonNode value, boolean indented) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator out = FACTORY.createGenerator(bytes)) {
            out.setCharacterEscapes(ESCAPES);
            if (indented) {
                DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
                out.setPrettyPrinter(
                        new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter));
            }
            write(value, out);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail", e);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static void write(JsonNode value, JsonGenerator out) throws IOException {
        switch (value.getNodeType()) {
            case OBJECT -> {
                out.writeStartObject();
                for (Map.Entry<String, JsonNode> member : value.properties()) {
                    out.writeFieldName(member.getKey());
                    write(member.getValue(), out);
                }
                out.writeEndObject();
            }
            case ARRAY -> {
                out.writeStartArray();
                for (JsonNode element : value) {
                    write(element, out);
                }
                out.writeEndArray();
            }
            case STRING -> out.writeString(value.textValue());
            case NUMBER -> writeNumber(value, out);
            case BOOLEAN -> out.writeBoolean(value.booleanValue());
            case NULL, MISSING -> out.writeNull();
            case BINARY, POJO -> throw new IllegalArgumentException("not JSON: " + value.getNodeType());
        }
    }

    private static void writeNumber(JsonNode value, JsonGenerator out) throws IOException {
        if (value.isIntegralNumber()) {
            out.writeNumber(value.bigIntegerValue());
        } else {
            out.writeNumber(value.decimalValue());
        }
    }
}
