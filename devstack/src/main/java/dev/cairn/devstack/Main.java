package dev.cairn.devstack;

import dev.cairn.devstack.bench.BenchCommand;
import dev.cairn.devstack.chaos.ChaosCommand;
import dev.cairn.devstack.client.EnvironmentCommand;
import dev.cairn.devstack.console.Arguments;
import dev.cairn.devstack.console.Command;
import dev.cairn.devstack.console.Down;
import dev.cairn.devstack.console.Logs;
import dev.cairn.devstack.console.Status;
import dev.cairn.devstack.console.Up;
import dev.cairn.devstack.demo.DemoCommand;
import dev.cairn.devstack.measure.MeasureCommand;
import dev.cairn.devstack.replay.ReplayCommand;
import java.io.PrintStream;
import java.util.List;

/** {@code devstack <command> [--state DIR] [--repository DIR] …}. */
public final class Main {

    private static final List<Command> COMMANDS =
            List.of(
                    new Command("up", "[NAME…]", "start the platform, or parts of it", Up::run),
                    new Command("down", "[NAME…]", "stop what was started here", Down::run),
                    new Command(
                            "status", "", "what runs, where, with how much memory", Status::run),
                    new Command("logs", "[NAME…]", "the last lines of every log", Logs::run),
                    new Command(
                            "env",
                            "",
                            "addresses and tokens as shell variables",
                            EnvironmentCommand::run),
                    new Command("demo", "", "play a simulated shop and report", DemoCommand::run),
                    new Command(
                            "replay",
                            "FILE [FORMAT]",
                            "play a purchase file: online-retail, cdnow",
                            ReplayCommand::run),
                    new Command(
                            "bench",
                            "[SUITE]",
                            "how fast, as ratios to the machine's limits: ledger",
                            BenchCommand::run),
                    new Command(
                            "chaos",
                            "",
                            "hurt the ledger and prove its books: --seed, --kills, --members",
                            ChaosCommand::run),
                    new Command(
                            "measure",
                            "NAME…",
                            "how native executables start, and what they take",
                            MeasureCommand::run));

    private Main() {}

    public static void main(String[] args) {
        System.exit(run(args, System.out));
    }

    static int run(String[] args, PrintStream out) {
        try {
            Arguments arguments = Arguments.parse(args);
            for (Command command : COMMANDS) {
                if (command.name().equals(arguments.command())) {
                    return command.action().run(arguments, out);
                }
            }
            usage(out);
            return arguments.command().equals("help") ? 0 : 2;
        } catch (DevstackFailure | IllegalArgumentException failure) {
            out.println(failure.getMessage());
            return 1;
        }
    }

    private static void usage(PrintStream out) {
        out.println("Commands, with --state DIR (default .cairn) and --repository DIR:");
        for (Command command : COMMANDS) {
            out.printf("  %-7s %-10s %s%n", command.name(), command.words(), command.help());
        }
    }
}
