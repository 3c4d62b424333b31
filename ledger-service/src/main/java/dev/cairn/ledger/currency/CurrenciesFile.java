package dev.cairn.ledger.currency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.cairn.ledger.calendar.EraOfJson;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The form of {@code cairn.currencies.file}. */
record CurrenciesFile(List<Currency> currencies, List<Conversion> conversions) {
    CurrenciesFile {
        currencies = currencies == null ? List.of() : List.copyOf(currencies);
        conversions = conversions == null ? List.of() : List.copyOf(conversions);
    }

    private static final ObjectMapper YAML =
            JsonMapper.builder(new YAMLFactory())
                    .addModule(new JavaTimeModule())
                    .addModule(EraOfJson.module())
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                    .build();

    /**
     * Reads the file.
     *
     * @param name a full path, or a name on the class path
     * @throws IllegalStateException with all that is wrong with it
     */
    static CurrenciesFile read(String name) {
        try (var text = open(name)) {
            var file = YAML.readValue(text, CurrenciesFile.class);
            var complaints = CurrencyChecks.complaints(file);
            if (!complaints.isEmpty()) {
                throw new IllegalStateException(name + ": " + String.join("; ", complaints));
            }
            return file;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(name + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("cairn.currencies.file cannot be read: " + name, e);
        }
    }

    private static InputStream open(String name) throws IOException {
        if (Path.of(name).isAbsolute()) {
            return Files.newInputStream(Path.of(name));
        }
        var text = Thread.currentThread().getContextClassLoader().getResourceAsStream(name);
        if (text == null) {
            throw new FileNotFoundException("there is no such file on the class path");
        }
        return text;
    }
}
