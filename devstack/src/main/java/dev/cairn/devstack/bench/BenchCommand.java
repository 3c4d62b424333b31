package dev.cairn.devstack.bench;

import dev.cairn.devstack.Devstack;
import dev.cairn.devstack.DevstackFailure;
import dev.cairn.devstack.Mode;
import dev.cairn.devstack.client.Broker;
import dev.cairn.devstack.console.Arguments;
import dev.cairn.devstack.console.ConsoleProgress;
import dev.cairn.devstack.postgres.Postgres;
import dev.cairn.devstack.service.ServiceOptions;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.Map;

/**
 * {@code bench [SUITE]}: measures on a platform of its own, in {@code .cairn/bench}, and leaves
 * nothing running. A run whose checks fail tells no figure.
 */
public final class BenchCommand {

    private BenchCommand() {}

    public static int run(Arguments arguments, PrintStream out) {
        String suite = arguments.words().isEmpty() ? "ledger" : arguments.words().getFirst();
        if (!suite.equals("ledger")) {
            throw new IllegalArgumentException(
                    "There is no suite \"" + suite + "\"; there is ledger.");
        }
        BenchOptions options = BenchOptions.of(arguments);
        Broker.quietLog();
        if (options.profile() > 0) {
            System.setProperty(Postgres.PRELOAD, "pg_stat_statements");
        }
        Report report = new Report(arguments.repository().resolve("target/bench/ledger.json"), out);
        Devstack devstack = devstack(arguments, out);
        devstack.forget();
        try {
            devstack.start(Bed.PARTS);
            return report.tell(new LedgerBench(new Bed(devstack), options, out).run());
        } catch (IOException e) {
            throw new DevstackFailure("A request got no answer: " + e.getMessage(), e);
        } catch (SQLException e) {
            throw new DevstackFailure("The database refused: " + e.getMessage(), e);
        } finally {
            devstack.stop();
        }
    }

    /** By the machine's own clock and with the optimising compiler, as in production. */
    private static Devstack devstack(Arguments arguments, PrintStream out) {
        ServiceOptions options =
                ServiceOptions.of(arguments.repository())
                        .with(Map.of("CAIRN_CLOCK_MODE", "system"))
                        .optimised();
        return Devstack.at(
                arguments.state().resolve("bench"),
                Mode.DURABLE,
                new ConsoleProgress(out),
                options);
    }
}
