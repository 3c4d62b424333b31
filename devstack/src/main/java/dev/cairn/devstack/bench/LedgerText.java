package dev.cairn.devstack.bench;

import java.io.PrintStream;
import java.util.Locale;
import java.util.stream.Collectors;

/** The result for people. */
final class LedgerText {

    private LedgerText() {}

    /** A line for each cycle: per second, and processor time of each. */
    private static String line(int number, Cycle cycle) {
        StringBuilder line = new StringBuilder(format("  %-8s", "cycle " + number));
        cycle.perSecond()
                .forEach(
                        (block, rate) ->
                                line.append(
                                        format(
                                                "%s %.0f/s %.0f µs  ",
                                                block.label(), rate, cycle.cpu(block))));
        return line.append(format("others %.0f %%", cycle.foreign() * 100))
                .append(cycle.quiet() ? "" : " (not quiet)")
                .toString();
    }

    static void print(LedgerResult result, PrintStream out) {
        for (int cycle = 1; cycle <= result.cycles().size(); cycle++) {
            out.println(line(cycle, result.cycles().get(cycle - 1)));
        }
        long quiet = result.cycles().stream().filter(Cycle::quiet).count();
        out.println();
        out.println(
                format(
                        "%d cycles, %d of them quiet (others took at most 15 %% of the machine)."
                                + " Median (least to greatest) of all, median of the quiet ones; then by processor time:",
                        result.cycles().size(), quiet));
        for (LedgerResult.Ratio ratio : result.ratios()) {
            Spread all = result.all(ratio::onTheClock);
            out.println(
                    format(
                            "  %-5s %-42s %5.2f (%.2f to %.2f)  %s  CPU %5.2f  goal %s",
                            ratio.name(),
                            ratio.what(),
                            all.median(),
                            all.min(),
                            all.max(),
                            quiet == 0
                                    ? "    -"
                                    : format("%5.2f", result.quiet(ratio::onTheClock).median()),
                            result.all(ratio::byProcessorTime).median(),
                            ratio.goal()));
        }
        Spread cpu = result.all(cycle -> cycle.cpu(Block.DRAIN));
        out.println(
                format(
                        "  CPU per posting: %.0f µs (%.0f to %.0f): %s",
                        cpu.median(),
                        cpu.min(),
                        cpu.max(),
                        result.cpu().entrySet().stream()
                                .map(
                                        part ->
                                                format(
                                                        "%s %.0f",
                                                        part.getKey(),
                                                        Spread.of(part.getValue()).median()))
                                .collect(Collectors.joining(", "))));
        out.println(
                format(
                        "  Until all events were published: %.0f/s",
                        Spread.of(result.publishedPerSecond()).median()));
        result.perMegabyte().ifPresent(figure -> out.println(memory(result, figure)));
        out.println(
                format(
                        "  Awards at a fixed %.0f/s, until the event is out: %s",
                        result.awards().perSecond(), text(result.awards().latency())));
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
                "  Same SQL and COPY write, per award: posting with its lines, lot, register,"
                        + " outbox row; same SQL also updates each balance.");
    }

    private static String memory(LedgerResult result, double perMegabyte) {
        return format(
                "  Memory of the ledger: %.0f MB resident after a drain; postings per second for"
                        + " each MB: %.1f",
                Spread.of(result.ledgerMegabytes()).median(), perMegabyte);
    }

    private static String text(Latency latency) {
        return format(
                "p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, %smax %.1f ms",
                latency.p50(), latency.p95(), latency.p99(), slow(latency), latency.max());
    }

    private static String slow(Latency latency) {
        return latency.p999().stream()
                .mapToObj(slow -> format("p99.9 %.1f ms, ", slow))
                .collect(Collectors.joining());
    }

    private static String format(String text, Object... values) {
        return String.format(Locale.ROOT, text, values);
    }
}
