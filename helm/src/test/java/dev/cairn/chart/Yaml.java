package dev.cairn.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;

/** YAML as trees; a key that stands twice is an error. */
public final class Yaml {
    private static final ObjectMapper MAPPER = new YAMLMapper(strict());

    private Yaml() {}

    private static YAMLFactory strict() {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        return YAMLFactory.builder().loaderOptions(options).build();
    }

    /** One tree of one text. */
    public static JsonNode tree(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One tree of one file. */
    public static JsonNode file(Path file) {
        try {
            return MAPPER.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The documents of a text, without empty ones. */
    public static Stream<JsonNode> documents(String text) {
        var documents = new ArrayList<JsonNode>();
        try (var values = MAPPER.readerFor(JsonNode.class).<JsonNode>readValues(text)) {
            while (values.hasNext()) {
                var next = values.next();
                if (next != null && next.isObject()) {
                    documents.add(next);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return documents.stream();
    }
}
