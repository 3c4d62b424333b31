package dev.cairn.segment.condition;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Facts with honest defaults: a member in Berlin who joined on New Year and did nothing yet. */
public final class FactsBuilder {
    private ZoneId zone = ZoneId.of("Europe/Berlin");
    private Instant joinedAt = Instant.parse("2026-01-01T09:00:00Z");
    private long purchases;
    private long netSpend;
    private Optional<Instant> firstPurchaseAt = Optional.empty();
    private Optional<Instant> lastPurchaseAt = Optional.empty();
    private Optional<Instant> lastActivityAt = Optional.empty();
    private long pointsBalance;
    private Optional<String> country = Optional.of("DE");
    private List<String> interests = List.of();
    private final TreeMap<LocalDate, DayTotals> days = new TreeMap<>();

    public static FactsBuilder aMember() {
        return new FactsBuilder();
    }

    public FactsBuilder in(String zoneId) {
        zone = ZoneId.of(zoneId);
        return this;
    }

    public FactsBuilder joined(String instant) {
        joinedAt = Instant.parse(instant);
        return this;
    }

    public FactsBuilder joined(Instant instant) {
        joinedAt = instant;
        return this;
    }

    public FactsBuilder points(long balance) {
        pointsBalance = balance;
        return this;
    }

    public FactsBuilder from(String countryCode) {
        country = Optional.of(countryCode);
        return this;
    }

    public FactsBuilder likes(String... topics) {
        interests = List.of(topics);
        return this;
    }

    public FactsBuilder bought(String instant, long net) {
        return bought(Instant.parse(instant), net);
    }

    public FactsBuilder bought(Instant at, long net) {
        purchases++;
        netSpend += net;
        firstPurchaseAt = Optional.of(firstPurchaseAt.filter(at::isAfter).orElse(at));
        lastPurchaseAt = Optional.of(lastPurchaseAt.filter(at::isBefore).orElse(at));
        lastActivityAt = lastPurchaseAt;
        days.merge(
                at.atZone(zone).toLocalDate(),
                new DayTotals(at.atZone(zone).toLocalDate(), 1, net),
                (a, b) ->
                        new DayTotals(
                                a.day(),
                                a.purchases() + b.purchases(),
                                a.netSpend() + b.netSpend()));
        return this;
    }

    public MemberFacts facts() {
        return new MemberFacts(
                zone,
                joinedAt,
                purchases,
                netSpend,
                firstPurchaseAt,
                lastPurchaseAt,
                lastActivityAt,
                pointsBalance,
                Optional.empty(),
                Optional.empty(),
                country,
                Optional.of("de"),
                Optional.empty(),
                interests,
                List.of(),
                List.copyOf(days.values()));
    }
}
