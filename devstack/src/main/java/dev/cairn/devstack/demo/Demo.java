package dev.cairn.devstack.demo;

import dev.cairn.devstack.Platform;
import dev.cairn.devstack.client.Api;
import dev.cairn.devstack.client.Broker;
import dev.cairn.devstack.client.Settle;
import dev.cairn.devstack.client.VirtualClock;
import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The play and its report, on a platform that runs. */
public final class Demo {

    private final Platform platform;
    private final PrintStream out;
    private final boolean terminal;

    public Demo(Platform platform, PrintStream out, boolean terminal) {
        this.platform = platform;
        this.out = out;
        this.terminal = terminal;
    }

    /** Plays and returns the report; {@code holds} in it says whether all is well. */
    public Map<String, Object> run(
            DemoOptions options,
            Duration start,
            Supplier<Map<String, Long>> memory,
            Supplier<Duration> sinceStart) {
        Api api = new Api(platform);
        Tally tally = new Tally();
        Books books = new Books();
        Script script = Script.of(options);
        long began = System.nanoTime();
        try (Broker broker = new Broker(platform)) {
            Settle settle = new Settle(platform, api.http(), broker);
            VirtualClock clock = new VirtualClock(platform, api.http());
            Ticker ticker = new Ticker(out, terminal, options.days());
            Play play = new Play(api, clock, settle, ticker, tally, books);
            play.perform(script);
            Map<String, Duration> times = new LinkedHashMap<>();
            times.put("start", start);
            times.put("play", Duration.ofNanos(System.nanoTime() - began));
            play.times().forEach((part, took) -> times.put("of it " + part, took));
            Findings found = new Findings();
            TopicScan.read(platform, found);
            Checks checks =
                    new Audit(api, tally, books).run(members(script), found, broker.deadLetters());
            times.put("together", sinceStart.get());
            return new DemoReport(api).of(options, tally, found, checks, memory.get(), times);
        }
    }

    private static List<String> members(Script script) {
        return script.acts().stream().filter(Act.Enrol.class::isInstance).map(Act::member).toList();
    }
}
