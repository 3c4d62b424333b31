package dev.cairn.devstack.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.devstack.Component;
import dev.cairn.devstack.client.Broker;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Measures the ledger and its limits in turn, then proves that nothing was lost or doubled. */
final class LedgerBench {

    private static final double SHOPPERS = 1.1;
    private static final double HOT_SHARE = 0.8;

    /** Enough for the compiler of the service to have seen everything that will be measured. */
    private static final int WARM_UP = 30_000;

    private static final int WARM_UP_SECONDS = 20;

    private final Bed bed;
    private final BenchOptions options;
    private final PrintStream out;
    private final Connection connection;
    private final AwardFeed feed;
    private final Drain drain;
    private final SimpleUpdate simpleUpdate;
    private final Copies copies;
    private final Limits limits;
    private final Spends spends;
    private final SteadyAwards steadyAwards;
    private final Zipf shoppers;
    private final Profile profile;
    private final List<Double> published = new ArrayList<>();
    private final List<Double> megabytes = new ArrayList<>();
    private final Map<String, List<Double>> cpu = new TreeMap<>();
    private double warmDrain;
    private double warmSpend;

    LedgerBench(Bed bed, BenchOptions options, PrintStream out) {
        this.bed = bed;
        this.options = options;
        this.out = out;
        this.connection = bed.connect();
        this.feed = new AwardFeed(bed);
        this.drain = new Drain(bed, feed, connection);
        this.simpleUpdate = new SimpleUpdate(bed);
        this.copies = new Copies(connection);
        this.limits = new Limits(bed, copies);
        this.spends = new Spends(bed);
        this.steadyAwards = new SteadyAwards(bed, feed);
        this.profile = new Profile(bed, options.profile());
        this.shoppers = new Zipf(options.members(), SHOPPERS);
    }

    LedgerResult run() throws SQLException {
        try (connection;
                feed) {
            return measure();
        }
    }

    private LedgerResult measure() {
        prepare();
        List<Cycle> cycles = new ArrayList<>();
        for (int cycle = 0; cycle <= options.cycles(); cycle++) {
            Cycle measured = cycle(cycle);
            out.println(
                    cycle == 0
                            ? "The first cycle is dropped."
                            : "Cycle " + cycle + " is measured.");
            if (cycle > 0) {
                cycles.add(measured);
            }
        }
        Paced awards =
                steadyAwards.run(half(cycles, Block.DRAIN, warmDrain), options.seconds(), zipf());
        Paced open = spends.openLoop(half(cycles, Block.SPEND, warmSpend), options.seconds());
        Spends.Scramble scramble = spends.scramble();
        Latency manyLots = manyLots();
        return new LedgerResult(
                options, cycles, published, megabytes, cpu, awards, open, scramble, manyLots,
                verify());
    }

    /** Half of what it did in the cycles, or while it warmed up if they did not measure it. */
    private static double half(List<Cycle> cycles, Block block, double warm) {
        double median =
                Spread.of(cycles.stream().map(cycle -> cycle.rate(block)).toList()).median();
        return (Double.isNaN(median) ? warm : median) / 2;
    }

    private void prepare() {
        out.println("Preparing accounts, logins and the tables of the limits.");
        Sql.run(
                connection,
                """
                INSERT INTO balance (member_id, currency)
                SELECT 'bench-' || n, 'points' FROM generate_series(0, %d) AS n
                """
                        .formatted(options.members() - 1));
        spends.prepare(feed);
        drain.awaitRest();
        simpleUpdate.prepare(connection);
        drain.run(WARM_UP, uniform());
        warmDrain = drain.run(WARM_UP, zipf()).perSecond();
        copies.prepare();
        int seconds = Math.max(WARM_UP_SECONDS, options.seconds());
        warmSpend = (double) spends.asFastAsPossible(seconds) / seconds;
    }

    private Cycle cycle(int number) {
        Map<Block, Double> rates = new EnumMap<>(Block.class);
        Map<Block, Double> micros = new EnumMap<>(Block.class);
        double foreign = 0;
        copies.empty();
        for (Block block : Cycle.order(number)) {
            if (options.blocks().contains(block)) {
                profile.begin();
                Measured measured = measure(block);
                bed.awaitPublished(connection);
                profile.print(block.name(), measured, out);
                rates.put(block, measured.perSecond());
                micros.put(block, measured.cpuMicros());
                foreign = Math.max(foreign, measured.cpu().foreignShare());
                if (block == Block.DRAIN && number > 0) {
                    note(measured);
                }
            }
        }
        return new Cycle(rates, micros, foreign);
    }

    private Measured measure(Block block) {
        return switch (block) {
            case SIMPLE_UPDATE -> Measured.of(bed, () -> simpleUpdate.run(options.seconds()));
            case SAME_SQL -> Measured.of(bed, () -> limits.sameSql(options.seconds()));
            case COPY -> limits.copy(options.seconds());
            case SPEND -> Measured.of(bed, () -> spends.asFastAsPossible(options.seconds()));
            case DRAIN -> drain.run(options.events(), zipf());
            case DRAIN_UNIFORM -> drain.run(options.events(), uniform());
            case DRAIN_HOT -> drain.run(options.events(), hot());
        };
    }

    private Latency manyLots() {
        List<Latency> found = new ArrayList<>();
        profile.begin();
        Measured measured =
                Measured.of(
                        bed,
                        () -> {
                            found.add(spends.manyLots());
                            return Spends.MANY_TIMES;
                        });
        profile.print("10,000 LOTS", measured, out);
        return found.getFirst();
    }

    private void note(Measured drained) {
        published.add(drained.settledPerSecond());
        megabytes.add(bed.ledgerMegabytes());
        Bed.WORKERS.forEach(
                worker ->
                        cpu.computeIfAbsent(worker, name -> new ArrayList<>())
                                .add(drained.cpuMicros(worker)));
    }

    private Supplier<String> zipf() {
        return () -> "bench-" + shoppers.draw(feed.random());
    }

    private Supplier<String> uniform() {
        return () -> "bench-" + feed.random().nextInt(options.members());
    }

    private Supplier<String> hot() {
        Supplier<String> others = uniform();
        return () -> feed.random().nextDouble() < HOT_SHARE ? "bench-hot" : others.get();
    }

    /** What went in came out once, and the books agree with themselves. */
    private Map<String, Boolean> verify() {
        drain.awaitRest();
        JsonNode proof = bed.api().asStaff("auditor", Component.LEDGER, "/v1/proof");
        Map<String, Boolean> checks = new TreeMap<>();
        proof.path("checks")
                .forEach(
                        check ->
                                checks.put(
                                        "proof: " + check.path("name").asText(),
                                        check.path("holds").asBoolean()));
        checks.put("the proof holds", proof.path("holds").asBoolean() && !checks.isEmpty());
        checks.put("every award was posted once", is("count(*)", feed.sent()));
        checks.put("with its points", is("coalesce(sum(points), 0)", feed.points()));
        checks.put(
                "every redemption that was served was posted once", spends.served() == redeemed());
        try (Broker broker = new Broker(bed.platform())) {
            checks.put("nothing was set aside", broker.deadLetters().isEmpty());
        }
        return checks;
    }

    private long redeemed() {
        return Sql.number(connection, "SELECT count(*) FROM posting WHERE kind = 'REDEEMED'");
    }

    private boolean is(String what, long expected) {
        return Sql.number(
                        connection, "SELECT %s FROM posting WHERE kind = 'EARNED'".formatted(what))
                == expected;
    }
}
