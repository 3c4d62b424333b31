package dev.cairn.devstack.bench;

import dev.cairn.devstack.client.Json;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells what a run found: figures when every check holds, otherwise only which do not. */
final class Report {

    private final Path file;
    private final PrintStream out;

    /**
     * @param file where the figures go; what an earlier run left there is gone from now on
     */
    Report(Path file, PrintStream out) {
        this.file = file;
        this.out = out;
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The exit code: 0, or 1 when there are no figures. */
    int tell(LedgerResult result) {
        return result.holds() ? figures(result) : refusal(result);
    }

    private int figures(LedgerResult result) {
        LedgerText.print(result, out);
        Json.write(file, result.asMap());
        out.println("All checks hold. The same as " + file + ".");
        return 0;
    }

    private int refusal(LedgerResult result) {
        out.println("No figures, because these checks failed:");
        result.checks().entrySet().stream()
                .filter(check -> !check.getValue())
                .forEach(check -> out.println("  " + check.getKey()));
        if (!result.scramble().holds()) {
            out.println("  200 spends of one account: " + result.scramble().statuses());
        }
        return 1;
    }
}
