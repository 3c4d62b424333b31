package dev.cairn.e2e.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DockerfileTest {
    private static final Path REPOSITORY = Path.of(System.getProperty("cairn.repository"));
    private static final List<String> SERVICES = List.of("rules", "ledger", "segment", "notify");

    @ParameterizedTest
    @ValueSource(strings = {"Dockerfile.jvm", "Dockerfile.native-micro"})
    void runsAsNobodyInParticularAndHandsItsArgumentsOn(String name) throws IOException {
        var file = dockerfile(name);

        assertThat(file.all("USER")).containsExactly("1001:0");
        assertThat(file.all("EXPOSE")).containsExactly("8080 9000");
        assertThat(file.all("ENTRYPOINT")).singleElement().asString().startsWith("[\"");
        assertThat(file.all("CMD")).isEmpty();
        assertThat(file.all("HEALTHCHECK")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Dockerfile.jvm", "Dockerfile.native-micro"})
    void saysWhatItIsAndWhereItIsFrom(String name) throws IOException {
        var file = dockerfile(name);

        assertThat(file.all("ARG"))
                .contains("SERVICE")
                .anyMatch(argument -> argument.startsWith("VERSION="))
                .anyMatch(argument -> argument.startsWith("REVISION="));
        assertThat(file.all("LABEL")).hasSize(1);
        for (var label :
                List.of("title", "description", "source", "version", "revision", "licenses")) {
            assertThat(file.all("LABEL").getFirst())
                    .contains("opencontainers.image." + label + "=");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Dockerfile.jvm", "Dockerfile.native-micro"})
    void standsOnNamedVersions(String name) throws IOException {
        var file = dockerfile(name);

        assertThat(String.join("\n", file.instructions())).doesNotContain("latest");
        assertThat(file.all("ARG"))
                .filteredOn(arg -> arg.startsWith("BASE=") || arg.startsWith("LIBRARIES="))
                .singleElement()
                .asString()
                .matches("[A-Z]+=[a-z-]+:\\d+-[a-z]+");
    }

    @Test
    void nativeImageHasNothingBesidesTheProgram() throws IOException {
        assertThat(dockerfile("Dockerfile.native-micro").all("FROM")).endsWith("scratch");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Dockerfile.jvm", "Dockerfile.native-micro"})
    void copiesWhatTheBuildMakes(String name) throws IOException {
        var file = dockerfile(name);
        for (var service : SERVICES) {
            for (var source : file.copied(service)) {
                assertThat(source).satisfiesAnyOf(this::isBuilt, this::isDeclaredInThePom);
            }
        }
    }

    @Test
    void contextHasTheBuiltFilesOnly() throws IOException {
        var lines = Files.readAllLines(REPOSITORY.resolve(".dockerignore"));

        assertThat(lines.stream().filter(line -> !line.startsWith("#")))
                .startsWith("**")
                .filteredOn(line -> !line.equals("**"))
                .allMatch(line -> line.startsWith("!*-service/target/"));
    }

    private void isBuilt(String source) {
        var folder = REPOSITORY.resolve(source.substring(0, source.lastIndexOf("target/") + 6));
        var pattern = FileSystems.getDefault().getPathMatcher("glob:" + REPOSITORY.resolve(source));
        try (Stream<Path> files = Files.walk(folder, 2)) {
            assertThat(files.anyMatch(pattern::matches)).as(source).isTrue();
        } catch (IOException e) {
            throw new AssertionError(source, e);
        }
    }

    /** What a build for the JVM, or one without a network, leaves out. */
    private void isDeclaredInThePom(String source) {
        var service = source.substring(0, source.indexOf('-'));
        var pom = REPOSITORY.resolve(service + "-service").resolve("pom.xml");
        if (source.endsWith("-runner")) {
            assertThat(pom).content().contains("quarkus-maven-plugin");
        } else {
            assertThat(source).isEqualTo(service + "-service/target/" + service + ".cdx.json");
            assertThat(pom).content().contains("<outputName>" + service + ".cdx</outputName>");
        }
    }

    private static Dockerfile dockerfile(String name) throws IOException {
        return Dockerfile.of(REPOSITORY.resolve("docker").resolve(name));
    }
}
