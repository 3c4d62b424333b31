package dev.cairn.chart;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The chart with values on top of those in {@code ci/default-values.yaml}, as Helm renders it. */
public final class Chart {
    /** The repository's root. */
    public static final Path REPOSITORY = Path.of(System.getProperty("cairn.repository"));

    /** The chart's folder. */
    public static final Path HOME = REPOSITORY.resolve("helm/cairn");

    private static final String KUBERNETES = "1.34.0";
    private static final Path MINIMUM = HOME.resolve("ci/default-values.yaml");

    private static final Map<String, String> RENDERED = new ConcurrentHashMap<>();

    private final List<Path> values;
    private final String release;
    private final Path home;

    private Chart(List<Path> values, String release, Path home) {
        this.values = values;
        this.release = release;
        this.home = home;
    }

    /** The least that installs. */
    public static Chart minimal() {
        return new Chart(List.of(MINIMUM), "cairn", HOME);
    }

    /** The chart's own values only, which do not install. */
    public static Chart bare() {
        return new Chart(List.of(), "cairn", HOME);
    }

    /** The least that installs, and a values file on top, named from the chart's folder. */
    public static Chart of(String file) {
        var path = HOME.resolve(file);
        return path.equals(MINIMUM) ? minimal() : minimal().plus(path);
    }

    /** All values files of {@code ci}, named from the chart's folder. */
    public static Stream<String> examples() {
        try (var files = Files.list(HOME.resolve("ci"))) {
            return files.map(file -> "ci/" + file.getFileName()).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With more values, as YAML. */
    public Chart with(String yaml) {
        try {
            var file = Files.createTempFile("values", ".yaml");
            file.toFile().deleteOnExit();
            return plus(Files.writeString(file, yaml));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With one more values file. */
    public Chart plus(Path file) {
        var more = new ArrayList<>(values);
        more.add(file);
        return new Chart(List.copyOf(more), release, home);
    }

    /** Under another release name. */
    public Chart named(String release) {
        return new Chart(values, release, home);
    }

    /** Another folder's chart with the same values. */
    public Chart from(Path home) {
        return new Chart(values, release, home);
    }

    /** With the pod of {@code helm test}, which Helm keeps apart from what it installs. */
    public Chart withTest() {
        return from(ChartCopy.WITHOUT_HOOKS.home());
    }

    /** The values files, lowest first. */
    public List<Path> values() {
        return values;
    }

    /** Everything Helm would send to the cluster, as text; each chart is rendered once. */
    public String text() {
        return RENDERED.computeIfAbsent(release + values + home, _ -> rendered());
    }

    /** The same, rendered anew. */
    String rendered() {
        var template =
                new Helm(home)
                        .template()
                        .withName(release)
                        .withNamespace("cairn")
                        .withKubeVersion(KUBERNETES);
        values.forEach(template::withValuesFile);
        return template.call();
    }

    /** Everything Helm would send to the cluster. */
    public Manifests render() {
        return Manifests.of(text());
    }

    /** What Helm says when it refuses to render. */
    public String refusal() {
        try {
            text();
        } catch (RuntimeException e) {
            return e.getMessage();
        }
        throw new AssertionError("Helm renders this chart and should not");
    }

    /** The chart's own sources under Helm's strict eyes. */
    public static LintResult lint(Path home) {
        return new Helm(home).lint().strict().call();
    }
}
