package dev.cairn.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What a native executable takes along of this module. */
class NativeMetadataTest {
    private static final String DECLARATION =
            "META-INF/native-image/dev.cairn/event-contracts/reachability-metadata.json";

    @Test
    void schemaOfEveryEventIsDeclared() {
        assertThat(Arrays.stream(EventType.values()).map(EventType::schema))
                .allMatch(this::isDeclared);
    }

    @Test
    void everyFileIsDeclared() throws Exception {
        var root = root();
        try (var files = Files.walk(root)) {
            assertThat(
                            files.filter(Files::isRegularFile)
                                    .map(file -> root.relativize(file).toString())
                                    .filter(file -> !file.endsWith(".class"))
                                    .filter(file -> !file.startsWith("META-INF/")))
                    .isNotEmpty()
                    .allMatch(this::isDeclared);
        }
    }

    private boolean isDeclared(String file) {
        return declared().stream().anyMatch(glob -> glob.matches(Path.of(file)));
    }

    private static List<PathMatcher> declared() {
        try (var json =
                NativeMetadataTest.class.getClassLoader().getResourceAsStream(DECLARATION)) {
            var resources = new ObjectMapper().readTree(json).path("resources");
            return StreamSupport.stream(resources.spliterator(), false)
                    .map(entry -> "glob:" + entry.path("glob").asText())
                    .map(glob -> FileSystems.getDefault().getPathMatcher(glob))
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Path root() throws URISyntaxException {
        return Path.of(EventType.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    }
}
