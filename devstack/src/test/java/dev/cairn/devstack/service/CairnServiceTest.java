package dev.cairn.devstack.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.devstack.Component;
import dev.cairn.devstack.Devstack;
import dev.cairn.devstack.DevstackFailure;
import dev.cairn.devstack.Mode;
import dev.cairn.devstack.process.Child;
import dev.cairn.devstack.process.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CairnServiceTest {

    @TempDir Path repository;

    @BeforeEach
    void build() throws IOException {
        Path folder = repository.resolve("ledger-service/target/quarkus-app");
        Files.createDirectories(folder);
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, EchoService.class.getName());
        try (var jar =
                new JarOutputStream(
                        Files.newOutputStream(folder.resolve("quarkus-run.jar")), manifest)) {
            String entry = EchoService.class.getName().replace('.', '/') + ".class";
            jar.putNextEntry(new JarEntry(entry));
            try (var code = EchoService.class.getResourceAsStream("/" + entry)) {
                code.transferTo(jar);
            }
        }
    }

    @AfterEach
    void stop() {
        devstack(Map.of()).stop();
    }

    @Test
    void aServiceLearnsItsPortsItsProfileAndWhatTheUserChose() throws Exception {
        // Given
        Devstack devstack = devstack(Map.of("CAIRN_CLOCK_START", "2026-01-05T00:00:00Z"));

        // When
        devstack.start(Component.LEDGER);

        // Then
        assertThat(environment(devstack))
                .contains("QUARKUS_PROFILE=demo")
                .contains("CAIRN_CLOCK_MODE=test")
                .contains("CAIRN_CLOCK_START=2026-01-05T00:00:00Z")
                .contains("QUARKUS_HTTP_PORT=" + devstack.platform().port("ledger"));
    }

    @Test
    void aKilledServiceComesBackOnItsPortsEvenThroughAnotherLauncher() throws Exception {
        // Given
        Devstack first = devstack(Map.of("CAIRN_CLOCK_START", "2026-01-05T00:00:00Z"));
        first.start(Component.LEDGER);
        Child killed = first.child(Component.LEDGER).orElseThrow();
        int port = first.platform().port("ledger");

        // When
        first.kill9(Component.LEDGER);
        Devstack second = devstack(Map.of());
        second.start(Component.LEDGER);

        // Then
        assertThat(second.child(Component.LEDGER)).isPresent().get().isNotEqualTo(killed);
        assertThat(second.platform().port("ledger")).isEqualTo(port);
        assertThat(environment(second)).contains("CAIRN_CLOCK_START=2026-01-05T00:00:00Z");
    }

    @Test
    void aReplacedServiceHandsOverWhileBothServe() throws Exception {
        // Given
        Devstack devstack = devstack(Map.of());
        devstack.start(Component.LEDGER);
        Child old = devstack.child(Component.LEDGER).orElseThrow();
        URI oldAddress = URI.create(devstack.platform().managementUrl(Component.LEDGER));
        List<String> served = new ArrayList<>();

        // When
        devstack.replace(
                Component.LEDGER,
                () -> {
                    served.add(get(oldAddress));
                    served.add(environment(devstack));
                });

        // Then
        assertThat(served).allMatch(answer -> answer.contains("QUARKUS_PROFILE=demo"));
        assertThat(served).doesNotHaveDuplicates();
        assertThat(old.isAlive()).isFalse();
        assertThat(devstack.child(Component.LEDGER)).isPresent().get().isNotEqualTo(old);
        assertThat(environment(devstack)).contains("QUARKUS_PROFILE=demo");
    }

    @Test
    void whatDoesNotRunCannotBeReplaced() {
        assertThatThrownBy(() -> devstack(Map.of()).replace(Component.LEDGER, () -> {}))
                .isInstanceOf(DevstackFailure.class)
                .hasMessageContaining("ledger does not run");
        assertThatThrownBy(() -> devstack(Map.of()).replace(Component.KAFKA, () -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("kafka is not a service");
    }

    @Test
    void withoutExecutablesTheNativePlatformSaysHowToGetThem() {
        Devstack devstack =
                Devstack.at(
                        repository.resolve("state"),
                        Mode.DISPOSABLE,
                        Progress.SILENT,
                        new ServiceOptions(repository, true, Map.of()));

        assertThatThrownBy(() -> devstack.start(Component.LEDGER))
                .isInstanceOf(DevstackFailure.class)
                .hasMessageContaining("ledger-service has no native executable")
                .hasMessageContaining("make native");
    }

    private Devstack devstack(Map<String, String> chosen) {
        return Devstack.at(
                repository.resolve("state"),
                Mode.DISPOSABLE,
                Progress.SILENT,
                ServiceOptions.of(repository).with(chosen));
    }

    private static String environment(Devstack devstack) {
        return get(URI.create(devstack.platform().managementUrl(Component.LEDGER)));
    }

    private static String get(URI address) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(address).build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
