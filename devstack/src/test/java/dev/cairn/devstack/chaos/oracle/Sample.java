package dev.cairn.devstack.chaos.oracle;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** A member whose books are right, made by the rules themselves; and ways to falsify them. */
final class Sample {

    private static final Instant BEGIN = Instant.parse("2026-03-01T00:00:00Z");

    static final Account ANN = Account.of("m-1");
    static final Account BEN = Account.of("m-2");
    static final Account MILES = new Account("m-1", "miles");
    static final Rules RULES =
            new Rules(
                    ZoneOffset.UTC,
                    Map.of("miles", 100L),
                    Duration.ofDays(100),
                    Duration.ofHours(30),
                    List.of(
                            new Rules.Rate("points", "miles", BEGIN, 1, 3),
                            new Rules.Rate("points", "miles", day(2), 2, 5)));

    private final Wallet wallet = new Wallet(RULES, List.of());
    private final List<Award> awards = new ArrayList<>();
    private final List<Wish> wishes = new ArrayList<>();
    private final List<Line> journal = new ArrayList<>();
    private final Map<String, String> adjusted = new TreeMap<>();
    private long watch;

    static Instant day(int number) {
        return BEGIN.plus(Duration.ofDays(number));
    }

    /** An award whose place among lots follows from its name. */
    static Award award(String id, long revision, long points, Integer from, Integer until) {
        return new Award(
                ANN,
                id,
                revision,
                points,
                true,
                BEGIN.plusSeconds(Math.floorMod(id.hashCode(), 3600)),
                from == null ? null : day(from),
                until == null ? null : day(until),
                0);
    }

    /**
     * Earned 120 in two awards, one of them told twice; spent, returned, refused, cancelled, held.
     */
    static Sample ordinary() {
        Sample sample = new Sample();
        sample.set(award("a", 1, 70, null, 9), 0);
        sample.set(award("a", 1, 70, null, 9), 0);
        sample.set(award("b", 1, 50, 2, null), 0);
        sample.redeem("r-1", 60, 1);
        sample.refuse(20, 10);
        sample.set(award("a", 2, 20, null, 9), 1);
        sample.redeem("r-2", 5, 3);
        sample.cancel("r-1", 60, 4);
        sample.hold("h-1", 20, Duration.ofDays(3), 4);
        sample.capture("h-1", 5, 4);
        sample.hold("h-2", 7, Duration.ofDays(3), 4);
        sample.release("h-2", 7, 4);
        sample.hold("h-3", 9, Duration.ofHours(9), 4);
        sample.write(sample.wallet.release("h-3", day(5)), 5);
        sample.hold("h-4", 2, Duration.ofDays(90), 5);
        sample.extend("h-4", Duration.ofDays(93), day(98));
        sample.adjust(Wish.What.GIVEN, "x-1", 30, 5);
        sample.adjust(Wish.What.TAKEN, "x-2", 4, 5);
        sample.ask("x-3", 500);
        return sample;
    }

    private void set(Award award, int day) {
        awards.add(award);
        write(wallet.award(award, day(day)), day);
    }

    private void redeem(String id, long price, int day) {
        wishes.add(wish(Wish.What.REDEEMED, id, price, Duration.ZERO));
        write(wallet.redeem(id, price, day(day)), day);
    }

    private void refuse(long price, long available) {
        wishes.add(
                new Wish(
                        ANN,
                        null,
                        Wish.What.INSUFFICIENT,
                        "",
                        price,
                        available,
                        Duration.ZERO,
                        null,
                        ++watch,
                        ++watch));
    }

    private void cancel(String id, long price, int day) {
        wishes.add(wish(Wish.What.CANCELLED, id, price, Duration.ZERO));
        write(wallet.cancel(id, day(day)), day);
    }

    private void hold(String id, long points, Duration lasting, int day) {
        wishes.add(wish(Wish.What.HELD, id, points, lasting));
        write(wallet.hold(id, points, lasting, day(day)), day);
    }

    private void capture(String id, long points, int day) {
        wishes.add(wish(Wish.What.CAPTURED, id, points, Duration.ZERO));
        write(wallet.capture(id, points, day(day)), day);
    }

    private void release(String id, long points, int day) {
        wishes.add(wish(Wish.What.VOIDED, id, points, Duration.ZERO));
        write(wallet.release(id, day(day)), day);
    }

    private void extend(String id, Duration lasting, Instant until) {
        wishes.add(
                new Wish(
                        ANN, null, Wish.What.EXTENDED, id, 2, 0, lasting, until, ++watch, ++watch));
        wallet.extend(id, lasting, until);
    }

    private void adjust(Wish.What what, String id, long points, int day) {
        wishes.add(wish(what, id, points, Duration.ZERO));
        boolean up = what == Wish.What.GIVEN;
        write(
                up
                        ? wallet.adjustUp(id, points, day(day))
                        : wallet.adjustDown(id, points, day(day)),
                day);
        adjusted.put(id, Holding.adjustment("DONE", up ? points : -points));
    }

    private void ask(String id, long points) {
        wishes.add(wish(Wish.What.ASKED, id, points, Duration.ZERO));
        adjusted.put(id, Holding.adjustment("WAITING", points));
    }

    private Wish wish(Wish.What what, String about, long points, Duration lasting) {
        return new Wish(ANN, null, what, about, points, 0, lasting, null, ++watch, ++watch);
    }

    private Holding holding() {
        Holding holding = wallet.holding();
        Map<String, String> deeds = new TreeMap<>(holding.deeds());
        deeds.putAll(adjusted);
        return new Holding(
                holding.figures(), holding.lots(), holding.awards(), holding.redemptions(), deeds);
    }

    private void write(List<Change> changes, int day) {
        for (Change change : changes) {
            long version = journal.size() + 1L;
            journal.add(new Line("p-" + version, version, change, day(day)));
        }
    }

    Case books() {
        return books(journal, holding(), told(journal));
    }

    Case withJournal(UnaryOperator<List<Line>> falsify) {
        List<Line> falsified = renumbered(falsify.apply(new ArrayList<>(journal)));
        return books(falsified, holding(), told(falsified));
    }

    Case withHolding(UnaryOperator<Holding> falsify) {
        return books(journal, falsify.apply(holding()), told(journal));
    }

    Case withTold(UnaryOperator<List<Told>> falsify) {
        return books(journal, holding(), falsify.apply(told(journal)));
    }

    Case withWish(Wish wish) {
        wishes.add(wish);
        return books();
    }

    private Case books(List<Line> lines, Holding holding, List<Told> told) {
        return new Case(ANN, awards, List.copyOf(wishes), lines, holding, told, List.of());
    }

    /** A forger who is careful enough to leave no gap. */
    static List<Line> renumbered(List<Line> lines) {
        List<Line> renumbered = new ArrayList<>();
        for (Line line : lines) {
            renumbered.add(
                    new Line(
                            line.posting(),
                            renumbered.size() + 1L,
                            line.change(),
                            line.recordedAt()));
        }
        return renumbered;
    }

    static List<Told> told(List<Line> lines) {
        List<Told> told = new ArrayList<>();
        for (Line line : lines) {
            told.add(
                    new Told(
                            "e-" + told.size(),
                            line.change().kind().isOfHold()
                                    ? line.change().about()
                                    : line.posting(),
                            line.change().kind() == Kind.HOLD_RELEASED ? 0 : line.change().points(),
                            line.change().balance(),
                            line.version()));
        }
        return told;
    }
}
