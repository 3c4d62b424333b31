package dev.cairn.rules.programme;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Reads a programme from YAML: strictly, so that a misspelt key is an error and not a default. */
public final class ProgrammeFile {
    private static final ObjectMapper YAML =
            YAMLMapper.builder()
                    .addModule(new JavaTimeModule())
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                    .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                    .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .build();
    private static final ObjectMapper CANONICAL =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .build();

    private ProgrammeFile() {}

    /**
     * Reads and checks a programme.
     *
     * @param name how messages call the file
     * @throws InvalidProgramme when there is anything to complain about
     */
    public static Programme read(String name, String yaml) {
        var programme = parse(name, yaml);
        var mistakes = ProgrammeCheck.mistakes(programme);
        if (!mistakes.isEmpty()) {
            throw new InvalidProgramme(name, mistakes);
        }
        return programme;
    }

    /** A fingerprint of the meaning: comments and the order of keys do not change it. */
    public static String hash(Programme programme) {
        try {
            var rules = CANONICAL.writeValueAsString(CANONICAL.valueToTree(programme));
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(rules.getBytes(StandardCharsets.UTF_8)));
        } catch (JsonProcessingException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("a programme can always be written", e);
        }
    }

    private static Programme parse(String name, String yaml) {
        try {
            var programme = YAML.readValue(yaml, Programme.class);
            if (programme == null) {
                throw new InvalidProgramme(name, List.of("it is empty"));
            }
            return programme;
        } catch (JsonMappingException e) {
            throw new InvalidProgramme(name, List.of(sentence(e)));
        } catch (JsonProcessingException e) {
            throw new InvalidProgramme(name, List.of("it is not YAML: " + e.getOriginalMessage()));
        }
    }

    private static String sentence(JsonMappingException e) {
        var path = new StringBuilder();
        for (var step : e.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        var what = e.getOriginalMessage().lines().findFirst().orElse("cannot be read");
        return path.isEmpty() ? what : path + ": " + what;
    }
}
