package dev.cairn.rules.programme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Loads the programme once, at start. */
@ApplicationScoped
public class ProgrammeInForce {
    private static final String DEMO = "programme/cairn-demo.yaml";

    @Produces
    @Singleton
    Programme programme(ProgrammeConfig config) {
        return config.file()
                .map(file -> ProgrammeFile.read(file.toString(), text(file)))
                .orElseGet(() -> ProgrammeFile.read(DEMO, demo()));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cairn.programme.file=" + file + " cannot be read; is the path right?", e);
        }
    }

    private static String demo() {
        var loader = Thread.currentThread().getContextClassLoader();
        try (var stream = loader.getResourceAsStream(DEMO)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
