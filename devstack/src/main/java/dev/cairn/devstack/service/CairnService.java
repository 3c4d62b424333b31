package dev.cairn.devstack.service;

import dev.cairn.devstack.Component;
import dev.cairn.devstack.DevstackFailure;
import dev.cairn.devstack.Platform;
import dev.cairn.devstack.process.Child;
import dev.cairn.devstack.process.HttpProbe;
import dev.cairn.devstack.process.JsonFile;
import dev.cairn.devstack.process.Programs;
import dev.cairn.devstack.process.Site;
import dev.cairn.devstack.process.Unit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** One of our services as a child process. */
public final class CairnService implements Unit {

    private final Component service;
    private final Site site;
    private final Platform platform;
    private final ServiceOptions options;

    public CairnService(Component service, Site site, Platform platform, ServiceOptions options) {
        this.service = service;
        this.site = site;
        this.platform = platform;
        this.options = options;
    }

    @Override
    public Component component() {
        return service;
    }

    @Override
    public List<String> ports() {
        return List.of(service.label(), service.label() + "-management");
    }

    @Override
    public String program() {
        return options.nativeImage() ? executable().getFileName().toString() : "java";
    }

    @Override
    public Path home() {
        return site.home(service.label());
    }

    @Override
    public String address() {
        return platform.url(service);
    }

    @Override
    public List<String> command() {
        if (options.nativeImage()) {
            return List.of(executable().toString(), "-Xmx128m");
        }
        Path jar = target().resolve("quarkus-app").resolve("quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new DevstackFailure(
                    service.label() + "-service is not built: " + jar + " is missing.");
        }
        List<String> command = new ArrayList<>(List.of(Programs.java()));
        command.addAll(options.jvm());
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }

    @Override
    public Map<String, String> environment() {
        Map<String, String> environment =
                new TreeMap<>(ServiceSettings.asEnvironment(ServiceSettings.of(service, platform)));
        environment.put("QUARKUS_PROFILE", "demo");
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(platform.port(service.label())));
        environment.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        environment.put(
                "QUARKUS_MANAGEMENT_PORT",
                Integer.toString(platform.port(service.label() + "-management")));
        environment.put("CAIRN_CLOCK_MODE", "test");
        // A consumer acknowledges between two polls. Whoever waits for silence waits for that.
        environment.put("MP_MESSAGING_CONNECTOR_SMALLRYE_KAFKA_POLL_TIMEOUT", "50");
        environment.putAll(chosenByTheUser());
        return environment;
    }

    /** Kept in the state, so that whoever restarts the service later gives it the same. */
    private Map<String, String> chosenByTheUser() {
        JsonFile kept = new JsonFile(site.state().resolve("services.json"));
        Map<String, String> chosen = new TreeMap<>();
        kept.read().properties().forEach(e -> chosen.put(e.getKey(), e.getValue().asText()));
        if (!options.extra().isEmpty()) {
            chosen.putAll(options.extra());
            kept.write(chosen);
        }
        return chosen;
    }

    @Override
    public boolean isHealthy(Child child) {
        return HttpProbe.answers(platform.managementUrl(service) + "/q/health/ready");
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(90);
    }

    private Path target() {
        return options.repository().resolve(service.label() + "-service").resolve("target");
    }

    private Path executable() {
        try (Stream<Path> files = Files.list(target())) {
            return files.filter(file -> file.getFileName().toString().endsWith("-runner"))
                    .findFirst()
                    .orElseThrow(
                            () ->
                                    new DevstackFailure(
                                            service.label()
                                                    + "-service has no native executable in "
                                                    + target()
                                                    + "; make native builds all four."));
        } catch (IOException e) {
            throw new DevstackFailure(
                    service.label() + "-service is not built; make native does that.", e);
        }
    }
}
