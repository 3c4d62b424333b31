package dev.cairn.devstack.bench;

import java.io.PrintStream;
import java.util.Locale;
import java.util.stream.Collectors;

/** The result for people. */
final class LedgerText {

    private LedgerText() {}

    /** A line for each cycle as soon as it is measured. */
    static String line(int number, Cycle cycle) {
        return format(
                "  %-7s simple-update %6.0f/s  same SQL %6.0f/s  copy %7.0f rows/s  drain %6.0f/s"
                        + "  uniform %6.0f/s  hot %6.0f/s  spend %5.0f/s  %3.0f µs CPU  foreign"
                        + " %2.0f %%%s",
                number == 0 ? "dropped" : "cycle " + number,
                cycle.rate(Block.SIMPLE_UPDATE),
                cycle.rate(Block.SAME_SQL),
                cycle.rate(Block.COPY),
                cycle.rate(Block.DRAIN),
                cycle.rate(Block.DRAIN_UNIFORM),
                cycle.rate(Block.DRAIN_HOT),
                cycle.rate(Block.SPEND),
                cycle.cpuPerPosting() * 1e6,
                cycle.foreign() * 100,
                cycle.quiet() ? "" : " (not quiet)");
    }

    static void print(LedgerResult result, PrintStream out) {
        long quiet = result.cycles().stream().filter(Cycle::quiet).count();
        out.println();
        out.println(
                format(
                        "%d cycles, %d of them quiet (others took at most 15 %% of the machine)."
                                + " Median (least to greatest) of all, median of the quiet ones:",
                        result.cycles().size(), quiet));
        for (LedgerResult.Ratio ratio : LedgerResult.RATIOS) {
            Spread all = result.all(ratio.figure());
            out.println(
                    format(
                            "  %-5s %-42s %5.2f (%.2f to %.2f)  %s  goal %s",
                            ratio.name(),
                            ratio.what(),
                            all.median(),
                            all.min(),
                            all.max(),
                            quiet == 0
                                    ? "    -"
                                    : format("%5.2f", result.quiet(ratio.figure()).median()),
                            ratio.goal()));
        }
        Spread cpu = result.all(Cycle::cpuPerPosting);
        out.println(
                format(
                        "  CPU per posting: %.0f µs (%.0f to %.0f): %s",
                        cpu.median() * 1e6,
                        cpu.min() * 1e6,
                        cpu.max() * 1e6,
                        result.cpu().entrySet().stream()
                                .map(
                                        part ->
                                                format(
                                                        "%s %.0f",
                                                        part.getKey(),
                                                        Spread.of(part.getValue()).median() * 1e6))
                                .collect(Collectors.joining(", "))));
        out.println(
                format(
                        "  Until all events were published: %.0f/s",
                        Spread.of(result.publishedPerSecond()).median()));
        out.println(
                format(
                        "  Redemptions at a fixed %.0f/s: %s",
                        result.open().perSecond(), text(result.open().latency())));
        out.println(
                format(
                        "  200 redemptions of one account at once: %s; answers %s",
                        text(result.scramble().latency()), result.scramble().statuses()));
        out.println("  A redemption that empties 10,000 lots: " + text(result.manyLots()));
        out.println(
                format(
                        "  Simple-update: its statements, prepared, by %d JDBC clients at scale %d"
                                + " (the embedded PostgreSQL has no pgbench).",
                        SimpleUpdate.CLIENTS, SimpleUpdate.SCALE));
        out.println(
                "  Same SQL and COPY write, per award: posting, two entries, lot, register,"
                        + " outbox row; same SQL also updates each balance.");
    }

    private static String text(Latency latency) {
        return format(
                "p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, max %.1f ms",
                latency.p50(), latency.p95(), latency.p99(), latency.max());
    }

    private static String format(String text, Object... values) {
        return String.format(Locale.ROOT, text, values);
    }
}
