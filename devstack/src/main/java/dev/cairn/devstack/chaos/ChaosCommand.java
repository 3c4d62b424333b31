package dev.cairn.devstack.chaos;

import dev.cairn.devstack.client.Json;
import dev.cairn.devstack.console.Arguments;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** {@code chaos}: hurts the ledger for some minutes and says whether its books are still right. */
public final class ChaosCommand {

    private static final int MOST_WORDS = 40;

    private ChaosCommand() {}

    public static int run(Arguments arguments, PrintStream out) {
        ChaosOptions options = ChaosOptions.of(arguments, System.getenv());
        Path repository = arguments.repository();
        Path state =
                arguments.option("state").map(Path::of).orElse(repository.resolve(".cairn/chaos"));
        Path results = repository.resolve("target").resolve("chaos");
        out.printf("Starting PostgreSQL, Kafka and two ledgers; their state is in %s.%n", state);
        System.setProperty("org.slf4j.simpleLogger.log.org.apache.kafka", "off");
        Arena arena = Arena.open(state, repository);
        Thread hook = new Thread(arena::close);
        Runtime.getRuntime().addShutdownHook(hook);
        Figures figures;
        try (arena;
                History history = new History(results.resolve("history.jsonl"))) {
            out.printf("%d kills, seed %d.%n", options.kills(), options.seed());
            figures =
                    new ChaosRun(arena, options, history, new Evidence(results), out)
                            .run(commit(repository));
        }
        Runtime.getRuntime().removeShutdownHook(hook);
        Json.write(results.resolve("report.json"), figures.asMap());
        print(figures, options, out);
        out.printf("The same as %s, with every command in history.jsonl.%n", results);
        return figures.holds() ? 0 : 1;
    }

    private static void print(Figures figures, ChaosOptions options, PrintStream out) {
        out.println();
        figures.blows()
                .forEach(
                        (fault, times) ->
                                out.printf(
                                        "  %-16s %3d times, worst recovery %5.1f s%n",
                                        fault.label(),
                                        times,
                                        figures.recovery().getOrDefault(fault, 0L) / 1000.0));
        figures.complaints().stream().limit(MOST_WORDS).forEach(c -> out.println("WRONG " + c));
        figures.verdict().differences().stream()
                .limit(MOST_WORDS)
                .forEach(difference -> out.println("WRONG " + difference));
        out.println();
        out.println(figures.line());
        if (!figures.holds()) {
            out.printf(
                    "NOT ALL HOLDS. The same faults again: make chaos SEED=%d KILLS=%d MEMBERS=%d%n",
                    options.seed(), options.kills(), options.members());
        }
    }

    private static String commit(Path repository) {
        try {
            Process git =
                    new ProcessBuilder("git", "describe", "--always", "--dirty")
                            .directory(repository.toFile())
                            .redirectErrorStream(true)
                            .start();
            String said =
                    new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return git.waitFor() == 0 ? said : "unknown";
        } catch (IOException noGit) {
            return "unknown";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "unknown";
        }
    }
}
