package dev.cairn.devstack.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * Everything that a run found.
 *
 * @param cycles those that count
 * @param publishedPerSecond drains until the last event was published
 * @param ledgerMegabytes memory that the ledger held after each drain
 * @param cpu processor microseconds per posting, by process, of each drain
 * @param awards awards at half the speed of the drains, until their events were published
 * @param open redemptions at half their speed
 * @param checks what was verified, and whether it holds
 */
record LedgerResult(
        BenchOptions options,
        List<Cycle> cycles,
        List<Double> publishedPerSecond,
        List<Double> ledgerMegabytes,
        Map<String, List<Double>> cpu,
        Paced awards,
        Paced open,
        Spends.Scramble scramble,
        Latency manyLots,
        Map<String, Boolean> checks) {

    /** A figure of each cycle. */
    record Ratio(String name, String what, double goal, Block block, Block limit) {
        boolean isMeasured(Cycle cycle) {
            return !Double.isNaN(onTheClock(cycle));
        }

        double onTheClock(Cycle cycle) {
            return cycle.ratio(block, limit);
        }

        double byProcessorTime(Cycle cycle) {
            return cycle.cpuRatio(block, limit);
        }
    }

    private static final List<Ratio> RATIOS =
            List.of(
                    new Ratio(
                            "R1",
                            "whole path ÷ simple-update",
                            5,
                            Block.DRAIN,
                            Block.SIMPLE_UPDATE),
                    new Ratio(
                            "R2",
                            "whole path ÷ same SQL, 500 per commit",
                            0.7,
                            Block.DRAIN,
                            Block.SAME_SQL),
                    new Ratio(
                            "R3",
                            "rows of the whole path ÷ rows by COPY",
                            0.6,
                            Block.DRAIN,
                            Block.COPY),
                    new Ratio(
                            "hot",
                            "four of five on one account ÷ all alike",
                            0.9,
                            Block.DRAIN_HOT,
                            Block.DRAIN_UNIFORM),
                    new Ratio(
                            "spend",
                            "redemptions over HTTP ÷ simple-update",
                            0.7,
                            Block.SPEND,
                            Block.SIMPLE_UPDATE));

    boolean holds() {
        return scramble.holds() && checks.values().stream().allMatch(holds -> holds);
    }

    /** Those whose blocks were measured. */
    List<Ratio> ratios() {
        return RATIOS.stream()
                .filter(ratio -> cycles.stream().anyMatch(ratio::isMeasured))
                .toList();
    }

    Spread all(ToDoubleFunction<Cycle> figure) {
        return Spread.of(cycles.stream().map(figure::applyAsDouble).toList());
    }

    /** Postings per second of the drains, for each megabyte that the ledger held. */
    OptionalDouble perMegabyte() {
        return ledgerMegabytes.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        all(cycle -> cycle.rate(Block.DRAIN)).median()
                                / Spread.of(ledgerMegabytes).median());
    }

    /** Of the cycles that neighbours left alone. */
    Spread quiet(ToDoubleFunction<Cycle> figure) {
        return Spread.of(cycles.stream().filter(Cycle::quiet).map(figure::applyAsDouble).toList());
    }

    Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("suite", "ledger");
        map.put("seconds", options.seconds());
        map.put("members", options.members());
        map.put("events", options.events());
        map.put("simpleUpdate", "same statements, 8 JDBC clients, scale " + SimpleUpdate.SCALE);
        Map<String, Object> ratios = new LinkedHashMap<>();
        for (Ratio ratio : ratios()) {
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("what", ratio.what());
            figures.put("goal", ratio.goal());
            figures.put("all", all(ratio::onTheClock).asMap());
            figures.put("quiet", quiet(ratio::onTheClock).asMap());
            figures.put("byProcessorTime", all(ratio::byProcessorTime).asMap());
            ratios.put(ratio.name(), figures);
        }
        map.put("ratios", ratios);
        map.put("cpuMicrosPerPosting", all(c -> c.cpu(Block.DRAIN)).asMap());
        Map<String, Object> parts = new LinkedHashMap<>();
        cpu.forEach((part, figures) -> parts.put(part, Spread.of(figures).median()));
        map.put("cpuMicrosByProcess", parts);
        map.put("publishedPerSecond", Spread.of(publishedPerSecond).asMap());
        map.put("ledgerMegabytes", Spread.of(ledgerMegabytes).asMap());
        perMegabyte().ifPresent(figure -> map.put("postingsPerSecondPerMegabyte", figure));
        map.put("cycles", cycles.stream().map(LedgerResult::asMap).toList());
        map.put("awardOpenLoop", paced(awards));
        map.put("spendOpenLoop", paced(open));
        Map<String, Object> crowd = new LinkedHashMap<>(scramble.latency().asMap());
        crowd.put("statuses", scramble.statuses());
        map.put("spends200OnOneAccount", crowd);
        map.put("redemptionOf10000Lots", manyLots.asMap());
        map.put("checks", new ArrayList<>(checks.keySet()));
        return map;
    }

    private static Map<String, Object> paced(Paced paced) {
        Map<String, Object> map = new LinkedHashMap<>(paced.latency().asMap());
        map.put("perSecond", paced.perSecond());
        return map;
    }

    private static Map<String, Object> asMap(Cycle cycle) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("perSecond", cycle.perSecond());
        map.put("cpuMicros", cycle.cpu());
        map.put("foreign", cycle.foreign());
        map.put("quiet", cycle.quiet());
        return map;
    }
}
