package dev.cairn.devstack.chaos;

import dev.cairn.devstack.chaos.oracle.Case;
import dev.cairn.devstack.chaos.oracle.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Keeps everything about accounts whose books are wrong, for those who look for the reason. */
final class Evidence {

    private final Path folder;

    Evidence(Path folder) {
        this.folder = folder;
        forget();
    }

    /** What an earlier run left would mislead. */
    private void forget() {
        try {
            Files.createDirectories(folder);
            try (DirectoryStream<Path> old = Files.newDirectoryStream(folder, "wrong-*.txt")) {
                for (Path file : old) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Could not clean " + folder, e);
        }
    }

    void keep(Case one, Verdict verdict) {
        List<String> lines = new ArrayList<>(verdict.differences());
        lines.add("");
        one.journal().forEach(line -> lines.add(line.toString()));
        lines.add("");
        one.awards().forEach(award -> lines.add(award.toString()));
        lines.add("");
        one.wishes().forEach(wish -> lines.add(wish.toString()));
        lines.add("");
        one.told().forEach(told -> lines.add(told.toString()));
        lines.add("");
        lines.add(one.holding().toString());
        try {
            Files.createDirectories(folder);
            Files.write(
                    folder.resolve("wrong-" + one.account().toString().replace('/', '-') + ".txt"),
                    lines);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not keep the evidence in " + folder, e);
        }
    }
}
