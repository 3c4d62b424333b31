package dev.cairn.e2e.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The instructions of a Dockerfile, one to a line, comments left out. */
record Dockerfile(List<String> instructions) {

    static Dockerfile of(Path file) throws IOException {
        var instructions = new ArrayList<String>();
        var unfinished = new StringBuilder();
        for (var line : Files.readAllLines(file)) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            unfinished.append(line.strip());
            if (line.endsWith("\\")) {
                unfinished.setLength(unfinished.length() - 1);
            } else {
                instructions.add(unfinished.toString());
                unfinished.setLength(0);
            }
        }
        return new Dockerfile(List.copyOf(instructions));
    }

    /** What follows an instruction, each time that it is given. */
    List<String> all(String instruction) {
        return instructions.stream()
                .filter(line -> line.startsWith(instruction + " "))
                .map(line -> line.substring(instruction.length()).strip())
                .toList();
    }

    /** What is copied from the build context, for one service. */
    List<String> copied(String service) {
        return all("COPY").stream()
                .filter(copy -> !copy.startsWith("--from"))
                .map(copy -> copy.substring(0, copy.indexOf(' ')))
                .map(source -> source.replace("${SERVICE}", service))
                .toList();
    }
}
