package dev.cairn.devstack.process;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** A JSON object on disk: replaced as a whole, and readable by its owner alone. */
public record JsonFile(Path path) {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** The object; empty when the file is absent or was cut off by a killed run. */
    public ObjectNode read() {
        try {
            JsonNode node = Files.exists(path) ? JSON.readTree(path.toFile()) : null;
            return node instanceof ObjectNode object ? object : JSON.createObjectNode();
        } catch (JacksonException truncated) {
            return JSON.createObjectNode();
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read " + path, e);
        }
    }

    public void write(Object content) {
        try {
            Files.createDirectories(path.getParent());
            var ownerOnly =
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------"));
            Path draft = Files.createTempFile(path.getParent(), ".draft", ".json", ownerOnly);
            JSON.writeValue(draft.toFile(), content);
            Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not write " + path, e);
        }
    }
}
