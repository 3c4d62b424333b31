package dev.cairn.devstack.chaos;

import dev.cairn.devstack.chaos.oracle.Case;
import dev.cairn.devstack.chaos.oracle.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Keeps everything about members whose books are wrong, for those who look for the reason. */
final class Evidence {

    private final Path folder;

    Evidence(Path folder) {
        this.folder = folder;
    }

    void keep(Case member, Verdict verdict) {
        List<String> lines = new ArrayList<>(verdict.differences());
        lines.add("");
        member.journal().forEach(line -> lines.add(line.toString()));
        lines.add("");
        member.awards().forEach(award -> lines.add(award.toString()));
        lines.add("");
        member.wishes().forEach(wish -> lines.add(wish.toString()));
        lines.add("");
        member.told().forEach(told -> lines.add(told.toString()));
        lines.add("");
        lines.add(member.holding().toString());
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve("wrong-" + member.member() + ".txt"), lines);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not keep the evidence in " + folder, e);
        }
    }
}
