package dev.cairn.devstack.measure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.devstack.DevstackFailure;
import dev.cairn.devstack.process.JsonFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What the native-image builder wrote down about the executable of a service. */
record BuildStats(long seconds, long bytes, String processor, String optimisation) {

    private static final String STATS = "-build-output-stats.json";

    static BuildStats of(Path target) {
        ObjectNode stats = new JsonFile(find(target, STATS, 2)).read();
        Path executable = find(target, "-runner", 1);
        return new BuildStats(
                Math.round(stats.at("/resource_usage/total_secs").asDouble()),
                executable.toFile().length(),
                stats.at("/general_info/graal_compiler/march").asText(),
                stats.at("/general_info/graal_compiler/optimization_level").asText());
    }

    private static Path find(Path folder, String ending, int depth) {
        try (Stream<Path> files = Files.walk(folder, depth)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().endsWith(ending))
                    .findFirst()
                    .orElseThrow(
                            () ->
                                    new DevstackFailure(
                                            "There is no native executable in "
                                                    + folder
                                                    + "; make native builds it."));
        } catch (IOException e) {
            throw new DevstackFailure("There is nothing built in " + folder + ".", e);
        }
    }
}
