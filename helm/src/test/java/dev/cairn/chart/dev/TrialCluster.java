package dev.cairn.chart.dev;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.chart.Chart;
import dev.cairn.chart.Manifests;
import dev.cairn.chart.Yaml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of {@code k8s/dev}. */
final class TrialCluster {
    private static final Path HOME = Chart.REPOSITORY.resolve("k8s/dev");
    private static final Pattern KEPT = Pattern.compile("(?m)^keep (\\S+) Opaque (.+)$");
    private static final Pattern KEY = Pattern.compile("\"([a-z-]+)=\\$");
    private static final List<String> SERVICES = List.of("rules", "ledger", "segment", "notify");

    private TrialCluster() {}

    static List<String> files() {
        try (Stream<Path> files = Files.list(HOME)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(String file) {
        try {
            return Files.readString(HOME.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    static List<JsonNode> documents(String file) {
        return Yaml.documents(text(file)).toList();
    }

    /** The first document of a file. */
    static JsonNode first(String file) {
        return documents(file).getFirst();
    }

    /** Names of the files that the kustomization applies. */
    static List<String> applied() {
        return Manifests.items(first("kustomization.yaml").path("resources"))
                .map(JsonNode::asText)
                .toList();
    }

    /** All that the kustomization applies. */
    static Manifests manifests() {
        return new Manifests(applied().stream().flatMap(file -> documents(file).stream()).toList());
    }

    /** All that the chart applies here. */
    static Manifests chart() {
        return Chart.bare().plus(HOME.resolve("values.yaml")).render();
    }

    /** Every value of a key, wherever it stands. */
    static List<JsonNode> everywhere(Collection<JsonNode> objects, String key) {
        return objects.stream().flatMap(object -> object.findValues(key).stream()).toList();
    }

    /** What secrets.sh makes, as {@code name/key}. */
    static Set<String> secretKeys() {
        var made = new TreeSet<String>();
        for (var service : SERVICES) {
            for (var login : List.of("cairn-%s-db", "cairn-%s-db-owner")) {
                made.add(login.formatted(service) + "/username");
                made.add(login.formatted(service) + "/password");
            }
        }
        var kept = KEPT.matcher(text("secrets.sh").replace("\\\n", " "));
        while (kept.find()) {
            var key = KEY.matcher(kept.group(2));
            while (key.find()) {
                made.add(kept.group(1) + "/" + key.group(1));
            }
        }
        return made;
    }
}
