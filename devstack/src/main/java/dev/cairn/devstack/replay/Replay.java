package dev.cairn.devstack.replay;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.devstack.Component;
import dev.cairn.devstack.Platform;
import dev.cairn.devstack.client.Answer;
import dev.cairn.devstack.client.Api;
import dev.cairn.devstack.client.Broker;
import dev.cairn.devstack.client.Crowd;
import dev.cairn.devstack.client.Json;
import dev.cairn.devstack.client.Settle;
import dev.cairn.devstack.client.Stopwatch;
import dev.cairn.devstack.client.VirtualClock;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Plays one purchase file into a running platform through its public APIs. Playing it again changes
 * nothing: the same lines make the same activities, and time only goes forward.
 */
public final class Replay {

    private static final int BATCH = 500;
    private static final String AUDITOR = "auditor";

    private final Api api;
    private final PrintStream out;
    private final Tally tally = new Tally();
    private final TreeSet<String> buyers = new TreeSet<>();
    private final Map<String, Long> refused = new TreeMap<>();
    private final Stopwatch watch = new Stopwatch();
    private long accepted;
    private long duplicates;

    public Replay(Platform platform, PrintStream out) {
        this.api = new Api(platform);
        this.out = out;
    }

    /**
     * Plays the file and writes {@code members.csv} and {@code report.json}; true when all held.
     */
    public boolean play(Path file, Format format, OptionalLong shuffle, Path output) {
        long started = System.nanoTime();
        try (Broker broker = new Broker(api.platform())) {
            Settle settle = new Settle(api.platform(), api.http(), broker);
            VirtualClock clock = new VirtualClock(api.platform(), api.http());
            Windows windows =
                    new Windows(
                            new Matching(format.currency(), tally),
                            shuffle,
                            (end, newcomers, activities) -> {
                                watch.time("clocks", () -> clock.advance(startOf(end)));
                                watch.time("enrolling", () -> enrol(newcomers));
                                watch.time("posting", () -> deliver(activities));
                                watch.time("settling", settle::await);
                                out.printf("  %s  %,7d activities%n", end, accepted + duplicates);
                            });
            format.read(file, windows::add);
            LocalDate end = windows.finish();
            clock.advance(startOf(end));
            settle.await();
            Duration played = Duration.ofNanos(System.nanoTime() - started);
            watch.time(
                    "reading members",
                    () -> new MembersFile(api).write(buyers, output.resolve("members.csv")));
            Duration wall = Duration.ofNanos(System.nanoTime() - started);
            return report(end, played, wall, broker.deadLetters(), output);
        }
    }

    private void enrol(List<SourceRow> newcomers) {
        Crowd.each(
                newcomers,
                row -> {
                    Map<String, Object> profile = new LinkedHashMap<>();
                    profile.put("zone", Matching.ZONE.getId());
                    profile.put("locale", "en");
                    Countries.code(row.country()).ifPresent(c -> profile.put("country", c));
                    profile.put("joinedAt", row.at().atZone(Matching.ZONE).toInstant().toString());
                    api.enrol(row.customer(), profile);
                });
    }

    private void deliver(List<Activity> activities) {
        for (int from = 0; from < activities.size(); from += BATCH) {
            List<Activity> batch =
                    activities.subList(from, Math.min(from + BATCH, activities.size()));
            JsonNode answer = api.activities(batch.stream().map(Activity::asJson).toList());
            accepted += answer.path("accepted").asLong();
            duplicates += answer.path("duplicates").asLong();
            answer.path("items")
                    .forEach(
                            item ->
                                    refused.merge(
                                            Answer.nameOf(item.path("problem"), 422),
                                            1L,
                                            Long::sum));
            batch.stream().filter(Activity::isPurchase).forEach(a -> buyers.add(a.member()));
        }
    }

    private boolean report(
            LocalDate end,
            Duration played,
            Duration wall,
            Map<String, Long> deadLetters,
            Path output) {
        JsonNode proof = api.asStaff(AUDITOR, Component.LEDGER, "/v1/proof");
        JsonNode totals = api.asStaff(AUDITOR, Component.LEDGER, "/v1/points/totals");
        boolean holds =
                proof.path("holds").asBoolean() && deadLetters.isEmpty() && refused.isEmpty();
        long perSecond =
                Math.round((accepted + duplicates) * 1000.0 / Math.max(1, played.toMillis()));
        Map<String, Object> report = new LinkedHashMap<>(tally.asMap());
        report.put("end", end.toString());
        report.put("members", buyers.size());
        report.put("accepted", accepted);
        report.put("duplicates", duplicates);
        report.put("refused", refused);
        report.put("deadLetters", deadLetters);
        report.put("points", totals);
        report.put("proof", proof);
        report.put("holds", holds);
        report.put("playedSeconds", played.toMillis() / 1000.0);
        report.put("wallSeconds", wall.toMillis() / 1000.0);
        Map<String, Object> parts = new LinkedHashMap<>();
        watch.times().forEach((part, took) -> parts.put(part, took.toMillis() / 1000.0));
        report.put("seconds", parts);
        report.put("activitiesPerSecond", perSecond);
        Json.write(output.resolve("report.json"), report);
        ReplayReport.print(report, output, out);
        return holds;
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(Matching.ZONE).toInstant();
    }
}
